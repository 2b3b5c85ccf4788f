// A platform sends a call's transcript again and again while it grows: the stored part is replaced, the message stays one.
import type { Message, Part, Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { keyOfPerson, toMessage } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { callIn, isLaterCall } from './rules/call.ts'
import { openBody, sealBody } from './sealing.ts'
import { messageByExternalId, rewriteMessage, type Seen } from './store.ts'
import { toConversation } from './thread.ts'

/** Answers the message as it is now; null when it is gone. An older update changes nothing. */
export const updateCall = async (
  parts: ConversationParts,
  at: { readonly tenant: Uuid; readonly seen: Seen; readonly externalId: string },
  said: readonly Part[],
): Promise<Message | null> => {
  const { tenant, externalId } = at
  const { conversationId, firstSeq: fromSeq } = at.seen
  const loaded = await parts.reader.conversation(tenant, conversationId, true)
  const key = loaded === null ? null : await keyOfPerson(parts, loaded)
  if (loaded === null || key === null) return null
  const done = await parts.database.as(tenant, async (tx) => {
    const row = await messageByExternalId(tx, { tenant, conversationId, fromSeq, externalId })
    if (row === null) return null
    const at = { tenant, messageId: row.id }
    const before = openBody(key, at, row.body)
    const stored = callIn(before.parts)
    const update = callIn(said)
    if (stored === undefined || update === undefined || !isLaterCall(stored, update)) return { row, changed: false }
    const now = parts.clock.now()
    const body = sealBody(key, at, { ...before, parts: said })
    await rewriteMessage(tx, tenant, { id: row.id, body, recalled: false, at: now })
    const data = { messageId: row.id, seq: row.seq, by: 'customer' }
    await appendFacts(tx, [
      { id: parts.ids.uuid(), tenant, type: 'message.edited', subject: conversationId, at: now, data },
    ])
    return { row: { ...row, body, editedAt: new Date(now) }, changed: true }
  })
  if (done === null) return null
  const message = toMessage(key, tenant, done.row)
  if (done.changed) {
    parts.recent.replace(message)
    const conversation = toConversation(loaded.conversation)
    parts.published({ tenant, conversation, facts: [], messages: [], updated: [message] })
  }
  return message
}
