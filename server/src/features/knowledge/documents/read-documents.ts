// Documents as a writer sees them.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Document, DocumentParts } from './parts.ts'
import { findDocument, listDocumentRows } from './store.ts'

type Reading = Pick<DocumentParts, 'database'>

/** Last added first. `limit` defaults to 200. */
export const listDocuments = (
  parts: Reading,
  tenant: Uuid,
  query: { readonly state?: Document['state']; readonly siteId?: Uuid; readonly limit?: number },
): Promise<Document[]> =>
  parts.database.as(tenant, (tx) => listDocumentRows(tx, tenant, { ...query, limit: query.limit ?? 200 }))

/** Refuses with document.not-found. */
export const showDocument = async (parts: Reading, tenant: Uuid, documentId: Uuid): Promise<Document> => {
  const document = await parts.database.as(tenant, (tx) => findDocument(tx, tenant, documentId))
  if (document === null) throw problem('document.not-found')
  return document
}
