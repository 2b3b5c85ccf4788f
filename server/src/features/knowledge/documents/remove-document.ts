// Remove a document: its sections are withdrawn, its content is gone.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { forgetGone } from '../structure/read-entries.ts'
import { type Actor, byWhom, type DocumentParts } from './parts.ts'
import { withdrawOthers } from './publish-sections.ts'
import { deleteDocument } from './store.ts'

/** Refuses with document.not-found. */
export const removeDocument = async (parts: DocumentParts, actor: Actor, documentId: Uuid): Promise<void> => {
  const { tenant } = actor
  const at = parts.clock.now()
  // A reading under way finds it gone with its next step.
  await parts.database.as(tenant, async (tx) => {
    if (!(await deleteDocument(tx, tenant, documentId))) throw problem('document.not-found')
    const data = { documentId, ...byWhom(actor) }
    await parts.appendFacts(tx, [
      { id: parts.ids.uuid(), tenant, type: 'document.removed', subject: documentId, at, data },
    ])
  })
  await forgetGone(parts, tenant, await withdrawOthers(parts, { tenant, documentId }))
  await parts.indexes.refresh(tenant)
}
