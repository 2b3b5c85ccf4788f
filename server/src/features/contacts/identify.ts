// Store what a signed identity says about a person. Two different signed identities are never joined by guess.
import { problem, type Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { type SealedField, sealField } from './fields.ts'
import { type ContactParts, keyOf } from './parts.ts'
import { holderOf, identifyRow, readRow } from './store.ts'

/** Verified by the caller: these come from the shop's signature, never from the visitor. */
export interface Identity {
  readonly externalId: string
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly address?: string
  readonly level?: string
  readonly locale?: string
}

/** `absent`: no row before the first message. Throws `identity.conflict`. */
export const identify = async (
  parts: ContactParts,
  at: { readonly tenant: Uuid; readonly contactId: Uuid },
  identity: Identity,
): Promise<'identified' | 'absent'> => {
  const { tenant, contactId } = at
  const seen = await parts.database.as(tenant, (tx) => readRow(tx, tenant, contactId))
  if (seen === null) return 'absent'
  const key = await keyOf(parts, tenant, seen)
  if (key === null) throw problem('contact.not-found')
  const sealed: Partial<Record<SealedField, Buffer>> = {}
  for (const field of ['name', 'phone', 'email', 'address'] as const) {
    const value = identity[field]
    if (value !== undefined) sealed[field] = sealField(key, { tenant, contactId, field }, value)
  }
  await parts.database.as(tenant, async (tx) => {
    const row = await readRow(tx, tenant, contactId, true)
    if (row === null || row.personKey === null) throw problem('contact.not-found')
    if (row.externalId !== null && row.externalId !== identity.externalId) throw problem('identity.conflict')
    const holder = await holderOf(tx, tenant, identity.externalId)
    if (holder !== null && holder !== contactId) throw problem('identity.conflict')
    const { level = null, locale = null, externalId } = identity
    await identifyRow(tx, at, { externalId, level, locale, sealed })
    if (row.verified) return
    const now = parts.clock.now()
    await appendFacts(tx, [
      { id: parts.ids.uuid(), tenant, type: 'contact.identified', subject: contactId, at: now, data: {} },
    ])
  })
  return 'identified'
}
