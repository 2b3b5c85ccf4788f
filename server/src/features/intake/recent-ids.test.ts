// Remembers the latest, forgets the oldest.
import { expect, it } from 'vitest'
import { createRecentIds } from './recent-ids.ts'

it('keeps the latest ids and lets the oldest go', () => {
  const ids = createRecentIds(10)
  for (let n = 0; n < 12; n++) ids.add(`id-${n}`)
  expect([11, 10, 9, 5].every((n) => ids.has(`id-${n}`))).toBe(true)
  expect(ids.has('id-0')).toBe(false)
  expect(ids.has('never')).toBe(false)
})
