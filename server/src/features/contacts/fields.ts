// Personal fields at rest: each sealed with the person's own key, bound to its place so that a copied value does not open.
import type { Uuid } from '@ballast/contract'
import type { PersonKey } from '../../platform/secrets/secrets.ts'

export type SealedField = 'name' | 'phone' | 'email' | 'address' | 'payment'

const place = (tenant: Uuid, contactId: Uuid, field: SealedField) => `${tenant}:${contactId}:${field}`

export const sealField = (
  key: PersonKey,
  at: { tenant: Uuid; contactId: Uuid; field: SealedField },
  text: string,
): Buffer => key.seal(text, place(at.tenant, at.contactId, at.field))

/** Null when there is nothing or the person was erased. */
export const openField = (
  key: PersonKey | null,
  at: { tenant: Uuid; contactId: Uuid; field: SealedField },
  sealed: Buffer | null,
): string | null =>
  key === null || sealed === null ? null : key.open(sealed, place(at.tenant, at.contactId, at.field))
