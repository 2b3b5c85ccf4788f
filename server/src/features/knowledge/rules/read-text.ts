// A file of text, whatever its kind but HTML, as sections.
import type { TextKind } from './document-kind.ts'
import { createOutline, type ReadSection, storable } from './document-shape.ts'
import { readFeed } from './read-feed.ts'
import { addGrid } from './read-grid.ts'
import { looksMarked, readLines } from './read-lines.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlain } from './read-plain.ts'
import { MARKS, splitRows } from './read-table.ts'

/** One kind of line end, nothing that could not be stored. */
export const tidyText = (text: string): string => storable(text.replace(/\r\n?|[\f\u0085\u2028\u2029]/g, '\n'))

const readGrid = (rows: readonly (readonly string[])[]): ReadSection[] => {
  const outline = createOutline()
  addGrid(outline, rows, 1)
  return outline.end()
}

const readCsv = (text: string): ReadSection[] => {
  const grids = MARKS.map((mark) => splitRows(text, mark).map((row) => row.cells))
  const width = (rows: readonly (readonly string[])[]) => rows[0]?.length ?? 0
  return readGrid(grids.reduce((best, rows) => (width(rows) > width(best) ? rows : best)))
}

/** Q: and A: lines: one section for each question. Null: the text is not made of them. */
const readAsked = (text: string): ReadSection[] | null => {
  if (/^ {0,3}#{1,6}\s/m.test(text) || !looksMarked(text)) return null
  const { pairs } = readLines(text)
  const letters = pairs.reduce((sum, { question, answer }) => sum + question.length + answer.length, 0)
  // Whatever stands around them must not be lost.
  if (pairs.length < 2 || letters < text.replace(/\s+/g, '').length * 0.6) return null
  const outline = createOutline()
  for (const { question, answer } of pairs) {
    outline.heading(1, question)
    for (const text of answer.split(/\n{2,}/))
      if (text.trim() !== '') outline.add({ kind: 'paragraph', text: text.trim() })
  }
  return outline.end()
}

export const readText = (text: string, kind: Exclude<TextKind, 'html'>): ReadSection[] => {
  const feed = readFeed(text)
  if (feed !== null) return readGrid(feed)
  if (kind === 'csv') return readCsv(text)
  return readAsked(text) ?? (kind === 'markdown' ? readMarkdown(text) : readPlain(text))
}
