// Which office document a zip is, from its table of contents. Nothing is unpacked; macros, passwords and bombs are refused.

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const MAX_ENTRIES = 5_000
const MAX_UNPACKED = 200 * 1024 * 1024
const MAX_RATIO = 200

export type OfficeType = 'docx' | 'xlsx' | 'pptx'

/** The record at the end; with a comment behind it the file would have room for something else. */
const endOf = (bytes: Buffer): number | null => {
  const at = bytes.length - END_BYTES
  return at >= 0 && bytes.readUInt32LE(at) === END && bytes.readUInt16LE(at + 20) === 0 ? at : null
}

interface Contents {
  readonly names: readonly string[]
  readonly unpacked: number
}
const contentsOf = (bytes: Buffer, end: number): Contents | null => {
  const count = bytes.readUInt16LE(end + 10)
  if (count === 0 || count > MAX_ENTRIES) return null
  const names: string[] = []
  let unpacked = 0
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) return null
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return null
    unpacked += bytes.readUInt32LE(at + 24)
    const nameBytes = bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes))
    at += ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { names, unpacked }
}

const HOMES: readonly (readonly [OfficeType, string])[] = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
]

export const officeType = (bytes: Buffer): OfficeType | null => {
  const end = endOf(bytes)
  const contents = end === null ? null : contentsOf(bytes, end)
  if (contents === null) return null
  const { names, unpacked } = contents
  if (unpacked > MAX_UNPACKED || unpacked > bytes.length * MAX_RATIO) return null
  if (names.some((name) => /vbaproject|macrosheet|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar)$/i.test(name))) return null
  if (!names.includes('[Content_Types].xml')) return null
  return HOMES.find(([, home]) => names.includes(home))?.[0] ?? null
}
