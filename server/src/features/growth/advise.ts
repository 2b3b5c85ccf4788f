// Each morning: what to write next, by the conversations of the day before it would have solved.
import type { Reply, Uuid } from '@ballast/contract'
import type { readAdvice as readRoute } from '@ballast/contract/routes/growth'
import { writing } from '../knowledge/index.ts'
import { askBoth } from './ask-bot.ts'
import { type Cluster, clustersAmong } from './clusters.ts'
import { proposalOf } from './draft-from-cluster.ts'
import { freezeSolved } from './freeze.ts'
import type { GrowthParts } from './parts.ts'
import { openAll } from './sealed.ts'
import { questionsOf, removeOldQuestions } from './store.ts'
import { type AdviceLine, allTenants, readAdviceRow, writeAdvice } from './store-advice.ts'
import { type ClusterRow, readClusters, removeEmptyClusters } from './store-clusters.ts'

const DAY_MS = 86_400_000
const KEPT_MS = 90 * DAY_MS
const MOST_QUESTIONS = 20_000
/** Clusters weighed, and their questions that are tried. */
const MOST_CLUSTERS = 20
const MOST_TRIED = 100

/** The entry begun, else what would be proposed now. */
const entryFor = async (parts: GrowthParts, tenant: Uuid, { id, central, entryId }: ClusterRow) => {
  if (entryId !== null) return writing.toIndexed(await writing.readEntry(parts.knowledge, { tenant, entryId }))
  const { blanks: _, answers: __, ...draft } = await proposalOf(parts, tenant, { id, central })
  return { id: parts.ids.uuid(), version: 1, ...draft }
}

const wouldSolve = async (parts: GrowthParts, tenant: Uuid, row: ClusterRow): Promise<number> => {
  const rows = await parts.database.as(tenant, (tx) => questionsOf(tx, tenant, { cluster: row.id, most: MOST_TRIED }))
  const since = parts.clock.now() - DAY_MS
  const yesterday = rows.filter(({ at, why }) => why !== 'imported' && at.getTime() > since)
  if (yesterday.length === 0) return 0
  const entry = await entryFor(parts, tenant, row)
  const trial = await writing.tryDraft(parts.knowledge, tenant, entry)
  const helped = new Set<string>()
  for (const { id, text, language, conversation } of await openAll(parts, tenant, yesterday)) {
    const { before, after } = await askBoth(parts, { tenant, text, language }, trial)
    if (before.outcome !== 'answered' && after.entries.includes(entry.id)) helped.add(conversation ?? id)
  }
  return helped.size
}

export const adviseTenant = async (parts: GrowthParts, tenant: Uuid): Promise<void> => {
  const now = new Date(parts.clock.now())
  const rows = await parts.database.as(tenant, (tx) =>
    readClusters(tx, tenant, { least: 2, limit: 4 * MOST_CLUSTERS, now }),
  )
  const wanted = rows.filter(({ state }) => state === 'open' || state === 'drafted').slice(0, MOST_CLUSTERS)
  const advice: AdviceLine[] = []
  for (const row of wanted) advice.push({ clusterId: row.id, wouldSolve: await wouldSolve(parts, tenant, row) })
  // A stable sort: clusters asked more often this week stand first among equals.
  advice.sort((a, b) => b.wouldSolve - a.wouldSolve)
  await parts.database.as(tenant, (tx) => writeAdvice(tx, tenant, { advice, at: now }))
}

const tidy = async (parts: GrowthParts, tenant: Uuid): Promise<void> => {
  const before = new Date(parts.clock.now() - KEPT_MS)
  await parts.database.as(tenant, async (tx) => {
    await removeOldQuestions(tx, tenant, { before, most: MOST_QUESTIONS })
    await removeEmptyClusters(tx, tenant)
  })
}

/** Job. One workspace that fails must not keep the others without theirs. */
export const morning = async (parts: GrowthParts, signal?: AbortSignal): Promise<void> => {
  for (const tenant of await parts.database.worker(allTenants)) {
    signal?.throwIfAborted()
    try {
      await tidy(parts, tenant)
      await freezeSolved(parts, tenant)
      await adviseTenant(parts, tenant)
    } catch (err) {
      parts.log.error({ err, tenant }, 'growth.morning-failed')
    }
  }
}

const whatToDo = ({ entryId, answered }: Cluster) => {
  if (entryId !== null) return 'finish-draft' as const
  return answered > 0 ? ('draft-from-answers' as const) : ('write' as const)
}

export const readAdvice = async (parts: GrowthParts, tenant: Uuid): Promise<Reply<typeof readRoute>> => {
  const row = await parts.database.as(tenant, (tx) => readAdviceRow(tx, tenant))
  if (row?.advisedAt == null) return { at: null, advice: [] }
  const clusters = await clustersAmong(
    parts,
    tenant,
    row.advice.map(({ clusterId }) => clusterId),
  )
  const advice = row.advice.flatMap(({ clusterId, wouldSolve }) => {
    const cluster = clusters.find(({ id, state }) => id === clusterId && (state === 'open' || state === 'drafted'))
    return cluster === undefined ? [] : [{ cluster, wouldSolve, do: whatToDo(cluster) }]
  })
  return { at: row.advisedAt.toISOString(), advice }
}
