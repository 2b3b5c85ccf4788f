// How an inbox's queue stands: for what a customer may expect. Whoever asks often remembers the answer.
import type { Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { typicalWait } from './rules/typical-wait.ts'
import { countWaiting, waitsSince } from './store-queue.ts'

const LATELY_MS = 24 * 3_600_000

/** `waiting` counts at most 1,000; `waitMs` is the median of the last 24 hours, null below three. */
export const readQueue = async (
  parts: Pick<ConversationParts, 'database' | 'clock'>,
  tenant: Uuid,
  inboxId: Uuid,
): Promise<{ waiting: number; waitMs: number | null }> => {
  const since = parts.clock.now() - LATELY_MS
  return parts.database.as(tenant, async (tx) => ({
    waiting: await countWaiting(tx, tenant, inboxId),
    waitMs: typicalWait(await waitsSince(tx, tenant, { inboxId, since })),
  }))
}
