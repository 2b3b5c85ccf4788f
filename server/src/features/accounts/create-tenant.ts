// A new workspace with its first owner, who has no password: the operator hands over a one-time link.
import type { Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { type AccountsParts, newFact } from './parts.ts'
import { emailIndexOf } from './staff-view.ts'
import { insertStaff } from './store-staff.ts'
import { insertTenant } from './store-tenants.ts'

export interface NewTenant {
  readonly name: string
  readonly owner: { readonly name: string; readonly email: string; readonly locale?: string }
  /** Nothing is left to set up: the first steps are not shown. Default false. */
  readonly setUp?: boolean
}

export const createTenant = async (
  parts: AccountsParts,
  input: NewTenant,
): Promise<{ tenant: Uuid; ownerId: Uuid }> => {
  const tenant = parts.ids.uuid()
  const ownerId = parts.ids.uuid()
  const { name, email, locale = null } = input.owner
  const emailSealed = await parts.secrets.sealForTenant(tenant, email.trim())
  await parts.database.as(tenant, async (tx) => {
    await insertTenant(tx, { id: tenant, name: input.name, setUp: input.setUp ?? false })
    const emailIndex = emailIndexOf(parts, email)
    await insertStaff(tx, { tenant, id: ownerId, name, emailSealed, emailIndex, role: 'owner', locale })
    const data = { staffId: ownerId, role: 'owner' } as const
    await appendFacts(tx, [newFact(parts, { tenant, type: 'staff.invited', subject: ownerId, data })])
  })
  return { tenant, ownerId }
}
