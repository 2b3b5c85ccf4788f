// Delivery bound to its parts: what the house says on its way to platforms, in order, tried again, or given up with a notice.
import type { Fact, Uuid } from '@ballast/contract'
import type { Entrance } from '../intake/index.ts'
import { type EventsPage, type EventsWish, fetchEvents, replay } from './fetch-events.ts'
import { healthOf, resume, takeUp } from './health.ts'
import { hearTyping } from './hear-typing.ts'
import type { DeliveryJob, DeliveryParts } from './parts.ts'
import { queueFacts } from './queue-facts.ts'
import type { Health } from './rules/after-attempt.ts'
import { sendQueue } from './send-queue.ts'
import { dropOld } from './store.ts'

export interface Delivery {
  /** Consumer of AUDIBLE_FACTS: an event in its inbox's queue, and a job, for each that leaves the house. */
  onFacts(facts: readonly Fact[]): Promise<void>
  /** Handler of DELIVERY_JOB. */
  deliver(job: DeliveryJob): Promise<void>
  /** Handler of SWEEP_JOB. */
  sweep(): Promise<void>
  /** Tells platforms when colleagues type. */
  hearTyping(): { stop(): void }
  fetchEvents(entrance: Entrance, wish: EventsWish): Promise<EventsPage>
  replay(entrance: Entrance, eventId: Uuid): Promise<void>
  healthOf(tenant: Uuid, inboxId: Uuid): Promise<Health>
  /** The other side works again: call it. */
  resume(tenant: Uuid, inboxId: Uuid): Promise<void>
}

export const createDelivery = (parts: DeliveryParts): Delivery => ({
  onFacts: (facts) => queueFacts(parts, facts),
  deliver: (job) => sendQueue(parts, job),
  sweep: async () => {
    await takeUp(parts)
    await parts.database.worker(dropOld)
  },
  hearTyping: () => hearTyping(parts),
  fetchEvents: (entrance, wish) => fetchEvents(parts, entrance, wish),
  replay: (entrance, eventId) => replay(parts, entrance, eventId),
  healthOf: (tenant, inboxId) => healthOf(parts, tenant, inboxId),
  resume: (tenant, inboxId) => resume(parts, tenant, inboxId),
})
