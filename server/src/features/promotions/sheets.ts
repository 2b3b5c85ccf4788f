// The files a rules table comes in: csv in UTF-8 or GBK, and xlsx, read and written here without a library. An xlsx is a
// zip of XML; of it we read the first sheet's texts and numbers, never formulas, links or anything that runs.
import { crc32, inflateRawSync } from 'node:zlib'
import { readDelimited, writeDelimited } from './rules/delimited.ts'

export type Rows = readonly (readonly string[])[]
/** What one part of an xlsx may unpack to, bytes: a table of 20,000 rules is about 15 MB of XML. */
const MOST_PART = 64 * 2 ** 20
const MOST_PARTS = 2_000
const MOST_ROWS = 20_001
const MOST_COLUMNS = 200

/** Why a file is no table. */
export class SheetProblem extends Error {
  override readonly name = 'SheetProblem'
}

const END = 0x06054b50
const ENTRY = 0x02014b50

/** name -> how to unpack it. Read from the directory at the end, as sizes in front of the parts may be missing. */
const partsOf = (zip: Buffer): Map<string, () => string> => {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--
  if (end < 0) throw new SheetProblem('not a zip')
  const count = Math.min(zip.readUInt16LE(end + 10), MOST_PARTS)
  const parts = new Map<string, () => string>()
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count && zip.readUInt32LE(at) === ENTRY; i++) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    const local = zip.readUInt32LE(at + 42)
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), () => {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(start, start + packed)
      return (method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: MOST_PART })).toString('utf8')
    })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string): string =>
  xml.replace(/&(#x?[0-9a-fA-F]+|[a-z]+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
/** Runs of formatted text joined; phonetic guides left out. */
const textOf = (xml: string): string =>
  [...xml.replace(/<rPh[\s>].*?<\/rPh>/gs, '').matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)]
    .map((match) => plain(match[1]!))
    .join('')

const columnOf = (reference: string): number => {
  let n = 0
  for (const letter of reference.replace(/\d.*$/s, '')) n = n * 26 + letter.charCodeAt(0) - 64
  return n - 1
}

const readXlsx = (bytes: Buffer): Rows => {
  const parts = partsOf(bytes)
  const sheet = [...parts.keys()]
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]
  if (sheet === undefined) throw new SheetProblem('no sheet')
  const strings = parts.get('xl/sharedStrings.xml')?.() ?? ''
  const shared = [...strings.matchAll(/<si(?:\s[^>]*)?>(.*?)<\/si>/gs)].map((match) => textOf(match[1]!))
  const rows: string[][] = []
  for (const [, body] of parts.get(sheet)!().matchAll(/<row(?:\s[^>]*)?>(.*?)<\/row>/gs)) {
    if (rows.length >= MOST_ROWS) throw new SheetProblem('too many rows')
    const row: string[] = []
    for (const [, attributes, inner] of body!.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const at = columnOf(/\br="([A-Z]+)/.exec(attributes!)?.[1] ?? '')
      if (inner === undefined || at >= MOST_COLUMNS) continue
      const type = /\bt="(\w+)"/.exec(attributes!)?.[1]
      const value = plain(/<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(inner)?.[1] ?? '')
      const place = at < 0 ? row.length : at
      while (row.length < place) row.push('')
      row[place] = type === 's' ? (shared[Number(value)] ?? '') : type === 'inlineStr' ? textOf(inner) : tidy(value)
    }
    rows.push(row)
  }
  return rows
}
/** Spreadsheets store 0.1 + 0.2 as they compute it; what was meant has at most fifteen digits. */
const tidy = (value: string): string =>
  /^-?\d+\.\d{10,}(E-?\d+)?$|^-?[\d.]+E[+-]?\d+$/.test(value) ? String(Number(Number(value).toPrecision(15))) : value

const readCsv = (bytes: Buffer): Rows => {
  const decode = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes)
  let text: string
  try {
    text = decode('utf-8')
  } catch {
    try {
      text = decode('gb18030')
    } catch {
      throw new SheetProblem('neither UTF-8 nor GBK')
    }
  }
  if (text.includes('\0')) throw new SheetProblem('not a text')
  const rows = readDelimited(text)
  if (rows.length > MOST_ROWS) throw new SheetProblem('too many rows')
  return rows
}

/** By content, not by name. @throws SheetProblem */
export const readSheet = (bytes: Buffer): Rows => {
  if (bytes.length < 4) throw new SheetProblem('empty')
  if (bytes.readUInt32BE(0) === 0xd0cf11e0)
    throw new SheetProblem('an old or encrypted workbook; save it as xlsx or csv')
  if (bytes.readUInt32LE(0) !== 0x04034b50) return readCsv(bytes)
  try {
    return readXlsx(bytes)
  } catch (error) {
    throw error instanceof SheetProblem ? error : new SheetProblem('a broken workbook')
  }
}

const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char]};`)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const xlsxParts = (rows: Rows): Record<string, string> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="rules" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      (row) =>
        `<row>${row.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`,
})

/** Stored, not packed: these files are small. */
const zipOf = (parts: Record<string, string>): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const [label, body] = [Buffer.from(name), Buffer.from(text)]
    // Versions, flags, method 0, and the first day a zip can name.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(0x21, 8)
    shared.writeUInt32LE(crc32(body), 10)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(body.length, 18)
    shared.writeUInt16LE(label.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, label, body])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, label]))
    files.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, list, end])
}

export const writeSheet = (rows: Rows, format: 'csv' | 'xlsx'): Buffer =>
  format === 'csv' ? Buffer.from(writeDelimited(rows)) : zipOf(xlsxParts(rows))
