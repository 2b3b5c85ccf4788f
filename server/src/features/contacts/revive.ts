// A person who was erased comes back: a new key, nothing of the old. What was sealed before stays unreadable.
import type { Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { ContactParts } from './parts.ts'
import { readRow, reviveRow } from './store.ts'

export const revive = async (
  parts: Pick<ContactParts, 'database' | 'ids' | 'clock'> & { readonly secrets: Pick<Secrets, 'newPersonKey'> },
  at: { readonly tenant: Uuid; readonly contactId: Uuid; readonly channel: string },
): Promise<void> => {
  const { wrapped } = await parts.secrets.newPersonKey(at.tenant)
  await parts.database.as(at.tenant, async (tx) => {
    const row = await readRow(tx, at.tenant, at.contactId, true)
    if (row === null || row.personKey !== null || row.mergedInto !== null) return
    await reviveRow(tx, at.tenant, at.contactId, wrapped)
    const data = { verified: false, channel: at.channel }
    const now = parts.clock.now()
    await appendFacts(tx, [
      { id: parts.ids.uuid(), tenant: at.tenant, type: 'contact.created', subject: at.contactId, at: now, data },
    ])
  })
}
