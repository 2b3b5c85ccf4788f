import { expect, it } from 'vitest'
import { typicalWait } from './typical-wait.ts'

it.each<[number[], number | null]>([
  [[], null],
  [[5, 7], null],
  [[9, 1, 5], 5],
  [[1, 2, 3, 1_000_000], 3],
  [[4, 4, 4], 4],
  [[10, 2, 4, 6], 5],
  [[100, 20, 3], 20],
])('of %j', (waits, typical) => expect(typicalWait(waits)).toBe(typical))
