// Lists of numbers by key, side by side in three flat arrays; and several of them made one without stopping for long.

/** The numbers of key i, ascending, stand at from[i]…from[i + 1] of `values`; keys ascend. */
export interface Lists {
  readonly keys: Uint32Array
  readonly from: Uint32Array
  readonly values: Uint32Array
}

export const NONE = 0xffffffff

/** Where `key` stands, or -1. */
export const placeOf = (keys: Uint32Array, key: number): number => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low < keys.length && keys[low] === key ? low : -1
}

/** Lists of pairs as they come; the values of one key must come ascending. */
export const createLists = (pairKeys: readonly number[], pairValues: readonly number[]): Lists => {
  const counts = new Map<number, number>()
  for (const key of pairKeys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keys = Uint32Array.from(counts.keys()).sort()
  const from = new Uint32Array(keys.length + 1)
  const next = new Map<number, number>()
  for (let i = 0; i < keys.length; i++) {
    next.set(keys[i]!, from[i]!)
    from[i + 1] = from[i]! + counts.get(keys[i]!)!
  }
  const values = new Uint32Array(pairKeys.length)
  for (const [i, key] of pairKeys.entries()) {
    const place = next.get(key)!
    values[place] = pairValues[i]!
    next.set(key, place + 1)
  }
  return { keys, from, values }
}

export interface Source {
  readonly lists: Lists
  /** What a value is from now on, or NONE when it is left out; must keep the order. */
  readonly valueFor: (value: number) => number
}
export interface Merged {
  readonly lists: Lists
  /** The new place of each source's keys; NONE for one that has no values any more. */
  readonly places: readonly Uint32Array[]
}

/** Values copied between two yields: about a fifth of a millisecond. */
const STRETCH = 8_192
/** Numbers copied at once. */
const PIECE = 1 << 18

/** The first `length` numbers alone; memory is copied piece by piece, for much of it takes long. */
export function* trimmed(all: Uint32Array, length: number): Generator<undefined, Uint32Array> {
  if (length === all.length) return all
  const short = new Uint32Array(length)
  for (let from = 0; from < length; from += PIECE) {
    short.set(all.subarray(from, Math.min(length, from + PIECE)), from)
    yield
  }
  return short
}

/** One list of many, later sources behind earlier ones. Yields often, so that whoever drives it can do something else. */
export function* mergeLists(sources: readonly Source[]): Generator<undefined, Merged> {
  const total = (of: 'keys' | 'values') => sources.reduce((sum, { lists }) => sum + lists[of].length, 0)
  const keys = new Uint32Array(total('keys'))
  const from = new Uint32Array(keys.length + 1)
  const values = new Uint32Array(total('values'))
  const places = sources.map(({ lists }) => new Uint32Array(lists.keys.length).fill(NONE))
  const heads = new Uint32Array(sources.length)
  let made = 0
  let end = 0
  for (let left = 0; ; ) {
    let key = Number.POSITIVE_INFINITY
    for (let s = 0; s < sources.length; s++) key = Math.min(key, sources[s]!.lists.keys[heads[s]!] ?? key)
    if (key === Number.POSITIVE_INFINITY) break
    const began = end
    for (let s = 0; s < sources.length; s++) {
      const { lists, valueFor } = sources[s]!
      const head = heads[s]!
      if (lists.keys[head] !== key) continue
      heads[s] = head + 1
      const before = end
      for (let i = lists.from[head]!; i < lists.from[head + 1]!; i++) {
        const value = valueFor(lists.values[i]!)
        if (value !== NONE) values[end++] = value
        if (++left % STRETCH === 0) yield
      }
      if (end > before) places[s]![head] = made
    }
    if (end === began) continue
    keys[made++] = key
    from[made] = end
  }
  const lists = {
    keys: yield* trimmed(keys, made),
    from: yield* trimmed(from, made + 1),
    values: yield* trimmed(values, end),
  }
  return { lists, places }
}
