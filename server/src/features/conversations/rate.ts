// The customer rates the conversation: one line an episode, appended without waking anybody, changed by its own id.
import { type Message, Problem, problem, type Uuid } from '@ballast/contract'
import type { Tx } from '../../platform/database/open.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { clampUuidTime } from '../../platform/ids.ts'
import { act, loadFor } from './act.ts'
import type { Ground } from './change.ts'
import { changeIdOf, onReusedId } from './change-id.ts'
import { readMessages, toMessage } from './messages.ts'
import type { ConversationParts, Visitor } from './parts.ts'
import { CHANGEABLE_MS } from './rules/message-change.ts'
import { decideRating, isRatedLine, type Rating, ratedData, ratedLine, type Standing } from './rules/rate.ts'
import { sameParts } from './rules/tidy.ts'
import { openBody, sealBody } from './sealing.ts'
import { type MessageRow, messageById, pageOfMessages, rewriteMessage, seenKey } from './store.ts'
import { marksOf } from './store-ratings.ts'
import { toConversation } from './thread.ts'

export interface RateWish extends Rating {
  readonly conversationId: Uuid
  /** Made by the device, UUIDv7: the same id changes the line it wrote. */
  readonly id: Uuid
}
export interface Rated {
  readonly message: Message
  /** The line said this already. */
  readonly duplicate: boolean
}
const DAY_MS = 86_400_000

/** Throws `rating.given`, `rating.too-early`, `message.too-old` for a change that comes late, `message.id-reused`. */
export const rate = async (parts: ConversationParts, visitor: Visitor, wish: RateWish): Promise<Rated> => {
  const { tenant, contactId } = visitor
  const ground = await loadFor(parts, visitor, tenant, wish.conversationId)(true)
  if ('refused' in ground) throw problem(ground.refused)
  const changeId = changeIdOf(parts, 'rate', tenant, contactId, wish.conversationId, wish.id)
  const stored = await change(parts, ground, { tenant, changeId, wish })
  if (stored !== null) return stored
  const written = await give(parts, visitor, { changeId, wish })
  if (written !== null) return { message: written, duplicate: false }
  // Somebody was quicker: this very wish from elsewhere, or another device of the same customer.
  const ours = await change(parts, ground, { tenant, changeId, wish })
  if (ours === null) throw problem('rating.given')
  return ours
}

interface Given {
  readonly changeId: Uuid
  readonly wish: RateWish
}

/** The line, or null when the episode has one already. */
const give = async (parts: ConversationParts, visitor: Visitor, given: Given): Promise<Message | null> => {
  try {
    const { messages, duplicate } = await append(parts, visitor, given)
    return duplicate ? null : messages[0]!
  } catch (error) {
    if (error instanceof Problem && error.code === 'rating.given') return null
    throw error
  }
}

const append = (parts: ConversationParts, visitor: Visitor, { changeId, wish }: Given) => {
  const { tenant } = visitor
  const { conversationId } = wish
  // Two devices that rate at once stand on the same last rating: the key lets one of them in.
  const dedupe: string[] = []
  return onReusedId(
    act(parts, {
      tenant,
      conversationId,
      changeId,
      append: true,
      dedupe,
      load: loadFor(parts, visitor, tenant, conversationId),
      decide: async (state, ground) => {
        const { standing, staffId } = await standingOf(parts, tenant, ground)
        dedupe.splice(0, 1, `rated:${conversationId}:${standing.ratedSeq}`)
        const messageId = clampUuidTime(wish.id, parts.clock.now(), DAY_MS)
        return decideRating(state, standing, { messageId, line: ratedLine(wish), staffId })
      },
    }),
  )
}

/** Read anew each time: what a process remembers of a thread is no ground to refuse on. */
const standingOf = async (
  parts: ConversationParts,
  tenant: Uuid,
  { conversation, contact }: Ground,
): Promise<{ readonly standing: Standing; readonly staffId: Uuid | null }> => {
  const row = conversation!
  const { staffId, ...marks } = await parts.database.as(tenant, (tx) => marksOf(tx, tenant, row.id))
  const since = { afterSeq: marks.ratedSeq, limit: 200 }
  const isSilent = marks.ratedSeq > marks.customerSeq
  const lines = isSilent ? await readMessages(parts, { conversation: row, contact }, since) : []
  const resolvedSince = lines.some(({ parts: [part] }) => part?.kind === 'system' && part.code === 'resolved')
  const resolved = row.status === 'resolved'
  return { standing: { ...marks, resolved, resolvedSince }, staffId: row.assigneeId ?? staffId }
}

/** What this id wrote before, changed to what is wished now. Null: it wrote nothing yet. */
const change = async (
  parts: ConversationParts,
  ground: Ground,
  { tenant, changeId, wish }: Given & { readonly tenant: Uuid },
): Promise<Rated | null> => {
  const line = ratedLine(wish)
  const done = await parts.database.as(tenant, async (tx) => {
    const row = await lineOf(tx, tenant, changeId)
    if (row === null) return null
    const body = openBody(ground.key, { tenant, messageId: row.id }, row.body)
    const before = body.parts.find(isRatedLine)
    if (before === undefined) throw problem('message.id-reused')
    if (sameParts([before], [line])) return { row, duplicate: true }
    const now = parts.clock.now()
    if (now - row.sentAt.getTime() > CHANGEABLE_MS) throw problem('message.too-old')
    const { staffId } = await marksOf(tx, tenant, row.conversationId)
    const sealed = sealBody(ground.key, { tenant, messageId: row.id }, { parts: [line] })
    await rewriteMessage(tx, tenant, { id: row.id, body: sealed, recalled: false, at: now })
    const about = ratedData(line, ground.conversation?.assigneeId ?? staffId)
    const data = { messageId: row.id, seq: row.seq, ...about }
    const fact = { id: parts.ids.uuid(), type: 'conversation.rated' as const, subject: row.conversationId, at: now }
    await appendFacts(tx, [{ ...fact, tenant, data }])
    return { row: { ...row, body: sealed, editedAt: new Date(now) }, duplicate: false }
  })
  if (done === null) return null
  const message = toMessage(ground.key, tenant, done.row)
  if (!done.duplicate) {
    parts.recent.replace(message)
    const conversation = toConversation(ground.conversation!)
    parts.published({ tenant, conversation, facts: [], messages: [], updated: [message] })
  }
  return { message, duplicate: done.duplicate }
}

const lineOf = async (tx: Tx, tenant: Uuid, changeId: Uuid): Promise<MessageRow | null> => {
  const seen = await seenKey(tx, tenant, changeId)
  if (seen === null) return null
  const { conversationId, firstSeq } = seen
  const [row] = await pageOfMessages(tx, tenant, conversationId, { afterSeq: firstSeq - 1, limit: 1 })
  return row === undefined ? null : messageById(tx, { tenant, conversationId, messageId: row.id })
}
