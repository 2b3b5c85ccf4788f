// Sizes, colours, quantities, goods, error codes and measures; whole messages; and that no text breaks the reading.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { botEntities } from './bot-entities.ts'
import { findEntities } from './find-entities.ts'
import { hanNumber } from './numerals.ts'
import { NOW, told } from './test/told.ts'

const CASES: readonly (readonly [string, string])[] = [
  ['M码', 'letter M'],
  ['要xl的', 'letter XL'],
  ['2XL', 'letter XXL'],
  ['4xl有吗', 'letter 4XL'],
  ['size L please', 'letter L'],
  ['do you have this in M?', 'letter M'],
  ['大码', 'letter L'],
  ['加大码', 'letter XL'],
  ['均码', 'letter ONE'],
  ['extra large', 'letter XL'],
  ['38码', 'cn 38'],
  ['38.5码', 'cn 38.5'],
  ['42号', 'cn 42'],
  ['鞋码43', 'cn 43'],
  ['EU 42', 'eu 42'],
  ['US 9.5', 'us 9.5'],
  ['9.5 US', 'us 9.5'],
  ['uk 8', 'uk 8'],
  ['美码8', 'us 8'],
  ['175/96A', 'body 175/96A'],
  ['165/80', 'body 165/80'],
  ['W32 L34', 'waist 32x34'],
  ['32x34', 'waist 32x34'],
  ['腰围32', 'waist 32'],
  ['waist 32', 'waist 32'],
  ["I'm fine", ''],
  ["it's 5 m long", ''],
  ['tell us 9 times', ''],
  ['黑色', 'black'],
  ['深蓝色', 'navy'],
  ['浅灰色', 'light grey'],
  ['酒红色', 'burgundy'],
  ['米白', 'off-white'],
  ['玫瑰金', 'rose-gold'],
  ['dark green', 'dark green'],
  ['light blue', 'light blue'],
  ['gray', 'grey'],
  ['navy blue', 'navy'],
  ['黑名单', ''],
  ['红包', ''],
  ['小红书', ''],
  ['白天', ''],
  ['蓝牙', ''],
  ['ordered', ''],
  ['黑人', ''],
  ['有黑的吗', 'black'],
  ['要白M码', 'white, letter M'],
  ['黑/L', 'black, letter L'],
  ['红色和蓝色', 'red, blue'],
  ['两双', '2 pair'],
  ['3件', '3 piece'],
  ['三十个', '30 piece'],
  ['十二瓶', '12 bottle'],
  ['一打', '12 piece'],
  ['五箱', '5 carton'],
  ['a pair', '1 pair'],
  ['two pairs', '2 pair'],
  ['a dozen', '12 piece'],
  ['two dozen', '24 piece'],
  ['half a dozen', '6 piece'],
  ['x2', '2 piece'],
  ['qty 3', '3 piece'],
  ['数量：5', '5 piece'],
  ['3 shirts', '3 piece'],
  ['2 black shirts', '2 piece'],
  ['每件', ''],
  ['五六双', ''],
  ['百本', ''],
  ['一个月', ''],
  ['三个人', ''],
  ['一件事', ''],
  ['这款', 'goods this'],
  ['那双', 'goods that'],
  ['第二个', 'goods 2'],
  ['第3款', 'goods 3'],
  ['最后一个', 'goods -1'],
  ['刚才那个', 'goods previous'],
  ['this one', 'goods this'],
  ['that one', 'goods that'],
  ['the second one', 'goods 2'],
  ['the last one', 'goods -1'],
  ['货号AB1234', 'goods AB1234'],
  ['sku: TS-100-BLK', 'goods TS-100-BLK'],
  ['TS-100-BLK', 'goods TS-100-BLK'],
  ['这个月', '2026-11-01/2026-12-01'],
  ['这个问题', ''],
  ['E-13', 'error E-13'],
  ['报错E13', 'error E13'],
  ['0x80070005', 'error 0x80070005'],
  ['HTTP 404', 'error 404'],
  ['500 error', 'error 500'],
  ['错误代码5003', 'error 5003'],
  ['错误码：1001', 'error 1001'],
  ['error code 43', 'error 43'],
  ['故障码P0420', 'error P0420'],
  ['ERR_CONNECTION_REFUSED', 'error ERR_CONNECTION_REFUSED'],
  ['ECONNREFUSED', 'error ECONNREFUSED'],
  ['身高175体重65kg', 'height 175, weight 65'],
  ['一米七八', 'height 178'],
  ['1.75m 130斤', 'height 175, weight 65'],
  ['5\'9" 150 lbs', 'height 175, weight 68'],
  ['这个手机我用了两年内存只有200现在很卡', 'goods this'],
  ['脚长24.5', 'foot 245'],
  ['脚长255mm', 'foot 255'],
  ['我昨天下午三点买的黑色M码两双还没到', '2026-11-19T15:00/2026-11-19T16:00, black, letter M, 2 pair'],
  ['I ordered 2 pairs of red shoes last Friday for $49.99', '2 pair, red, 2026-11-13, USD 4999'],
  ['双十一买的SF1234567890123还没到', '2026-11-11, parcel SF1234567890123 sf'],
  ['这款白色42码多少钱，两百以内有吗', 'goods this, white, cn 42'],
  ['你好', ''],
  ['', ''],
]

const NUMERALS: readonly (readonly [string, number | undefined])[] = [
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十八', 38],
  ['一百零五', 105],
  ['一百五', 150],
  ['两千三', 2300],
  ['一万二', 12_000],
  ['三万五千', 35_000],
  ['一千零一', 1001],
  ['二零二六', 2026],
  ['万', undefined],
]

/** What the bot reads today must stay readable. */
const BOT: readonly (readonly [string, Partial<ReturnType<typeof botEntities>>])[] = [
  ['订单BL200001', { orderNos: ['BL200001'] }],
  ['track BL200001', { orderNos: ['BL200001'], trackingNos: ['BL200001'] }],
  ['where is SF1234567890123', { trackingNos: ['SF1234567890123'] }],
  ['size L in black', { size: 'L', colour: 'black' }],
  ['42码 白色', { size: '42', colour: 'white' }],
  ['身高170体重60公斤', { heightCm: 170, weightKg: 60 }],
  ['一米七八 75kg', { heightCm: 178, weightKg: 75 }],
  ['脚长24.5', { footMm: 245 }],
  ['手机尾号1234', { phoneLast4: '1234' }],
  ['5ft 9 150 lbs', { heightCm: 175, weightKg: 68 }],
  ['有没有XXL的蓝色', { size: 'XXL', colour: 'blue' }],
  ['42', { size: '42' }],
]

describe('entities', () => {
  it.each(CASES)('%s => %s', (text, expected) => expect(told(text)).toBe(expected))
  it.each(NUMERALS)('%s is %s', (text, expected) => expect(hanNumber(text)).toBe(expected))
  it.each(BOT)('gives the bot %s as %j', (text, expected) =>
    expect(botEntities(findEntities(text, NOW))).toEqual({ orderNos: [], trackingNos: [], ...expected }),
  )

  it('never throws, never overlaps, and every place is in the text', () => {
    const pieces = fc.constantFrom(
      '昨天',
      '3点',
      '¥',
      '12',
      '块',
      'SF1234567890123',
      '第',
      '两',
      '双',
      'x',
      '-',
      '/',
      'E',
      '.',
      '十',
      '月',
      ' ',
      'last ',
      'in ',
      '码',
      '２',
      '\ud83d',
      '🎽',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(pieces, { maxLength: 25 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, fc.integer(), (raw, now) => {
        let last = 0
        for (const { start, end } of findEntities(raw, { now, timeZone: 'Asia/Shanghai' })) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(raw.length)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads a long text of any one piece in bounded time', () => {
    for (const piece of ['1', '一', '1-', 'a1', '昨', 'x', '十', '1 ', '¥1-', '2026-', 'in 3 ', '码3'])
      expect(Array.isArray(findEntities(piece.repeat(8000 / piece.length), NOW))).toBe(true)
  }, 5_000)
})
