// SQL of saved views: the views themselves, and the conversations a filter lets through.
import type { Uuid } from '@ballast/contract'
import type { SavedView, ViewFilter } from '@ballast/contract/routes/workspace'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import { type Cursor, type Looker, PLACE, seen } from './store-lists.ts'

export type StoredView = Omit<SavedView, 'count'>
/** What a filter is read against: whose "me" it is, and since when one waits. Epoch ms. */
export type Beholder = Pick<Looker, 'staffId'> & { readonly now: number }

const among = (values: readonly string[], type: 'text' | 'uuid') => sql`ANY (${[...values]}::${sql.raw(type)}[])`
const assigned = (assignee: NonNullable<ViewFilter['assignee']>, staffId: Uuid | null) => {
  switch (assignee) {
    case 'me':
      return sql`c.assignee_id = ${staffId}::uuid`
    case 'nobody':
      return sql`c.assignee_id IS NULL`
    case 'others':
      return sql`c.assignee_id IS NOT NULL AND c.assignee_id IS DISTINCT FROM ${staffId}::uuid`
  }
}

/** Every condition over `conversations c`, joined by AND; an empty filter lets everything through. */
export const filterSql = (filter: ViewFilter, { staffId, now }: Beholder): RawBuilder<unknown> => {
  const { statuses, inboxIds, channels, teamIds, assignee, handoverReasons, levels, locales, waitingMs } = filter
  const conditions = [
    statuses && sql`c.status = ${among(statuses, 'text')}`,
    inboxIds && sql`c.inbox_id = ${among(inboxIds, 'uuid')}`,
    channels && sql`c.channel = ${among(channels, 'text')}`,
    teamIds && sql`c.team_id = ${among(teamIds, 'uuid')}`,
    assignee && assigned(assignee, staffId),
    handoverReasons && sql`c.handover_reason = ${among(handoverReasons, 'text')}`,
    levels &&
      sql`EXISTS (SELECT FROM ballast.contacts p
        WHERE p.tenant = c.tenant AND p.id = c.contact_id AND p.level = ${among(levels, 'text')})`,
    // A language alone means all its regions: "zh" lets zh-CN and zh-TW through.
    locales && sql`(c.locale = ${among(locales, 'text')} OR split_part(c.locale, '-', 1) = ${among(locales, 'text')})`,
    waitingMs !== undefined && sql`c.waiting_since <= to_timestamp(${Math.max(0, now - waitingMs)}::float8 / 1000)`,
  ].filter((condition) => typeof condition === 'object')
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

/** A page of what the looker sees of a view, in the order of every list. */
export const listFiltered = async (
  tx: Tx,
  looker: Looker,
  page: { readonly filter: RawBuilder<unknown>; readonly cursor: Cursor | null; readonly limit: number },
): Promise<{ id: Uuid; at: number }[]> => {
  const after =
    page.cursor === null ? sql`` : sql`AND (${PLACE}, c.id) > (${page.cursor.at}::numeric, ${page.cursor.id}::uuid)`
  const { rows } = await sql<{ id: Uuid; at: string }>`
    SELECT c.id, ${PLACE} AS at FROM ballast.conversations c
    WHERE ${seen(looker)} AND ${page.filter} ${after}
    ORDER BY ${PLACE}, c.id LIMIT ${page.limit}`.execute(tx)
  return rows.map((row) => ({ id: row.id, at: Number(row.at) }))
}

/** Counting goes no further: "1,000" then means a thousand or more. */
const MOST_COUNTED = 1_000
/** What is counted among: the resolved go back for years, and nobody waits for them. */
const OPEN_LOOKED_AT = 20_000
const RESOLVED_LOOKED_AT = 10_000

/** What a filter asks about, without the sealed texts. */
const ASKED = sql`c.tenant, c.id, c.contact_id, c.inbox_id, c.channel, c.status, c.team_id, c.assignee_id, c.handover_reason,
  c.locale, c.waiting_since`
const mayHold = (filters: readonly ViewFilter[], resolved: boolean): boolean =>
  filters.some(({ statuses }) => statuses === undefined || statuses.some((one) => (one === 'resolved') === resolved))

/**
 * How many conversations each filter lets through for the looker, in the order given: at most 1,000, the open ones and
 * the 10,000 resolved last.
 */
export const countFiltered = async (
  tx: Tx,
  looker: Looker,
  { filters, now }: { readonly filters: readonly ViewFilter[]; readonly now: number },
): Promise<number[]> => {
  if (filters.length === 0) return []
  const open = mayHold(filters, false) ? OPEN_LOOKED_AT : 0
  const resolved = mayHold(filters, true) ? RESOLVED_LOOKED_AT : 0
  const counts = filters.map(
    (filter) => sql`(SELECT count(*)::int FROM (
      SELECT 1 FROM near c WHERE ${filterSql(filter, { staffId: looker.staffId, now })} LIMIT ${MOST_COUNTED}) few)`,
  )
  const { rows } = await sql<{ counts: number[] }>`
    WITH near AS MATERIALIZED (
      SELECT * FROM (
        (SELECT ${ASKED} FROM ballast.conversations c
          WHERE c.tenant = ${looker.tenant} AND c.status <> 'resolved' LIMIT ${open})
        UNION ALL
        (SELECT ${ASKED} FROM ballast.conversations c
          WHERE c.tenant = ${looker.tenant} AND c.status = 'resolved' ORDER BY c.resolved_at DESC LIMIT ${resolved})
      ) c WHERE ${seen(looker)}
    )
    SELECT ARRAY[${sql.join(counts)}] AS counts`.execute(tx)
  return rows[0]?.counts ?? []
}

type Row = Omit<StoredView, 'shared'>
const VIEW = sql`id, name, filter, owner_id AS "ownerId"`
const toView = (row: Row): StoredView => ({ ...row, shared: row.ownerId === null })

/** Shared ones and those of `self`, by name. */
export const listViews = async (tx: Tx, tenant: Uuid, self: Uuid | null): Promise<StoredView[]> =>
  (
    await sql<Row>`SELECT ${VIEW} FROM ballast.saved_views
      WHERE tenant = ${tenant} AND (owner_id IS NULL OR owner_id = ${self}::uuid)
      ORDER BY owner_id NULLS FIRST, name, id LIMIT 200`.execute(tx)
  ).rows.map(toView)

/** One writer at a time in a workspace: what is checked still holds when it is written. */
export const lockViews = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('saved_views'), hashtext(${tenant}::text))`.execute(tx)
}

export const readView = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<StoredView | undefined> =>
  (
    await sql<Row>`SELECT ${VIEW} FROM ballast.saved_views WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  ).rows.map(toView)[0]

/** How many the owner has besides this one; null: how many are shared. */
export const countOtherViews = async (
  tx: Tx,
  tenant: Uuid,
  view: { readonly id: Uuid; readonly ownerId: Uuid | null },
): Promise<number> =>
  (
    await sql<{ n: number }>`SELECT count(*)::int AS n FROM ballast.saved_views
      WHERE tenant = ${tenant} AND owner_id IS NOT DISTINCT FROM ${view.ownerId}::uuid AND id <> ${view.id}`.execute(tx)
  ).rows[0]?.n ?? 0

export const writeView = async (tx: Tx, tenant: Uuid, { id, ownerId, name, filter }: StoredView): Promise<void> => {
  await sql`INSERT INTO ballast.saved_views (tenant, id, owner_id, name, filter)
    VALUES (${tenant}, ${id}, ${ownerId}, ${name}, ${JSON.stringify(filter)}::jsonb)
    ON CONFLICT (tenant, id) DO UPDATE SET owner_id = excluded.owner_id, name = excluded.name,
      filter = excluded.filter`.execute(tx)
}

export const deleteView = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<void> => {
  await sql`DELETE FROM ballast.saved_views WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
}
