// An event of the queue with the words it stands for, read when it is sent.
import type { News } from '../../channels/kit/channel.ts'
import type { DeliveryParts, QueuedEvent } from './parts.ts'

/** Null: there is nothing left to tell (the message is gone or was taken back in time). */
export const readNews = async (
  parts: Pick<DeliveryParts, 'conversations' | 'addresses'>,
  event: QueuedEvent,
): Promise<News | 'no-address' | null> => {
  const { tenant, inboxId, conversationId, messageId, id, at } = event
  if (event.kind === 'status' || messageId === null) {
    const frame = await parts.conversations.readFrame({ tenant, conversationId, ...NOTHING })
    if (frame === null || event.status === null) return null
    const address = await parts.addresses.find({ tenant, inboxId, contactId: frame.conversation.contactId })
    return address === null
      ? 'no-address'
      : { kind: 'status', id, at, conversationId, ...address, status: event.status }
  }
  const found = await parts.conversations.readForDelivery({ tenant, conversationId, messageId })
  if (found === null) return null
  const { message, conversation } = found
  if (event.kind === 'message' && message.recalled) return null
  const address = await parts.addresses.find({ tenant, inboxId, contactId: conversation.contactId })
  if (address === null) return 'no-address'
  const { kind, name } = message.author
  // Colleagues are known by name outside, not by id.
  const author = { kind, ...(name === undefined ? {} : { name }) }
  const { status } = conversation
  return {
    kind: event.kind,
    id,
    at,
    conversationId,
    ...address,
    parts: message.parts,
    message: { ...message, author, status },
  }
}

/** Asks for the conversation alone. */
export const NOTHING = { fromSeq: 1, toSeq: 0, version: 0, withRow: false } as const
