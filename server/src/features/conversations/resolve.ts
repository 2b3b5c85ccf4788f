// Close a conversation. The customer's next message reopens it.
import type { Uuid } from '@ballast/contract'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, StaffSide } from './parts.ts'

export const resolve = (parts: ConversationParts, principal: StaffSide, conversationId: Uuid) => {
  const actor = principal.kind === 'staff' ? actorOf(principal) : 'system'
  return onBehalf(parts, principal, { conversationId, event: { type: 'resolve', actor } })
}
