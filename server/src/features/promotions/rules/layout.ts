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
  readonly keys: readonly number[]
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

/** Rules `first` to `end` of a block, as they stand there: copied in one go, unread. */
export interface Run {
  readonly block: Block
  readonly first: number
  readonly end: number
}

const sizesOf = (list: readonly (Piece | Run)[], head: Uint8Array): Sizes => {
  let [count, keys, everywhere, text] = [0, 0, 0, head.length]
  for (const one of list) {
    if ('block' in one) {
      const { keyStarts, starts } = one.block
      count += one.end - one.first
      keys += keyStarts[one.end]! - keyStarts[one.first]!
      text += starts[one.end]! - starts[one.first]!
      for (let i = one.first; i < one.end; i++) if (keyStarts[i] === keyStarts[i + 1]) everywhere++
      continue
    }
    count++
    keys += one.keys.length
    text += one.text.length
    if (one.keys.length === 0) everywhere++
  }
  return { count, keys, slots: slotsFor(keys), found: keys, everywhere, text }
}

/** Where the next rule goes. */
interface Place {
  rule: number
  key: number
  text: number
}
const putRun = (block: Block, { block: old, first, end }: Run, at: Place): void => {
  block.from.set(old.from.subarray(first, end), at.rule)
  block.to.set(old.to.subarray(first, end), at.rule)
  const [textFrom, keyFrom] = [old.starts[first]!, old.keyStarts[first]!]
  block.text.set(old.text.subarray(textFrom, old.starts[end]), at.text)
  block.keys.set(old.keys.subarray(keyFrom, old.keyStarts[end]), at.key)
  for (let i = first; i < end; i++) {
    block.starts[at.rule] = old.starts[i]! - textFrom + at.text
    block.keyStarts[++at.rule] = old.keyStarts[i + 1]! - keyFrom + at.key
  }
  at.text += old.starts[end]! - textFrom
  at.key += old.keyStarts[end]! - keyFrom
}
const putPiece = (block: Block, piece: Piece, at: Place): void => {
  block.from[at.rule] = piece.from
  block.to[at.rule] = piece.to
  block.starts[at.rule] = at.text
  block.text.set(piece.text, at.text)
  at.text += piece.text.length
  block.keys.set(piece.keys, at.key)
  at.key += piece.keys.length
  block.keyStarts[++at.rule] = at.key
}

/** In the order of ids. */
export const buildBlock = (list: readonly (Piece | Run)[], head: Uint8Array): Block => {
  const sizes = sizesOf(list, head)
  const buffer = new SharedArrayBuffer(bytesOf(sizes))
  const { count, keys, slots, found, everywhere, text } = sizes
  new Int32Array(buffer, 0, HEADER).set([FORMAT, count, keys, slots, found, everywhere, text])
  const block = view(buffer, sizes)
  const at: Place = { rule: 0, key: 0, text: 0 }
  for (const one of list) {
    if ('block' in one) putRun(block, one, at)
    else putPiece(block, one, at)
  }
  block.starts[count] = at.text
  block.text.set(head, at.text)
  block.starts[count + 1] = at.text + head.length
  fillIndex(block)
  return block
}

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
