// The structure for readers: a page of its things, a picture of some, one with all that hangs on it.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { MOST_DRAWN } from '@ballast/contract/routes/structure'
import type { Tx } from '../../../platform/database/open.ts'
import {
  type CitedRow,
  citationsOf,
  countNodes,
  edgesOf,
  hasNode,
  listNodes,
  mostLinked,
  nodesById,
} from './store-looking.ts'
import type { Narrow, StructureEdge, StructureNode, StructureParts } from './things.ts'

const PAGE = 100
/** Edges looked at around what is drawn already. */
const MOST_EDGES = 2_000
const MOST_CITATIONS = 50
const MOST_NEIGHBOURS = 200

type Reading = Pick<StructureParts, 'database'>

export const listStructure = (
  { database }: Reading,
  tenant: Uuid,
  query: Narrow & { readonly limit?: number; readonly offset?: number },
): Promise<{ nodes: StructureNode[]; total: number }> =>
  database.as(tenant, async (tx) => ({
    nodes: await listNodes(tx, tenant, { ...query, limit: query.limit ?? PAGE }),
    total: await countNodes(tx, tenant, query),
  }))

/** Ring by ring around the centre, until there is no more room. The same centre gives the same things. */
const around = async (tx: Tx, tenant: Uuid, { centre, ...only }: { centre: Uuid; documentId?: Uuid }) => {
  const seen = new Set([centre])
  for (let ring = [centre]; ring.length > 0 && seen.size < MOST_DRAWN; ) {
    const edges = await edgesOf(tx, tenant, { ids: ring, ...only, most: MOST_EDGES })
    const next = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((id) => !seen.has(id)))
    ring = [...next].slice(0, MOST_DRAWN - seen.size)
    for (const id of ring) seen.add(id)
  }
  return [...seen]
}

const within = (edges: readonly StructureEdge[], nodes: readonly StructureNode[]): StructureEdge[] => {
  const drawn = new Set(nodes.map(({ id }) => id))
  return edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to))
}

/** Refuses with structure.not-found when what shall stand in the middle is gone. */
export const drawStructure = (
  { database }: Reading,
  tenant: Uuid,
  { around: wanted, ...narrow }: Narrow & { readonly around?: Uuid },
): Promise<{ nodes: StructureNode[]; edges: StructureEdge[]; total: number; centre: Uuid | null }> =>
  database.as(tenant, async (tx) => {
    const total = await countNodes(tx, tenant, narrow)
    const only = narrow.documentId === undefined ? {} : { documentId: narrow.documentId }
    if (wanted !== undefined && !(await hasNode(tx, tenant, wanted))) throw problem('structure.not-found')
    const all = total <= MOST_DRAWN && wanted === undefined
    const centre = all ? null : (wanted ?? (await mostLinked(tx, tenant, narrow)))
    const nodes =
      centre === null
        ? await listNodes(tx, tenant, { ...narrow, limit: MOST_DRAWN })
        : await nodesById(tx, tenant, await around(tx, tenant, { centre, ...only }))
    const edges = await edgesOf(tx, tenant, { ids: nodes.map(({ id }) => id), ...only, most: MOST_EDGES })
    return { nodes, edges: within(edges, nodes), total, centre }
  })

/** Refuses with structure.not-found. */
export const showNode = (
  { database }: Reading,
  tenant: Uuid,
  id: Uuid,
): Promise<{ node: StructureNode; edges: StructureEdge[]; neighbours: StructureNode[]; citations: CitedRow[] }> =>
  database.as(tenant, async (tx) => {
    const [node] = await nodesById(tx, tenant, [id])
    if (node === undefined) throw problem('structure.not-found')
    const edges = await edgesOf(tx, tenant, { ids: [id], most: MOST_NEIGHBOURS })
    const others = [...new Set(edges.map(({ from, to }) => (from === id ? to : from)))]
    const neighbours = await nodesById(tx, tenant, others)
    return {
      node,
      edges: within(edges, [node, ...neighbours]),
      neighbours,
      citations: await citationsOf(tx, tenant, id, MOST_CITATIONS),
    }
  })
