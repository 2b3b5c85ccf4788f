// Colleagues as the contract shows them: the address opened for those who may read staff.
import type { Role, Uuid } from '@ballast/contract'
import type { AccountsParts } from './parts.ts'
import type { StaffRow } from './store-staff.ts'

export interface StaffView {
  readonly id: Uuid
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly teamIds: Uuid[]
  readonly locale: string | null
  readonly secondFactor: boolean
  readonly active: boolean
}

export const viewStaff = async (
  parts: Pick<AccountsParts, 'secrets'>,
  tenant: Uuid,
  row: StaffRow,
): Promise<StaffView> => ({
  id: row.id,
  name: row.name,
  email: await parts.secrets.openForTenant(tenant, row.emailSealed),
  role: row.role,
  teamIds: row.teamIds,
  locale: row.locale,
  secondFactor: row.secondFactor,
  active: row.active,
})

/** Addresses are compared without case and outer blanks; the blind index is made of the same form. */
export const normaliseEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

export const emailIndexOf = (parts: Pick<AccountsParts, 'secrets'>, email: string): Buffer =>
  parts.secrets.hmac('staff-email', normaliseEmail(email))
