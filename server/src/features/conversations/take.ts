// Take a conversation over: it is yours and the bot falls silent.
import type { Uuid } from '@ballast/contract'
import { actorOf, onBehalf } from './on-behalf.ts'
import type { ConversationParts, Staff } from './parts.ts'

export const take = (
  parts: ConversationParts,
  staff: Staff,
  { conversationId, force }: { readonly conversationId: Uuid; readonly force: boolean },
) => onBehalf(parts, staff, { conversationId, event: { type: 'take', actor: actorOf(staff), force } })
