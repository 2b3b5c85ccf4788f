// SQL over the structure as it is seen: what staff say in place of what was read, merged things as one, deleted ones not at all.
import type { Uuid } from '@ballast/contract'
import { NODE_KINDS } from '@ballast/contract/routes/structure'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'
import type { Narrow, StructureEdge, StructureNode } from './things.ts'

const KIND = sql`coalesce(n.edit->>'kind', n.kind)`
const LABEL = sql`coalesce(n.edit->>'label', n.label)`
const VALUE = sql`coalesce(n.edit->>'value', n.value)`
/** A node and those merged into it. */
const SELVES = sql`SELECT n.id UNION ALL
  SELECT m.id FROM structure_nodes m WHERE m.tenant = n.tenant AND m.merged_into = n.id`
const CITED = sql`structure_citations c WHERE c.tenant = n.tenant AND c.thing IN (${SELVES})`
const EDITED = sql`(n.by_staff OR n.edit IS NOT NULL
  OR EXISTS (SELECT 1 FROM structure_nodes m WHERE m.tenant = n.tenant AND m.merged_into = n.id))`
const SEEN = sql`NOT n.deleted AND n.merged_into IS NULL`

const COLUMNS = sql`n.id, ${KIND} AS kind, ${LABEL} AS label, ${VALUE} AS value, coalesce(n.edit->>'unit', n.unit) AS unit,
  n.revision, ${EDITED} AS edited,
  (SELECT count(DISTINCT c.entry_id)::int FROM ${CITED}) AS citations, n.by_staff AS "byStaff",
  (SELECT count(*)::int FROM structure_edges e WHERE e.tenant = n.tenant AND NOT e.deleted
    AND (e.from_id IN (${SELVES}) OR e.to_id IN (${SELVES}))
    AND NOT EXISTS (SELECT 1 FROM structure_nodes x
      WHERE x.tenant = e.tenant AND x.deleted AND x.id IN (e.from_id, e.to_id))) AS links`

type Row = Omit<StructureNode, 'sourceGone'> & { readonly byStaff: boolean }
const toNode = ({ byStaff, ...row }: Row): StructureNode => ({ ...row, sourceGone: !byStaff && row.citations === 0 })

const narrowed = (tenant: Uuid, { search, kind, documentId, edited }: Narrow) => {
  const like = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null
  const words = like === null ? sql`` : sql`AND (${LABEL} ILIKE ${like} OR ${VALUE} ILIKE ${like})`
  const kinds = kind === undefined ? sql`` : sql`AND ${KIND} = ${kind}`
  const by = edited === true ? sql`AND ${EDITED}` : sql``
  const from =
    documentId === undefined
      ? sql``
      : sql`AND n.id IN (
          SELECT coalesce(s.merged_into, s.id) FROM knowledge_entries k
          JOIN structure_citations c ON c.tenant = k.tenant AND c.entry_id = k.id
          JOIN structure_nodes s ON s.tenant = k.tenant AND s.id = c.thing
          WHERE k.tenant = ${tenant} AND k.document_id = ${documentId}::uuid)`
  return sql`n.tenant = ${tenant} AND ${SEEN} ${words} ${kinds} ${by} ${from}`
}
const ORDER = sql`array_position(${sql.lit(`{${NODE_KINDS.join(',')}}`)}::text[], ${KIND}), ${LABEL}, n.id`

export const countNodes = async (tx: Tx, tenant: Uuid, narrow: Narrow): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM structure_nodes n WHERE ${narrowed(tenant, narrow)}`.execute(tx)
  return rows[0]!.n
}
export const listNodes = async (
  tx: Tx,
  tenant: Uuid,
  { limit, offset = 0, ...narrow }: Narrow & { readonly limit: number; readonly offset?: number },
): Promise<StructureNode[]> => {
  const { rows } = await sql<Row>`
    WITH page AS (SELECT n.id FROM structure_nodes n WHERE ${narrowed(tenant, narrow)}
      ORDER BY ${ORDER} LIMIT ${limit} OFFSET ${offset})
    SELECT ${COLUMNS} FROM structure_nodes n JOIN page ON page.id = n.id WHERE n.tenant = ${tenant}
    ORDER BY ${ORDER}`.execute(tx)
  return rows.map(toNode)
}
/** Those of the nodes that are there, in the order of lists; `seen` false: deleted ones, too. */
export const nodesById = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<StructureNode[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM structure_nodes n
    WHERE n.tenant = ${tenant} AND n.id = ANY (${[...ids]}::uuid[]) AND ${SEEN} ORDER BY ${ORDER}`.execute(tx)
  return rows.map(toNode)
}
/** The thing with most links among those asked for. */
export const mostLinked = async (tx: Tx, tenant: Uuid, narrow: Narrow): Promise<Uuid | null> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT n.id FROM structure_nodes n
    JOIN LATERAL (SELECT count(*) AS links FROM structure_edges e WHERE e.tenant = n.tenant AND NOT e.deleted
      AND (e.from_id = n.id OR e.to_id = n.id)) l ON true
    WHERE ${narrowed(tenant, narrow)} ORDER BY l.links DESC, n.id LIMIT 1`.execute(tx)
  return rows[0]?.id ?? null
}
export const hasNode = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<boolean> =>
  (await nodesById(tx, tenant, [id])).length === 1

/** Of a merged thing the one it was merged into; each edge once, in a fixed order; at most `most`. */
export const edgesOf = async (
  tx: Tx,
  tenant: Uuid,
  { ids, documentId, most }: { readonly ids: readonly Uuid[]; readonly documentId?: Uuid; readonly most: number },
): Promise<StructureEdge[]> => {
  const selves = sql`SELECT s.id FROM structure_nodes s
    WHERE s.tenant = ${tenant} AND (s.id = ANY (${[...ids]}::uuid[]) OR s.merged_into = ANY (${[...ids]}::uuid[]))`
  const cited =
    documentId === undefined
      ? sql``
      : sql`AND (e.by_staff OR EXISTS (SELECT 1 FROM structure_citations c
          JOIN knowledge_entries k ON k.tenant = c.tenant AND k.id = c.entry_id
          WHERE c.tenant = e.tenant AND c.thing = e.id AND k.document_id = ${documentId}::uuid))`
  const { rows } = await sql<StructureEdge>`
    SELECT * FROM (
      SELECT DISTINCT ON (type, "from", "to") * FROM (
        SELECT e.id, coalesce(e.edit_type, e.type) AS type, coalesce(f.merged_into, f.id) AS "from",
          coalesce(t.merged_into, t.id) AS "to", e.place, (e.by_staff OR e.edit_type IS NOT NULL) AS edited
        FROM structure_edges e
        JOIN structure_nodes f ON f.tenant = e.tenant AND f.id = e.from_id
        JOIN structure_nodes t ON t.tenant = e.tenant AND t.id = e.to_id
        WHERE e.tenant = ${tenant} AND NOT e.deleted ${cited}
          AND (e.from_id IN (${selves}) OR e.to_id IN (${selves}))
      ) seen
      WHERE "from" <> "to" ORDER BY type, "from", "to", id
    ) each_once
    WHERE NOT EXISTS (SELECT 1 FROM structure_nodes n WHERE n.tenant = ${tenant} AND n.deleted
      AND n.id IN (each_once."from", each_once."to"))
    ORDER BY type, place, id LIMIT ${most}`.execute(tx)
  return rows
}

export interface CitedRow {
  readonly entryId: Uuid
  readonly title: string
  readonly documentId: Uuid | null
  readonly documentName: string | null
  readonly section: string | null
  readonly quote: string
}
export const citationsOf = async (tx: Tx, tenant: Uuid, id: Uuid, most: number): Promise<CitedRow[]> => {
  const { rows } = await sql<CitedRow>`
    SELECT DISTINCT ON (k.id) k.id AS "entryId", k.title, d.id AS "documentId", d.name AS "documentName", k.section, c.quote
    FROM structure_citations c
    JOIN knowledge_entries k ON k.tenant = c.tenant AND k.id = c.entry_id
    LEFT JOIN documents d ON d.tenant = k.tenant AND d.id = k.document_id
    WHERE c.tenant = ${tenant} AND c.thing IN (
      SELECT s.id FROM structure_nodes s WHERE s.tenant = ${tenant} AND (s.id = ${id} OR s.merged_into = ${id}))
    ORDER BY k.id LIMIT ${most}`.execute(tx)
  return rows
}
