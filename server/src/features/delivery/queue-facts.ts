// Consumer of facts: what the outside should hear is put in its inbox's queue, once a fact, in order.
import type { ConversationStatus, Fact } from '@ballast/contract'
import { NOTHING } from './news.ts'
import { DELIVERY_JOB, type DeliveryParts, feedSubject } from './parts.ts'
import { type Audible, audible } from './rules/audible.ts'
import { appendEvent } from './store.ts'
import { wayOf } from './way.ts'

export const queueFacts = async (parts: DeliveryParts, facts: readonly Fact[]): Promise<void> => {
  for (const fact of facts) {
    const heard = audible(fact)
    if (heard !== null) await queue(parts, fact, heard)
  }
}

const queue = async (parts: DeliveryParts, fact: Fact, heard: Audible): Promise<void> => {
  const { tenant, subject: conversationId } = fact
  const frame = await parts.conversations.readFrame({ tenant, conversationId, ...NOTHING })
  if (frame === null || frame.conversation.channel === 'web') return
  const { inboxId } = frame.conversation
  const way = await wayOf(parts, tenant, inboxId)
  if (way === null || (heard.kind !== 'message' && way.channel.tell === undefined)) return
  const status: ConversationStatus | null = heard.kind === 'status' ? (heard.status ?? frame.conversation.status) : null
  const state = way.isFetched ? 'kept' : 'waiting'
  const at = Date.parse(fact.at)
  const messageId = heard.kind === 'status' ? null : heard.messageId
  const event = {
    tenant,
    inboxId,
    id: fact.id,
    kind: heard.kind,
    conversationId,
    messageId,
    status,
    at,
    state,
  } as const
  await parts.database.as(tenant, (tx) => appendEvent(tx, event))
  // Nobody will answer with an id of their own: receipts name ours.
  if (way.isFetched && heard.kind === 'message')
    await parts.conversations.noteExternalId({ tenant, messageId: heard.messageId, externalId: heard.messageId })
  if (!way.isFetched) await parts.schedule(DELIVERY_JOB, { tenant, inboxId, conversationId }, parts.clock.now())
  parts.bus.publish(feedSubject(tenant, inboxId), {})
}
