import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BITS, gramsOf } from './grams.ts'
import { bestOf, heldOutScores, type Labelled, trainRatio, type View } from './model.ts'
import { tuneOffsets } from './offsets.ts'

const GOOD = ['很好', '喜欢', '满意', 'great', 'lovely', '漂亮']
const BAD = ['很差', '难看', '失望', 'awful', 'broken', '垃圾']
const THINGS = ['衣服', '鞋子', '手机', 'lamp', 'chair', '快递', '包装', 'box']
const rows: Labelled[] = THINGS.flatMap((thing) => [
  ...GOOD.map((word) => ({ text: `${thing} ${word}`, label: 'good' })),
  ...BAD.map((word) => ({ text: `${thing} ${word}`, label: 'bad' })),
])
const VIEWS: readonly View[] = [
  { chars: 3, words: true },
  { chars: 2, segments: true, ratio: 1, rarity: 0 },
]

describe('log-count-ratio models', () => {
  it('learn two classes that mirror each other', () => {
    const model = trainRatio(rows, VIEWS)
    const label = (text: string): string => model.labels[bestOf(model.scores(text))]!
    expect([label('杯子很好'), label('杯子很差'), label('a lovely cup'), label('an awful cup')]).toEqual([
      'good',
      'bad',
      'good',
      'bad',
    ])
    const [bad, good] = model.scores('杯子很好')
    expect(bad).toBeCloseTo(-good!)
    expect(model.bytes).toBeGreaterThan(0)
  })
  it('learn many classes, the same way twice', () => {
    const many = [...rows, ...THINGS.map((thing) => ({ text: `${thing} 多少钱 how much`, label: 'price' }))]
    const [a, b] = [trainRatio(many, VIEWS), trainRatio(many, VIEWS)]
    expect(a.labels[bestOf(a.scores('杯子多少钱'))]).toBe('price')
    expect([...a.scores('杯子很好')]).toEqual([...b.scores('杯子很好')])
  })
  it('score every row by a model that has not seen it', () => {
    const scores = heldOutScores(rows, VIEWS, 4)
    const labels = ['bad', 'good']
    const right = rows.filter((row, r) => labels[bestOf(scores[r]!)] === row.label).length
    expect(right / rows.length).toBeGreaterThan(0.8)
  })
  it('find offsets that raise macro-F1', () => {
    const scores = [0.1, 0.2, 0.3, -0.1, 0.15, -0.2].map((rare) => Float64Array.from([0.4, rare]))
    const gold = [0, 1, 1, 0, 1, 0]
    const offsets = tuneOffsets(scores, gold, 2)
    const right = (with_?: Float64Array): number => scores.filter((row, r) => bestOf(row, with_) === gold[r]).length
    expect(right(offsets)).toBe(6)
    expect(right()).toBe(3)
  })
  it('read any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const grams = gramsOf(raw, { chars: 4, words: true, segments: true, posts: true })
        expect(new Set(grams).size).toBe(grams.length)
        for (const gram of grams) expect(gram >= 0 && gram < 1 << BITS).toBe(true)
      }),
    ))
})
