// Word and Excel documents, read by their libraries, which are loaded when the first such file comes.
import { createOutline, type ReadSection } from '../rules/document-shape.ts'
import { addGrid } from '../rules/read-grid.ts'
import { type ReadPage, readHtml } from './read-html.ts'

/** Names of heading styles that are not Word's own; its Chinese edition and WPS have these. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='标题 ${level}'] => h${level}:fresh`,
    `p[style-name='标题${level}'] => h${level}:fresh`,
    `p[style-name='heading ${level}'] => h${level}:fresh`,
  ]),
]

export const readDocx = async (bytes: Buffer): Promise<ReadPage> => {
  const { default: mammoth } = await import('mammoth')
  // Pictures are named, never unpacked.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: STYLES, convertImage })
  return readHtml(`<body>${value}</body>`)
}

const shown = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/:00\.000Z$/, '')
      .replace('T', ' ')
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12)))
  return String(cell)
}

export const readXlsx = async (bytes: Buffer): Promise<ReadSection[]> => {
  const { default: readSheets } = await import('read-excel-file/node')
  const sheets = await readSheets(bytes)
  const outline = createOutline()
  for (const { sheet, data } of sheets) {
    const rows = data.map((row) => row.map(shown))
    if (rows.every((row) => row.every((cell) => cell === ''))) continue
    outline.heading(1, sheet)
    addGrid(outline, rows, 2)
  }
  return outline.end()
}
