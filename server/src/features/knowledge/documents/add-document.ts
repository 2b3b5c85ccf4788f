// Take a document in: stored at once, read soon. The same name and language is the same document.
import { createHash } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { MAX_DOCUMENT_BYTES } from '@ballast/contract/routes/documents'
import { importedId } from '../import-entries.ts'
import { kindByName, MIMES } from '../rules/document-kind.ts'
import type { Actor, Document, DocumentParts } from './parts.ts'
import { countDocuments, findDocument, putDocument, requeue } from './store.ts'

const MOST_DOCUMENTS = 10_000
const LONGEST_NAME = 300
// What no database keeps and no reader sees, or reads the wrong way round.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

export interface Given extends Actor {
  readonly name: string
  readonly locale: string
  readonly topic: string
  readonly source: Document['source']
  readonly content: Buffer
  readonly url?: string
  readonly siteId?: Uuid
}

const tidyName = (name: string): string =>
  name.toWellFormed().normalize('NFC').replace(UNSEEN, '').trim().slice(-LONGEST_NAME).toWellFormed() || 'document'

export const documentId = ({ tenant, url, locale }: Given, name: string): Uuid =>
  importedId(tenant, url === undefined ? `document ${name}` : `page ${url}`, locale)

/** Stores it; `changed` is false when this very content is there already. @throws Problem document.too-many, document.too-large */
export const storeDocument = async (
  parts: DocumentParts,
  given: Given,
): Promise<{ document: Document; changed: boolean }> => {
  const { tenant, locale, topic, source, content, url = null, siteId = null } = given
  if (content.length > MAX_DOCUMENT_BYTES) throw problem('document.too-large')
  const name = tidyName(given.name)
  const id = documentId(given, name)
  const sha256 = createHash('sha256').update(content).digest()
  const mime = MIMES[kindByName(name) ?? 'text']
  const at = new Date(parts.clock.now())
  return parts.database.as(tenant, async (tx) => {
    const before = await findDocument(tx, tenant, id)
    if (before === null && (await countDocuments(tx, tenant)) >= MOST_DOCUMENTS) throw problem('document.too-many')
    const row = { id, name, mime, locale, topic, source, url, siteId, content, sha256, at }
    const changed = await putDocument(tx, tenant, row)
    return { document: (await findDocument(tx, tenant, id))!, changed }
  })
}

export const addDocument = async (parts: DocumentParts, given: Given): Promise<Document> => {
  const { document, changed } = await storeDocument(parts, given)
  if (changed || document.state === 'waiting') await parts.later('read', { tenant: given.tenant })
  return document
}

/** Refuses with document.not-found. */
export const reread = async (parts: DocumentParts, { tenant }: Actor, id: Uuid): Promise<Document> => {
  const document = await parts.database.as(tenant, (tx) => requeue(tx, tenant, id))
  if (document === null) throw problem('document.not-found')
  await parts.later('read', { tenant })
  return document
}
