// The measure itself: exact and overlapping spans, types of others, nothing to find.
import { describe, expect, it } from 'vitest'
import { evaluatePii } from './evaluate.ts'
import type { PersonalSpan } from './span.ts'

const found = (...spans: readonly (readonly [number, number, PersonalSpan['type']])[]) =>
  spans.map(([start, end, type]) => ({ start, end, type, score: 1 }))

describe('evaluatePii', () => {
  it('counts exact spans by type and overlaps whatever the type', () => {
    const rows = [
      {
        text: 'x'.repeat(40),
        spans: [
          [0, 10, 'phone'],
          [20, 30, 'name'],
        ] as [number, number, string][],
      },
    ]
    const result = evaluatePii(rows, () => found([0, 10, 'phone'], [20, 28, 'address'], [32, 40, 'email']))
    expect(result.recall).toBe(0.5)
    expect(result.precision).toBeCloseTo(1 / 3)
    expect(result.overlap.recall).toBe(1)
    expect(result.overlap.precision).toBeCloseTo(2 / 3)
    expect(result.byType.phone).toMatchObject({ recall: 1, precision: 1, rows: 1 })
    expect(result.byType.email).toMatchObject({ precision: 0 })
  })
  it('reads the type names of the Presidio set and leaves out what is not personal alone', () => {
    const rows = [
      {
        text: 'x'.repeat(20),
        spans: [
          [0, 5, 'PERSON'],
          [8, 12, 'GPE'],
        ] as [number, number, string][],
      },
    ]
    expect(evaluatePii(rows, () => found([0, 5, 'name']))).toMatchObject({
      recall: 1,
      precision: 1,
      spanF1: 1,
      spans: 1,
    })
  })
  it('is whole where there is nothing to find', () => {
    expect(evaluatePii([{ text: '在吗', spans: [] }])).toMatchObject({ recall: 1, precision: 1, spanF1: 1 })
  })
})
