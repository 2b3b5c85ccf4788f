import { expect, test } from 'vitest'
import { claimsIn, hasVerbatim, settled } from './index.ts'

const WHEN = { now: Date.parse('2026-11-20T04:00:00Z'), timeZone: 'Asia/Shanghai' }
const read = (text: string) => {
  const written = settled(text)
  return claimsIn(written, WHEN).map(({ start, end, ...claim }) => ({ said: written.slice(start, end), ...claim }))
}
const kinds = (text: string) => read(text).map(({ kind }) => kind)

test.each([
  ['¥199', 19900],
  ['199元', 19900],
  ['１９９元', 19900],
  ['一百九十九块', 19900],
  ['1️⃣9️⃣9️⃣ 元', 19900],
  ['1\u200b99元', 19900],
  ['199塊', 19900],
  ['¥1,299.50', 129950],
  ['12块5', 1250],
  ['$20', 2000],
  ['usd199', 19900],
  ['twenty dollars', 2000],
  ['two hundred and fifty euros', 25000],
  ['49 cents', 49],
  ['免运费', 0],
  ['ships free', 0],
  ['duty-free', 0],
])('%s is a sum', (text, amount) => {
  expect(read(text)).toMatchObject([{ kind: 'money', amounts: [amount] }])
})

test.each([
  ['20% off', 20, true],
  ['save 20%', 20, true],
  ['twenty percent off', 20, true],
  ['立减20％', 20, true],
  ['8折', 20, true],
  ['②折', 80, true],
  ['Ⅷ折', 20, true],
  ['八五折', 15, true],
  ['85折', 15, true],
  ['9.5 折', 5, true],
  ['半价', 50, true],
  ['half price', 50, true],
  ['税率 9.1%', 9.1, false],
  ['进口税百分之十三', 13, false],
  ['٢٠%', 20, false],
  ['三成', 30, false],
])('%s is a share', (text, percent, off) => {
  expect(read(text)).toMatchObject([{ kind: 'share', percents: [percent], off }])
})

test.each([
  ['within 24 hours', [24], 'hour'],
  ['7 天', [7], 'day'],
  ['七天内', [7], 'day'],
  ['30-day', [30], 'day'],
  ['thirty days', [30], 'day'],
  ['in a week', [1], 'week'],
  ['5 个工作日', [5], 'workday'],
  ['3-5 business days', [3, 5], 'workday'],
  ['5 to 7 working days', [5, 7], 'workday'],
  ['两个半小时', [2.5], 'hour'],
  ['半个月', [0.5], 'month'],
  ['2h', [2], 'hour'],
])('%s is a span', (text, amounts, unit) => {
  expect(read(text)).toMatchObject([{ kind: 'span', amounts, unit }])
})

test.each([
  ['11月11日', { month: 11, day: 11 }],
  ['十一月十一日', { month: 11, day: 11 }],
  ['2026年11月11日', { year: 2026, month: 11, day: 11 }],
  ['2026-11-11', { year: 2026, month: 11, day: 11 }],
  ['Nov 11', { month: 11, day: 11 }],
  ['11th of November', { month: 11, day: 11 }],
  ['10 Sept', { month: 9, day: 10 }],
  ['3月', { month: 3 }],
])('%s is a day', (text, day) => {
  expect(read(text)).toMatchObject([{ kind: 'day', readings: [day] }])
})

test('days without a figure are read from now', () => {
  expect(read('双十一当天')).toMatchObject([{ kind: 'days', from: '2026-11-11' }])
  expect(read('明天送到')).toMatchObject([{ kind: 'days', from: '2026-11-21' }])
  expect(kinds('next Friday at 5pm')).toEqual(['days', 'clock'])
  expect(kinds('今天截止')).toEqual(['days'])
  expect(kinds('offer ends tonight')).toEqual(['days'])
})

test('deals are one claim, condition and gift together', () => {
  expect(read('满300减40')).toMatchObject([{ kind: 'deal', amounts: [30000, 4000] }])
  for (const deal of ['买一送一', '第二件半价', 'buy two get one free']) expect(kinds(deal)).toEqual(['deal'])
})

test('a number that nothing explains is a claim all the same', () => {
  expect(kinds('it is 199 now')).toEqual(['number'])
  expect(kinds('只要一百九十九')).toEqual(['number'])
  expect(kinds('BL200001')).toEqual(['number'])
  expect(kinds('only199')).toEqual(['number'])
})

test.each([
  '您好，今天有什么可以帮您？',
  '请稍后再问我一次，或者换个说法。',
  '十分抱歉，千万别着急，一定一一回复',
  'Ask again in a moment. Have a good day, and feel free to write!',
  'This item comes in one size. Good morning!',
  '1. 打开设置\n2. 点退货\n3. 提交',
])('"%s" claims nothing', (text) => {
  expect(read(text)).toEqual([])
})

test('word for word means whole numbers, spaces aside', () => {
  expect(hasVerbatim('7天', '签收后 7 天内')).toBe(true)
  expect(hasVerbatim('99元', '199元')).toBe(false)
  expect(hasVerbatim('9元', '十9元')).toBe(false)
  expect(hasVerbatim('5个工作日', '3-5个工作日')).toBe(false)
  expect(hasVerbatim('199', '1990')).toBe(false)
  expect(hasVerbatim('199', '199.50')).toBe(false)
})

test('long runs and odd signs end in time and never throw', () => {
  const started = performance.now()
  for (const run of ['1', '一', '1,', '$', 'a1', '一点', '满', '3-', 'one ', '½', '￥1'])
    expect(() => claimsIn(settled(run.repeat(8000 / run.length)), WHEN)).not.toThrow()
  expect(performance.now() - started).toBeLessThan(3_000)
  expect(kinds('9'.repeat(100))).toEqual(['number'])
})
