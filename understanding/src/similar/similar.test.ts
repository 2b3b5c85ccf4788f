import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNeighbours, type Neighbours, neighboursFromBytes, type Sentence, sentenceOf } from './index.ts'
import { PARAPHRASES } from './test/paraphrases.ts'
import { dice, distractors, questions } from './test/questions.ts'

/** Compares the question with every entry, by the book. */
const bruteForce = (entries: readonly Sentence[], question: Sentence): number[] => {
  const having = new Map<number, number>()
  for (const { dimensions } of entries) for (const at of dimensions) having.set(at, (having.get(at) ?? 0) + 1)
  const vector = ({ dimensions, weights }: Sentence): Map<number, number> =>
    new Map(
      Array.from(dimensions, (at, i) => [
        at,
        weights[i]! * Math.log(1 + (entries.length + 1) / ((having.get(at) ?? 0) + 1)),
      ]),
    )
  const length = (one: Map<number, number>) => Math.sqrt([...one.values()].reduce((sum, value) => sum + value ** 2, 0))
  const asked = vector(question)
  return entries.map((entry) => {
    const kept = vector(entry)
    const dot = [...asked].reduce((sum, [at, value]) => sum + value * (kept.get(at) ?? 0), 0)
    return dot === 0 ? 0 : dot / (length(asked) * length(kept))
  })
}

const filled = (texts: readonly string[]): Neighbours => {
  const neighbours = createNeighbours()
  texts.forEach((text, i) => {
    neighbours.add(String(i), sentenceOf(text))
  })
  return neighbours
}

describe('against comparing with every entry', () => {
  const texts = questions(4000, 11)
  const sentences = texts.map((text) => sentenceOf(text))
  const neighbours = filled(texts)
  it('finds at least 95 of 100 of the ten nearest, with the same cosines', () => {
    let found = 0
    const asked = [...questions(20, 5), ...PARAPHRASES.slice(0, 20).map(([, typed]) => typed)]
    for (const text of asked) {
      const scores = bruteForce(sentences, sentenceOf(text))
      const tenth = scores.toSorted((a, b) => b - a)[9]!
      const near = neighbours.search(sentenceOf(text), 10)
      for (const { id, score } of near) expect(score).toBeCloseTo(scores[Number(id)]!, 4)
      found += near.filter(({ score }) => score >= tenth - 1e-4).length
    }
    expect(found / (asked.length * 10)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('paraphrases among a thousand other questions', () => {
  it('are found: at least three quarters first, five sixths among five', () => {
    const neighbours = filled([...PARAPHRASES.map(([kept]) => kept), ...distractors(1000)])
    const ranks = PARAPHRASES.map(([, typed], i) =>
      neighbours.search(sentenceOf(typed), 5).findIndex(({ id }) => id === String(i)),
    )
    expect(neighbours.size).toBe(PARAPHRASES.length + 1000)
    expect(ranks.filter((rank) => rank === 0).length / ranks.length).toBeGreaterThan(0.75)
    expect(ranks.filter((rank) => rank >= 0).length / ranks.length).toBeGreaterThan(5 / 6)
  })
  it('and meaning brings together what shares no word', () => {
    const meaning = (text: string) => [[/parcel|快递/.test(text) ? 'where' : 'other', 0.9]] as const
    const neighbours = createNeighbours()
    neighbours.add('parcel', sentenceOf('where is my parcel', meaning))
    neighbours.add('size', sentenceOf('which size fits', meaning))
    expect(neighbours.search(sentenceOf('快递到哪了', meaning), 1)[0]?.id).toBe('parcel')
    expect(neighbours.search(sentenceOf('快递到哪了'), 1)).toEqual([])
  })
})

describe('keeping entries', () => {
  it('finds what was added last, replaces by id, forgets what was taken out', () => {
    const neighbours = filled(['where is my parcel', 'which size fits me'])
    neighbours.add('0', sentenceOf('do you sell gift cards'))
    expect(neighbours.size).toBe(2)
    expect(neighbours.search(sentenceOf('gift cards'), 3).map(({ id }) => id)).toEqual(['0'])
    expect(neighbours.search(sentenceOf('where is my parcel'), 3)).toEqual([])
    expect(neighbours.remove('0')).toBe(true)
    expect(neighbours.remove('0')).toBe(false)
    expect(neighbours.search(sentenceOf('gift cards'), 3)).toEqual([])
  })
  it('gives the same as a fresh one after many changes', () => {
    const roll = dice(3)
    const texts = questions(300, 2)
    const neighbours = filled(texts)
    const kept = new Set(texts.keys())
    for (let turn = 0; turn < 400; turn++) {
      const at = Math.floor(roll() * texts.length)
      if (kept.delete(at)) neighbours.remove(String(at))
    }
    const again = createNeighbours()
    for (const at of kept) again.add(String(at), sentenceOf(texts[at]!))
    expect(neighbours.size).toBe(kept.size)
    const asked = sentenceOf(texts[7]!)
    expect(neighbours.search(asked, 5).length).toBe(again.search(asked, 5).length)
  })
  it('holds no more when entries come and go than when they come', () => {
    const neighbours = filled(questions(100, 1))
    const before = neighbours.toBytes().length
    for (let turn = 0; turn < 50; turn++)
      for (const [i, text] of questions(100, 1).entries()) neighbours.add(String(i), sentenceOf(text))
    expect(neighbours.toBytes().length).toBe(before)
    expect(neighbours.size).toBe(100)
  })
  it('comes back from bytes, and refuses others', () => {
    const neighbours = filled(questions(50, 9))
    neighbours.remove('3')
    const again = neighboursFromBytes(neighbours.toBytes())
    const asked = sentenceOf(questions(50, 9)[10]!)
    expect(again.search(asked, 1)[0]).toMatchObject({ id: '10' })
    expect(again.toBytes()).toEqual(neighbours.toBytes())
    expect(() => neighboursFromBytes(new Uint8Array(3))).toThrow(RangeError)
    expect(() => neighboursFromBytes(neighbours.toBytes().subarray(0, 99))).toThrow(RangeError)
  })
})

describe('any text', () => {
  it('is a sentence of ascending dimensions, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { dimensions, weights } = sentenceOf(text)
        expect(weights.length).toBe(dimensions.length)
        for (let i = 1; i < dimensions.length; i++) expect(dimensions[i]!).toBeGreaterThan(dimensions[i - 1]!)
        expect(sentenceOf(text)).toEqual({ dimensions, weights })
      }),
    )
  })
  it('finds itself, at 1, and nothing finds nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 20 }), (texts) => {
        const neighbours = filled(texts)
        for (const text of texts) {
          const sentence = sentenceOf(text)
          const [best] = neighbours.search(sentence, 3)
          if (sentence.dimensions.length > 0) expect(best!.score).toBeCloseTo(1, 4)
          else expect(best).toBeUndefined()
        }
      }),
    )
    expect(createNeighbours().search(sentenceOf('hello'), 5)).toEqual([])
    expect(filled(['hello']).search(sentenceOf('hello'), 0)).toEqual([])
  })
})
