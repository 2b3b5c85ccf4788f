// What the list costs when much is loaded, counted in steps and not in time, and that it stays in order.
import type { ConversationRow } from '@ballast/contract/conversation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowOf, uuid } from '../../test/rows.ts'
import { createRowStore } from './row-store.ts'
import { compareRows } from './rows.ts'

const MANY = 100_000
const at = (ms: number) => new Date(1_780_000_000_000 + ms).toISOString()
const waitingRow = (n: number, version = 1): ConversationRow =>
  rowOf(n, { waitingSince: at(n * 1000), updatedAt: at(0), version })

describe('100,000 loaded rows', () => {
  let steps = 0
  const store = createRowStore(() => steps++)
  for (let n = 0; n < MANY; n++) store.put(waitingRow(n))
  const costOf = (run: () => void): number => {
    steps = 0
    run()
    return steps
  }
  test('a live change costs hundreds of steps, never one a row', () => {
    expect(store.size).toBe(MANY)
    expect(costOf(() => store.put(waitingRow(77_777, 2)))).toBeLessThan(100)
    expect(costOf(() => store.put(rowOf(200_001, { waitingSince: at(-1), updatedAt: at(0) })))).toBeLessThan(100)
    expect(costOf(() => store.remove(uuid(200_001)))).toBeLessThan(100)
    expect(store.size).toBe(MANY)
  })
  test('finding a place and drawing a window pass chunks, not rows', () => {
    expect(store.indexOf(uuid(99_999))).toBe(99_999)
    expect(costOf(() => store.indexOf(uuid(99_999)))).toBeLessThan(1_000)
    expect(store.slice(99_990, 100_000).map(({ conversation }) => conversation.id)).toEqual(
      Array.from({ length: 10 }, (_, by) => uuid(99_990 + by)),
    )
    expect(costOf(() => store.slice(99_990, 100_010))).toBeLessThan(1_000)
    expect(store.at(50_000)?.conversation.id).toBe(uuid(50_000))
  })
  test('a page that says nothing new leaves the same objects in place', () => {
    const held = store.get(uuid(5))
    expect(store.put(waitingRow(5))).toBe(false)
    expect(store.get(uuid(5))).toBe(held)
    expect(store.put(waitingRow(77_777, 1))).toBe(false)
    expect(store.get(uuid(77_777))?.conversation.version).toBe(2)
  })
  test('a cut keeps what stands before it', () => {
    store.truncate(1_234)
    expect(store.size).toBe(1_234)
    expect(store.indexOf(uuid(1_233))).toBe(1_233)
    expect(store.get(uuid(1_234))).toBeUndefined()
    expect(store.at(1_234)).toBeUndefined()
  })
})

test('whatever comes and goes, the rows are those of a plain sorted list', () => {
  const change = fc.record({
    n: fc.integer({ min: 0, max: 900 }),
    wait: fc.option(fc.integer({ min: 0, max: 50 })),
    gone: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 2_000, size: 'max' }), (changes) => {
      const store = createRowStore()
      const plain = new Map<string, ConversationRow>()
      changes.forEach(({ n, wait, gone }, version) => {
        const row = rowOf(n, { version, waitingSince: wait === null ? null : at(wait) })
        if (gone) {
          store.remove(uuid(n))
          plain.delete(uuid(n))
        } else {
          store.put(row)
          plain.set(uuid(n), row)
        }
      })
      const wanted = [...plain.values()].sort(compareRows)
      expect(store.slice(0, store.size)).toEqual(wanted)
      wanted.forEach((row, index) => {
        expect(store.indexOf(row.conversation.id)).toBe(index)
      })
    }),
    { numRuns: 30 },
  )
})
