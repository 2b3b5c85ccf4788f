// What an earlier send of the same id stored: a resend is answered from here, without thinking again.
import type { Conversation, Message, Uuid } from '@ballast/contract'
import { readMessages } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { type Seen, seenKey } from './store.ts'
import { toConversation } from './thread.ts'

/** By change-set id or platform key. Null: never taken in. */
export const findSeen = async (
  parts: Pick<ConversationParts, 'database'>,
  tenant: Uuid,
  keys: readonly string[],
): Promise<Seen | null> =>
  parts.database.as(tenant, async (tx) => {
    for (const key of keys) {
      const seen = await seenKey(tx, tenant, key)
      if (seen !== null) return seen
    }
    return null
  })

/** The messages of that change, the inbound one first, with what directly followed it. */
export const readStored = async (
  parts: ConversationParts,
  tenant: Uuid,
  seen: Seen,
): Promise<{ conversation: Conversation; messages: Message[] }> => {
  const loaded = await parts.reader.conversation(tenant, seen.conversationId, true)
  if (loaded === null) throw new Error('a stored change set without its conversation')
  const messages = await readMessages(parts, loaded, { afterSeq: seen.firstSeq - 1, limit: 4 })
  return { conversation: toConversation(loaded.conversation), messages }
}
