import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXAMPLES, INTENTS, understand } from './index.ts'

test('any text is understood without throwing, and soon', () => {
  const text = fc.string({ unit: 'binary', maxLength: 9_000 })
  fc.assert(
    fc.property(text, (any) => {
      const started = performance.now()
      const verdict = understand(any)
      expect(verdict.confidence).toBeGreaterThanOrEqual(0)
      expect(verdict.confidence).toBeLessThanOrEqual(1)
      expect(performance.now() - started).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
})

test.each(['转', '1', 'a ', '一米', '没收到', '!', ' ', 'aA1', '找人', '退运费'])(
  'a long run of "%s" does not run away',
  (unit) => {
    const started = performance.now()
    understand(unit.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(200)
  },
)

test('the same text gives the same verdict', () => {
  for (const [, text] of EXAMPLES.slice(0, 50)) expect(understand(text)).toEqual(understand(text))
})

test('every intent has fifteen examples in each language', () => {
  const isChinese = (text: string) => /[\u3400-\u9fff]|^88$/.test(text)
  for (const intent of INTENTS) {
    const own = EXAMPLES.filter(([of]) => of === intent).map(([, text]) => text)
    expect(own.filter(isChinese).length, `${intent} zh`).toBeGreaterThanOrEqual(15)
    expect(own.filter((text) => !isChinese(text)).length, `${intent} en`).toBeGreaterThanOrEqual(15)
  }
})

test.each([
  ['我的包裹什么时候到', 'zh'],
  ['ordered 包裹 yesterday', 'zh'],
  ['where is it', 'en'],
  ['荷物はどこですか', 'ja'],
  ['주문 어디에 있나요', 'ko'],
  ['где мой заказ', 'ru'],
  ['¿dónde está mi pedido por favor?', 'es'],
])('%s is %s', (text, language) => {
  expect(understand(text).language).toBe(language)
})

test('a text without words takes the language of the conversation', () => {
  expect(understand('BL200001', { language: 'zh' }).language).toBe('zh')
  expect(understand('👍👍', { language: 'en' }).language).toBe('en')
})

test.each([
  ['BL200001 手机1037', { orderNos: ['BL200001'], phoneLast4: '1037' }],
  ['tracking SF1407200001', { trackingNos: ['SF1407200001'] }],
  ['175cm 70kg', { heightCm: 175, weightKg: 70 }],
  ['身高1米68，110斤', { heightCm: 168, weightKg: 55 }],
  ['一米七五 65公斤', { heightCm: 175, weightKg: 65 }],
  ['5ft 9, 150 lbs', { heightCm: 175, weightKg: 68 }],
  ['my feet are 26cm', { footMm: 260 }],
  ['红色XL', { size: 'XL', colour: 'red' }],
  ['black in 42', { size: '42', colour: 'black' }],
])('reads what is named in "%s"', (text, entities) => {
  expect(understand(text).entities).toMatchObject(entities)
})

test.each(['人工', '给我转人工', 'i want to speak to a human', 'live agent now', '换个真人'])(
  '"%s" asks for a person',
  (text) => {
    expect(understand(text).asksForPerson).toBe(true)
  },
)

test.each(['人工客服几点下班', 'when are your agents available', '不用转人工了', '我是本人', 'is it handmade'])(
  '"%s" does not ask for a person',
  (text) => {
    expect(understand(text).asksForPerson).toBe(false)
  },
)

test('anger is told from ordinary impatience', () => {
  expect(understand('垃圾店铺气死我了').emotion).toBe('angry')
  expect(understand('怎么还没到啊').emotion).toBe('upset')
  expect(understand('怎么付款').emotion).toBe('neutral')
  expect(understand('thanks, great').emotion).toBe('happy')
})
