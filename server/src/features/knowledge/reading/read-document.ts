// One file, whatever it is, as a document. Runs in the reading thread.
import { decodeText } from '../rules/decode-text.ts'
import { binaryKind, type DocumentKind, hasEnding, kindByName, textKind } from '../rules/document-kind.ts'
import { hasText, type ReadDocument, type ReadWarning, Unreadable } from '../rules/document-shape.ts'
import { readText, tidyText } from '../rules/read-text.ts'

export interface GivenFile {
  readonly bytes: Uint8Array
  /** Tells kinds of text apart and names the document; the content decides the rest. */
  readonly name: string
  /** The encoding that came with it, such as an HTTP header's. */
  readonly charset?: string
  /** Where it was fetched from: then its links are wanted. */
  readonly url?: string
}
export interface Reading extends ReadDocument {
  readonly kind: DocumentKind
  /** Of a page: where it leads to, absolute. */
  readonly links?: readonly string[]
}

const PICTURES: ReadWarning = { code: 'pictures-left-out' }

const resolved = ({ links, base }: { links: readonly string[]; base?: string }, url: string): string[] => {
  const from = base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url
  return [...new Set(links.flatMap((href) => (URL.canParse(href, from) ? new URL(href, from).href : [])))]
}

const readTextFile = async ({ bytes, name, charset, url }: GivenFile): Promise<Reading> => {
  const decoded = decodeText(bytes, charset)
  if (decoded === null) throw new Unreadable('document.unknown-kind')
  const text = tidyText(decoded)
  if (text.trim() === '') throw new Unreadable('document.empty')
  const kind = textKind(text, name)
  if (kind !== 'html') return { kind, title: '', sections: readText(text, kind), warnings: [] }
  const { readHtml } = await import('./read-html.ts')
  const page = readHtml(text, url !== undefined)
  const { title, hasPictures } = page
  // A page of the web that asks not to be indexed still leads on.
  const sections = url !== undefined && page.hidden ? [] : page.sections
  const links = url === undefined ? {} : { links: resolved(page, url) }
  return { kind, title, sections, warnings: hasPictures ? [PICTURES] : [], ...links }
}

const readOffice = async (bytes: Buffer): Promise<Reading> => {
  const { officeKind } = await import('./check-zip.ts')
  const kind = officeKind(bytes)
  const { readDocx, readXlsx } = await import('./read-office.ts')
  if (kind === 'xlsx') return { kind, title: '', sections: await readXlsx(bytes), warnings: [] }
  const { title, sections, hasPictures } = await readDocx(bytes)
  return { kind, title, sections, warnings: hasPictures ? [PICTURES] : [] }
}

const readByContent = async (file: GivenFile): Promise<Reading> => {
  if (file.bytes.length === 0) throw new Unreadable('document.empty')
  const kind = binaryKind(file.bytes)
  if (kind === 'zip') return readOffice(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
  if (kind === null) return readTextFile(file)
  const { readPdf } = await import('./read-pdf.ts')
  return { kind: 'pdf', ...(await readPdf(file.bytes)) }
}

const stemOf = (name: string) => name.replace(/\.[a-z0-9]{1,8}$/i, '').slice(0, 300)

/** @throws Unreadable with the code of why not */
export const readDocument = async (file: GivenFile): Promise<Reading> => {
  const read = await readByContent(file).catch((error: unknown) => {
    // A library that trips over a file says nothing that could help its owner.
    throw error instanceof Unreadable ? error : new Unreadable('document.broken')
  })
  // A page may be nothing but links.
  if (!hasText(read) && read.links === undefined) throw new Unreadable('document.empty')
  const said = kindByName(file.name)
  const lies = hasEnding(file.name) && (said === undefined || said !== read.kind) && !isTextual(said, read.kind)
  const title = read.title || stemOf(file.name)
  return { ...read, title, warnings: lies ? [{ code: 'name-wrong' }, ...read.warnings] : read.warnings }
}

const TEXTUAL: readonly (DocumentKind | undefined)[] = ['text', 'markdown', 'csv']
const isTextual = (said: DocumentKind | undefined, is: DocumentKind): boolean =>
  TEXTUAL.includes(said) && TEXTUAL.includes(is)
