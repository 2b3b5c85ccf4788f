// Change or take back one's own message within 15 minutes. Its place in the sequence stays.
import { type Message, type Part, type Principal, problem, type Uuid } from '@ballast/contract'
import type { Tx } from '../../platform/database/open.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { loadFor } from './act.ts'
import type { Ground } from './change.ts'
import { toMessage } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { type Changer, refuseChange } from './rules/message-change.ts'
import { type Body, openBody, openPreview, previewText, RECALLED, sealBody, sealPreview } from './sealing.ts'
import { type MessageRow, messageById, rewriteMessage, setPreview } from './store.ts'
import { toConversation } from './thread.ts'

export type Author = Extract<Principal, { kind: 'staff' | 'visitor' }>
export interface Rewriting {
  readonly conversationId: Uuid
  readonly messageId: Uuid
  /** Null: recall it; the text is gone for good. */
  readonly parts: readonly Part[] | null
}
const changerOf = (author: Author): Changer =>
  author.kind === 'staff' ? { kind: 'agent', id: author.staffId } : { kind: 'customer', id: author.contactId }

export const rewrite = async (parts: ConversationParts, author: Author, wish: Rewriting): Promise<Message> => {
  const { tenant } = author
  const ground = await loadFor(parts, author, tenant, wish.conversationId)(true)
  if ('refused' in ground) throw problem(ground.refused)
  const now = parts.clock.now()
  const row = await parts.database.as(tenant, async (tx) => {
    const found = await messageById(tx, { tenant, conversationId: wish.conversationId, messageId: wish.messageId })
    const refused = refuseChange(found && { ...found, sentAt: found.sentAt.getTime() }, changerOf(author), now)
    if (found === null || refused !== null) throw problem(refused?.refused ?? 'message.not-found')
    if (found.recalled) return wish.parts === null ? found : Promise.reject(problem('message.not-found'))
    return write(parts, tx, { author, ground, found, said: wish.parts, now })
  })
  const message = toMessage(ground.key, tenant, row)
  parts.reader.forget(tenant, wish.conversationId)
  parts.recent.replace(message)
  parts.published({
    tenant,
    conversation: toConversation(ground.conversation!),
    facts: [],
    messages: [],
    updated: [message],
  })
  return message
}

/** The list must not go on showing what was taken back. */
const rewritePreview = async (tx: Tx, w: Writing): Promise<void> => {
  const { tenant } = w.author
  const { id: conversationId, preview } = w.ground.conversation!
  const was = previewText(bodyBefore(w).parts)
  if (w.found.note || openPreview(w.ground.key, { tenant, conversationId }, preview) !== was) return
  await setPreview(
    tx,
    tenant,
    conversationId,
    sealPreview(w.ground.key, tenant, conversationId, previewText(w.said ?? RECALLED)),
  )
}

interface Writing {
  readonly author: Author
  readonly ground: Ground
  readonly found: MessageRow
  readonly said: readonly Part[] | null
  readonly now: number
}
const bodyBefore = ({ author, ground, found }: Writing): Body =>
  openBody(ground.key, { tenant: author.tenant, messageId: found.id }, found.body)

const write = async (parts: ConversationParts, tx: Tx, w: Writing): Promise<MessageRow> => {
  const { tenant } = w.author
  const recalled = w.said === null
  const at = { tenant, messageId: w.found.id }
  // Other words, written over the same page.
  const body = w.said === null ? null : sealBody(w.ground.key, at, { ...bodyBefore(w), parts: w.said })
  await rewriteMessage(tx, tenant, { id: w.found.id, body, recalled, at: w.now })
  await rewritePreview(tx, w)
  const by = w.author.kind === 'staff' ? { by: 'agent', staffId: w.author.staffId } : { by: 'customer' }
  await appendFacts(tx, [
    {
      id: parts.ids.uuid(),
      tenant,
      type: recalled ? 'message.recalled' : 'message.edited',
      subject: w.found.conversationId,
      at: w.now,
      data: { messageId: w.found.id, seq: w.found.seq, ...by },
    },
  ])
  return { ...w.found, body, recalled, editedAt: new Date(w.now) }
}
