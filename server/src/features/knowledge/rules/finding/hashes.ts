// Words and ids as numbers: numbers lie in flat arrays, which cost the garbage collector nothing.

/** 32 bits of a text. Among 200,000 words about five share a number with another: too few to show in a ranking. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x7feb352d)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The 16 bytes of a UUID as four numbers. */
export const uuidWords = (id: string): readonly [number, number, number, number] => {
  const hex = id.replaceAll('-', '')
  const word = (at: number) => Number.parseInt(hex.slice(at, at + 8), 16) >>> 0
  return [word(0), word(8), word(16), word(24)]
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hex = (word: number): string =>
  BYTES[word >>> 24]! + BYTES[(word >>> 16) & 255]! + BYTES[(word >>> 8) & 255]! + BYTES[word & 255]!

export const uuidAt = (words: Uint32Array, place: number): string => {
  const all = hex(words[place]!) + hex(words[place + 1]!) + hex(words[place + 2]!) + hex(words[place + 3]!)
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`
}

const slotOf = (a: number, d: number, mask: number): number =>
  (Math.imul(a ^ Math.imul(d, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask

/** Ids put in between two yields. */
const STRETCH = 8_192

/** An open table from id to document: document + 1 in each taken slot, at most half of them taken. */
export function* fillTable(ids: Uint32Array): Generator<undefined, Uint32Array> {
  const documents = ids.length / 4
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, documents * 2))))
  const mask = table.length - 1
  for (let document = 0; document < documents; document++) {
    let slot = slotOf(ids[document * 4]!, ids[document * 4 + 3]!, mask)
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = document + 1
    if (document % STRETCH === STRETCH - 1) yield
  }
  return table
}
export const createTable = (ids: Uint32Array): Uint32Array => {
  const steps = fillTable(ids)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The document of an id, or -1. */
export const documentOf = (table: Uint32Array, ids: Uint32Array, id: ReturnType<typeof uuidWords>): number => {
  const mask = table.length - 1
  for (let slot = slotOf(id[0], id[3], mask); table[slot] !== 0; slot = (slot + 1) & mask) {
    const document = table[slot]! - 1
    const at = document * 4
    if (ids[at] === id[0] && ids[at + 1] === id[1] && ids[at + 2] === id[2] && ids[at + 3] === id[3]) return document
  }
  return -1
}
