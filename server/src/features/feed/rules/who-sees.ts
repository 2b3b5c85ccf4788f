// Who sees what, as rooms of the hub. The customer's side and the desk's side never share one.
import { roleHolds } from '@ballast/contract/permissions'
import type { Uuid } from '@ballast/contract/primitives'
import type { Principal } from '@ballast/contract/principal'

/** Every device of one customer: messages without notes and verdicts. */
export const visitorRoom = (contactId: Uuid): string => `visitor:${contactId}`
/** Desks that have the conversation open: everything, notes included. Joined only after `mustSee`. */
export const watchRoom = (conversationId: Uuid): string => `conv:${conversationId}`
/** Desks that list an inbox. `masked`: for those who may not read names. */
export const deskRoom = (tenant: Uuid, inboxId: Uuid, masked = false): string =>
  masked ? `desk:${tenant}:${inboxId}:masked` : `desk:${tenant}:${inboxId}`

/** The list rooms a colleague's desk joins: only inboxes they see, masked where their role asks for it. */
export const deskRoomsOf = (
  principal: Extract<Principal, { kind: 'staff' }>,
  inboxIds: readonly Uuid[],
): readonly string[] => {
  const masked = !roleHolds(principal.role, 'contacts.read-masked')
  return inboxIds.map((inboxId) => deskRoom(principal.tenant, inboxId, masked))
}
