// What delivery stands on, and the words it speaks.
import type { ConversationStatus, Uuid } from '@ballast/contract'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { AccountsDoor } from '../accounts/index.ts'
import type { Conversations } from '../conversations/index.ts'
import type { Addresses } from '../intake/index.ts'

export interface DeliveryParts {
  readonly database: Pick<Database, 'as' | 'worker'>
  readonly conversations: Pick<Conversations, 'readForDelivery' | 'readFrame' | 'applyReceipt' | 'noteExternalId'>
  readonly inboxes: Pick<AccountsDoor['inboxes'], 'byId'>
  readonly addresses: Addresses
  /** Origin put before addresses of our own. */
  readonly publicUrl: string
  /** Guarded: never into our own network unless the operator allows it. */
  readonly fetch: typeof fetch
  /** What `fetch` gives up after, in ms. */
  readonly timeoutMs: number
  readonly bus: Pick<Bus, 'publish' | 'subscribe'>
  /** A durable job, not before `at` (epoch ms). */
  readonly schedule: (name: string, data: object, at: number) => Promise<void>
  readonly ids: Ids
  readonly clock: Clock
  /** In [0, 1). */
  readonly random: () => number
  readonly log: Log
}

/** Job: send what waits of one conversation, in order. */
export const DELIVERY_JOB = 'delivery.send'
export interface DeliveryJob {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly conversationId: Uuid
}
/** Job, every minute: what a process that died left behind is taken up again. */
export const SWEEP_JOB = 'delivery.sweep'
/** How long an attempt keeps its event: longer than any single attempt may take. */
export const holdMs = (timeoutMs: number): number => 3 * timeoutMs

/** An event on its way to the outside. Times are epoch ms. */
export interface QueuedEvent {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly place: number
  /** The id of the fact it came from. */
  readonly id: Uuid
  readonly kind: 'message' | 'updated' | 'status'
  readonly conversationId: Uuid
  readonly messageId: Uuid | null
  readonly status: ConversationStatus | null
  readonly at: number
  /** Attempts so far. */
  readonly tries: number
  /** Pieces of the fitted message that have gone out. */
  readonly pieces: number
}
/** Pokes whoever waits for an inbox's events. */
export const feedSubject = (tenant: Uuid, inboxId: Uuid): string => `channel.${tenant}.${inboxId}`
