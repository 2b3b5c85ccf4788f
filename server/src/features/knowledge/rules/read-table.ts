// A table of two or more columns: CSV with commas or semicolons, TSV as copied from a spreadsheet.
import { columnOf } from './column-names.ts'
import type { Found, Pair, Skipped } from './found.ts'
import { looksMarked } from './read-lines.ts'

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}
export const MARKS = ['\t', ',', ';'] as const
export type Mark = (typeof MARKS)[number]

/** Fields in quotes may hold the mark, line ends and doubled quotes. A quote that is never closed is a letter like any other. */
export const splitRows = (text: string, mark: Mark): Row[] => {
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let began = 1
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (cells.some((each) => each !== '')) rows.push({ line: began, cells })
    cells = []
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    const quoted = letter === '"' && cell.trim() === '' ? closed(text, at, mark) : null
    if (quoted !== null) {
      cell = quoted.cell
      line += quoted.lines
      at = quoted.end
    } else if (letter === mark) endCell()
    else if (letter === '\n') {
      endRow()
      began = ++line
    } else cell += letter
  }
  endRow()
  return rows
}

/** The quoted field that begins at `from`; null when no quote closes it before a mark, a line end or the end. */
const closed = (text: string, from: number, mark: Mark): { cell: string; lines: number; end: number } | null => {
  let end = from
  do {
    end = text.indexOf('"', end + 1)
    if (end === -1) return null
    if (text[end + 1] !== '"') break
    end++
  } while (end < text.length)
  const after = /^[^\S\n\t]*/.exec(text.slice(end + 1, end + 40))![0].length + end + 1
  if (after < text.length && text[after] !== mark && text[after] !== '\n') return null
  const inside = text.slice(from + 1, end)
  return { cell: inside.replaceAll('""', '"'), lines: inside.split('\n').length - 1, end: after - 1 }
}

interface Shape {
  readonly question: number
  readonly answer: number
  readonly wordings: number
  readonly header: boolean
}

const headerOf = (row: Row): Shape | null => {
  const names = row.cells.map(columnOf)
  const [question, answer] = [names.indexOf('question'), names.indexOf('answer')]
  return question === -1 || answer === -1
    ? null
    : { question, answer, wordings: names.indexOf('wordings'), header: true }
}

/** Without a header a table is only believed when all its rows are alike: prose with commas is not a table. */
const shapeOf = (rows: readonly Row[], mark: Mark): Shape | null => {
  const [first] = rows
  if (first === undefined) return null
  const header = headerOf(first)
  if (header !== null) return header
  const width = first.cells.length
  if (width < 2 || rows.some(({ cells }) => cells.length !== width)) return null
  const sure = mark === '\t' || rows.length > 1 || /[?？]$/.test(first.cells[0]!)
  return sure ? { question: 0, answer: 1, wordings: -1, header: false } : null
}

const pairOf = ({ line, cells }: Row, shape: Shape, more: { width: number; mark: Mark }): Pair => {
  // An answer in the last column that holds the mark unquoted was cut into more cells than there are columns.
  const rest = shape.answer === more.width - 1 ? cells.slice(shape.answer) : cells.slice(shape.answer, shape.answer + 1)
  const wordings = (cells[shape.wordings] ?? '').split(/[\n|｜]/)
  const answer = rest.join(more.mark === '\t' ? ' ' : `${more.mark} `)
  return { line, question: cells[shape.question] ?? '', answer, wordings }
}

/** Null: this is no table. */
export const readTable = (text: string): Found | null => {
  for (const mark of MARKS) {
    if (!text.includes(mark)) continue
    const rows = splitRows(text, mark)
    const shape = shapeOf(rows, mark)
    if (shape === null || (!shape.header && looksMarked(text))) continue
    const width = rows[0]!.cells.length
    const pairs: Pair[] = []
    const skipped: Skipped[] = []
    for (const row of shape.header ? rows.slice(1) : rows) pairs.push(pairOf(row, shape, { width, mark }))
    return { pairs, skipped }
  }
  return null
}
