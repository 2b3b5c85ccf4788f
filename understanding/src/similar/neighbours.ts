// The entries nearest to a question: the telling dimensions name candidates, all dimensions rank them.
import { createEntries, type Entries, sentenceAt } from './entries.ts'
import { entriesFromBytes, entriesToBytes } from './entries-bytes.ts'
import { createPostings, MOST_SLOTS, type Postings } from './postings.ts'
import { DIMENSIONS, type Sentence } from './sentence.ts'

export interface Neighbour {
  readonly id: string
  /** Cosine, 0…1: how alike the two are, rare dimensions counting more, as rare as they are among the present entries. */
  readonly score: number
}
export interface Neighbours {
  /** Entries held. */
  readonly size: number
  /** Puts an entry in, or in place of the one of the same id. More than 16 million: RangeError. */
  add(id: string, sentence: Sentence): void
  remove(id: string): boolean
  /** At most `most` entries that share something with the question, best first; equal ones by id. */
  search(sentence: Sentence, most: number): Neighbour[]
  /** All entries and their ids; not what was taken out. */
  toBytes(): Uint8Array
}

/** Postings read for one question, the rarest dimensions first: what bounds the time of a search. */
const BUDGET = 25_000
/** Candidates that all dimensions are compared for; at least four for each one wanted. */
const CANDIDATES = 100

interface State {
  entries: Entries
  postings: Postings
  /** 1 / length of each entry, by the rarity of dimensions at the last renewal. */
  inverse: Float32Array
  sums: Float32Array
  touched: Uint32Array
  /** Entries when lengths were last worked out. */
  renewedAt: number
  /** Counts additions and removals. */
  change: number
  rarities: Float64Array
  /** The change each rarity was worked out at. */
  rarityOf: Uint32Array
}

/** Worked out once per dimension until an entry comes or goes. */
const rarity = (state: State, dimension: number): number => {
  if (state.rarityOf[dimension] === state.change) return state.rarities[dimension]!
  state.rarityOf[dimension] = state.change
  const value = Math.log(1 + (state.entries.living + 1) / (state.postings.counts[dimension]! + 1))
  state.rarities[dimension] = value
  return value
}

const lengthOf = (state: State, slot: number): number => {
  const { numbers } = state.entries
  let square = 0
  const to = state.entries.to(slot)
  for (let i = state.entries.from(slot); i < to; i++) {
    const value = (numbers[i]! & 255) * rarity(state, numbers[i]! >>> 8)
    square += value * value
  }
  return Math.sqrt(square)
}

const fresh = (): State => ({
  entries: createEntries(),
  postings: createPostings(),
  inverse: new Float32Array(1024),
  sums: new Float32Array(1024),
  touched: new Uint32Array(1024),
  renewedAt: 0,
  change: 1,
  rarities: new Float64Array(DIMENSIONS),
  rarityOf: new Uint32Array(DIMENSIONS),
})

const enlarge = (state: State, slots: number): void => {
  if (slots <= state.sums.length) return
  const length = Math.max(slots, state.sums.length * 2)
  const inverse = new Float32Array(length)
  inverse.set(state.inverse)
  Object.assign(state, { inverse, sums: new Float32Array(length), touched: new Uint32Array(length) })
}

const put = (state: State, id: string, sentence: Sentence): void => {
  const slot = state.entries.add(id, sentence)
  state.change++
  enlarge(state, slot + 1)
  for (let i = 0; i < sentence.dimensions.length; i++)
    state.postings.add(sentence.dimensions[i]!, slot, sentence.weights[i]!)
  state.inverse[slot] = 1 / (lengthOf(state, slot) || 1)
}

/** Lengths by today's rarity: done when the entries have doubled, so that an addition costs little on average. */
const renewLengths = (state: State): void => {
  for (let slot = 0; slot < state.entries.slots; slot++) state.inverse[slot] = 1 / (lengthOf(state, slot) || 1)
  state.renewedAt = state.entries.living
}

/** Without the places of entries taken out: done when they are half, so that memory is bounded by what is held. */
const compacted = (state: State): State => {
  const next = fresh()
  for (let slot = 0; slot < state.entries.slots; slot++) {
    const id = state.entries.idOf(slot)
    if (id !== undefined) put(next, id, sentenceAt(state.entries, slot))
  }
  renewLengths(next)
  return next
}

/** The question's weights by dimension while one search runs; all zero between searches. */
const asked = new Float32Array(DIMENSIONS)

/** Adds up what the rarest dimensions say; returns how many entries they touch. */
const gather = (state: State, order: readonly number[]): number => {
  const { sums, touched, postings } = state
  let count = 0
  let read = 0
  let weight = 0
  const visit = (pool: Uint32Array, from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const posting = pool[i]!
      const slot = posting >>> 8
      if (sums[slot] === 0) touched[count++] = slot
      sums[slot]! += (posting & 255) * weight
    }
  }
  for (const dimension of order) {
    const length = postings.counts[dimension]!
    if (read > 0 && read + length > BUDGET) break
    read += length
    weight = asked[dimension]! * rarity(state, dimension)
    postings.walk(dimension, visit)
  }
  return count
}

/** The best `most` living slots of those touched, best first; clears the sums behind it. */
const leaders = (state: State, count: number, most: number): number[] => {
  const { sums, touched, inverse, entries } = state
  const scores = new Float32Array(most)
  const slots = new Uint32Array(most)
  let held = 0
  for (let i = 0; i < count; i++) {
    const slot = touched[i]!
    const score = sums[slot]! * inverse[slot]!
    sums[slot] = 0
    if ((held === most && score <= scores[most - 1]!) || entries.idOf(slot) === undefined) continue
    let at = held < most ? held++ : most - 1
    for (; at > 0 && scores[at - 1]! < score; at--) {
      scores[at] = scores[at - 1]!
      slots[at] = slots[at - 1]!
    }
    scores[at] = score
    slots[at] = slot
  }
  return Array.from(slots.subarray(0, held))
}

/** The cosine of the question in `asked`, `length` long, with an entry, by today's rarity. */
const cosine = (state: State, slot: number, length: number): number => {
  const { numbers } = state.entries
  let dot = 0
  let square = 0
  const to = state.entries.to(slot)
  for (let i = state.entries.from(slot); i < to; i++) {
    const dimension = numbers[i]! >>> 8
    const value = (numbers[i]! & 255) * rarity(state, dimension)
    dot += value * asked[dimension]!
    square += value * value
  }
  return square > 0 && length > 0 ? Math.min(1, dot / (Math.sqrt(square) * length)) : 0
}

const find = (state: State, { dimensions, weights }: Sentence, most: number): Neighbour[] => {
  let square = 0
  for (let i = 0; i < dimensions.length; i++) {
    asked[dimensions[i]!] = weights[i]! * rarity(state, dimensions[i]!)
    square += asked[dimensions[i]!]! ** 2
  }
  const { counts } = state.postings
  const order = Array.from(dimensions)
    .filter((dimension) => counts[dimension]! > 0)
    .sort((a, b) => counts[a]! - counts[b]! || a - b)
  const candidates = leaders(state, gather(state, order), Math.max(CANDIDATES, most * 4))
  const found = candidates.map((slot) => ({
    id: state.entries.idOf(slot)!,
    score: cosine(state, slot, Math.sqrt(square)),
  }))
  for (const dimension of dimensions) asked[dimension] = 0
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, Math.max(0, most))
}

/** An empty neighbourhood: about 300 bytes an entry, a search well under a millisecond among 100,000. */
export const createNeighbours = (): Neighbours => {
  let state = fresh()
  const remove = (id: string): boolean => {
    const had = state.entries.remove(id)
    if (had) state.change++
    if (had && state.entries.slots > 64 && state.entries.living * 2 < state.entries.slots) state = compacted(state)
    return had
  }
  return {
    get size() {
      return state.entries.living
    },
    add: (id, sentence) => {
      remove(id)
      if (state.entries.slots >= MOST_SLOTS) throw new RangeError('a neighbourhood holds 16 million entries')
      put(state, id, sentence)
      if (state.entries.living >= 2 * state.renewedAt) renewLengths(state)
    },
    remove,
    search: (sentence, most) => find(state, sentence, most),
    toBytes: () => entriesToBytes(state.entries),
  }
}

/** What `toBytes` gave; anything else: RangeError. */
export const neighboursFromBytes = (bytes: Uint8Array): Neighbours => {
  const neighbours = createNeighbours()
  for (const [id, sentence] of entriesFromBytes(bytes)) neighbours.add(id, sentence)
  return neighbours
}
