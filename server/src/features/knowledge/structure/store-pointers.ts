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
    WITH t AS (
      SELECT n.id, coalesce(n.edit->>'kind', n.kind) AS kind, coalesce(n.edit->>'label', n.label) AS label
      FROM structure_nodes n WHERE n.tenant = ${tenant} AND NOT n.deleted AND n.merged_into IS NULL
        AND coalesce(n.edit->>'kind', n.kind) IN ('error-code', 'attribute')
    ), selves AS (
      SELECT id AS thing, id AS self FROM t
      UNION ALL SELECT t.id, m.id FROM t JOIN structure_nodes m ON m.tenant = ${tenant} AND m.merged_into = t.id
    ), linked AS (
      SELECT s.thing, e.to_id AS other, e.type, e.edit_type FROM selves s
      JOIN structure_edges e ON e.tenant = ${tenant} AND e.from_id = s.self AND NOT e.deleted
      UNION ALL SELECT s.thing, e.from_id, e.type, e.edit_type FROM selves s
      JOIN structure_edges e ON e.tenant = ${tenant} AND e.to_id = s.self AND NOT e.deleted
    ), owned AS (
      SELECT DISTINCT l.thing, coalesce(p.edit->>'label', p.label) AS product FROM linked l
      JOIN structure_nodes o ON o.tenant = ${tenant} AND o.id = l.other
      JOIN structure_nodes p ON p.tenant = ${tenant} AND p.id = coalesce(o.merged_into, o.id) AND NOT p.deleted
      WHERE coalesce(p.edit->>'kind', p.kind) = 'product'
    ), sources AS (
      SELECT thing, self AS source FROM selves
      UNION SELECT thing, other FROM linked WHERE coalesce(edit_type, type) = 'fixes'
    )
    SELECT t.kind, t.label, o.product, array_agg(DISTINCT c.entry_id) AS entries
    FROM t LEFT JOIN owned o ON o.thing = t.id
    JOIN sources s ON s.thing = t.id
    JOIN structure_citations c ON c.tenant = ${tenant} AND c.thing = s.source
    WHERE t.kind = 'error-code' OR o.product IS NOT NULL
    GROUP BY t.id, t.kind, t.label, o.product
    ORDER BY t.kind DESC, t.label, t.id LIMIT ${most}`.execute(tx)
  return rows
}
