import { describe, expect, it } from 'vitest'
import { accuracy, auroc, bootstrap, calibrationError, macroF1, mcc, reliability } from './metrics.ts'

describe('figures', () => {
  const gold = ['a', 'a', 'a', 'b', 'b', 'c']
  const guess = ['a', 'a', 'b', 'b', 'c', 'c']

  it('counts right answers', () => expect(accuracy(gold, guess)).toBeCloseTo(4 / 6))
  it('averages F1 over the labels of gold', () => expect(macroF1(gold, guess)).toBeCloseTo((0.8 + 0.5 + 2 / 3) / 3))
  // By hand: (4·6 − (3·2 + 2·2 + 1·2)) / √(36 − 12) / √(36 − 14)
  it('correlates', () => expect(mcc(gold, guess)).toBeCloseTo(12 / Math.sqrt(24 * 22)))
  it('gives a constant guess no correlation', () =>
    expect(
      mcc(
        gold,
        gold.map(() => 'a'),
      ),
    ).toBe(0))

  it.each([
    [[2, 3], [0, 1], 1],
    [[0, 1], [2, 3], 0],
    [[1, 1], [1, 1], 0.5],
    [[3, 1], [2, 0], 0.75],
    [[], [1], 0.5],
  ])('ranks %j over %j: %d', (positive, negative, area) => expect(auroc(positive, negative)).toBe(area))

  it('draws an interval around the share', () => {
    const [low, high] = bootstrap(Array.from({ length: 400 }, (_, i) => i % 4 !== 0))
    expect(low).toBeGreaterThan(0.69)
    expect(low).toBeLessThan(0.75)
    expect(high).toBeGreaterThan(0.75)
    expect(high).toBeLessThan(0.81)
  })

  it('bins stated probability against truth', () => {
    const bins = reliability([0.95, 0.95, 0.15, 1], [true, false, false, true])
    expect(bins[9]).toMatchObject({ count: 3, accuracy: 2 / 3 })
    expect(bins[1]).toMatchObject({ count: 1, accuracy: 0 })
    expect(calibrationError([1, 1], [true, false])).toBeCloseTo(0.5)
  })
})
