// What a tagger sees of a whole segment: its text, its edges and length, and whether such a text was a span before.

import type { TagRow } from './tag-rows.ts'
import { segmentsOf } from './tag-rows.ts'
import { mix, PAD, type Seen } from './token-features.ts'

/** Texts of spans seen in training, with how often each type had them. */
export type Lexicon = Map<number, Map<number, number>>

export const textHash = (exact: Int32Array, start: number, end: number): number => {
  let hash = 17
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ exact[at + PAD]!, 0x01000193) ^ (hash >>> 11)
  return hash | 0
}

export const lexiconFrom = (views: readonly Seen[], rows: readonly TagRow[], typeIds: ReadonlyMap<string, number>) => {
  const lexicon: Lexicon = new Map()
  rows.forEach((row, index) => {
    for (const { start, end, type } of segmentsOf(row.tags)) {
      const text = textHash(views[index]!.exact, start, end)
      const counts = lexicon.get(text) ?? new Map<number, number>()
      const id = typeIds.get(type)!
      counts.set(id, (counts.get(id) ?? 0) + 1)
      lexicon.set(text, counts)
    }
  })
  return lexicon
}

/** Two numbers of what the lexicon says; the row's own spans are left out while training, so unseen texts stay believable. */
const lexiconView = (
  lexicon: Lexicon,
  text: number,
  own: ReadonlyMap<number, Map<number, number>> | undefined,
): [number, number] => {
  const counts = lexicon.get(text)
  if (!counts) return [0, 0]
  const mine = own?.get(text)
  let best = 0
  let bestType = 0
  let total = 0
  for (const [type, count] of counts) {
    const left = count - (mine?.get(type) ?? 0)
    total += left
    if (left > best) {
      best = left
      bestType = type + 1
    }
  }
  if (total === 0) return [0, 0]
  return [
    bestType,
    Math.min(Math.floor(Math.log2(best)) + 1, 4) * 4 + (best * 10 >= total * 9 ? 2 : best * 2 >= total ? 1 : 0),
  ]
}

/** Whether the same text (bits 1, 2) or its first two tokens (bits 4, 8) stand before or after in the row. */
const twins = ({ exact }: Seen, start: number, end: number): number => {
  let found = 0
  const length = end - start
  const two = Math.min(2, length)
  const last = exact.length - 2 * PAD
  for (let other = 0; other + two <= last; other++) {
    if (other >= start && other < end) continue
    let same = 0
    while (same < length && other + same < last && exact[other + same + PAD] === exact[start + same + PAD]) same++
    if (same >= length) found |= other < start ? 1 : 2
    else if (same >= two) found |= other < start ? 4 : 8
  }
  return found
}

export const segmentFeatures = (
  view: Seen,
  [start, end]: readonly [number, number],
  lexicon: Lexicon,
  own: ReadonlyMap<number, Map<number, number>> | undefined,
  out: number[],
): void => {
  const { words: w, exact: e, shapes: s } = view
  const a = start + PAD
  const z = end + PAD - 1
  const length = Math.min(end - start, 9)
  const text = textHash(e, start, end)
  const [type, sure] = lexiconView(lexicon, text, own)
  out.push(mix(200, length), mix(201, text), mix(202, type, sure), mix(203, type, length))
  out.push(mix(204, w[a]!, w[z]!, length), mix(205, w[z]!, length), mix(206, w[a]!, length), mix(207, w[a]!, w[z]!))
  out.push(mix(208, w[z - 1]!, w[z]!, length), mix(209, w[z]!, w[z + 1]!), mix(210, w[a - 1]!, w[a]!, w[z]!))
  out.push(
    mix(211, s[a - 1]!, s[a]!, s[z]!, s[z + 1]!),
    mix(212, w[a - 1]!, w[z]!, w[z + 1]!),
    mix(213, view.keys[a - 1]!, view.keys[z]!, length),
  )
  let shape = 7
  for (let at = a; at <= z; at++) shape = Math.imul(shape ^ (view.keys[at] || s[at]!), 0x01000193)
  out.push(mix(214, shape))
  let inner = 0
  for (let at = a; at < z; at++) if (view.keys[at]) inner++
  out.push(
    mix(215, inner, view.keys[z]!),
    mix(216, w[z + 1]!, length),
    mix(217, type, w[z + 1]!),
    mix(218, type, view.keys[a - 1]!),
  )
  const twin = twins(view, start, end)
  out.push(mix(221, twin), mix(222, twin, type), mix(223, twin, w[z]!))
  if (end - start > 1) {
    const [stem, stemSure] = lexiconView(lexicon, textHash(e, start, end - 1), own)
    out.push(mix(219, stem, stemSure), mix(220, stem, w[z]!))
  }
}

export const ownSpans = (view: Seen, row: TagRow, typeIds: ReadonlyMap<string, number>) => {
  const own = new Map<number, Map<number, number>>()
  for (const { start, end, type } of segmentsOf(row.tags)) {
    const text = textHash(view.exact, start, end)
    const counts = own.get(text) ?? new Map<number, number>()
    const id = typeIds.get(type)!
    counts.set(id, (counts.get(id) ?? 0) + 1)
    own.set(text, counts)
  }
  return own
}
