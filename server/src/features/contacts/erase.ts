// Erase a person: their key goes, and with it every text and personal field, backups included.
import { problem, type Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { ContactParts } from './parts.ts'
import { eraseRow, readRow } from './store.ts'

/** Answers when it was erased (epoch ms); a second erasure answers the first's time and writes nothing. */
export const eraseContact = async (
  parts: ContactParts & { readonly secrets: Pick<Secrets, 'forgetPersonKey'> },
  at: { readonly tenant: Uuid; readonly contactId: Uuid; readonly staffId?: Uuid },
): Promise<number> => {
  const { tenant, contactId } = at
  const done = await parts.database.as(tenant, async (tx) => {
    const row = await readRow(tx, tenant, contactId, true)
    if (row === null) throw problem('contact.not-found')
    if (row.erasedAt !== null) return { at: row.erasedAt.getTime(), key: null }
    const now = parts.clock.now()
    await eraseRow(tx, tenant, contactId, new Date(now))
    const data = at.staffId === undefined ? {} : { staffId: at.staffId }
    await appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'contact.erased', subject: contactId, at: now, data }])
    return { at: now, key: row.personKey }
  })
  if (done.key !== null) parts.secrets.forgetPersonKey(tenant, done.key)
  return done.at
}
