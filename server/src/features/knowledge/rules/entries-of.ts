// Sections become entries: as long as a good answer, cut between blocks, each with its place in the document.
import type { Block, ReadDocument, ReadSection } from './document-shape.ts'

export interface SectionEntry {
  /** The section's path; further parts of a long one are `2.1/2`, `2.1/3`. */
  readonly section: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
  /** The product it is about, of a catalogue. */
  readonly product?: string
}

/** Letters of one entry, about. */
const LENGTH = 1_200
const LONGEST_TITLE = 300
const LONGEST_CELL = 60
const MOST_QUESTIONS = 50
const CELL_GAP = ' | '

const SENTENCES = /[^。！？!?\n]*(?:[。！？!?\n]+|\.(?=\s)|$)/gu

interface Piece {
  readonly text: string
  /** What somebody would ask to be told it. */
  readonly asked: readonly string[]
}
const silent = (text: string): Piece => ({ text, asked: [] })

const pack = (pieces: readonly Piece[], room: number, glue: string): Piece[] => {
  const packed: Piece[] = []
  for (const piece of pieces) {
    const held = packed.at(-1)
    if (held === undefined || held.text.length + glue.length + piece.text.length > room) packed.push(piece)
    else packed[packed.length - 1] = { text: held.text + glue + piece.text, asked: [...held.asked, ...piece.asked] }
  }
  return packed
}

/** Between sentences where there are any, else anywhere but inside a character. */
const cutText = (text: string, room: number): string[] => {
  if (text.length <= room) return text.trim() === '' ? [] : [text]
  const sentences = (text.match(SENTENCES) ?? []).flatMap((sentence) => {
    const cut: string[] = []
    for (let rest = sentence; rest !== ''; rest = rest.slice(cut.at(-1)!.length)) {
      const split = rest.charCodeAt(room - 1)
      cut.push(rest.slice(0, split >= 0xd800 && split < 0xdc00 ? room - 1 : room))
    }
    return cut
  })
  return pack(sentences.map(silent), room, '')
    .map(({ text: piece }) => piece.trim())
    .filter((piece) => piece !== '')
}

/** A row is asked for by its first cell and what the columns are called: «Tibet first kilogram». */
const askedBy = ([first = '', ...cells]: readonly string[], header: readonly string[]): string[] => {
  if (first === '' || first.length > LONGEST_CELL || cells.every((cell) => cell === '')) return []
  return [`${first} ${header.slice(1).join(' ')}`.slice(0, LONGEST_TITLE).trim().toWellFormed()]
}

const tablePieces = ({ header, rows }: Extract<Block, { kind: 'table' }>): Piece[] => {
  const head = header
    .join(CELL_GAP)
    .slice(0, LENGTH / 2)
    .toWellFormed()
  if (rows.length === 0) return [silent(head)]
  const room = LENGTH - head.length - 1
  const lines = rows.flatMap((row) =>
    cutText(row.join(CELL_GAP), room).map((text, at) => ({ text, asked: at === 0 ? askedBy(row, header) : [] })),
  )
  return pack(lines, room, '\n').map(({ text, asked }) => ({ text: `${head}\n${text}`, asked }))
}

const piecesOf = (block: Block): Piece[] => {
  if (block.kind === 'picture') return []
  if (block.kind === 'paragraph') return cutText(block.text, LENGTH).map(silent)
  if (block.kind === 'table') return tablePieces(block)
  const items = block.items.flatMap((item, at) => cutText(`${block.ordered ? `${at + 1}.` : '-'} ${item}`, LENGTH))
  return pack(items.map(silent), LENGTH, '\n')
}

const titleOf = (headings: readonly string[], document: string): string => {
  let kept = headings.filter((heading) => heading !== '')
  while (kept.length > 1 && kept.join(' › ').length > LONGEST_TITLE) kept = kept.slice(1)
  const title = kept.length === 0 ? document : kept.join(' › ')
  return title.slice(0, LONGEST_TITLE - 8).toWellFormed()
}

/** Headings above a section and its own, from the top. */
const headingsOf = (section: ReadSection, byPath: ReadonlyMap<string, ReadSection>): string[] => {
  const numbers = section.path.split('.')
  return numbers.map((_, depth) => byPath.get(numbers.slice(0, depth + 1).join('.'))?.heading ?? '')
}

export const entriesOf = (document: ReadDocument): SectionEntry[] => {
  const byPath = new Map(document.sections.map((section) => [section.path, section]))
  return document.sections.flatMap((section) => {
    const parts = pack(section.blocks.flatMap(piecesOf), LENGTH, '\n\n')
    const title = titleOf(headingsOf(section, byPath), document.title || '…')
    const own = section.heading !== '' && section.heading !== title ? [section.heading] : []
    return parts.map(({ text: answer, asked }, at) => ({
      section: at === 0 ? section.path : `${section.path}/${at + 1}`,
      title: at === 0 ? title : `${title} (${at + 1})`,
      questions: [...new Set([...(at === 0 ? own : []), ...asked])].slice(0, MOST_QUESTIONS),
      answer,
      ...(section.product === undefined ? {} : { product: section.product }),
    }))
  })
}
