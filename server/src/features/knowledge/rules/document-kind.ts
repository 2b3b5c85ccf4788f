// What a file is, from its bytes; its name only tells kinds of text apart.
import { Unreadable } from './document-shape.ts'

export type BinaryKind = 'pdf' | 'zip'
export type TextKind = 'csv' | 'markdown' | 'html' | 'text'

export const MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  markdown: 'text/markdown',
  html: 'text/html',
  text: 'text/plain',
} as const
export type DocumentKind = keyof typeof MIMES

const ENDINGS: Record<string, DocumentKind> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  tsv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  txt: 'text',
  json: 'text',
  text: 'text',
}
/** What the name says; undefined when it says nothing we know. */
export const kindByName = (name: string): DocumentKind | undefined =>
  ENDINGS[/\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '']
export const hasEnding = (name: string): boolean => /\.[a-z0-9]{1,8}$/i.test(name)

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to))
const wide = (text: string) => text.split('').join('\0')

/** Null: not one of these; perhaps text. @throws Unreadable document.encrypted, document.unknown-kind */
export const binaryKind = (bytes: Uint8Array): BinaryKind | null => {
  const start = ascii(bytes, 0, 1_024)
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return 'zip'
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    // Office wraps a document with a password into its old format, next to a stream of this name.
    const isSealed = ascii(bytes, 0, bytes.length).includes(wide('EncryptedPackage'))
    throw new Unreadable(isSealed ? 'document.encrypted' : 'document.unknown-kind')
  }
  if (start.startsWith('{\\rtf')) throw new Unreadable('document.unknown-kind')
  return null
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|table|ul|ol|meta|title)\b/i

/** Whether every one of the first lines has the same number of these marks. */
const isEven = (lines: readonly string[], mark: string, least: number): boolean => {
  const counts = lines.map((line) => line.split(mark).length - 1)
  return lines.length >= 3 && counts[0]! >= least && counts.every((count) => count === counts[0])
}

export const textKind = (text: string, name: string): TextKind => {
  if (HTML.test(text.slice(0, 4_096))) return 'html'
  const said = kindByName(name)
  if (said === 'csv' || said === 'markdown' || said === 'text') return said
  const lines = text.split('\n', 40).filter((line) => line.trim() !== '')
  if (lines.some((line) => /^#{1,6}\s+\S/.test(line))) return 'markdown'
  return isEven(lines.slice(0, 10), '\t', 1) || isEven(lines.slice(0, 10), ',', 2) ? 'csv' : 'text'
}
