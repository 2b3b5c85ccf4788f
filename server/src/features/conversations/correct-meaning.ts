// A colleague says what a customer's message meant: it stands beside what the machine heard.
import { type Message, problem, type Uuid } from '@ballast/contract'
import { loadGround } from './act.ts'
import { toMessage } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { isRefusal } from './rules/state.ts'
import { messageById, setAside } from './store.ts'
import { toConversation } from './thread.ts'

export interface Meaning {
  readonly tenant: Uuid
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly intent: string
}

/** Answers the message as it is now; every desk is told. Said again, the last stands. @throws Problem message.not-found */
export const correctMeaning = async (parts: ConversationParts, wish: Meaning): Promise<Message> => {
  const { tenant, conversationId, messageId, intent } = wish
  const ground = await loadGround(parts, tenant, conversationId, true)
  if (isRefusal(ground) || ground.conversation === null) throw problem('conversation.not-found')
  const row = await parts.database.as(tenant, async (tx) => {
    const found = await messageById(tx, { tenant, conversationId, messageId })
    if (found === null || found.recalled || found.authorKind !== 'customer') throw problem('message.not-found')
    const aside = { ...(found.aside as Message['verdict']), meant: intent }
    await setAside(tx, tenant, messageId, aside)
    return { ...found, aside }
  })
  const message = toMessage(ground.key, tenant, row)
  parts.recent.replace(message)
  parts.published({
    tenant,
    conversation: toConversation(ground.conversation),
    facts: [],
    messages: [],
    updated: [message],
  })
  return message
}
