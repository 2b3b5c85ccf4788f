// SQL of an inbox's queue: how many wait for a person, and how long those waited whom somebody took lately.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

/** Nobody needs to know whether it is a thousand or more. */
const MOST_WAITING = 1_000
/** The latest of the whole workspace; an inbox that has few among them says nothing rather than something stale. */
const LATEST = 500

export const countWaiting = async (tx: Tx, tenant: Uuid, inboxId: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM ballast.conversations c
      WHERE c.tenant = ${tenant} AND c.status = 'waiting' AND c.inbox_id = ${inboxId} LIMIT ${MOST_WAITING}
    ) waiting`.execute(tx)
  return rows[0]?.n ?? 0
}

/** In ms, of those taken out of the queue since then (epoch ms). */
export const waitsSince = async (
  tx: Tx,
  tenant: Uuid,
  asked: { readonly inboxId: Uuid; readonly since: number },
): Promise<number[]> => {
  const { rows } = await sql<{ waited: number }>`
    SELECT (f.data->>'waitedMs')::float8 AS waited FROM (
      SELECT x.subject, x.data FROM ballast.facts x
      WHERE x.tenant = ${tenant} AND x.type = 'conversation.taken'
        AND x.id >= ballast.uuid_at(to_timestamp(${asked.since}::float8 / 1000))
        AND x.data->>'from' = 'waiting'
      ORDER BY x.id DESC LIMIT ${LATEST}
    ) f
    JOIN ballast.conversations c ON c.tenant = ${tenant} AND c.id = f.subject
    WHERE c.inbox_id = ${asked.inboxId} AND f.data->>'waitedMs' IS NOT NULL`.execute(tx)
  return rows.map(({ waited }) => waited)
}
