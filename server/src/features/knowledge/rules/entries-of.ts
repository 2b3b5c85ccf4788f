// Sections become entries: as long as a good answer, cut between blocks, each with its place in the document.
import type { Block, ReadDocument, ReadSection } from './document-shape.ts'

export interface SectionEntry {
  /** The section's path; further parts of a long one are `2.1/2`, `2.1/3`. */
  readonly section: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
}

/** Letters of one entry, about. */
const LENGTH = 1_200
/** A row or a list item this long is cut like a paragraph. */
const LONGEST_TITLE = 300
const CELL_GAP = ' | '

const SENTENCES = /[^。！？!?\n]*(?:[。！？!?\n]+|\.(?=\s)|$)/gu

const pack = (pieces: readonly string[], room: number, glue: string): string[] => {
  const packed: string[] = []
  let held = ''
  for (const piece of pieces) {
    const longer = held === '' ? piece : held + glue + piece
    if (held !== '' && longer.length > room) {
      packed.push(held)
      held = piece
    } else held = longer
  }
  return held === '' ? packed : [...packed, held]
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
  return pack(sentences, room, '')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

const tableLines = ({ header, rows }: Extract<Block, { kind: 'table' }>): string[] => {
  const head = header
    .join(CELL_GAP)
    .slice(0, LENGTH / 2)
    .toWellFormed()
  if (rows.length === 0) return [head]
  const lines = rows.flatMap((row) => cutText(row.join(CELL_GAP), LENGTH - head.length - 1))
  return pack(lines, LENGTH - head.length - 1, '\n').map((part) => `${head}\n${part}`)
}

const piecesOf = (block: Block): string[] => {
  if (block.kind === 'picture') return []
  if (block.kind === 'paragraph') return cutText(block.text, LENGTH)
  if (block.kind === 'table') return tableLines(block)
  const items = block.items.flatMap((item, at) => cutText(`${block.ordered ? `${at + 1}.` : '-'} ${item}`, LENGTH))
  return pack(items, LENGTH, '\n')
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
    const asked = section.heading !== '' && section.heading !== title ? [section.heading] : []
    return parts.map((answer, at) => ({
      section: at === 0 ? section.path : `${section.path}/${at + 1}`,
      title: at === 0 ? title : `${title} (${at + 1})`,
      questions: at === 0 ? asked : [],
      answer,
    }))
  })
}
