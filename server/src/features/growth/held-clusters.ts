// The clusters of each workspace in memory, caught up with PostgreSQL before each use: any process may place questions, one
// at a time in a workspace.
import type { Uuid } from '@ballast/contract'
import type { Database, Tx } from '../../platform/database/open.ts'
import { createBoundedCache } from '../../platform/secrets/bounded-cache.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { background, readQuestion } from './background.ts'
import { breath } from './breath.ts'
import { type Clusters, createClusters } from './rules/clusters.ts'
import { type ChangedQuestion, changedQuestions, countQuestions, lockGrowth, questionIds } from './store.ts'
import { clustersByHand } from './store-clusters.ts'

export interface HeldClusters {
  /** `work` runs in a transaction that nobody else of this workspace is in. When it throws, memory is thrown away with it. */
  use<T>(tenant: Uuid, work: (tx: Tx, clusters: Clusters) => Promise<T>): Promise<T>
  /** A question is gone from PostgreSQL; also found out at the next use. */
  forget(tenant: Uuid): void
}

interface Held {
  readonly clusters: Clusters
  /** The last change seen. */
  change: string
}
interface Parts {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'openForTenant'>
}

/** About 10 MB each with ten thousand questions. */
const MOST_TENANTS = 20
const PAGE = 500
/** Questions read between two breaths. */
const SLICE = 10

const apply = async (parts: Parts, tenant: Uuid, held: Held, rows: readonly ChangedQuestion[]): Promise<void> => {
  for (const [at, { id, cluster, body, change }] of rows.entries()) {
    if (at % SLICE === SLICE - 1) await breath()
    held.change = change
    if (held.clusters.clusterOf(id) === cluster) continue
    held.clusters.remove(id)
    held.clusters.hold({ id, sentence: readQuestion(await parts.secrets.openForTenant(tenant, body)) }, cluster)
  }
}

/** Reads outside any lock, page by page, until little is left. */
const catchUp = async (parts: Parts, tenant: Uuid, held: Held): Promise<void> => {
  for (;;) {
    const page = { after: held.change, most: PAGE }
    const rows = await parts.database.as(tenant, (tx) => changedQuestions(tx, tenant, page))
    await apply(parts, tenant, held, rows)
    if (rows.length < PAGE) return
  }
}

/** What was erased elsewhere leaves no change behind. */
const dropGone = async (tx: Tx, tenant: Uuid, { clusters }: Held): Promise<void> => {
  if ((await countQuestions(tx, tenant)) === clusters.size) return
  const living = new Set(await questionIds(tx, tenant))
  for (const id of clusters.ids()) if (!living.has(id)) clusters.remove(id)
}

export const createHeldClusters = (parts: Parts): HeldClusters => {
  const known = createBoundedCache<Held>(MOST_TENANTS)
  const turns = new Map<Uuid, Promise<unknown>>()

  const run = async <T>(tenant: Uuid, work: (tx: Tx, clusters: Clusters) => Promise<T>): Promise<T> => {
    const held = known.get(tenant) ?? { clusters: createClusters(background()), change: '0' }
    known.delete(tenant)
    await catchUp(parts, tenant, held)
    const result = await parts.database.as(tenant, async (tx) => {
      await lockGrowth(tx, tenant)
      await apply(parts, tenant, held, await changedQuestions(tx, tenant, { after: held.change, most: PAGE }))
      await dropGone(tx, tenant, held)
      held.clusters.keep(await clustersByHand(tx, tenant))
      return work(tx, held.clusters)
    })
    known.set(tenant, held)
    return result
  }
  return {
    use: (tenant, work) => {
      const turn = (turns.get(tenant) ?? Promise.resolve()).then(() => run(tenant, work))
      const settled = turn.catch(() => undefined)
      turns.set(tenant, settled)
      void settled.then(() => turns.get(tenant) === settled && turns.delete(tenant))
      return turn
    },
    forget: (tenant) => known.delete(tenant),
  }
}
