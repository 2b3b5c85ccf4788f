// What an earlier send of the same id stored: a resend is answered from here, without thinking again.
import type { Conversation, Message, Uuid } from '@ballast/contract'
import { readMessages } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { externalKey } from './receive.ts'
import { type Seen, seenKey } from './store.ts'
import { toConversation } from './thread.ts'

export interface Sent {
  readonly tenant: Uuid
  readonly changeId: Uuid
  /** The platform's own id, unique in its inbox. */
  readonly external?: { readonly inboxId: Uuid; readonly id: string }
}
/** Null: never taken in. */
export const findSeen = async (
  parts: Pick<ConversationParts, 'database'>,
  { tenant, changeId, external }: Sent,
): Promise<Seen | null> =>
  parts.database.as(tenant, async (tx) => {
    const keys = external === undefined ? [changeId] : [changeId, externalKey(external.inboxId, external.id)]
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
