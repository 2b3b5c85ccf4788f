// SQL over sites.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'
import type { Site } from './parts.ts'

interface Row extends Omit<Site, 'crawledAt' | 'nextAt'> {
  readonly crawledAt: Date | null
  readonly nextAt: Date | null
}
const COLUMNS = sql`id, url, locale, topic, most_pages AS "mostPages", most_depth AS "mostDepth", every_hours AS "everyHours",
  state, problem, found, failed, crawled_at AS "crawledAt", next_at AS "nextAt"`
const toSite = (row: Row): Site => ({
  ...row,
  crawledAt: row.crawledAt?.toISOString() ?? null,
  nextAt: row.nextAt?.toISOString() ?? null,
})

export type SitePlan = Pick<Site, 'id' | 'url' | 'locale' | 'topic' | 'mostPages' | 'mostDepth' | 'everyHours'>

/** To be crawled at once. */
export const putSite = async (tx: Tx, tenant: Uuid, { plan, at }: { plan: SitePlan; at: Date }): Promise<Site> => {
  const { id, url, locale, topic, mostPages, mostDepth, everyHours } = plan
  const { rows } = await sql<Row>`
    INSERT INTO sites (tenant, id, url, locale, topic, most_pages, most_depth, every_hours, state, beat_at)
    VALUES (${tenant}, ${id}, ${url}, ${locale}, ${topic}, ${mostPages}, ${mostDepth}, ${everyHours}, 'waiting', ${at})
    ON CONFLICT (tenant, id) DO UPDATE SET url = excluded.url, locale = excluded.locale, topic = excluded.topic,
      most_pages = excluded.most_pages, most_depth = excluded.most_depth, every_hours = excluded.every_hours,
      state = 'waiting', problem = NULL
    RETURNING ${COLUMNS}`.execute(tx)
  return toSite(rows[0]!)
}

export const countSites = async (tx: Tx, tenant: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM sites WHERE tenant = ${tenant}`.execute(tx)
  return rows[0]!.n
}

export const listSiteRows = async (tx: Tx, tenant: Uuid): Promise<Site[]> => {
  const { rows } = await sql<Row>`SELECT ${COLUMNS} FROM sites WHERE tenant = ${tenant} ORDER BY url, id`.execute(tx)
  return rows.map(toSite)
}

export const askForCrawl = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<Site | null> => {
  const { rows } = await sql<Row>`
    UPDATE sites SET state = 'waiting', problem = NULL WHERE tenant = ${tenant} AND id = ${id}
    RETURNING ${COLUMNS}`.execute(tx)
  return rows[0] ? toSite(rows[0]) : null
}

/** Null: nobody asked for it, or another process is at it. */
export const claimSite = async (
  tx: Tx,
  tenant: Uuid,
  { id, at, silentSince }: { readonly id: Uuid; readonly at: Date; readonly silentSince: Date },
): Promise<Site | null> => {
  const { rows } = await sql<Row>`
    UPDATE sites SET state = 'reading', beat_at = ${at}, found = 0, failed = 0
    WHERE tenant = ${tenant} AND id = ${id} AND (state = 'waiting' OR (state = 'reading' AND beat_at < ${silentSince}))
    RETURNING ${COLUMNS}`.execute(tx)
  return rows[0] ? toSite(rows[0]) : null
}

export interface CrawlNote {
  readonly at: Date
  readonly found: number
  readonly failed: number
  readonly state?: Site['state']
  readonly problem?: string | null
  readonly crawledAt?: Date
  readonly nextAt?: Date | null
}

/** False: the site was removed, or changed and is to be crawled anew. */
export const noteCrawl = async (
  tx: Tx,
  tenant: Uuid,
  { id, note }: { id: Uuid; note: CrawlNote },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    UPDATE sites SET beat_at = ${note.at}, found = ${note.found}, failed = ${note.failed},
      state = coalesce(${note.state ?? null}, state), problem = coalesce(${note.problem ?? null}, problem),
      crawled_at = coalesce(${note.crawledAt ?? null}::timestamptz, crawled_at),
      next_at = CASE WHEN ${note.nextAt !== undefined} THEN ${note.nextAt ?? null}::timestamptz ELSE next_at END
    WHERE tenant = ${tenant} AND id = ${id} AND state = 'reading'`.execute(tx)
  return numAffectedRows === 1n
}

/** Puts those whose time has come, or whose crawler died, into the queue. */
export const queueDueSites = async (tx: Tx, tenant: Uuid, at: { now: Date; silentSince: Date }): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    UPDATE sites SET state = 'waiting', problem = NULL
    WHERE tenant = ${tenant} AND (state = 'waiting' OR (state IN ('ready', 'failed') AND next_at <= ${at.now})
      OR (state = 'reading' AND beat_at < ${at.silentSince}))
    RETURNING id`.execute(tx)
  return rows.map(({ id }) => id)
}

export const deleteSite = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<boolean> => {
  const { numAffectedRows } = await sql`DELETE FROM sites WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  return numAffectedRows === 1n
}

export const allTenants = async (tx: Tx): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`SELECT id FROM ballast.tenants ORDER BY id`.execute(tx)
  return rows.map(({ id }) => id)
}
