// SQL of what reading writes: things with their citations, entry by entry; what nobody cites any more goes, unless staff
// had a hand in it.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'
import { importedId } from '../import-entries.ts'
import type { FoundEdge, FoundNode } from '../rules/structure/found.ts'
import type { ReadEntry } from './things.ts'

/** Locks out every other writer of the workspace's structure until the end. */
export const lockStructure = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`
    INSERT INTO structure_heads AS h (tenant, changes) VALUES (${tenant}, 1)
    ON CONFLICT (tenant) DO UPDATE SET changes = h.changes + 1`.execute(tx)
}

const nodeId = (tenant: Uuid, key: string): Uuid => importedId(tenant, `structure ${key}`, '')
const edgeId = (tenant: Uuid, { type, from, to }: FoundEdge): Uuid =>
  importedId(tenant, `structure ${type} ${from} ${to}`, '')

interface Rows {
  readonly nodes: Map<Uuid, FoundNode>
  readonly edges: Map<Uuid, { readonly type: string; readonly from: Uuid; readonly to: Uuid; readonly place: number }>
  readonly citations: { readonly thing: Uuid; readonly entry: Uuid; readonly quote: string }[]
}
const rowsOf = (tenant: Uuid, read: readonly ReadEntry[]): Rows => {
  const rows: Rows = { nodes: new Map(), edges: new Map(), citations: [] }
  for (const { entryId: entry, found } of read) {
    const ids = new Map(found.nodes.map((node) => [node.key, nodeId(tenant, node.key)]))
    for (const node of found.nodes) {
      const id = ids.get(node.key)!
      if (!rows.nodes.has(id)) rows.nodes.set(id, node)
      rows.citations.push({ thing: id, entry, quote: node.quote })
    }
    for (const edge of found.edges) {
      const id = edgeId(tenant, edge)
      const { type, place } = edge
      rows.edges.set(id, { type, from: ids.get(edge.from)!, to: ids.get(edge.to)!, place })
      rows.citations.push({ thing: id, entry, quote: edge.quote })
    }
  }
  return rows
}

const writeNodes = (tx: Tx, tenant: Uuid, nodes: Rows['nodes']) => {
  const rows = [...nodes].map(([id, { kind, label, value, unit }]) => ({ id, kind, label, value, unit }))
  return sql`
    INSERT INTO structure_nodes AS n (tenant, id, kind, label, value, unit)
    SELECT ${tenant}::uuid, x.id, x.kind, x.label, x.value, x.unit
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(id uuid, kind text, label text, value text, unit text)
    ON CONFLICT (tenant, id) DO UPDATE SET label = excluded.label, value = excluded.value, unit = excluded.unit
    WHERE NOT n.by_staff AND (n.label, n.value, n.unit) IS DISTINCT FROM (excluded.label, excluded.value, excluded.unit)`.execute(
    tx,
  )
}
const writeEdges = (tx: Tx, tenant: Uuid, edges: Rows['edges']) => {
  const rows = [...edges].map(([id, edge]) => ({ id, ...edge }))
  return sql`
    INSERT INTO structure_edges AS e (tenant, id, type, from_id, to_id, place)
    SELECT ${tenant}::uuid, x.id, x.type, x."from", x."to", x.place
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(id uuid, type text, "from" uuid, "to" uuid, place int)
    ON CONFLICT (tenant, id) DO UPDATE SET place = excluded.place
    WHERE NOT e.by_staff AND e.place <> excluded.place`.execute(tx)
}
const writeCitations = (tx: Tx, tenant: Uuid, citations: Rows['citations']) =>
  sql`
    INSERT INTO structure_citations (tenant, thing, entry_id, quote)
    SELECT ${tenant}::uuid, x.thing, x.entry, x.quote
    FROM json_to_recordset(${JSON.stringify(citations)}::json) AS x(thing uuid, entry uuid, quote text)
    ON CONFLICT DO NOTHING`.execute(tx)

/** Of these things, those that nobody cites and no colleague touched. Edges first: a node with an edge of staff stays. */
export const dropUncited = async (tx: Tx, tenant: Uuid, things: readonly Uuid[]): Promise<void> => {
  if (things.length === 0) return
  const ids = sql`ANY (${[...things]}::uuid[])`
  const uncited = (id: string) =>
    sql`NOT EXISTS (SELECT 1 FROM structure_citations c WHERE c.tenant = ${tenant} AND c.thing = ${sql.ref(id)})`
  await sql`
    DELETE FROM structure_edges e WHERE e.tenant = ${tenant} AND e.id = ${ids}
      AND NOT e.by_staff AND e.edit_type IS NULL AND NOT e.deleted AND ${uncited('e.id')}`.execute(tx)
  const gone = await sql<{ id: Uuid }>`
    DELETE FROM structure_nodes n WHERE n.tenant = ${tenant} AND n.id = ${ids}
      AND NOT n.by_staff AND n.edit IS NULL AND NOT n.deleted AND n.merged_into IS NULL AND ${uncited('n.id')}
      AND NOT EXISTS (SELECT 1 FROM structure_nodes m WHERE m.tenant = ${tenant} AND m.merged_into = n.id)
      AND NOT EXISTS (SELECT 1 FROM structure_edges s WHERE s.tenant = ${tenant}
        AND (s.from_id = n.id OR s.to_id = n.id) AND (s.by_staff OR s.edit_type IS NOT NULL) AND NOT s.deleted)
    RETURNING n.id`.execute(tx)
  const nodes = gone.rows.map(({ id }) => id)
  if (nodes.length > 0)
    await sql`
      DELETE FROM structure_edges WHERE tenant = ${tenant}
        AND (from_id = ANY (${nodes}::uuid[]) OR to_id = ANY (${nodes}::uuid[]))`.execute(tx)
}

/** Puts what was read in place of what the entries said before. The structure must be locked. */
export const replaceRead = async (tx: Tx, tenant: Uuid, read: readonly ReadEntry[]): Promise<void> => {
  const entries = read.map(({ entryId }) => entryId)
  const { nodes, edges, citations } = rowsOf(tenant, read)
  const before = await sql<{ thing: Uuid }>`
    DELETE FROM structure_citations WHERE tenant = ${tenant} AND entry_id = ANY (${entries}::uuid[])
    RETURNING thing`.execute(tx)
  if (nodes.size > 0) await writeNodes(tx, tenant, nodes)
  if (edges.size > 0) await writeEdges(tx, tenant, edges)
  if (citations.length > 0) await writeCitations(tx, tenant, citations)
  const still = new Set(citations.map(({ thing }) => thing))
  await dropUncited(
    tx,
    tenant,
    [...new Set(before.rows.map(({ thing }) => thing))].filter((thing) => !still.has(thing)),
  )
  await noteSources(tx, tenant, read)
}

const LIVE = sql`CASE e.status WHEN 'published' THEN e.version WHEN 'draft' THEN e.live_version END`
const noteSources = (tx: Tx, tenant: Uuid, read: readonly ReadEntry[]) => {
  const rows = read.map(({ entryId, version = null }) => ({ id: entryId, version }))
  return sql`
    INSERT INTO structure_sources AS s (tenant, entry_id, version)
    SELECT e.tenant, e.id, coalesce(x.version, ${LIVE})
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(id uuid, version int)
    JOIN knowledge_entries e ON e.tenant = ${tenant} AND e.id = x.id
    WHERE ${LIVE} IS NOT NULL
    ON CONFLICT (tenant, entry_id) DO UPDATE SET version = excluded.version`.execute(tx)
}

export interface Some {
  /** Absent: of all entries. */
  readonly only?: readonly Uuid[] | undefined
  readonly most: number
}
const among = (column: string, only: Some['only']) =>
  only === undefined ? sql`` : sql`AND ${sql.ref(column)} = ANY (${[...only]}::uuid[])`

/** Live entries whose structure is not that of what is live. A document that is being read looks after its own. */
export const unreadEntries = async (tx: Tx, tenant: Uuid, { only, most }: Some): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT e.id FROM knowledge_entries e
    LEFT JOIN structure_sources s ON s.tenant = e.tenant AND s.entry_id = e.id
    LEFT JOIN documents d ON d.tenant = e.tenant AND d.id = e.document_id AND d.state IN ('waiting', 'reading')
    WHERE e.tenant = ${tenant} AND ${LIVE} IS NOT NULL AND s.version IS DISTINCT FROM ${LIVE} AND d.id IS NULL ${among('e.id', only)}
    ORDER BY e.id LIMIT ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}
/** Entries that were read and are not live any more. */
export const goneEntries = async (tx: Tx, tenant: Uuid, { only, most }: Some): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT s.entry_id AS id FROM structure_sources s
    LEFT JOIN knowledge_entries e ON e.tenant = s.tenant AND e.id = s.entry_id
    WHERE s.tenant = ${tenant} AND ${LIVE} IS NULL ${among('s.entry_id', only)} ORDER BY s.entry_id LIMIT ${most}`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
export const forgetSources = async (tx: Tx, tenant: Uuid, entries: readonly Uuid[]): Promise<void> => {
  await sql`
    DELETE FROM structure_sources WHERE tenant = ${tenant} AND entry_id = ANY (${[...entries]}::uuid[])`.execute(tx)
}

/** Names of the workspace's products, the longest first. */
export const productNames = async (tx: Tx, tenant: Uuid, most: number): Promise<string[]> => {
  const { rows } = await sql<{ label: string }>`
    SELECT DISTINCT coalesce(edit->>'label', label) AS label FROM structure_nodes
    WHERE tenant = ${tenant} AND coalesce(edit->>'kind', kind) = 'product' AND NOT deleted AND merged_into IS NULL
    ORDER BY label LIMIT ${most}`.execute(tx)
  return rows.map(({ label }) => label)
}
