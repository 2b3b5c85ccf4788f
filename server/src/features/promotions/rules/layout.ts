// A compiled rule set is one block of memory that threads share: numbers to find rules by, and each rule's own text.
// Nothing in it is parsed before it is needed, so taking over 20,000 rules costs no more than taking over ten.
import type { RuleSetHead } from '@ballast/contract/promotions'

/** Raise when anything below changes: stored sets of another format are compiled anew from their texts. */
export const FORMAT = 1
const HEADER = 8
export const FOREVER = 8.64e15

export interface Block {
  readonly buffer: SharedArrayBuffer
  readonly count: number
  /** Epoch ms; `to` is exclusive. */
  readonly from: Float64Array
  readonly to: Float64Array
  /** Byte offsets into `text`: rule i is [i], [i+1]; the head is the last. */
  readonly starts: Int32Array
  readonly keyStarts: Int32Array
  readonly keys: Int32Array
  /** Open addressing, three numbers a slot: key, start in `found`, length. */
  readonly table: Int32Array
  readonly found: Int32Array
  readonly everywhere: Int32Array
  readonly text: Uint8Array
}

/** One rule as it goes into a block, in the order of ids. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly keys: ArrayLike<number>
  readonly text: Uint8Array
}

interface Sizes {
  readonly count: number
  readonly keys: number
  readonly slots: number
  readonly found: number
  readonly everywhere: number
  readonly text: number
}

const view = (buffer: SharedArrayBuffer, sizes: Sizes): Block => {
  let at = HEADER * 4
  const floats = (length: number) => {
    const made = new Float64Array(buffer, at, length)
    at += length * 8
    return made
  }
  const whole = (length: number) => {
    const made = new Int32Array(buffer, at, length)
    at += length * 4
    return made
  }
  return {
    buffer,
    count: sizes.count,
    from: floats(sizes.count),
    to: floats(sizes.count),
    starts: whole(sizes.count + 2),
    keyStarts: whole(sizes.count + 1),
    keys: whole(sizes.keys),
    table: whole(sizes.slots * 3),
    found: whole(sizes.found),
    everywhere: whole(sizes.everywhere),
    text: new Uint8Array(buffer, at, sizes.text),
  }
}

const bytesOf = (sizes: Sizes): number =>
  HEADER * 4 +
  sizes.count * 16 +
  (sizes.count * 2 + 3 + sizes.keys + sizes.slots * 3 + sizes.found + sizes.everywhere) * 4 +
  sizes.text

/** Looks into bytes that were built or stored; null: another format, or not whole. */
export const openBlock = (buffer: SharedArrayBuffer): Block | null => {
  if (buffer.byteLength < HEADER * 4) return null
  const [format, count, keys, slots, found, everywhere, text] = new Int32Array(buffer, 0, HEADER)
  const sizes = { count: count!, keys: keys!, slots: slots!, found: found!, everywhere: everywhere!, text: text! }
  return format === FORMAT && bytesOf(sizes) === buffer.byteLength ? view(buffer, sizes) : null
}

const slotsFor = (keys: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, keys * 2)))

/** Which slot holds the key, or the empty one where it would stand. */
export const slotOf = (table: Int32Array, key: number): number => {
  const mask = table.length / 3 - 1
  let slot = (key ^ (key >>> 15)) & mask
  for (;;) {
    const held = table[slot * 3]!
    if (held === key || held === 0) return slot
    slot = (slot + 1) & mask
  }
}

/** Counts, then fills: two walks, no lists grown on the way. */
const fillIndex = (block: Block): void => {
  const { table, found, keys, keyStarts, everywhere, count } = block
  for (let i = 0; i < keys.length; i++) {
    const slot = slotOf(table, keys[i]!) * 3
    table[slot] = keys[i]!
    table[slot + 2]!++
  }
  let start = 0
  for (let slot = 0; slot < table.length; slot += 3) {
    table[slot + 1] = start
    start += table[slot + 2]!
    table[slot + 2] = 0
  }
  let free = 0
  for (let rule = 0; rule < count; rule++) {
    const [first, end] = [keyStarts[rule]!, keyStarts[rule + 1]!]
    if (first === end) everywhere[free++] = rule
    for (let i = first; i < end; i++) {
      const slot = slotOf(table, keys[i]!) * 3
      found[table[slot + 1]! + table[slot + 2]!++] = rule
    }
  }
}

/** Pieces in the order of their ids. */
export const buildBlock = (pieces: readonly Piece[], head: Uint8Array): Block => {
  let keys = 0
  let text = head.length
  let everywhere = 0
  for (const piece of pieces) {
    keys += piece.keys.length
    text += piece.text.length
    if (piece.keys.length === 0) everywhere++
  }
  const sizes = { count: pieces.length, keys, slots: slotsFor(keys), found: keys, everywhere, text }
  const buffer = new SharedArrayBuffer(bytesOf(sizes))
  new Int32Array(buffer, 0, HEADER).set([FORMAT, sizes.count, keys, sizes.slots, keys, everywhere, text])
  const block = view(buffer, sizes)
  let textAt = 0
  let keyAt = 0
  for (const [i, piece] of pieces.entries()) {
    block.from[i] = piece.from
    block.to[i] = piece.to
    block.starts[i] = textAt
    block.text.set(piece.text, textAt)
    textAt += piece.text.length
    for (let k = 0; k < piece.keys.length; k++) block.keys[keyAt++] = piece.keys[k]!
    block.keyStarts[i + 1] = keyAt
  }
  block.starts[pieces.length] = textAt
  block.text.set(head, textAt)
  block.starts[pieces.length + 1] = textAt + head.length
  fillIndex(block)
  return block
}

/** A rule of a block as a piece of the next: copied, not read. */
export const pieceAt = (block: Block, i: number): Piece => ({
  from: block.from[i]!,
  to: block.to[i]!,
  keys: block.keys.subarray(block.keyStarts[i], block.keyStarts[i + 1]),
  text: block.text.subarray(block.starts[i], block.starts[i + 1]),
})

/** The text of rule i; of the head with i = count. */
export const textAt = (block: Block, i: number): string =>
  // Decoders refuse shared memory; a Buffer reads it.
  Buffer.from(
    block.buffer,
    block.text.byteOffset + block.starts[i]!,
    block.starts[i + 1]! - block.starts[i]!,
  ).toString()

const encoder = new TextEncoder()
export const headBytes = ({ currency, campaigns }: RuleSetHead): Uint8Array =>
  encoder.encode(JSON.stringify({ currency, campaigns }))
