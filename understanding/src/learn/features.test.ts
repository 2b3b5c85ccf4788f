import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeatureReader } from './features.ts'

const hashes = (text: string): number[] => {
  const reader = new FeatureReader().read(text)
  return [...reader.hash.subarray(0, reader.length)]
}
const shared = (a: string, b: string): number => {
  const other = new Set(hashes(b))
  const mine = [...new Set(hashes(a))]
  return mine.filter((hash) => other.has(hash)).length / Math.max(1, mine.length)
}

describe('features', () => {
  it.each([
    ['REFUND', 'refund'],
    ['ｒｅｆｕｎｄ', 'refund'],
    ['order 123456789', 'order 987654321'],
  ])('%s reads as %s', (a, b) => {
    expect(hashes(a)).toEqual(hashes(b))
  })

  it.each([
    ['where is my parcl', 'where is my parcel', 0.5],
    ['我的快递呢', '我的快递到哪了', 0.3],
    ['ส่งของเมื่อไหร่', 'ส่งของเมื่อไร', 0.5],
    ['いつ届きますか', 'いつ届くの', 0.2],
    ['언제 도착해요', '언제 도착합니까', 0.4],
    ['متى يصل الطلب', 'متى يصل طلبي', 0.4],
  ])('%s and %s have much in common', (a, b, least) => {
    expect(shared(a, b)).toBeGreaterThan(least)
  })

  it('tells small numbers apart, and the order of words', () => {
    expect(hashes('pay 2')).not.toEqual(hashes('pay 3'))
    expect(hashes('not good')).not.toEqual(hashes('good not'))
  })

  it('reads any text, with every feature inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        const reader = new FeatureReader().read(raw)
        for (let f = 0; f < reader.length; f++) {
          expect(reader.start[f]!).toBeGreaterThanOrEqual(0)
          expect(reader.end[f]!).toBeLessThanOrEqual(reader.text.length)
        }
      }),
    )
  })

  it('reads a very long text up to its limit', () => {
    const reader = new FeatureReader().read('退款 refund '.repeat(100_000))
    expect(reader.text.length).toBeLessThanOrEqual(reader.options.most)
  })
})
