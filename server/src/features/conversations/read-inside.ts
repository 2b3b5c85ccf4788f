// Reads of the house itself, for delivery and the live feed: nobody's rights are asked, so nothing here reaches a route.
import type { Conversation, ConversationRow, Message, Principal, Uuid } from '@ballast/contract'
import { keyOfPerson, readMessages, toMessage } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { toRows } from './rows.ts'
import { messageById } from './store.ts'
import { toConversation } from './thread.ts'

export interface ForDelivery {
  readonly conversation: Conversation
  readonly message: Message
  readonly contactExternalId: string | null
}
/** One message with where it goes; null when either is gone. */
export const readForDelivery = async (
  parts: ConversationParts,
  at: { readonly tenant: Uuid; readonly conversationId: Uuid; readonly messageId: Uuid },
): Promise<ForDelivery | null> => {
  const loaded = await parts.reader.conversation(at.tenant, at.conversationId, true)
  if (loaded === null) return null
  const row = await parts.database.as(at.tenant, (tx) => messageById(tx, at))
  if (row === null) return null
  return {
    conversation: toConversation(loaded.conversation),
    message: toMessage(await keyOfPerson(parts, loaded), at.tenant, row),
    contactExternalId: loaded.contact.externalId,
  }
}

export interface Frame {
  readonly conversation: Conversation
  readonly row: ConversationRow
  readonly messages: readonly Message[]
}
/** What another process committed: the conversation as it is, its row, and messages `fromSeq`…`toSeq`. */
export const readFrame = async (
  parts: ConversationParts,
  at: {
    readonly tenant: Uuid
    readonly conversationId: Uuid
    readonly fromSeq: number
    readonly toSeq: number
    readonly version: number
    /** They were edited, recalled or receipted elsewhere: memory is not asked. */
    readonly changed?: boolean
  },
): Promise<Frame | null> => {
  const remembered = await parts.reader.conversation(at.tenant, at.conversationId)
  const isOld =
    remembered === null || remembered.conversation.version < at.version || remembered.conversation.seq < at.toSeq
  const loaded = isOld ? await parts.reader.conversation(at.tenant, at.conversationId, true) : remembered
  if (loaded === null) return null
  const [row] = await toRows(parts, HOUSE, [loaded])
  if (row === undefined) return null
  const limit = at.toSeq - at.fromSeq + 1
  const known = at.changed === true ? null : parts.recent.range(at.conversationId, at.fromSeq, at.toSeq)
  const messages = limit < 1 ? [] : (known ?? (await readMessages(parts, loaded, { afterSeq: at.fromSeq - 1, limit })))
  if (at.changed === true) for (const message of messages) parts.recent.replace(message)
  return { conversation: toConversation(loaded.conversation), row, messages }
}
/** Sees names in full; who receives them is for the feed's rules to say. */
const HOUSE: Principal = {
  kind: 'key',
  tenant: '00000000-0000-0000-0000-000000000000',
  keyId: '00000000-0000-0000-0000-000000000000',
  permissions: ['contacts.read-masked'],
}
