// The customer asks for a person: into the queue at once, whatever the bot was doing.
import type { Conversation, Uuid } from '@ballast/contract'
import type { Inbound, IntakeParts } from './parts.ts'

export type PersonAsked = Omit<Inbound, 'messageId' | 'parts' | 'context' | 'externalId'> & {
  /** Made by the device; the same on every resend. */
  readonly id: Uuid
}
/** Works before the first message too. Idempotent. */
export const askForPerson = async (
  parts: IntakeParts,
  asked: PersonAsked,
): Promise<{ readonly conversation: Conversation }> => {
  const { inbox, id, ...who } = asked
  const { conversation } = await parts.conversations.askForPerson({
    ...who,
    inboxId: inbox.id,
    locale: asked.locale ?? null,
    changeId: parts.conversations.changeIdOf('person', asked.tenant, asked.contactId, id),
  })
  return { conversation }
}
