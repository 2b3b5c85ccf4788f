// Which features a model knows, how rare each is, and how a text becomes a sparse vector of them.
import { finish } from './bytes.ts'
import { BLOCKS, FEATURES, type FeatureOptions, type FeatureReader, readerFor } from './features.ts'
import type { Row, Rows } from './rows.ts'

const EMPTY = -1

/** Hash -> number, open addressing, never shrinks. Key and number lie side by side: one look into memory for both. */
class HashTable {
  size = 0
  /** Key, number + 1, key, number + 1, …; a number of 0 is an empty place. */
  private places: Uint32Array
  /** Of an index into `places`; always even. */
  private mask: number
  constructor(expected: number) {
    let capacity = 1024
    while (capacity < expected * 2) capacity *= 2
    this.mask = capacity * 2 - 2
    this.places = new Uint32Array(capacity * 2)
  }
  get(key: number): number {
    const { places, mask } = this
    for (let at = (key << 1) & mask; ; at = (at + 2) & mask) {
      const number = places[at + 1]!
      if (number === 0) return EMPTY
      if (places[at] === key) return number - 1
    }
  }
  /** The number of a key; a new key gets the next number. */
  add(key: number): number {
    let at = (key << 1) & this.mask
    for (; this.places[at + 1] !== 0; at = (at + 2) & this.mask)
      if (this.places[at] === key) return this.places[at + 1]! - 1
    this.places[at] = key
    this.places[at + 1] = ++this.size
    if (this.size * 4 > this.mask) this.grow()
    return this.size - 1
  }
  private grow(): void {
    const { places } = this
    this.mask = this.mask * 2 + 2
    this.places = new Uint32Array(this.mask + 2)
    for (let from = 0; from < places.length; from += 2) {
      if (places[from + 1] === 0) continue
      let at = (places[from]! << 1) & this.mask
      while (this.places[at + 1] !== 0) at = (at + 2) & this.mask
      this.places[at] = places[from]!
      this.places[at + 1] = places[from + 1]!
    }
  }
}

/** What a vocabulary is made of; `fit` counts it from texts, `fromBytes` reads it. */
export interface VocabularyParts {
  readonly options: FeatureOptions
  /** Hash of each feature, by its number. */
  readonly keys: Uint32Array
  readonly idf: Float32Array
  /** How much each family counts, 0: not at all. */
  readonly weights: readonly number[]
}

export class Vocabulary {
  readonly options: FeatureOptions
  readonly keys: Uint32Array
  readonly idf: Float32Array
  readonly weights: readonly number[]
  readonly size: number
  readonly reader: FeatureReader
  /** Of the text read last: how much of it (by rarity, 0..1) the training set had seen. */
  known = 0
  private readonly table: HashTable
  private readonly count: Float32Array
  private readonly blockOf: Uint8Array
  private readonly norm = new Float64Array(BLOCKS)
  private readonly squares: readonly number[]
  /** Rarity of a feature met once. */
  readonly rarest: number

  constructor(parts: VocabularyParts) {
    this.options = parts.options
    this.keys = parts.keys
    this.idf = parts.idf
    this.weights = parts.weights
    this.squares = parts.weights.map((weight) => weight ** 2)
    this.size = parts.keys.length
    this.reader = readerFor(parts.options)
    this.table = new HashTable(this.size)
    for (const key of parts.keys) this.table.add(key)
    this.count = new Float32Array(this.size)
    this.blockOf = new Uint8Array(this.size)
    this.rarest = parts.idf.reduce((most, value) => Math.max(most, value), 1)
  }

  idOf(hash: number): number {
    return this.table.get(hash)
  }

  /** Writes the text's vector into `row`: log counts × rarity, each family to its weight, all together to length 1. */
  read(text: string, row: Row): void {
    const { reader, count, blockOf } = this
    reader.read(text)
    if (row.index.length < reader.length) {
      row.index = new Int32Array(reader.length * 2)
      row.value = new Float32Array(reader.length * 2)
    }
    let length = 0
    let seen = 0
    let unseen = 0
    for (let f = 0; f < reader.length; f++) {
      const id = this.table.get(reader.hash[f]!)
      if (id === EMPTY) {
        unseen += this.rarest
        continue
      }
      seen += this.idf[id]!
      if (count[id] === 0) {
        row.index[length++] = id
        blockOf[id] = reader.block[f]!
      }
      count[id]!++
    }
    this.known = seen + unseen > 0 ? seen / (seen + unseen) : 0
    row.length = length
    this.weigh(row)
  }

  private weigh(row: Row): void {
    const { count, blockOf, norm, idf, weights, squares } = this
    norm.fill(0)
    for (let i = 0; i < row.length; i++) {
      const id = row.index[i]!
      const times = count[id]!
      // Most stand once; the logarithm of that need not be asked for.
      const value = times === 1 ? idf[id]! : (1 + Math.log(times)) * idf[id]!
      count[id] = 0
      row.value[i] = value
      norm[blockOf[id]!]! += value * value
    }
    let all = 0
    for (let b = 0; b < BLOCKS; b++) {
      if (norm[b]! > 0) all += squares[b]!
      norm[b] = norm[b]! > 0 ? weights[b]! / Math.sqrt(norm[b]!) : 0
    }
    const scale = all > 0 ? 1 / Math.sqrt(all) : 0
    for (let i = 0; i < row.length; i++) row.value[i] = row.value[i]! * norm[blockOf[row.index[i]!]!]! * scale
  }
}

export const emptyRow = (): Row => ({ length: 0, index: new Int32Array(256), value: new Float32Array(256) })

export interface VocabularyOptions {
  readonly features?: Partial<FeatureOptions>
  /** A feature in fewer texts than this is forgotten. */
  readonly minTexts?: number
  /** The rarest features beyond this many are forgotten. */
  readonly most?: number
  readonly weights?: readonly number[]
}

/** Counts every feature once a text. */
const frequencies = (texts: readonly string[], reader: FeatureReader): { keys: number[]; texts: Int32Array } => {
  const table = new HashTable(65536)
  const keys: number[] = []
  let counts = new Int32Array(65536)
  let last = new Int32Array(65536).fill(-1)
  for (let t = 0; t < texts.length; t++) {
    reader.read(texts[t]!)
    for (let f = 0; f < reader.length; f++) {
      const hash = reader.hash[f]!
      const id = table.add(hash)
      if (id === keys.length) keys.push(hash)
      if (id >= counts.length) {
        const [old, seen] = [counts, last]
        counts = new Int32Array(old.length * 2)
        counts.set(old)
        last = new Int32Array(old.length * 2).fill(-1)
        last.set(seen)
      }
      if (last[id] === t) continue
      last[id] = t
      counts[id]!++
    }
  }
  return { keys, texts: counts }
}

/** The vocabulary of these texts. Deterministic: features keep the order in which they were first met. */
export const fitVocabulary = (texts: readonly string[], options: VocabularyOptions = {}): Vocabulary => {
  const features = { ...FEATURES, ...options.features }
  const found = frequencies(texts, readerFor(features))
  let least = options.minTexts ?? 1
  const most = options.most ?? 1_000_000
  const tally = new Int32Array(texts.length + 2)
  for (let id = 0; id < found.keys.length; id++) tally[found.texts[id]!]!++
  let kept = 0
  for (let n = least; n < tally.length; n++) kept += tally[n]!
  while (kept > most && least < texts.length) kept -= tally[least++]!
  const keys: number[] = []
  const idf: number[] = []
  for (let id = 0; id < found.keys.length; id++) {
    if (found.texts[id]! < least) continue
    keys.push(found.keys[id]!)
    idf.push(Math.log((1 + texts.length) / (1 + found.texts[id]!)) + 1)
  }
  const weights = options.weights ?? [1, 1, 1]
  return new Vocabulary({ options: features, keys: Uint32Array.from(keys), idf: Float32Array.from(idf), weights })
}

/** Texts between two pauses: about a millisecond. */
const PAUSE = 200

/** Every text as a row. */
export const rowsOf = (vocabulary: Vocabulary, texts: readonly string[]): Rows => finish(makingRows(vocabulary, texts))

/** The same with pauses, in which others may read with this vocabulary. */
export function* makingRows(vocabulary: Vocabulary, texts: readonly string[]): Generator<undefined, Rows> {
  const row = emptyRow()
  const start = new Int32Array(texts.length + 1)
  let index = new Int32Array(4096)
  let value = new Float32Array(4096)
  for (let t = 0; t < texts.length; t++) {
    if (t % PAUSE === PAUSE - 1) yield
    vocabulary.read(texts[t]!, row)
    const from = start[t]!
    if (from + row.length > index.length) {
      const [oldIndex, oldValue] = [index, value]
      index = new Int32Array((from + row.length) * 2)
      index.set(oldIndex)
      value = new Float32Array((from + row.length) * 2)
      value.set(oldValue)
    }
    index.set(row.index.subarray(0, row.length), from)
    value.set(row.value.subarray(0, row.length), from)
    start[t + 1] = from + row.length
  }
  return { count: texts.length, start, index, value }
}
