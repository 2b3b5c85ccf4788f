// Who may change whom among colleagues, and what follows from it.
import type { Principal, Role } from '@ballast/contract'
import { holdsAll, permissionsOf, type Refusal } from './authorise.ts'

export interface StaffState {
  readonly id: string
  readonly role: Role
  readonly active: boolean
}
export interface StaffChange {
  readonly name?: string
  readonly role?: Role
  readonly teamIds?: readonly string[]
  readonly active?: boolean
  /** Their second factor is lost. */
  readonly secondFactor?: false
}
export type StaffEffect = 'role-changed' | 'removed' | 'restored' | 'factor-removed' | 'changed'

/** May `by` bring in, or make a sign-in link for, a colleague of this role? */
export const mayGrant = (by: Principal, role: Role): boolean => holdsAll(by, ['staff.manage', ...permissionsOf(role)])

/** `otherOwners`: active owners besides this colleague. */
export const decideStaffChange = (
  state: StaffState,
  change: StaffChange,
  by: { readonly principal: Principal; readonly otherOwners: number },
): Refusal | { readonly effects: readonly StaffEffect[] } => {
  const role = change.role ?? state.role
  const active = change.active ?? state.active
  if (!mayGrant(by.principal, state.role) || !mayGrant(by.principal, role)) return { refused: 'auth.forbidden' }
  const stopsOwning = state.role === 'owner' && state.active && (role !== 'owner' || !active)
  if (stopsOwning && by.otherOwners === 0) return { refused: 'staff.last-owner' }
  return { effects: effectsOf(state, change) }
}

const effectsOf = (state: StaffState, change: StaffChange): StaffEffect[] => {
  const effects: StaffEffect[] = []
  if (change.role !== undefined && change.role !== state.role) effects.push('role-changed')
  if (change.active === false && state.active) effects.push('removed')
  if (change.active === true && !state.active) effects.push('restored')
  if (change.secondFactor === false) effects.push('factor-removed')
  if (change.name !== undefined || change.teamIds !== undefined) effects.push('changed')
  return effects
}
