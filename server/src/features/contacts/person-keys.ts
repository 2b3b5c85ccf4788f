// The person's key, for what other features seal for them.
import { problem, type Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Ids } from '../../platform/ids.ts'
import type { PersonKey, Secrets } from '../../platform/secrets/secrets.ts'
import { keyOf } from './parts.ts'
import { revive } from './revive.ts'
import { insertRow, readRow } from './store.ts'

interface Reading {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'openPersonKey'>
}
/** Null: not there, merged into another, or erased. */
const read = async (parts: Reading, tenant: Uuid, contactId: Uuid): Promise<PersonKey | null> => {
  const row = await parts.database.as(tenant, (tx) => readRow(tx, tenant, contactId))
  return row === null ? null : keyOf(parts, tenant, row)
}

interface Ensuring extends Reading {
  readonly secrets: Pick<Secrets, 'openPersonKey' | 'newPersonKey'>
  readonly ids: Ids
  readonly clock: Clock
}
/** Makes the row of a person who brings something before their first message. Throws token.invalid for a merged one. */
const ensure = async (
  parts: Ensuring,
  at: { readonly tenant: Uuid; readonly contactId: Uuid; readonly channel: string },
): Promise<PersonKey> => {
  const { tenant, contactId, channel } = at
  const seen = await parts.database.as(tenant, (tx) => readRow(tx, tenant, contactId))
  if (seen !== null && seen.mergedInto !== null) throw problem('token.invalid')
  if (seen === null) {
    const { wrapped } = await parts.secrets.newPersonKey(tenant)
    const now = parts.clock.now()
    await parts.database.as(tenant, async (tx) => {
      if (!(await insertRow(tx, tenant, { contactId, personKey: wrapped, channel, at: new Date(now) }))) return
      const data = { verified: false, channel }
      await appendFacts(tx, [
        { id: parts.ids.uuid(), tenant, type: 'contact.created', subject: contactId, at: now, data },
      ])
    })
  } else if (seen.personKey === null) await revive(parts, at)
  const key = await read(parts, tenant, contactId)
  if (key === null) throw problem('token.invalid')
  return key
}

export const personKeys = { ensure, read }
