// Job: one conversation's events go out in order; the first that must wait holds back those behind it.
import type { News, Outgoing } from '../../channels/kit/channel.ts'
import { fit } from '../../channels/kit/fit.ts'
import { judgeHealth } from './health.ts'
import { readNews } from './news.ts'
import { DELIVERY_JOB, type DeliveryJob, type DeliveryParts, holdMs, type QueuedEvent } from './parts.ts'
import { type Attempt, nextTry } from './rules/next-try.ts'
import { claimHead, putOff, readHealth, settleEvent } from './store.ts'
import { sendBy, tellBy, type Way, wayOf } from './way.ts'

/** A long queue is taken in several jobs, so that no job outlives its own limit. */
const JOB_MS = 20_000

export const sendQueue = async (parts: DeliveryParts, job: DeliveryJob): Promise<void> => {
  const until = parts.clock.now() + JOB_MS
  for (;;) {
    const now = parts.clock.now()
    const way = await wayOf(parts, job.tenant, job.inboxId)
    const health = await parts.database.as(job.tenant, (tx) => readHealth(tx, job.tenant, job.inboxId))
    // Stopped or switched off: everything waits where it is until somebody turns it on again.
    if (way === null || way.isFetched || health.stoppedAt !== null) return
    const head = await parts.database.as(job.tenant, (tx) =>
      claimHead(tx, job, { now, until: now + holdMs(parts.timeoutMs) }),
    )
    if (head === null || !(await deliver(parts, way, head))) return
    if (parts.clock.now() > until) return parts.schedule(DELIVERY_JOB, job, parts.clock.now())
  }
}

interface Tried {
  readonly attempt: Attempt
  readonly pieces: number
}

const UNKNOWN_PERSON: Tried = { attempt: { result: 'refused', reason: 'no-address' }, pieces: 0 }

/** False: it must be tried again later, and what is behind it waits. */
const deliver = async (parts: DeliveryParts, way: Way, event: QueuedEvent): Promise<boolean> => {
  const news = await readNews(parts, event)
  if (news === null) {
    await settle(parts, event, { state: 'sent', tries: event.tries, reason: 'nothing-to-tell' })
    return true
  }
  const isKnown = news !== 'no-address'
  const { attempt, pieces } = isKnown ? await attemptAt(parts, way, { event, news }) : UNKNOWN_PERSON
  const tries = event.tries + 1
  if (isKnown) await judgeHealth(parts, way, event, attempt)
  if (attempt.result === 'sent') {
    await settle(parts, event, { state: 'sent', tries, reason: null })
    if (event.kind === 'message') await receipt(parts, event, { state: 'delivered' })
    return true
  }
  const pauses = way.channel.retryAfterMs
  const next = nextTry(attempt, tries, {
    now: parts.clock.now(),
    spread: parts.random(),
    ...(pauses ? { pauses } : {}),
  })
  if (next.next === 'again') {
    const { tenant, inboxId, conversationId } = event
    // The job first: an event put off without one would wait for the sweep.
    await parts.schedule(DELIVERY_JOB, { tenant, inboxId, conversationId }, next.at)
    const again = { tries, pieces, reason: attempt.reason.slice(0, 64), at: next.at }
    await parts.database.as(tenant, (tx) => putOff(tx, event, again))
    return false
  }
  const reason = (next.next === 'give-up' ? next.reason : 'unknown').slice(0, 64)
  await settle(parts, event, { state: 'failed', tries, reason })
  if (event.kind === 'message') await receipt(parts, event, { state: 'failed', reason, gaveUpAfter: tries })
  return true
}

const attemptAt = async (
  parts: DeliveryParts,
  way: Way,
  { event, news }: { readonly event: QueuedEvent; readonly news: News },
): Promise<Tried> => {
  if (news.kind !== 'message') return { attempt: await tellBy(parts, way, news), pieces: 0 }
  const frame = await parts.conversations.readForDelivery({ ...event, messageId: news.message.id })
  const whom = { tenant: event.tenant, inboxId: event.inboxId, contactId: frame?.conversation.contactId ?? '' }
  const { capabilities } = way.channel
  const { messages } = fit(news.parts, capabilities, { origin: parts.publicUrl })
  let last: Attempt = { result: 'sent' }
  for (let piece = event.pieces; piece < messages.length; piece++) {
    const allowed = await parts.addresses.mayReply(whom, capabilities.replyWindow)
    if (!allowed.open) return { attempt: { result: 'refused', reason: `window-${allowed.reason}` }, pieces: piece }
    const id = piece === 0 ? news.id : `${news.id}-${piece + 1}`
    const { conversationId, to, message } = news
    const thread = news.thread === undefined ? {} : { thread: news.thread }
    const outgoing: Outgoing = { id, conversationId, to, ...thread, parts: messages[piece]!, message }
    last = await sendBy(parts, way, outgoing)
    if (last.result !== 'sent') return { attempt: last, pieces: piece }
    await parts.addresses.replied(whom, capabilities.replyWindow)
    await noteId(parts, event, last.externalId ?? message.id)
  }
  return { attempt: last, pieces: messages.length }
}

const noteId = ({ conversations }: DeliveryParts, { tenant, messageId }: QueuedEvent, externalId: string) =>
  messageId === null ? undefined : conversations.noteExternalId({ tenant, messageId, externalId })

const settle = (parts: DeliveryParts, event: QueuedEvent, end: Parameters<typeof settleEvent>[2]) =>
  parts.database.as(event.tenant, (tx) => settleEvent(tx, event, end))

const receipt = async (
  { conversations }: DeliveryParts,
  { tenant, conversationId, messageId }: QueuedEvent,
  said: { readonly state: 'delivered' | 'failed'; readonly reason?: string; readonly gaveUpAfter?: number },
): Promise<void> => {
  if (messageId !== null) await conversations.applyReceipt({ tenant, conversationId, messageId, ...said })
}
