// Seeded random numbers: training must give the same model twice, so nothing here asks the machine for chance.

/** Numbers in [0, 1) from a 32-bit seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Shuffles in place (Fisher and Yates). */
export const shuffle = (list: Int32Array, random: () => number): void => {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = list[i]!
    list[i] = list[j]!
    list[j] = held
  }
}

/** 0, 1, … count - 1. */
export const upTo = (count: number): Int32Array => {
  const list = new Int32Array(count)
  for (let i = 0; i < count; i++) list[i] = i
  return list
}
