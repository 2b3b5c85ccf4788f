// Entries as bytes, little-endian on every machine: a mark, a count, then id and numbers of each.
import { type Entries, sentenceAt } from './entries.ts'
import type { Sentence } from './sentence.ts'

const MARK = 0x4e425231
const cut = (): RangeError => new RangeError('these bytes are no neighbourhood')

export const entriesToBytes = (entries: Entries): Uint8Array => {
  const encoder = new TextEncoder()
  const kept: { id: Uint8Array; sentence: Sentence }[] = []
  let length = 8
  for (let slot = 0; slot < entries.slots; slot++) {
    const id = entries.idOf(slot)
    if (id === undefined) continue
    const one = { id: encoder.encode(id), sentence: sentenceAt(entries, slot) }
    length += 8 + one.id.length + 3 * one.sentence.dimensions.length
    kept.push(one)
  }
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MARK, true)
  view.setUint32(4, kept.length, true)
  let at = 8
  for (const { id, sentence } of kept) {
    view.setUint32(at, id.length, true)
    view.setUint32(at + 4, sentence.dimensions.length, true)
    bytes.set(id, at + 8)
    at += 8 + id.length
    for (const dimension of sentence.dimensions) {
      view.setUint16(at, dimension, true)
      at += 2
    }
    bytes.set(sentence.weights, at)
    at += sentence.weights.length
  }
  return bytes
}

export function* entriesFromBytes(bytes: Uint8Array): Generator<readonly [id: string, sentence: Sentence]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== MARK) throw cut()
  const decoder = new TextDecoder()
  let at = 8
  for (let left = view.getUint32(4, true); left > 0; left--) {
    if (at + 8 > bytes.length) throw cut()
    const id = view.getUint32(at, true)
    const size = view.getUint32(at + 4, true)
    const dimensionsAt = at + 8 + id
    const weightsAt = dimensionsAt + 2 * size
    if (weightsAt + size > bytes.length) throw cut()
    const dimensions = Uint16Array.from({ length: size }, (_, i) => view.getUint16(dimensionsAt + 2 * i, true))
    yield [
      decoder.decode(bytes.subarray(at + 8, at + 8 + id)),
      { dimensions, weights: bytes.slice(weightsAt, weightsAt + size) },
    ]
    at = weightsAt + size
  }
}
