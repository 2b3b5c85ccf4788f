// What colleagues keep for themselves or share with everybody: canned replies, saved views. Nobody learns of what
// another keeps for themselves.
import type { Permission, Principal, ProblemCode, Uuid } from '@ballast/contract'
import { holds, type Refusal } from './authorise.ts'

interface Kept {
  /** null: shared. */
  readonly ownerId: Uuid | null
}

const selfOf = (principal: Principal): Uuid | null => (principal.kind === 'staff' ? principal.staffId : null)

export const seesKept = (principal: Principal, { ownerId }: Kept): boolean =>
  ownerId === null || ownerId === selfOf(principal)

/**
 * Who owns it once it is saved (`shared` as wished) or removed (`shared` as it was). An API key has nothing of its own.
 * Refuses with `missing` for what the caller may not know of, else with `auth.forbidden`.
 */
export const decideKeeping = (
  principal: Principal,
  wish: {
    readonly before: Kept | undefined
    readonly shared: boolean
    /** The right that changing shared ones asks for. */
    readonly right: Permission
    readonly missing: ProblemCode
  },
): Kept | Refusal => {
  const { before, shared } = wish
  if (before !== undefined && !seesKept(principal, before)) return { refused: wish.missing }
  const touchesShared = shared || before?.ownerId === null
  if (touchesShared && !holds(principal, wish.right)) return { refused: 'auth.forbidden' }
  if (shared) return { ownerId: null }
  const self = selfOf(principal)
  return self === null ? { refused: 'auth.forbidden' } : { ownerId: self }
}
