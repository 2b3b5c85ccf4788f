// Which entries have a dimension: chains of ever longer blocks in one growing array, so that adding copies no list and
// reading a long one runs straight through memory.
import { DIMENSIONS } from './sentence.ts'

/** Slot and weight share a number: 24 bits and 8. */
export const MOST_SLOTS = 1 << 24
const SHORTEST = 6
const LONGEST = 2046
/** Where the next older block stands, and how long it is. */
const HEADER = 2

export interface Postings {
  /** How many entries have a dimension, entries taken out since the last renewal included. */
  readonly counts: Uint32Array
  add(dimension: number, slot: number, weight: number): void
  /** Calls for each run of entries of a dimension, newest run first. */
  walk(dimension: number, visit: Visit): void
}
/** Gets a whole run of postings at once: `pool[from…to)`, each `slot × 256 + weight`. */
export type Visit = (pool: Uint32Array, from: number, to: number) => void

export const createPostings = (): Postings => {
  const counts = new Uint32Array(DIMENSIONS)
  const heads = new Uint32Array(DIMENSIONS)
  const filled = new Uint16Array(DIMENSIONS)
  const lengths = new Uint16Array(DIMENSIONS)
  let pool = new Uint32Array(1 << 15)
  // Place 0 means no block.
  let end = 1
  const newBlock = (dimension: number): void => {
    const length = Math.min(LONGEST, Math.max(SHORTEST, counts[dimension]!))
    if (end + HEADER + length > pool.length) {
      const larger = new Uint32Array(pool.length * 2)
      larger.set(pool)
      pool = larger
    }
    pool[end] = heads[dimension]!
    pool[end + 1] = lengths[dimension]!
    heads[dimension] = end
    lengths[dimension] = length
    filled[dimension] = 0
    end += HEADER + length
  }
  return {
    counts,
    add: (dimension, slot, weight) => {
      if (filled[dimension] === lengths[dimension]) newBlock(dimension)
      pool[heads[dimension]! + HEADER + filled[dimension]!] = slot * 256 + weight
      filled[dimension]!++
      counts[dimension]!++
    },
    walk: (dimension, visit) => {
      let block = heads[dimension]!
      let length = filled[dimension]!
      while (block !== 0) {
        visit(pool, block + HEADER, block + HEADER + length)
        length = pool[block + 1]!
        block = pool[block]!
      }
    },
  }
}
