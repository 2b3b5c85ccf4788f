// SQL of what the index is made from: what customers may be told, page by page or since a moment.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { KnowledgeEntry } from './entry.ts'
import { CONTENT, contentOf, type Row, toEntry } from './store.ts'

/** How an index knows that it is old, and afterwards that it is not. */
export interface Standing {
  /** Rises with every change: an entry's version never falls and entries are never deleted. */
  readonly stamp: string
  /** Of what is live alone: entries and the sum of their versions. */
  readonly live: string
  /** The last change, as the database writes times. */
  readonly changedAt: string | null
}

const LIVE_VERSION = sql`CASE status WHEN 'published' THEN version WHEN 'draft' THEN live_version END`

export const standingOf = async (tx: Tx, tenant: Uuid): Promise<Standing> => {
  const { rows } = await sql<{ stamp: string; live: string; changed_at: string | null }>`
    SELECT count(*) || ':' || coalesce(sum(version), 0) AS stamp,
      count(${LIVE_VERSION}) || ':' || coalesce(sum(${LIVE_VERSION}), 0) AS live,
      max(updated_at)::text AS changed_at
    FROM knowledge_entries WHERE tenant = ${tenant}`.execute(tx)
  const { stamp, live, changed_at } = rows[0]!
  return { stamp, live, changedAt: changed_at }
}

const liveRows = async (tx: Tx, tenant: Uuid, { where, most }: { where: ReturnType<typeof sql>; most: number }) => {
  const { rows } = await sql<Row>`
    SELECT id, ${CONTENT}, version, status, updated_at, live_version FROM knowledge_entries e
    WHERE tenant = ${tenant} AND status = 'published' AND ${where}
    UNION ALL
    SELECT e.id, ${contentOf('v.')}, v.version, 'published', v.saved_at, NULL
    FROM knowledge_entries e
    JOIN knowledge_versions v ON v.tenant = e.tenant AND v.entry_id = e.id AND v.version = e.live_version
    WHERE e.tenant = ${tenant} AND e.status = 'draft' AND ${where}
    ORDER BY id LIMIT ${most}`.execute(tx)
  return rows.map(toEntry)
}

/** At most `most` live entries by id, those after `after`. */
export const livePage = (
  tx: Tx,
  tenant: Uuid,
  { after, most }: { readonly after: Uuid | null; readonly most: number },
): Promise<KnowledgeEntry[]> =>
  liveRows(tx, tenant, { where: sql`(${after}::uuid IS NULL OR e.id > ${after}::uuid)`, most })

/** Those of the entries that are live. */
export const liveAmong = (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<KnowledgeEntry[]> =>
  liveRows(tx, tenant, { where: sql`e.id = ANY (${[...ids]}::uuid[])`, most: ids.length })

/** Entries changed within `seconds` before `moment` and after; null: more than `most`. */
export const changedSince = async (
  tx: Tx,
  tenant: Uuid,
  { moment, seconds, most }: { readonly moment: string; readonly seconds: number; readonly most: number },
): Promise<{ readonly id: Uuid; readonly liveVersion: number | null }[] | null> => {
  const { rows } = await sql<{ id: Uuid; live: number | null }>`
    SELECT id, ${LIVE_VERSION} AS live FROM knowledge_entries
    WHERE tenant = ${tenant} AND updated_at >= ${moment}::timestamptz - make_interval(secs => ${seconds})
    ORDER BY updated_at DESC, id DESC LIMIT ${most + 1}`.execute(tx)
  return rows.length > most ? null : rows.map(({ id, live }) => ({ id, liveVersion: live }))
}
