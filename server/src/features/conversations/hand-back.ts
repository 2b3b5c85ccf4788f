// Give a conversation back to the bot.
import type { Uuid } from '@ballast/contract'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, Staff } from './parts.ts'

export const handBack = (parts: ConversationParts, staff: Staff, conversationId: Uuid) =>
  onBehalf(parts, staff, { conversationId, event: { type: 'hand-back', actor: actorOf(staff) } })
