// The one decision about access: what a route, frame or verb asks, against who is asking.
import {
  type Access,
  PERMISSIONS,
  type Permission,
  type Principal,
  type ProblemCode,
  type Role,
  roleHolds,
} from '@ballast/contract'

export type Refusal = { readonly refused: ProblemCode }

/** undefined: go ahead. `auth.required` when signing in could help, `auth.forbidden` when it could not. */
export const authorise = (principal: Principal, access: Access): Refusal | undefined => {
  if (access === 'public') return undefined
  if (access === 'visitor') return principal.kind === 'visitor' ? undefined : { refused: 'auth.required' }
  if (principal.kind === 'anyone') return { refused: 'auth.required' }
  if (access === 'staff') return principal.kind === 'staff' ? undefined : { refused: 'auth.forbidden' }
  return holds(principal, access) ? undefined : { refused: 'auth.forbidden' }
}

type Staff = Extract<Principal, { kind: 'staff' }>
/** A caller as far as rights go: of a colleague, only what they may. */
export type Rights =
  | Exclude<Principal, Staff>
  | (Pick<Staff, 'kind' | 'role'> & { readonly teamIds: readonly Staff['teamIds'][number][] })

export const holds = (principal: Rights, permission: Permission): boolean => {
  if (principal.kind === 'staff') return roleHolds(principal.role, permission)
  if (principal.kind === 'key') return principal.permissions.includes(permission)
  return false
}

export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => roleHolds(role, permission))

/** Nobody gives away, or takes away, more than they hold: a manager never touches an owner, a key never outgrows itself. */
export const holdsAll = (principal: Principal, permissions: readonly Permission[]): boolean =>
  permissions.every((permission) => holds(principal, permission))
