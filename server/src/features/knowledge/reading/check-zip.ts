// An office document is a zip: looked through before any library unpacks it, so that a bomb goes off in no one's hands.
import { inflateRawSync } from 'node:zlib'
import { Unreadable } from '../rules/document-shape.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const MOST_COMMENT = 65_535
const MOST_ENTRIES = 10_000
/** Of the parts that are read, unpacked: the text of thousands of pages. */
const MOST_UNPACKED = 100 * 1024 * 1024
const DEFLATED = 8

const broken = () => new Unreadable('document.broken')

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

const endOf = (bytes: Buffer): number => {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - MOST_COMMENT); at--)
    if (bytes.readUInt32LE(at) === END) return at
  throw broken()
}

const entriesIn = (bytes: Buffer): Entry[] => {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new Unreadable('document.too-large')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken()
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable('document.encrypted')
    const name = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** What is said of its size may be a lie: unpacked here once, no further than that, and thrown away. */
const checkEntry = (bytes: Buffer, { method, packed, unpacked, at }: Entry): void => {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw broken()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + packed > bytes.length) throw broken()
  if (method !== DEFLATED) return
  try {
    inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, unpacked) })
  } catch {
    throw broken()
  }
}

/** Which office document it is. @throws Unreadable */
export const officeKind = (bytes: Buffer): 'docx' | 'xlsx' => {
  const entries = entriesIn(bytes)
  const names = new Set(entries.map(({ name }) => name))
  const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : null
  if (kind === null) throw new Unreadable('document.unknown-kind')
  const read = entries.filter(({ name }) => /\.(xml|rels)$/i.test(name))
  if (read.reduce((sum, entry) => sum + entry.unpacked, 0) > MOST_UNPACKED) throw new Unreadable('document.too-large')
  for (const entry of read) checkEntry(bytes, entry)
  return kind
}
