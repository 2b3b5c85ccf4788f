// Open a resolved conversation again, as the caller's own.
import type { Uuid } from '@ballast/contract'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, Staff } from './parts.ts'

export const reopen = (parts: ConversationParts, staff: Staff, conversationId: Uuid) =>
  onBehalf(parts, staff, { conversationId, event: { type: 'reopen', actor: actorOf(staff) } })
