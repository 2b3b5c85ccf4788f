// What the verbs of promotions need.
import type { Money, Uuid } from '@ballast/contract'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/open.ts'
import type { appendFacts } from '../../platform/facts/append.ts'
import type { Log } from '../../platform/log.ts'
import type { Blocks } from './blocks.ts'
import type { InForce } from './in-force.ts'
import type { Workshop } from './workshop.ts'

/** Sends a text as the bot into a conversation; `key` makes it happen once. Rejects when it was not taken. */
export type SayTo = (to: {
  tenant: Uuid
  conversationId: Uuid
  /** The message that told the price; one that was never stored told nobody. */
  messageId: Uuid
  key: Uuid
  text: string
  /** The sums the text may state: what was computed for it. */
  sums: readonly Money[]
}) => Promise<void>

export interface PromotionGround {
  readonly database: Pick<Database, 'as'>
  readonly clock: { now(): number }
  readonly ids: { uuid(): Uuid }
  readonly appendFacts: typeof appendFacts
  readonly bus: Pick<Bus, 'publish'>
  readonly log: Log
  /** What this shop sells, for checks; absent: products are not judged. */
  readonly productIds?: (tenant: Uuid) => Promise<readonly string[]>
  readonly sayTo: SayTo
}
export interface PromotionParts extends PromotionGround {
  readonly workshop: Workshop
  readonly blocks: Blocks
  readonly inForce: InForce
}
export interface Writer {
  readonly tenant: Uuid
  readonly staffId?: Uuid
}
