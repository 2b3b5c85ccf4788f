// A trial under way: how far it is, for those who watch it from any node.
import type { Uuid } from '@ballast/contract'
import { writing } from '../knowledge/index.ts'
import type { GrowthParts } from './parts.ts'
import { readTrialRow, removeTrial, writeTrial } from './store-courts.ts'

type Parts = Pick<GrowthParts, 'database' | 'clock'>

/** Said so often at most, ms. */
const BEAT_MS = 300
/** Silent for this long: its process died. */
const DEAD_MS = 30_000

export interface Progress {
  /** One more question was tried. */
  step(): Promise<void>
  end(): Promise<void>
}

export const beginTrial = async (
  { database, clock }: Parts,
  tenant: Uuid,
  { entryId, total }: { readonly entryId: Uuid; readonly total: number },
): Promise<Progress> => {
  const begunAt = new Date(clock.now())
  let [done, last] = [0, clock.now()]
  const say = () => {
    last = clock.now()
    const row = { entryId, done, total, begunAt, beatAt: new Date(last) }
    return database.as(tenant, (tx) => writeTrial(tx, tenant, row))
  }
  await say()
  return {
    step: async () => {
      done++
      if (clock.now() - last >= BEAT_MS) await say()
    },
    end: () => database.as(tenant, (tx) => removeTrial(tx, tenant, entryId)),
  }
}

/** Null: none is being held. @throws Problem knowledge.not-found */
export const readTrial = async (
  { database, clock }: Parts,
  tenant: Uuid,
  entryId: Uuid,
): Promise<{ done: number; total: number; begunAt: string } | null> => {
  await writing.readEntry({ database }, { tenant, entryId })
  const row = await database.as(tenant, (tx) => readTrialRow(tx, tenant, entryId))
  if (row === null || clock.now() - row.beatAt.getTime() > DEAD_MS) return null
  return { done: row.done, total: row.total, begunAt: row.begunAt.toISOString() }
}
