// PDF through pdf.js, loaded when the first one comes: letters with their places, page by page.
import { type ReadDocument, type ReadWarning, Unreadable } from '../rules/document-shape.ts'
import { linesOfPdf, type PdfItem } from '../rules/pdf-lines.ts'
import { readLinesOfText } from '../rules/read-plain.ts'

const MOST_PAGES = 2_000
/** Pages that are looked at for pictures when there is no text at all. */
const LOOKED_AT = 3
const MOST_WARNINGS = 100

type Pdf = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

const open = async (bytes: Uint8Array): Promise<Pdf> => {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // pdf.js takes no Node buffer, and keeps what it is given.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false, disableFontFace: true })
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'document.encrypted' : 'document.broken')
  }
}

const itemsOf = async (page: Page): Promise<PdfItem[]> => {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }]
  })
}

/** Whether one of the first pages paints a picture. */
const hasPictures = async (pdf: Pdf): Promise<boolean> => {
  const { getResolvedPDFJS } = await import('unpdf')
  const { OPS } = await getResolvedPDFJS()
  const paints = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  for (let number = 1; number <= Math.min(LOOKED_AT, pdf.numPages); number++) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList()
    if (fnArray.some((operation) => paints.has(operation))) return true
  }
  return false
}

const titleOf = async (pdf: Pdf): Promise<string> => {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const said = (info as { Title?: unknown }).Title
  // Programs write the name of the file they were given.
  return typeof said === 'string' && !/\.\w{2,5}$|^(untitled|microsoft word)/i.test(said)
    ? said.trim().slice(0, 300)
    : ''
}

const readPages = async (pdf: Pdf): Promise<ReadDocument> => {
  if (pdf.numPages > MOST_PAGES) throw new Unreadable('document.too-large')
  const pages: PdfItem[][] = []
  const warnings: ReadWarning[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const items = await itemsOf(page)
    page.cleanup()
    pages.push(items)
    const isBare = items.every(({ text }) => text.trim() === '')
    if (isBare && warnings.length < MOST_WARNINGS) warnings.push({ code: 'page-without-text', page: number })
  }
  if (warnings.length === Math.min(pdf.numPages, MOST_WARNINGS) && pages.flat().every(({ text }) => text.trim() === ''))
    throw new Unreadable((await hasPictures(pdf)) ? 'document.scanned' : 'document.empty')
  return { title: await titleOf(pdf), sections: readLinesOfText(linesOfPdf(pages)), warnings }
}

/** @throws Unreadable */
export const readPdf = async (bytes: Uint8Array): Promise<ReadDocument> => {
  const pdf = await open(bytes)
  try {
    return await readPages(pdf)
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}
