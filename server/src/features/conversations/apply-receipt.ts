// A platform says what became of a message: delivered, read, failed. Receipts come late, twice and in any order.
import type { Message, Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { keyOfPerson, toMessage } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { receiptMoves } from './rules/message-change.ts'
import { messageByExternalId, messageById, setDelivery, setExternalId } from './store.ts'
import { toConversation } from './thread.ts'

export interface Receipt {
  readonly tenant: Uuid
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly state: 'delivered' | 'read' | 'failed'
  /** A code, never text. */
  readonly reason?: string
  /** Set when our own attempts ended: how many there were. */
  readonly gaveUpAfter?: number
}

/** Answers the message as it is now; null when it is unknown. Idempotent. */
export const applyReceipt = async (parts: ConversationParts, receipt: Receipt): Promise<Message | null> => {
  const { tenant, conversationId, messageId, state } = receipt
  const loaded = await parts.reader.conversation(tenant, conversationId)
  if (loaded === null) return null
  const failure = state === 'failed' ? (receipt.reason ?? 'unknown').slice(0, 64) : null
  const done = await parts.database.as(tenant, async (tx) => {
    const row = await messageById(tx, { tenant, conversationId, messageId })
    if (row === null || !receiptMoves(row.delivery, state)) return { row, moved: false }
    await setDelivery(tx, tenant, { id: messageId, delivery: state, failure })
    const common = { tenant, subject: conversationId, at: parts.clock.now() }
    const receipted = {
      ...common,
      id: parts.ids.uuid(),
      type: 'message.receipted' as const,
      data: { messageId, state },
    }
    const gaveUp = receipt.gaveUpAfter
    const failed = { messageId, channel: row.channel, reason: failure ?? 'unknown', attempts: gaveUp ?? 0 }
    const lost = { ...common, id: parts.ids.uuid(), type: 'delivery.failed' as const, data: failed }
    await appendFacts(tx, gaveUp === undefined ? [receipted] : [lost])
    return { row: { ...row, delivery: state, failure }, moved: true }
  })
  if (done.row === null) return null
  const message = toMessage(await keyOfPerson(parts, loaded), tenant, done.row)
  if (!done.moved) return message
  parts.recent.replace(message)
  const conversation = toConversation(loaded.conversation)
  parts.published({ tenant, conversation, facts: [], messages: [], updated: [message] })
  return message
}

/** How far back a platform's receipt may reach, in messages. */
const REACH = 200

/** The same, by the platform's own id of the message. Null: no such message lately. */
export const applyPlatformReceipt = async (
  parts: ConversationParts,
  receipt: Pick<Receipt, 'tenant' | 'state' | 'reason'> & {
    readonly contactId: Uuid
    readonly inboxId: Uuid
    readonly externalId: string
  },
): Promise<Message | null> => {
  const { tenant, contactId, inboxId, externalId } = receipt
  const latest = (await parts.reader.contact(tenant, contactId, inboxId))?.latest ?? null
  if (latest === null) return null
  const at = { tenant, conversationId: latest.id, fromSeq: Math.max(1, latest.seq - REACH), externalId }
  const row = await parts.database.as(tenant, (tx) => messageByExternalId(tx, at))
  return row === null ? null : applyReceipt(parts, { ...receipt, conversationId: latest.id, messageId: row.id })
}

/** The platform's own id of a message of ours, by which its receipts will name it. */
export const noteExternalId = (
  parts: Pick<ConversationParts, 'database'>,
  at: { readonly tenant: Uuid; readonly messageId: Uuid; readonly externalId: string },
): Promise<void> => parts.database.as(at.tenant, (tx) => setExternalId(tx, at.tenant, at.messageId, at.externalId))
