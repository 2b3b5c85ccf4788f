// Which facts are news for the outside.
import type { ConversationStatus } from '@ballast/contract/conversation'
import type { Fact } from '@ballast/contract/facts'
import type { Uuid } from '@ballast/contract/primitives'

export type Audible =
  | { readonly kind: 'message' | 'updated'; readonly messageId: Uuid }
  /** `status` undefined: whatever it is now. */
  | { readonly kind: 'status'; readonly status?: ConversationStatus }

const STATUS: Partial<Record<Fact['type'], ConversationStatus | 'now'>> = {
  'conversation.started': 'now',
  'conversation.handed-over': 'waiting',
  'conversation.taken': 'agent',
  'conversation.handed-back': 'bot',
  'conversation.snoozed': 'snoozed',
  'conversation.woken': 'now',
  'conversation.resolved': 'resolved',
  'conversation.reopened': 'now',
}

/** Null: none of the outside's business (notes, the customer's own doing, the web's live feed). */
export const audible = (fact: Fact): Audible | null => {
  if (fact.type === 'message.sent') {
    const { messageId, note, channel } = fact.data
    return note || channel === 'web' ? null : { kind: 'message', messageId }
  }
  if (fact.type === 'message.edited' || fact.type === 'message.recalled')
    return fact.data.by === 'customer' ? null : { kind: 'updated', messageId: fact.data.messageId }
  const status = STATUS[fact.type]
  if (status === undefined) return null
  return status === 'now' ? { kind: 'status' } : { kind: 'status', status }
}

export const AUDIBLE_FACTS = [
  'message.sent',
  'message.edited',
  'message.recalled',
  ...(Object.keys(STATUS) as Fact['type'][]),
] as const
