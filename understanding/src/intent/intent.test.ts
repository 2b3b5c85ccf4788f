import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Example } from '../learn/index.ts'
import { evaluateIntent, intentsFromBytes, learned, trainIntents } from './index.ts'

const SAID: Readonly<Record<string, readonly string[]>> = {
  where: [
    'where is my parcel',
    'when will my order arrive',
    '我的快递到哪了',
    '包裹怎么还没到',
    'track my parcel please',
  ],
  refund: ['i want my money back', 'please refund my order', '我要退款', '钱什么时候退给我', 'give me a refund'],
  size: [
    'which size fits me',
    'is the medium too small',
    '我该穿什么码',
    '这件偏大还是偏小',
    'do you have a size chart',
  ],
  cancel: ['cancel my order', 'i changed my mind, cancel it', '取消订单', '不想要了帮我取消', 'please stop the order'],
  invoice: [
    'i need an invoice',
    'send the invoice to my company',
    '开发票',
    '发票抬头写公司',
    'can i get a tax invoice',
  ],
  coupon: ['my coupon does not work', 'how do i use the voucher', '优惠券怎么用', '券用不了', 'coupon code is refused'],
}
const EXAMPLES: Example[] = Object.entries(SAID).flatMap(([label, texts]) => texts.map((text) => ({ text, label })))
const model = trainIntents(EXAMPLES)

describe('intents from five examples each', () => {
  it.each([
    ['where is the parcel i ordered', 'where'],
    ['快递到哪里了', 'where'],
    ['refund please', 'refund'],
    ['帮我取消订单', 'cancel'],
    ['i need a tax invoice', 'invoice'],
    ['优惠券怎么用不了', 'coupon'],
    ['我穿什么码', 'size'],
  ])('%s', (text, label) => {
    expect(model.classify(text)).toMatchObject({ label, outOfScope: false })
  })

  it.each(['sing a song about rain', '今天天气真好啊', 'qwrtz plmk', '', '   ', '🙂🙂'])('refuses: %s', (text) => {
    expect(model.classify(text)).toMatchObject({ label: 'oos', outOfScope: true })
  })

  it('is more certain of what it was taught than of what it was not', () => {
    expect(model.classify('give me a refund').inScope).toBeGreaterThan(model.classify('give me a break').inScope)
  })

  it('is the same model twice, down to its version', () => {
    expect(trainIntents(EXAMPLES).version).toBe(model.version)
    expect(trainIntents(EXAMPLES.slice(1)).version).not.toBe(model.version)
  })

  it('names the words that decided', () => {
    expect(model.explain('hello, a refund now')[0]).toMatchObject({ words: 'refund' })
    expect(model.explain('refund', 'no such intent')).toEqual([])
  })
})

describe('several wishes in one message', () => {
  it.each([
    ['where is my parcel? and please refund my order', ['where', 'refund']],
    ['取消订单，另外优惠券怎么用', ['cancel', 'coupon']],
    ['我的快递到哪了，我的快递到哪了', ['where']],
    ['cancel my order', ['cancel']],
    ['i changed my mind, cancel it', ['cancel']],
  ])('%s', (text, labels) => {
    const found = model.classifyAll(text)
    expect(found.map((each) => each.label)).toEqual(labels)
    for (const each of found) expect(each.end).toBeGreaterThan(each.start)
  })
})

describe('learning one example', () => {
  it('changes the next answer, and only there', () => {
    const text = '我买的东西现在走到什么地方啦'
    const next = learned(model, text, 'where')
    expect(next.classify(text)).toMatchObject({ label: 'where', outOfScope: false })
    for (const example of EXAMPLES) expect(next.classify(example.text).label).toBe(example.label)
    expect(next.version).not.toBe(model.version)
    expect(learned(model, text, 'where').version).toBe(next.version)
  })

  it('corrects a wrong answer', () => {
    const text = 'cancel my coupon'
    const next = learned(model, text, 'coupon')
    expect(next.classify(text).label).toBe('coupon')
    expect(learned(next, text, 'cancel').classify(text).label).toBe('cancel')
  })

  it('makes a new intent from one example', () => {
    const next = learned(model, 'do you ship to iceland', 'abroad')
    expect(next.labels).toContain('abroad')
    expect(next.classify('do you ship to iceland').label).toBe('abroad')
    expect(next.classify('ship to iceland?').ranked[0]).toMatchObject({ label: 'abroad' })
    expect(next.classify('give me a refund').label).toBe('refund')
  })

  it('learns to refuse', () => {
    const text = 'refund my childhood'
    expect(learned(model, text, 'oos').classify(text)).toMatchObject({ label: 'oos', outOfScope: true })
  })

  it('leaves the old model as it was', () => {
    const before = model.classify('cancel my coupon')
    learned(model, 'cancel my coupon', 'coupon')
    expect(model.classify('cancel my coupon')).toEqual(before)
  })

  it('starts from nothing', () => {
    const first = learned(trainIntents([]), 'where is my parcel', 'where')
    expect(first.classify('where is my parcel').label).toBe('where')
  })
})

describe('bytes', () => {
  it('answer as the model did, learned examples included', () => {
    const taught = learned(model, '我买的东西现在走到什么地方啦', 'where')
    const again = intentsFromBytes(taught.toBytes())
    for (const { text } of taught.parts.examples) {
      const [was, is] = [taught.classify(text), again.classify(text)]
      expect(is.label).toBe(was.label)
      expect(is.inScope).toBeCloseTo(was.inScope, 1)
    }
  })

  it('of something else are refused', () => {
    expect(() => intentsFromBytes(new Uint8Array(64))).toThrow(RangeError)
    expect(() => intentsFromBytes(model.toBytes().subarray(0, 999))).toThrow(RangeError)
  })
})

describe('figures', () => {
  const test: Example[] = [
    { text: 'where is the parcel', label: 'where' },
    { text: 'refund my money', label: 'refund' },
    { text: '今天天气真好啊', label: 'oos' },
  ]
  it('count the out-of-scope label when it is asked', () => {
    let clock = 0
    const figures = evaluateIntent(EXAMPLES, test, { now: () => clock++ })
    expect(figures).toMatchObject({ accuracy: 1, macroF1: 1, mcc: 1, inScopeAccuracy: 1, oosRecall: 1, oosAuroc: 1 })
    expect(figures.trainSeconds).toBeCloseTo(0.001)
    expect(figures.modelBytes).toBe(model.toBytes().length)
  })
  it('refuse nothing when nothing is out of scope', () => {
    const figures = evaluateIntent(EXAMPLES, [...test.slice(0, 2), { text: 'zzz', label: 'size' }])
    expect(figures).not.toHaveProperty('oosRecall')
    expect(figures.accuracy).toBeGreaterThanOrEqual(2 / 3)
  })
  it('learn when to refuse from valid', () => {
    const valid = Array.from({ length: 120 }, (_, i) =>
      i % 2 ? { text: `tell me about planet ${'abcdefgh'[i % 8]} ${i}`, label: 'oos' } : EXAMPLES[i % EXAMPLES.length]!,
    )
    expect(evaluateIntent(EXAMPLES, test, { valid }).accuracy).toBe(1)
  })
})

it('reads any text without a throw, with probabilities in range', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const said = model.classify(text)
      expect(said.probability).toBeGreaterThanOrEqual(0)
      expect(said.probability).toBeLessThanOrEqual(1)
      for (const each of model.classifyAll(text)) {
        expect(each.start).toBeGreaterThanOrEqual(0)
        expect(each.end).toBeLessThanOrEqual(text.length)
      }
      expect(Array.isArray(model.explain(text))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('learns any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const next = learned(model, text, 'size')
      if (/[\p{L}\p{N}]/u.test(text)) expect(next.classify(text).label).toBe('size')
    }),
    { numRuns: 30 },
  )
})
