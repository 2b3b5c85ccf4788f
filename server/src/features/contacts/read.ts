// Read a person, personal fields masked by the reader's role.
import { type Contact, type Principal, problem, type Uuid } from '@ballast/contract'
import { openField } from './fields.ts'
import { type ContactParts, keyOf } from './parts.ts'
import { maskedFor } from './rules/mask.ts'
import { readRow } from './store.ts'

export type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>

/** Throws `contact.not-found`, also for the ids of another tenant. */
export const readContact = async (parts: ContactParts, principal: StaffSide, contactId: Uuid): Promise<Contact> => {
  const row = await parts.database.as(principal.tenant, (tx) => readRow(tx, principal.tenant, contactId))
  if (row === null) throw problem('contact.not-found')
  const key = await keyOf(parts, principal.tenant, row)
  const open = (field: 'name' | 'phone' | 'email' | 'address') =>
    openField(key, { tenant: principal.tenant, contactId: row.id, field }, row[field])
  const fields = maskedFor(principal, {
    name: open('name'),
    phone: open('phone'),
    email: open('email'),
    address: open('address'),
  })
  return {
    id: row.id,
    verified: row.verified,
    externalId: row.externalId,
    level: row.level,
    locale: row.locale,
    createdAt: row.createdAt.toISOString(),
    ...fields,
  }
}
