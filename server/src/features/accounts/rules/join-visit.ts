// Which contact a visit belongs to, from the token the device holds and the identity the shop signed.
import type { ProblemCode, Uuid } from '@ballast/contract'

export interface HeldVisit {
  readonly contactId: Uuid
  /** Set once the shop has vouched for this device's person. */
  readonly externalId?: string
}
export interface SignedVisit {
  readonly contactId: Uuid
  readonly externalId: string
}
export interface JoinedVisit {
  readonly contactId: Uuid
  readonly externalId?: string
  /** The anonymous contact this device used until now; contacts may merge it. */
  readonly formerContactId?: Uuid
}

/** Two different signed identities are never merged: the widget must be reset first. */
export const joinVisit = (
  held: HeldVisit | undefined,
  signed: SignedVisit | undefined,
  fresh: Uuid,
): JoinedVisit | { readonly refused: ProblemCode } => {
  if (signed === undefined) return held ?? { contactId: fresh }
  if (held?.externalId !== undefined && held.externalId !== signed.externalId) return { refused: 'identity.conflict' }
  const joined = { contactId: signed.contactId, externalId: signed.externalId }
  return held === undefined || held.externalId !== undefined ? joined : { ...joined, formerContactId: held.contactId }
}
