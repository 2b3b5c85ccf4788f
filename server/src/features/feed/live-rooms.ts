// The rooms of the hub, in one place. The customer's side and the desk's side never share one: notes, verdicts and
// presence are for colleagues only, and a frame sent to the wrong room would be seen by the wrong people.
import type { Uuid } from '@ballast/contract'

/** Every device of one customer: messages without notes and verdicts, conversation changes, receipts. */
export const visitorRoom = (contactId: Uuid): string => `visitor:${contactId}`
/** The desks that have the conversation open: everything, notes included. */
export const watchRoom = (conversationId: Uuid): string => `conv:${conversationId}`
/** Every desk of a workspace: list rows. */
export const deskRoom = (tenant: Uuid): string => `desk:${tenant}`
