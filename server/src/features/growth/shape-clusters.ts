// What colleagues make of clusters: a name, two that are one, one that is two. What they shaped keeps its shape.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Tx } from '../../platform/database/open.ts'
import { type Cluster, mustFind } from './clusters.ts'
import { type Actor, byWhom, type GrowthParts } from './parts.ts'
import type { Clusters } from './rules/clusters.ts'
import { moveQuestions } from './store.ts'
import { markByHand, passOn, putClusters, removeEmptyClusters, setGivenName } from './store-clusters.ts'

interface Change {
  readonly clusterId: Uuid
  readonly what: 'named' | 'merged' | 'split'
}
const note = (parts: GrowthParts, actor: Actor, tx: Tx, { clusterId, what }: Change): Promise<void> => {
  const data = { clusterId, what, ...byWhom(actor) }
  const fact = { id: parts.ids.uuid(), tenant: actor.tenant, type: 'cluster.changed' as const, subject: clusterId }
  return parts.appendFacts(tx, [{ ...fact, at: parts.clock.now(), data }])
}

/** An empty name: called by its question again. @throws Problem cluster.not-found */
export const renameCluster = async (
  parts: GrowthParts,
  actor: Actor,
  { clusterId, name }: { readonly clusterId: Uuid; readonly name: string },
): Promise<Cluster> => {
  const { tenant } = actor
  const plain = name.trim()
  const sealed = plain === '' ? null : await parts.secrets.sealForTenant(tenant, plain)
  await parts.database.as(tenant, async (tx) => {
    if (!(await setGivenName(tx, tenant, { id: clusterId, name: sealed }))) throw problem('cluster.not-found')
    await note(parts, actor, tx, { clusterId, what: 'named' })
  })
  return mustFind(parts, tenant, clusterId)
}

/** In memory every process follows what it reads: only what is stored is moved here. */
const moveTo = async (
  tx: Tx,
  tenant: Uuid,
  { ids, into, central, at }: { ids: readonly string[]; into: Uuid; central: string; at: Date },
): Promise<void> => {
  await putClusters(tx, tenant, { clusters: [{ id: into, central: central as Uuid }], at })
  await moveQuestions(tx, tenant, new Map(ids.map((id) => [id, into])))
  await markByHand(tx, tenant, [into])
}

const membersOf = (clusters: Clusters, id: Uuid): readonly string[] => {
  const members = clusters.members(id)
  if (members.length === 0) throw problem('cluster.not-found')
  return members
}

/** The one that stays keeps its name; what was begun for the other goes on there. @throws Problem cluster.not-found */
export const mergeClusters = async (
  parts: GrowthParts,
  actor: Actor,
  { clusterId, from }: { readonly clusterId: Uuid; readonly from: Uuid },
): Promise<{ readonly cluster: Cluster; readonly moved: Uuid[] }> => {
  const { tenant } = actor
  const moved = await parts.held.use(tenant, async (tx, clusters) => {
    if (clusterId === from) return []
    const ids = [...membersOf(clusters, from)]
    membersOf(clusters, clusterId)
    const at = new Date(parts.clock.now())
    await moveTo(tx, tenant, { ids, into: clusterId, central: clusters.central(clusterId)!, at })
    await passOn(tx, tenant, { from, into: clusterId })
    await removeEmptyClusters(tx, tenant)
    await note(parts, actor, tx, { clusterId, what: 'merged' })
    return ids as Uuid[]
  })
  return { cluster: await mustFind(parts, tenant, clusterId), moved }
}

/** Into a cluster of their own. Questions that are in another meanwhile stay there. @throws Problem cluster.not-found */
export const splitCluster = async (
  parts: GrowthParts,
  actor: Actor,
  { clusterId, questionIds }: { readonly clusterId: Uuid; readonly questionIds: readonly Uuid[] },
): Promise<Cluster> => {
  const { tenant } = actor
  const made = parts.ids.uuid()
  await parts.held.use(tenant, async (tx, clusters) => {
    membersOf(clusters, clusterId)
    const ids = questionIds.filter((id) => clusters.clusterOf(id) === clusterId)
    if (ids.length === 0) throw problem('cluster.not-found')
    await moveTo(tx, tenant, { ids, into: made, central: ids[0]!, at: new Date(parts.clock.now()) })
    await markByHand(tx, tenant, [clusterId])
    await removeEmptyClusters(tx, tenant)
    await note(parts, actor, tx, { clusterId: made, what: 'split' })
  })
  return mustFind(parts, tenant, made)
}
