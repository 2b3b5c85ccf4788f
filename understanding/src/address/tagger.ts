// A trained tagger: spans of a row of tokens, and the tagger as bytes.
import { featureIndex } from './feature-index.ts'
import { bestPath, likelihood } from './lattice.ts'
import type { Lexicon } from './segment-features.ts'
import { latticeOf, ROLES, rawFeatures, type SegmentModel, touchedBy } from './segment-model.ts'
import { OUTSIDE, type TagSpan, tagsOf } from './tag-rows.ts'
import { seen } from './token-features.ts'

export interface Tagger {
  /** One tag a token (`B-road`, `I-road`, `O`); more than 400 tokens are tagged in pieces. */
  tag(chars: readonly string[]): string[]
  spans(chars: readonly string[]): TagSpan[]
  toBytes(): Uint8Array
}

const MOST_TOKENS = 400
/** A span must be at least this likely to be worth naming: what raises the F1 of spans rather than of whole rows. */
const WORTH = 0.4

const segmentsIn = (model: SegmentModel, chars: readonly string[], offset: number): TagSpan[] => {
  if (chars.length === 0) return []
  const raw = rawFeatures(seen(chars), chars.length, model.longest, model.lexicon)
  const lattice = latticeOf(model, touchedBy(model, raw))
  const likely = likelihood(lattice)
  const moves = new Float64Array(model.types.length * (model.types.length + 1))
  const worth = likely.segments.map((probability) => probability - WORTH)
  const marks = new Uint8Array(model.types.length)
  return bestPath({ ...lattice, segments: worth, moves, marks, memories: 1 }).map(({ start, end, type }) => ({
    start: start + offset,
    end: end + offset,
    type: model.types[type]!,
  }))
}

const allSegments = (model: SegmentModel, chars: readonly string[]): TagSpan[] => {
  const segments: TagSpan[] = []
  for (let at = 0; at < chars.length; at += MOST_TOKENS)
    segments.push(...segmentsIn(model, chars.slice(at, at + MOST_TOKENS), at))
  return segments
}

export const taggerOf = (model: SegmentModel): Tagger => ({
  tag: (chars) => tagsOf(allSegments(model, chars)),
  spans: (chars) => allSegments(model, chars).filter(({ type }) => type !== OUTSIDE),
  toBytes: () => bytesOf(model),
})

/** Each row of weights as signed bytes and one scale. */
const packed = (weights: Float32Array, wide: number): { bytes: Int8Array; scales: Float32Array } => {
  const scales = new Float32Array(weights.length / wide)
  const bytes = new Int8Array(weights.length)
  for (let row = 0; row < scales.length; row++) {
    let top = 0
    for (let at = row * wide; at < (row + 1) * wide; at++) top = Math.max(top, Math.abs(weights[at]!))
    scales[row] = top / 127
    if (top > 0)
      for (let at = row * wide; at < (row + 1) * wide; at++) bytes[at] = Math.round(weights[at]! / scales[row]!)
  }
  return { bytes, scales }
}
const unpacked = (bytes: Int8Array, scales: Float32Array, wide: number): Float32Array =>
  Float32Array.from(bytes, (byte, at) => byte * scales[Math.floor(at / wide)]!)

interface Head {
  readonly format: 'ballast-tagger-1'
  readonly types: readonly string[]
  readonly longest: number
  readonly memories: number
  readonly marks: readonly number[]
  /** Bytes of each block, in order. */
  readonly blocks: readonly number[]
}

const keysInOrder = ({ keys, rows, size }: SegmentModel['tokenIndex']): Uint32Array => {
  const ordered = new Uint32Array(size)
  keys.forEach((key, slot) => {
    if (key !== 0) ordered[rows[slot]!] = key
  })
  return ordered
}

/** A head of JSON with its length before it, then the blocks, each padded to eight bytes. */
const bytesOf = (model: SegmentModel): Uint8Array => {
  const token = packed(model.tokenWeights, ROLES * model.types.length)
  const segment = packed(model.segmentWeights, model.types.length)
  const words = Int32Array.from(
    [...model.lexicon].flatMap(([text, counts]) => [...counts].flatMap(([type, count]) => [text, type, count])),
  )
  const blocks = [
    keysInOrder(model.tokenIndex),
    token.bytes,
    token.scales,
    keysInOrder(model.segmentIndex),
    segment.bytes,
    segment.scales,
    model.moves,
    words,
  ]
  const { types, longest, memories } = model
  const head: Head = {
    format: 'ballast-tagger-1',
    types,
    longest,
    memories,
    marks: [...model.marks],
    blocks: blocks.map(({ byteLength }) => byteLength),
  }
  const json = new TextEncoder().encode(JSON.stringify(head))
  const padded = (length: number): number => Math.ceil(length / 8) * 8
  const bytes = new Uint8Array(
    padded(8 + json.length) + blocks.reduce((sum, { byteLength }) => sum + padded(byteLength), 0),
  )
  new DataView(bytes.buffer).setUint32(0, json.length, true)
  bytes.set(json, 8)
  let at = padded(8 + json.length)
  for (const block of blocks) {
    bytes.set(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), at)
    at += padded(block.byteLength)
  }
  return bytes
}

const lexiconOf = (words: Int32Array): Lexicon => {
  const lexicon: Lexicon = new Map()
  for (let at = 0; at + 2 < words.length; at += 3) {
    const counts = lexicon.get(words[at]!) ?? new Map<number, number>()
    counts.set(words[at + 1]!, words[at + 2]!)
    lexicon.set(words[at]!, counts)
  }
  return lexicon
}

/** Throws on bytes that are no tagger of this format. */
export const taggerFromBytes = (source: Uint8Array): Tagger => {
  const bytes = source.slice()
  const length = bytes.length < 8 ? 0 : new DataView(bytes.buffer).getUint32(0, true)
  if (length === 0 || length > bytes.length - 8) throw new Error('not a tagger')
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Head
  if (head.format !== 'ballast-tagger-1') throw new Error('not a tagger of this format')
  let at = Math.ceil((8 + length) / 8) * 8
  const parts = head.blocks.map((size) => {
    const part = bytes.buffer.slice(at, at + size)
    at += Math.ceil(size / 8) * 8
    return part
  }) as ArrayBuffer[]
  if (at > bytes.length) throw new Error('a tagger cut short')
  const wide = head.types.length
  return taggerOf({
    types: head.types,
    longest: head.longest,
    memories: head.memories,
    marks: Uint8Array.from(head.marks),
    tokenIndex: featureIndex(new Uint32Array(parts[0]!)),
    tokenWeights: unpacked(new Int8Array(parts[1]!), new Float32Array(parts[2]!), ROLES * wide),
    segmentIndex: featureIndex(new Uint32Array(parts[3]!)),
    segmentWeights: unpacked(new Int8Array(parts[4]!), new Float32Array(parts[5]!), wide),
    moves: new Float64Array(parts[6]!),
    lexicon: lexiconOf(new Int32Array(parts[7]!)),
  })
}
