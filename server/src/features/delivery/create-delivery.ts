// Messages of the house on their way to platforms: sent, tried again, or given up with a notice in the thread.
import type { Fact, Part, Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { Conversations } from '../conversations/index.ts'
import { type Attempt, nextTry } from './rules/next-try.ts'

/** A channel with its settings opened, as `channels/registry` and the inbox give it. */
export interface Carrier {
  /** Parts as messages the platform can carry. */
  fit(parts: readonly Part[]): readonly (readonly Part[])[]
  send(message: {
    readonly id: string
    readonly conversationId: Uuid
    readonly to: string
    readonly parts: readonly Part[]
  }): Promise<Attempt>
}
export interface DeliveryParts {
  readonly conversations: Pick<Conversations, 'readForDelivery' | 'applyReceipt' | 'noteExternalId'>
  /** Null: the channel needs no sending (web: the live feed is the delivery) or is gone. */
  readonly carrierOf: (
    tenant: Uuid,
    inboxId: Uuid,
    contactId: Uuid,
  ) => Promise<{ readonly carrier: Carrier; readonly to: string } | null>
  readonly schedule: (name: string, data: object, at: number) => Promise<void>
  readonly clock: Clock
  /** In [0, 1). */
  readonly random: () => number
  readonly log: Log
}
export const DELIVERY_JOB = 'delivery.send'
export interface DeliveryJob {
  readonly tenant: Uuid
  readonly conversationId: Uuid
  readonly messageId: Uuid
  /** Attempts made before this one. */
  readonly tries: number
  /** Pieces of the fitted message that have gone out. */
  readonly sent: number
}
export interface Delivery {
  /** Consumer of `message.sent`: a job for each message that leaves the house. */
  onFacts(facts: readonly Fact[]): Promise<void>
  /** Handler of DELIVERY_JOB. */
  deliver(job: DeliveryJob): Promise<void>
}

export const createDelivery = (parts: DeliveryParts): Delivery => ({
  onFacts: async (facts) => {
    for (const fact of facts) {
      if (fact.type !== 'message.sent' || fact.data.note || fact.data.channel === 'web') continue
      const { messageId } = fact.data
      const job: DeliveryJob = { tenant: fact.tenant, conversationId: fact.subject, messageId, tries: 0, sent: 0 }
      await parts.schedule(DELIVERY_JOB, job, parts.clock.now())
    }
  },
  deliver: (job) => deliver(parts, job),
})

const deliver = async (parts: DeliveryParts, job: DeliveryJob): Promise<void> => {
  const found = await parts.conversations.readForDelivery(job)
  // Taken back in time, given up, or already there: a second job of the same message changes nothing.
  if (found === null || found.message.recalled || found.message.delivery !== 'sent') return
  const { conversation, message } = found
  const way = await parts.carrierOf(job.tenant, conversation.inboxId, conversation.contactId)
  if (way === null) return
  const pieces = way.carrier.fit(message.parts)
  for (let sent = job.sent; sent < pieces.length; sent++) {
    const id = pieces.length === 1 ? message.id : `${message.id}-${sent + 1}`
    const outgoing = { id, conversationId: conversation.id, to: way.to, parts: pieces[sent]! }
    const attempt = await carry(parts, way.carrier, outgoing)
    if (attempt.result === 'sent') {
      if (attempt.externalId !== undefined) await noteId(parts, job, attempt.externalId)
      continue
    }
    return retryOrGiveUp(parts, { ...job, sent }, attempt)
  }
  await parts.conversations.applyReceipt({ ...job, state: 'delivered' })
}

/** An adapter that throws is treated as weather: its fault is logged, the message is tried again. */
const carry = async (
  parts: DeliveryParts,
  carrier: Carrier,
  outgoing: Parameters<Carrier['send']>[0],
): Promise<Attempt> => {
  try {
    return await carrier.send(outgoing)
  } catch (error) {
    parts.log.error({ err: error, messageId: outgoing.id }, 'delivery.failed')
    return { result: 'retry', reason: 'adapter-error' }
  }
}
const noteId = (parts: DeliveryParts, { tenant, messageId }: DeliveryJob, externalId: string) =>
  parts.conversations.noteExternalId({ tenant, messageId, externalId })

const retryOrGiveUp = async (parts: DeliveryParts, job: DeliveryJob, attempt: Attempt): Promise<void> => {
  const tries = job.tries + 1
  const next = nextTry(attempt, tries, { now: parts.clock.now(), spread: parts.random() })
  if (next.next === 'again') return parts.schedule(DELIVERY_JOB, { ...job, tries }, next.at)
  const reason = next.next === 'give-up' ? next.reason : 'unknown'
  const { tenant, conversationId, messageId } = job
  await parts.conversations.applyReceipt({
    tenant,
    conversationId,
    messageId,
    state: 'failed',
    reason,
    gaveUpAfter: tries,
  })
}
