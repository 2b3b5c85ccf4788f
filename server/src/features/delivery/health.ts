// How the other side of an inbox is doing: five days of failure and it is no longer called until somebody turns it on again.
import type { Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { DELIVERY_JOB, type DeliveryParts, type QueuedEvent } from './parts.ts'
import { afterAttempt } from './rules/after-attempt.ts'
import type { Attempt } from './rules/next-try.ts'
import { type Health, leftBehind, readHealth, setHealth } from './store.ts'
import type { Way } from './way.ts'

/** Only an endpoint of the shop's own is judged: a platform's refusal of one person says nothing about the platform. */
export const judgeHealth = async (
  parts: DeliveryParts,
  { channel }: Way,
  { tenant, inboxId }: QueuedEvent,
  attempt: Attempt,
): Promise<void> => {
  if (channel.retryAfterMs === undefined) return
  const now = parts.clock.now()
  const stopped = await parts.database.as(tenant, async (tx) => {
    const before = await readHealth(tx, tenant, inboxId)
    const after = afterAttempt(before, attempt.result === 'sent', now)
    if (after === before) return false
    await setHealth(tx, tenant, inboxId, after)
    if (after.stoppedAt === null) return false
    const data = { inboxId, channel: channel.id }
    await appendFacts(tx, [
      { id: parts.ids.uuid(), tenant, type: 'inbox.delivery-stopped', subject: inboxId, at: now, data },
    ])
    return true
  })
  if (stopped) parts.log.warn({ inboxId, channel: channel.id }, 'delivery.stopped')
}

export const healthOf = (parts: Pick<DeliveryParts, 'database'>, tenant: Uuid, inboxId: Uuid): Promise<Health> =>
  parts.database.as(tenant, (tx) => readHealth(tx, tenant, inboxId))

/** Somebody says it works again: what waited goes out now. */
export const resume = async (parts: DeliveryParts, tenant: Uuid, inboxId: Uuid): Promise<void> => {
  await parts.database.as(tenant, (tx) => setHealth(tx, tenant, inboxId, { failingSince: null, stoppedAt: null }))
  await takeUp(parts, inboxId)
}

/** Conversations whose next event is due and in nobody's hands get a job. */
export const takeUp = async (parts: DeliveryParts, inboxId: Uuid | null = null): Promise<void> => {
  const now = parts.clock.now()
  const left = await parts.database.worker((tx) => leftBehind(tx, now, inboxId))
  for (const job of left) await parts.schedule(DELIVERY_JOB, job, now)
}
