// SQL of what steers the search: error codes and properties with the entries that say so.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'
import type { Pointed } from '../rules/structure/named.ts'

/** Rises with every change of the workspace's structure; 0: it has none. */
export const changesOf = async (tx: Tx, tenant: Uuid): Promise<string> => {
  const { rows } = await sql<{ changes: string }>`
    SELECT changes::text FROM structure_heads WHERE tenant = ${tenant}`.execute(tx)
  return rows[0]?.changes ?? '0'
}

/** Codes before properties; whatever was merged counts as what it was merged into. */
export const pointedThings = async (tx: Tx, tenant: Uuid, most: number): Promise<Pointed[]> => {
  const { rows } = await sql<Pointed>`
    WITH seen AS (
      SELECT n.id, coalesce(n.edit->>'kind', n.kind) AS kind, coalesce(n.edit->>'label', n.label) AS label
      FROM structure_nodes n WHERE n.tenant = ${tenant} AND NOT n.deleted AND n.merged_into IS NULL
    ), selves AS (
      SELECT s.id AS self, coalesce(s.merged_into, s.id) AS id FROM structure_nodes s WHERE s.tenant = ${tenant}
    ), owned AS (
      SELECT DISTINCT t.id AS thing, p.label AS product FROM structure_edges e
      JOIN selves f ON f.self = e.from_id JOIN selves g ON g.self = e.to_id
      JOIN seen p ON p.kind = 'product' AND p.id IN (f.id, g.id)
      JOIN seen t ON t.kind IN ('error-code', 'attribute') AND t.id IN (f.id, g.id)
      WHERE e.tenant = ${tenant} AND NOT e.deleted
    ), helping AS (
      SELECT t.id AS thing, f.self AS source FROM structure_edges e
      JOIN selves f ON f.self = e.from_id JOIN selves g ON g.self = e.to_id
      JOIN seen t ON t.id = g.id AND t.kind = 'error-code'
      WHERE e.tenant = ${tenant} AND NOT e.deleted AND coalesce(e.edit_type, e.type) = 'fixes'
      UNION ALL SELECT s.id, s.self FROM selves s
    )
    SELECT t.kind, t.label, o.product, array_agg(DISTINCT c.entry_id) AS entries
    FROM seen t LEFT JOIN owned o ON o.thing = t.id
    JOIN helping h ON h.thing = t.id
    JOIN structure_citations c ON c.tenant = ${tenant} AND c.thing = h.source
    WHERE t.kind = 'error-code' OR (t.kind = 'attribute' AND o.product IS NOT NULL)
    GROUP BY t.id, t.kind, t.label, o.product
    ORDER BY t.kind DESC, t.label, t.id LIMIT ${most}`.execute(tx)
  return rows
}
