// SQL of entries by the products they are about.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { KnowledgeEntry } from './entry.ts'
import { CONTENT, contentOf, type Row, toEntry } from './store.ts'

/** Of one product; more nobody reads on a page. */
const MOST = 200

/** What is live about the product, whatever stands above it as a draft; oldest first. */
export const liveOfProduct = async (tx: Tx, tenant: Uuid, productId: string): Promise<KnowledgeEntry[]> => {
  const wanted = JSON.stringify([productId])
  const { rows } = await sql<Row>`
    SELECT id, ${CONTENT}, version, status, updated_at, live_version FROM knowledge_entries e
    WHERE tenant = ${tenant} AND status = 'published' AND e.audience -> 'products' @> ${wanted}::jsonb
    UNION ALL
    SELECT e.id, ${contentOf('v.')}, v.version, 'published', v.saved_at, NULL
    FROM knowledge_entries e
    JOIN knowledge_versions v ON v.tenant = e.tenant AND v.entry_id = e.id AND v.version = e.live_version
    WHERE e.tenant = ${tenant} AND e.status = 'draft' AND v.audience -> 'products' @> ${wanted}::jsonb
    ORDER BY id LIMIT ${MOST}`.execute(tx)
  return rows.map(toEntry)
}

export const countsOfProducts = async (
  tx: Tx,
  tenant: Uuid,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ id: string; n: number }>`
    SELECT p.id, count(*)::int AS n FROM unnest(${[...productIds]}::text[]) AS p(id)
    JOIN knowledge_entries e ON e.tenant = ${tenant} AND e.audience -> 'products' @> jsonb_build_array(p.id)
      AND (e.status = 'published' OR (e.status = 'draft' AND e.live_version IS NOT NULL))
    GROUP BY p.id`.execute(tx)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
