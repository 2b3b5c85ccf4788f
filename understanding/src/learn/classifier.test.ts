import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifierFromBytes, type Example, trainClassifier } from './index.ts'

const SAID: Readonly<Record<string, readonly string[]>> = {
  where: ['where is my parcel', 'when will it arrive', '我的快递到哪了', '包裹怎么还没到', 'parcel still not here'],
  refund: ['i want my money back', 'refund please', '我要退款', '钱什么时候退给我', 'give me a refund'],
  size: ['which size fits me', 'is the M too small', '我该穿什么码', '这件偏大还是偏小', 'size chart please'],
}
const EXAMPLES: Example[] = Object.entries(SAID).flatMap(([label, texts]) => texts.map((text) => ({ text, label })))

describe('a classifier', () => {
  const model = trainClassifier(EXAMPLES)

  it.each([
    ['where is the parcel now', 'where'],
    ['快递到哪里了', 'where'],
    ['refund my money', 'refund'],
    ['什么时候退款', 'refund'],
    ['what size should i take', 'size'],
    ['穿什么码合适', 'size'],
  ])('learns from five examples a label: %s', (text, label) => {
    const said = model.classify(text)
    expect(said.label).toBe(label)
    expect(said.ranked[0]).toEqual({ label: said.label, probability: said.probability })
    expect(said.ranked.map((each) => each.probability)).toEqual(
      said.ranked.map((each) => each.probability).toSorted((a, b) => b - a),
    )
  })

  it('is the same model twice', () => {
    expect(trainClassifier(EXAMPLES).toBytes()).toEqual(model.toBytes())
  })

  it('answers from its bytes as before', () => {
    const again = classifierFromBytes(model.toBytes())
    for (const { text } of EXAMPLES) {
      expect(again.classify(text).label).toBe(model.classify(text).label)
      expect(again.classify(text).probability).toBeCloseTo(model.classify(text).probability, 1)
    }
  })

  it('refuses bytes that are no classifier', () => {
    expect(() => classifierFromBytes(new Uint8Array(3))).toThrow(RangeError)
    expect(() => classifierFromBytes(model.toBytes().subarray(0, 200))).toThrow(RangeError)
  })

  it('says which words decided', () => {
    const refund = model.explain('hello, a refund for the parcel', 'refund')
    expect(refund[0]).toMatchObject({ words: 'refund' })
    expect(refund[0]!.weight).toBeGreaterThan(0)
    const parcel = model.explain('快递到哪里了')
    expect(parcel[0]!.weight).toBeGreaterThan(0)
  })

  it('weighs rare labels up when asked to', () => {
    const skewed: Example[] = [
      ...Array.from({ length: 60 }, (_, i) => ({ text: `good thing number ${i % 7} bought`, label: 'fine' })),
      { text: 'bad thing bought', label: 'bad' },
      { text: 'bad number', label: 'bad' },
    ]
    const plain = trainClassifier(skewed, { calibrate: false }).probabilities('bad bought good')
    const plainBad = plain[1]!
    const level = trainClassifier(skewed, { calibrate: false, balance: 1 }).probabilities('bad bought good')
    expect(level[1]!).toBeGreaterThan(plainBad)
  })

  it('states probabilities that sum to one, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const all = model.probabilities(text)
        expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4)
        for (const each of model.explain(text)) expect(Number.isFinite(each.weight)).toBe(true)
      }),
    )
  })

  it('survives odd sets: nothing, one label, empty texts', () => {
    expect(trainClassifier([]).classify('hello').label).toBe('')
    expect(trainClassifier([{ text: 'hello', label: 'a' }]).classify('x')).toMatchObject({ label: 'a', probability: 1 })
    expect(
      trainClassifier([
        { text: '', label: 'a' },
        { text: '', label: 'b' },
      ]).classify('').ranked,
    ).toHaveLength(2)
  })
})
