// A part of an index: flat arrays and nothing else, so that it costs the collector nothing and can be handed between threads.
import { documentOf, type uuidWords } from './hashes.ts'
import type { Lists } from './lists.ts'

export interface Segment {
  readonly documents: number
  /** Terms by hash: where they occur, as `posting` packs it. */
  readonly terms: Lists
  /** Of each term, what its kind says, in steps of 1/200. */
  readonly shares: Uint8Array
  /** Of each term that a misspelt one may mean, its letters; else 0. */
  readonly letters: Uint8Array
  /** Terms (by place) by the hash of three of their letters. */
  readonly pieces: Lists
  /** Entries by dimension of their sentence vectors, as `posting` packs it: the strength in place of counts. */
  readonly dimensions: Lists

  /** Title and questions of document d are numbers questionsFrom[d]…questionsFrom[d + 1]. */
  readonly questionsFrom: Uint32Array
  /** Terms (by place, ascending) of question q stand at gramsFrom[q]…gramsFrom[q + 1] of `grams`. */
  readonly gramsFrom: Uint32Array
  readonly grams: Uint32Array
  /** Its sentence vector likewise: dimensions by place in `dimensions`, and how strongly it has them. */
  readonly vectorsFrom: Uint32Array
  readonly vectors: Uint16Array
  readonly strengths: Uint8Array

  /** UUIDs, four numbers each, and a table from them to documents. */
  readonly ids: Uint32Array
  readonly table: Uint32Array
  readonly versions: Uint32Array
  /** Terms of a document; those of the answer count half. */
  readonly lengths: Uint16Array
  readonly totalLength: number
  /** Epoch ms; -Infinity and Infinity where unbounded. */
  readonly validFrom: Float64Array
  readonly validTo: Float64Array
  /** Where a document's bounds stand in `pool`; 0: for everybody. */
  readonly bounds: Uint32Array
  readonly pool: Uint32Array
  /** UTF-8 of title, topic and answer, one after the other; three starts a document, and the end. */
  readonly textsFrom: Uint32Array
  readonly texts: Uint8Array
}

/** A document and two small numbers in 32 bits: at most four million documents a segment. */
export const MOST_DOCUMENTS = 1 << 22
export const MOST_COUNT = 31
export const posting = (document: number, loud: number, quiet: number): number =>
  document * 1024 + Math.min(MOST_COUNT, loud) * 32 + Math.min(MOST_COUNT, quiet)
export const documentIn = (value: number): number => value >>> 10
/** How often a term stands in the title and questions. */
export const loudIn = (value: number): number => (value >>> 5) & 31
/** How often it stands in the answer. */
export const quietIn = (value: number): number => value & 31
/** Of a posting of a dimension: how strongly, 1…255. */
export const strengthIn = (value: number): number => value & 1023

/** The posting of `document` among those at from…to, or -1. */
export const postingOf = (lists: Lists, place: number, document: number): number => {
  const { values, from } = lists
  let low = from[place]!
  const end = from[place + 1]!
  let high = end
  const least = document * 1024
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < least) low = middle + 1
    else high = middle
  }
  return low < end && documentIn(values[low]!) === document ? values[low]! : -1
}

export const findDocument = (segment: Segment, id: ReturnType<typeof uuidWords>): number =>
  documentOf(segment.table, segment.ids, id)

const arraysOf = (value: object): ArrayBufferView[] =>
  Object.values(value).flatMap((one) =>
    ArrayBuffer.isView(one) ? [one] : typeof one === 'object' && one !== null ? arraysOf(one) : [],
  )

export const bytesOf = (segment: Segment): number =>
  arraysOf(segment).reduce((sum, { buffer }) => sum + buffer.byteLength, 0)
/** What is handed over with a segment when it goes to another thread. */
export const buffersOf = (segment: Segment): ArrayBuffer[] =>
  arraysOf(segment).map(({ buffer }) => buffer as ArrayBuffer)

const decoder = new TextDecoder()
export const textsAt = (
  { texts, textsFrom }: Segment,
  document: number,
): { readonly title: string; readonly topic: string; readonly answer: string } => {
  const at = document * 3
  const text = (n: number) => decoder.decode(texts.subarray(textsFrom[at + n]!, textsFrom[at + n + 1]!))
  return { title: text(0), topic: text(1), answer: text(2) }
}
