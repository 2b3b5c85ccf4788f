// The customer asks for a person: into the queue at once, whatever the bot was doing.
import type { Uuid } from '@ballast/contract'
import type { Accepted, Inbound, IntakeParts } from './parts.ts'

export type PersonAsked = Omit<Inbound, 'messageId' | 'parts' | 'context' | 'externalId'> & {
  /** Made by the device; the same on every resend. */
  readonly id: Uuid
}
/** Works before the first message too. Idempotent. */
export const askForPerson = async (
  parts: IntakeParts,
  asked: PersonAsked,
): Promise<Omit<Accepted, 'replies' | 'thinking'>> => {
  const { inbox, id, ...who } = asked
  const { conversation, messages, duplicate } = await parts.conversations.askForPerson({
    ...who,
    inboxId: inbox.id,
    locale: asked.locale ?? null,
    changeId: parts.conversations.changeIdOf('person', asked.tenant, asked.contactId, id),
  })
  const [line] = messages
  // Already in the queue, or with somebody: nothing new was written.
  const place =
    line === undefined
      ? { messageId: id, seq: conversation.seq, sentAt: conversation.updatedAt, duplicate: true }
      : { messageId: line.id, seq: line.seq, sentAt: line.sentAt, duplicate }
  return { conversationId: conversation.id, conversation, ...place }
}
