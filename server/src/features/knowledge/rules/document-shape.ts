// What reading a file gives: its sections in order, each with a stable path, made of plain blocks.
import type { ProblemCode } from '@ballast/contract/problems'

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'picture'; readonly fileRef: string }

export interface ReadSection {
  /** Its place among the headings: `2.1` is the first below the second. What stands before any heading is `0`. */
  readonly path: string
  readonly heading: string
  readonly level: number
  readonly blocks: Block[]
  /** The product it is about, of a catalogue. Its path is made of this, not of its place. */
  readonly product?: string
}
export type WarningCode = 'name-wrong' | 'page-without-text' | 'pictures-left-out'
export interface ReadWarning {
  readonly code: WarningCode
  /** From 1. */
  readonly page?: number
}
export interface ReadDocument {
  readonly title: string
  readonly sections: readonly ReadSection[]
  readonly warnings: readonly ReadWarning[]
}

/** Why a file cannot be read. */
export type DocumentProblem = Extract<ProblemCode, `document.${string}`>
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly code: DocumentProblem
  constructor(code: DocumentProblem) {
    super(code)
    this.code = code
  }
}

/** Letters of one document; a book of a thousand pages has about two million. */
const MOST_LETTERS = 4_000_000
const MOST_SECTIONS = 10_000
const LONGEST_HEADING = 300
const LONGEST_PRODUCT_ID = 60

export interface Outline {
  /** `level` from 1; only which of two is higher counts. */
  heading(level: number, text: string): void
  /** A product of a catalogue, below whatever heading is open. */
  product(id: string, name: string): void
  add(block: Block): void
  end(): ReadSection[]
}

const lettersOf = (block: Block): number => {
  if (block.kind === 'paragraph') return block.text.length
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + item.length, 0)
  if (block.kind === 'table') return block.rows.flat().reduce((sum, cell) => sum + cell.length, 0)
  return 0
}

// Control characters that no database keeps and no reader sees; fonts of PDFs give them away for letters.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g
/** As it can be stored. */
export const storable = (text: string): string => text.toWellFormed().replace(UNSEEN, '')

const storableBlock = (block: Block): Block => {
  if (block.kind === 'paragraph') return { ...block, text: storable(block.text) }
  if (block.kind === 'list') return { ...block, items: block.items.map(storable) }
  if (block.kind === 'picture') return block
  return { ...block, header: block.header.map(storable), rows: block.rows.map((row) => row.map(storable)) }
}

/** Gathers headings and blocks into sections. @throws Unreadable document.too-large */
export const createOutline = (): Outline => {
  const sections: ReadSection[] = []
  const open: { readonly level: number; readonly path: string; children: number }[] = []
  let roots = 0
  let letters = 0
  const products = new Set<string>()
  const start = (path: string, heading: string, more: { readonly level: number; readonly product?: string }) => {
    if (sections.length >= MOST_SECTIONS) throw new Unreadable('document.too-large')
    sections.push({ path, heading: storable(heading.slice(0, LONGEST_HEADING)).trim(), ...more, blocks: [] })
  }
  return {
    heading: (level, text) => {
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
      const parent = open.at(-1)
      const path = parent === undefined ? `${++roots}` : `${parent.path}.${++parent.children}`
      open.push({ level, path, children: 0 })
      start(path, text, { level: Math.min(6, open.length) })
    },
    product: (id, name) => {
      const product = storable(id).slice(0, LONGEST_PRODUCT_ID).toWellFormed()
      // Listed twice, such as once for each colour: told apart by its place among them.
      let path = `p-${product.replaceAll('.', '_')}`
      while (products.has(path)) path += '+'
      products.add(path)
      start(path, name, { level: Math.min(6, open.length + 1), product })
    },
    add: (block) => {
      letters += lettersOf(block)
      if (letters > MOST_LETTERS) throw new Unreadable('document.too-large')
      if (sections.length === 0) start('0', '', { level: 1 })
      sections.at(-1)!.blocks.push(storableBlock(block))
    },
    end: () => sections,
  }
}

export const hasText = ({ sections }: Pick<ReadDocument, 'sections'>): boolean =>
  sections.some(({ blocks }) => blocks.some((block) => lettersOf(block) > 0))
