// Which conversations a caller sees. Inboxes decide; what is assigned to someone they always see.
import type { Uuid } from '@ballast/contract/primitives'
import type { Principal } from '@ballast/contract/principal'

export const seesConversation = (
  principal: Principal,
  inboxIds: readonly Uuid[],
  conversation: { readonly contactId: Uuid; readonly inboxId: Uuid; readonly assigneeId: Uuid | null },
): boolean => {
  if (principal.kind === 'visitor') return principal.contactId === conversation.contactId
  if (principal.kind === 'anyone') return false
  if (principal.kind === 'staff' && conversation.assigneeId === principal.staffId) return true
  return inboxIds.includes(conversation.inboxId)
}
