// Documents made by hand, small and true to their formats: what the tests of reading, and the bench, are fed with.
import { crc32, deflateRawSync } from 'node:zlib'

const latin = (value: string) => Buffer.from(value, 'latin1')
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export interface ZipEntry {
  readonly name: string
  readonly content: Buffer | string
  /** What the table of contents says of its size, when that is a lie. */
  readonly claimed?: number
  readonly flags?: number
}

export const zip = (entries: readonly ZipEntry[]): Buffer => {
  const locals: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const { name, content, claimed, flags = 0 } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claimed ?? bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([latin('PK\x03\x04'), shared, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    table.push(Buffer.concat([latin('PK\x01\x02'), Buffer.from([20, 0]), shared, tail, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(table)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, latin('PK\x05\x06'), end])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org'
const types = (parts: readonly [string, string][]) =>
  `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(
      ([name, type]) =>
        `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('')}</Types>`
const relations = (targets: readonly [string, string][]) =>
  `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${targets
    .map(
      ([type, target], n) =>
        `<Relationship Id="rId${n + 1}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** A paragraph, with a style such as `heading 1`; or rows of a table. */
export type DocxPart =
  | string
  | readonly [style: string, text: string]
  | { readonly rows: readonly (readonly string[])[] }

const paragraph = (text: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style.replace(/\W/g, '')}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
const wordPart = (part: DocxPart): string => {
  if (typeof part === 'string') return paragraph(part)
  if (!('rows' in part)) return paragraph(part[1], part[0])
  const rows = part.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

export const docx = (parts: readonly DocxPart[], more: readonly ZipEntry[] = []): Buffer => {
  const styles = new Set(parts.flatMap((part) => (Array.isArray(part) ? [part[0] as string] : [])))
  const styleXml = [...styles].map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name.replace(/\W/g, '')}"><w:name w:val="${name}"/></w:style>`,
  )
  const word = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`
  return zip([
    {
      name: '[Content_Types].xml',
      content: types([
        ['/word/document.xml', 'wordprocessingml.document.main'],
        ['/word/styles.xml', 'wordprocessingml.styles'],
      ]),
    },
    { name: '_rels/.rels', content: relations([['officeDocument', 'word/document.xml']]) },
    { name: 'word/_rels/document.xml.rels', content: relations([['styles', 'styles.xml']]) },
    { name: 'word/styles.xml', content: `${XML}<w:styles ${word}>${styleXml.join('')}</w:styles>` },
    {
      name: 'word/document.xml',
      content: `${XML}<w:document ${word}><w:body>${parts.map(wordPart).join('')}</w:body></w:document>`,
    },
    ...more,
  ])
}

const cellXml = (value: string | number, at: string) =>
  typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`

export const xlsx = (sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Buffer => {
  const names = Object.keys(sheets)
  const main = `xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`
  const listed = names.map((name, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
  const sheetXml = (rows: readonly (readonly (string | number)[])[]) =>
    rows.map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${String.fromCharCode(65 + c)}${r + 1}`)).join('')}</row>`,
    )
  return zip([
    {
      name: '[Content_Types].xml',
      content: types([
        ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
        ...names.map((_, n): [string, string] => [`/xl/worksheets/sheet${n + 1}.xml`, 'spreadsheetml.worksheet']),
      ]),
    },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(names.map((_, n) => ['worksheet', `worksheets/sheet${n + 1}.xml`])),
    },
    { name: 'xl/workbook.xml', content: `${XML}<workbook ${main}><sheets>${listed.join('')}</sheets></workbook>` },
    ...Object.values(sheets).map((rows, n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      content: `${XML}<worksheet ${main}><sheetData>${sheetXml(rows).join('')}</sheetData></worksheet>`,
    })),
  ])
}

export interface PdfText {
  readonly text: string
  /** Default 11. */
  readonly size?: number
  /** From the left and from the bottom of A4, in points. */
  readonly x?: number
  readonly y: number
}
export interface PdfOptions {
  /** Every page shows a picture. */
  readonly picture?: boolean
  /** Nobody's password fits. */
  readonly sealed?: boolean
}

const hex = (text: string) => [...text].map((letter) => letter.codePointAt(0)!.toString(16).padStart(4, '0')).join('')
const stream = (text: string) => `<</Length ${Buffer.byteLength(text, 'latin1')}>>stream\n${text}\nendstream`

/** Letters of the basic plane, in a font that is named only: extraction needs none. */
export const pdf = (pages: readonly (readonly PdfText[])[], { picture, sealed }: PdfOptions = {}): Buffer => {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const known = letters.map((letter) => `<${hex(letter)}> <${hex(letter)}>`)
  const groups = Array.from({ length: Math.ceil(known.length / 100) }, (_, n) => known.slice(n * 100, n * 100 + 100))
  const unicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <ffff> endcodespacerange ${groups
    .map((group) => `${group.length} beginbfchar ${group.join(' ')} endbfchar`)
    .join(' ')} endcmap end end`
  const wide = letters.filter((letter) => letter > '\u2e7f').length > 0 ? 1000 : 500
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, n) => `${8 + n * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW ${wide}>>`,
    '<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
    stream(unicode),
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream',
    ...pages.flatMap((lines, n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${9 + n * 2} 0 R/Resources<</Font<</F 3 0 R>>/XObject<</P 7 0 R>>>>>>`,
      stream(
        `${picture ? 'q 500 0 0 700 40 60 cm /P Do Q ' : ''}${lines
          .map(({ text, size = 11, x = 60, y }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
          .join('\n')}`,
      ),
    ]),
    ...(sealed ? [`<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`] : []),
  ]
  let out = '%PDF-1.7\n'
  const places = objects.map((object, n) => {
    const at = out.length
    out += `${n + 1} 0 obj${object}endobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const seal = sealed ? `/Encrypt ${objects.length} 0 R/ID[<${'01'.repeat(16)}><${'01'.repeat(16)}>]` : ''
  return latin(
    `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${seal}>>\nstartxref\n${out.length}\n%%EOF\n`,
  )
}

/** Lines down the pages, so many on each. */
export const pdfOfLines = (
  lines: readonly (string | readonly [text: string, size: number])[],
  onePage = 45,
): Buffer => {
  const pages = Array.from({ length: Math.ceil(lines.length / onePage) }, (_, n) =>
    lines.slice(n * onePage, (n + 1) * onePage).map((line, at) => {
      const [text, size] = typeof line === 'string' ? [line, 11] : line
      return { text, size, y: 790 - at * 16 }
    }),
  )
  return pdf(pages)
}
