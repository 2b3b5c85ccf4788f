// A sheet of cells as sections: questions with answers, and products of a catalogue, become one section each; any other
// table stays a table.
import { columnOf, productColumns } from './column-names.ts'
import type { Outline } from './document-shape.ts'

type Row = readonly string[]

const isEmpty = (row: Row) => row.every((cell) => cell === '')

/** Without empty rows, and without columns that are empty throughout. */
const compact = (rows: readonly Row[]): string[][] => {
  const kept = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => !isEmpty(row))
  const width = Math.max(0, ...kept.map((row) => row.length))
  const used = Array.from({ length: width }, (_, at) => at).filter((at) => kept.some((row) => (row[at] ?? '') !== ''))
  return kept.map((row) => used.map((at) => row[at] ?? ''))
}

/** True: it was a catalogue, each product a section that says column by column what is known of it. */
const addProducts = (outline: Outline, header: Row, rows: readonly Row[]): boolean => {
  const columns = productColumns(header)
  if (columns === null) return false
  for (const row of rows) {
    const [id = '', name = ''] = [row[columns.id], row[columns.name]]
    if (id === '' || name === '') continue
    outline.product(id, name)
    const told = header.flatMap((column, at) => (row[at] ? [`${column}: ${row[at]}`] : []))
    outline.add({ kind: 'paragraph', text: told.join('\n') })
  }
  return true
}

/** `level` of the headings that are made. */
export const addGrid = (outline: Outline, grid: readonly Row[], level: number): void => {
  const rows = compact(grid)
  // A title above a table fills one cell of its row.
  const from = rows.findIndex((row) => row.length === 1 || row.filter((cell) => cell !== '').length > 1)
  for (const row of rows.slice(0, Math.max(0, from))) outline.add({ kind: 'paragraph', text: row.join('') })
  const [header, ...body] = rows.slice(Math.max(0, from))
  if (header === undefined) return
  if (header.length === 1) {
    for (const [text] of [header, ...body]) outline.add({ kind: 'paragraph', text: text! })
    return
  }
  const names = header.map(columnOf)
  const [question, answer] = [names.indexOf('question'), names.indexOf('answer')]
  if (question === -1 || answer === -1) {
    if (!addProducts(outline, header, body)) outline.add({ kind: 'table', header, rows: body })
    return
  }
  for (const row of body) {
    if (row[question] === '' || row[answer] === '') continue
    outline.heading(level, row[question]!)
    outline.add({ kind: 'paragraph', text: row[answer]! })
  }
}
