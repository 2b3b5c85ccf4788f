// Clusters as the desk sees them; and saying that one needs no answer.
import type { Reply, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { readCluster as readRoute, Cluster as Schema } from '@ballast/contract/routes/growth'
import type { Static } from 'typebox'
import { type Actor, byWhom, type GrowthParts } from './parts.ts'
import { openAll } from './sealed.ts'
import { questionsAmong, questionsOf } from './store.ts'
import { type ClusterRow, type ClusterState, readClusters, setState } from './store-clusters.ts'

export type Cluster = Static<typeof Schema>
const MOST_SHOWN = 200
/** Characters of a question. */
const SHOWN = 500
const SHOWN_ANSWER = 8_000

export type Reading = Pick<GrowthParts, 'database' | 'secrets' | 'clock'>

const toClusters = async (parts: Reading, tenant: Uuid, rows: readonly ClusterRow[]): Promise<Cluster[]> => {
  const wanted = rows.flatMap(({ central, newest }) => [...(central === null ? [] : [central]), ...newest])
  const found = await parts.database.as(tenant, (tx) => questionsAmong(tx, tenant, [...new Set(wanted)]))
  const texts = new Map((await openAll(parts, tenant, found)).map(({ id, text }) => [id, text]))
  const names = new Map<Uuid, string>()
  for (const { id, givenName } of rows)
    if (givenName !== null) names.set(id, await parts.secrets.openForTenant(tenant, givenName))
  return rows.map(({ central, newest, lastAskedAt, languages, givenName, ...row }) => {
    const examples = [...new Set(newest.flatMap((id) => texts.get(id)?.slice(0, SHOWN) ?? []))]
    return {
      ...row,
      name: (names.get(row.id) ?? texts.get(central ?? '') ?? examples[0] ?? '').slice(0, SHOWN),
      named: givenName !== null,
      examples,
      languages: languages.slice(0, 20).map((language) => language.slice(0, 8)),
      lastAskedAt: lastAskedAt.toISOString(),
    }
  })
}

export const listClusters = async (
  parts: Reading,
  tenant: Uuid,
  { least = 2, limit = 50, state }: { readonly least?: number; readonly limit?: number; readonly state?: ClusterState },
): Promise<Cluster[]> => {
  const query = { least, limit, now: new Date(parts.clock.now()), ...(state === undefined ? {} : { state }) }
  return toClusters(parts, tenant, await parts.database.as(tenant, (tx) => readClusters(tx, tenant, query)))
}

/** Those among `ids` that are still there. */
export const clustersAmong = async (parts: Reading, tenant: Uuid, ids: readonly Uuid[]): Promise<Cluster[]> => {
  const now = new Date(parts.clock.now())
  const rows = await parts.database.as(tenant, async (tx) => {
    const found: ClusterRow[] = []
    for (const id of ids) found.push(...(await readClusters(tx, tenant, { id, least: 1, limit: 1, now })))
    return found
  })
  return toClusters(parts, tenant, rows)
}

/** @throws Problem cluster.not-found */
export const mustFind = async (parts: Reading, tenant: Uuid, id: Uuid): Promise<Cluster> => {
  const [cluster] = await clustersAmong(parts, tenant, [id])
  if (cluster === undefined) throw problem('cluster.not-found')
  return cluster
}

/** @throws Problem cluster.not-found */
export const readCluster = async (parts: Reading, tenant: Uuid, id: Uuid): Promise<Reply<typeof readRoute>> => {
  const cluster = await mustFind(parts, tenant, id)
  const rows = await parts.database.as(tenant, (tx) => questionsOf(tx, tenant, { cluster: id, most: MOST_SHOWN }))
  const questions = (await openAll(parts, tenant, rows)).map((one) => ({
    id: one.id,
    text: one.text.slice(0, SHOWN),
    language: one.language,
    why: one.why,
    at: one.at.toISOString(),
    conversationId: one.conversation,
    answer: one.answer?.slice(0, SHOWN_ANSWER) ?? null,
  }))
  return { cluster, questions }
}

/** `on` false: open again. @throws Problem cluster.not-found */
export const dismissCluster = async (
  parts: GrowthParts,
  actor: Actor,
  { clusterId, on = true }: { readonly clusterId: Uuid; readonly on?: boolean },
): Promise<Cluster> => {
  const { tenant } = actor
  await parts.database.as(tenant, async (tx) => {
    if (!(await setState(tx, tenant, { id: clusterId, state: on ? 'dismissed' : 'open' })))
      throw problem('cluster.not-found')
    const data = { clusterId, on, ...byWhom(actor) }
    const fact = { id: parts.ids.uuid(), tenant, type: 'cluster.dismissed' as const, subject: clusterId }
    await parts.appendFacts(tx, [{ ...fact, at: parts.clock.now(), data }])
  })
  return mustFind(parts, tenant, clusterId)
}
