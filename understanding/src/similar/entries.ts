// The entries of a neighbourhood, each with its sentence: one growing array of `dimension × 256 + weight`.
import type { Sentence } from './sentence.ts'

export interface Entries {
  /** Slots given out, empty ones included. */
  readonly slots: number
  readonly living: number
  add(id: string, sentence: Sentence): number
  remove(id: string): boolean
  slotOf(id: string): number | undefined
  /** The entry of a slot; undefined when it was taken out. */
  idOf(slot: number): string | undefined
  /** Where a slot's numbers stand in `numbers`. */
  from(slot: number): number
  to(slot: number): number
  readonly numbers: Uint32Array
}

export const createEntries = (): Entries => {
  const ids: (string | undefined)[] = []
  const slots = new Map<string, number>()
  let starts = new Uint32Array(1024)
  let numbers = new Uint32Array(32 * 1024)
  let end = 0
  const room = (length: number): void => {
    if (end + length > numbers.length) {
      const larger = new Uint32Array(Math.max(end + length, numbers.length * 2))
      larger.set(numbers)
      numbers = larger
    }
    if (ids.length + 2 > starts.length) {
      const larger = new Uint32Array(starts.length * 2)
      larger.set(starts)
      starts = larger
    }
  }
  return {
    get slots() {
      return ids.length
    },
    get living() {
      return slots.size
    },
    get numbers() {
      return numbers
    },
    add: (id, { dimensions, weights }) => {
      room(dimensions.length)
      const slot = ids.push(id) - 1
      slots.set(id, slot)
      for (let i = 0; i < dimensions.length; i++) numbers[end++] = dimensions[i]! * 256 + weights[i]!
      starts[slot + 1] = end
      return slot
    },
    remove: (id) => {
      const slot = slots.get(id)
      if (slot === undefined) return false
      slots.delete(id)
      ids[slot] = undefined
      return true
    },
    slotOf: (id) => slots.get(id),
    idOf: (slot) => ids[slot],
    from: (slot) => starts[slot]!,
    to: (slot) => starts[slot + 1]!,
  }
}

export const sentenceAt = (entries: Entries, slot: number): Sentence => {
  const part = entries.numbers.subarray(entries.from(slot), entries.to(slot))
  return { dimensions: Uint16Array.from(part, (n) => n >>> 8), weights: Uint8Array.from(part, (n) => n & 255) }
}
