// Put a conversation into the waiting queue for a person.
import type { HandoverReason, Uuid } from '@ballast/contract'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, StaffSide } from './parts.ts'

export const handOver = (
  parts: ConversationParts,
  principal: StaffSide,
  { conversationId, reason = 'manual' }: { readonly conversationId: Uuid; readonly reason?: HandoverReason },
) => {
  const by = principal.kind === 'staff' ? actorOf(principal) : 'system'
  return onBehalf(parts, principal, { conversationId, event: { type: 'hand-over', by, reason } })
}
