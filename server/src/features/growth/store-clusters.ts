// SQL of clusters: what they are called, how often they were asked, what became of them.
import type { Uuid } from '@ballast/contract'
import type { Cluster as Schema } from '@ballast/contract/routes/growth'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Tx } from '../../platform/database/open.ts'

export type ClusterState = Static<typeof Schema>['state']

/** New ones begin open; of known ones only the question that names them changes. */
export const putClusters = async (
  tx: Tx,
  tenant: Uuid,
  { clusters, at }: { readonly clusters: readonly { readonly id: Uuid; readonly central: Uuid }[]; readonly at: Date },
): Promise<void> => {
  await sql`INSERT INTO growth_clusters (tenant, id, central, made_at)
    SELECT ${tenant}::uuid, x.id, x.central, ${at}
    FROM json_to_recordset(${JSON.stringify(clusters)}::json) AS x(id uuid, central uuid)
    ON CONFLICT (tenant, id) DO UPDATE SET central = excluded.central`.execute(tx)
}

/** What was begun for a cluster that became part of another goes on there. */
export const passOn = async (
  tx: Tx,
  tenant: Uuid,
  { from, into }: { readonly from: Uuid; readonly into: Uuid },
): Promise<void> => {
  await sql`UPDATE growth_clusters c SET state = o.state, entry_id = o.entry_id FROM growth_clusters o
    WHERE c.tenant = ${tenant} AND c.id = ${into} AND c.entry_id IS NULL
      AND o.tenant = ${tenant} AND o.id = ${from} AND o.entry_id IS NOT NULL`.execute(tx)
  await sql`UPDATE growth_clusters c SET given_name = o.given_name FROM growth_clusters o
    WHERE c.tenant = ${tenant} AND c.id = ${into} AND c.given_name IS NULL
      AND o.tenant = ${tenant} AND o.id = ${from} AND o.given_name IS NOT NULL`.execute(tx)
}
export const removeEmptyClusters = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`DELETE FROM growth_clusters c WHERE c.tenant = ${tenant} AND NOT EXISTS (
    SELECT 1 FROM growth_questions q WHERE q.tenant = ${tenant} AND q.cluster = c.id)`.execute(tx)
}

/** The bot failed again where an entry should have helped. */
export const reopenSolved = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<void> => {
  await sql`UPDATE growth_clusters SET state = 'open' WHERE tenant = ${tenant} AND id = ${id} AND state = 'solved'`.execute(
    tx,
  )
}

/** False: no such cluster. `entryId` left out stays as it is. */
export const setState = async (
  tx: Tx,
  tenant: Uuid,
  { id, state, entryId }: { readonly id: Uuid; readonly state: ClusterState; readonly entryId?: Uuid },
): Promise<boolean> =>
  (
    await sql`UPDATE growth_clusters SET state = ${state}, entry_id = coalesce(${entryId ?? null}::uuid, entry_id)
      WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  ).numAffectedRows === 1n

export const setStateOfEntry = async (
  tx: Tx,
  tenant: Uuid,
  { entryId, state }: { readonly entryId: Uuid; readonly state: ClusterState },
): Promise<void> => {
  await sql`UPDATE growth_clusters SET state = ${state} WHERE tenant = ${tenant} AND entry_id = ${entryId}`.execute(tx)
}

/** False: no such cluster. Null: called by its question again. */
export const setGivenName = async (
  tx: Tx,
  tenant: Uuid,
  { id, name }: { readonly id: Uuid; readonly name: Buffer | null },
): Promise<boolean> =>
  (await sql`UPDATE growth_clusters SET given_name = ${name} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx))
    .numAffectedRows === 1n

/** Those a colleague put together or took apart. */
export const clustersByHand = async (tx: Tx, tenant: Uuid): Promise<Uuid[]> =>
  (await sql<{ id: Uuid }>`SELECT id FROM growth_clusters WHERE tenant = ${tenant} AND by_hand`.execute(tx)).rows.map(
    ({ id }) => id,
  )
export const markByHand = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<void> => {
  await sql`UPDATE growth_clusters SET by_hand = true WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[])`.execute(
    tx,
  )
}

export const clustersOfEntry = async (tx: Tx, tenant: Uuid, entryId: Uuid): Promise<Uuid[]> =>
  (
    await sql<{ id: Uuid }>`SELECT id FROM growth_clusters WHERE tenant = ${tenant} AND entry_id = ${entryId}`.execute(
      tx,
    )
  ).rows.map(({ id }) => id)

export interface ClusterRow {
  readonly id: Uuid
  readonly state: ClusterState
  readonly central: Uuid | null
  readonly entryId: Uuid | null
  readonly count: number
  readonly thisWeek: number
  readonly lastWeek: number
  readonly answered: number
  readonly languages: string[]
  readonly lastAskedAt: Date
  /** Sealed. */
  readonly givenName: Buffer | null
  /** Of the last 14 days, the oldest first. */
  readonly trend: number[]
  /** The newest few. */
  readonly newest: Uuid[]
}
export interface ClusterQuery {
  readonly id?: Uuid
  readonly state?: ClusterState
  readonly least: number
  readonly limit: number
  readonly now: Date
}
const TREND_DAYS = 14
/** How many in each of the last days, which end at `now`. */
const trendUntil = (now: Date) =>
  sql`ARRAY[${sql.join(
    Array.from({ length: TREND_DAYS }, (_, n) => {
      const [from, to] = [TREND_DAYS - n, TREND_DAYS - n - 1].map(
        (days) => sql`${now}::timestamptz - make_interval(days => ${days}::int)`,
      )
      // What comes while this is read belongs to the last day.
      const before = to === undefined || n === TREND_DAYS - 1 ? sql`` : sql`AND at <= ${to}`
      return sql`(count(*) FILTER (WHERE at > ${from} ${before}))::int`
    }),
  )}]`

/** Asked most in the last week first, then most of all. */
export const readClusters = async (tx: Tx, tenant: Uuid, query: ClusterQuery): Promise<ClusterRow[]> => {
  const { id = null, state = null, least, limit, now } = query
  const { rows } = await sql<ClusterRow>`
    SELECT c.id, c.state, c.central, c.entry_id AS "entryId", c.given_name AS "givenName", q.count, q."thisWeek", q."lastWeek", q.answered,
      q.languages, q."lastAskedAt", q.newest, q.trend
    FROM growth_clusters c JOIN (
      SELECT cluster, count(*)::int AS count,
        (count(*) FILTER (WHERE at > ${now}::timestamptz - interval '7 days'))::int AS "thisWeek",
        (count(*) FILTER (WHERE at <= ${now}::timestamptz - interval '7 days'
          AND at > ${now}::timestamptz - interval '14 days'))::int AS "lastWeek",
        count(answer)::int AS answered,
        coalesce(array_agg(DISTINCT language) FILTER (WHERE language IS NOT NULL), '{}') AS languages,
        max(at) AS "lastAskedAt", ${trendUntil(now)} AS trend, (array_agg(id ORDER BY at DESC, id DESC))[1:5] AS newest
      FROM growth_questions WHERE tenant = ${tenant} AND (${id}::uuid IS NULL OR cluster = ${id}::uuid)
      GROUP BY cluster
    ) q ON q.cluster = c.id
    WHERE c.tenant = ${tenant} AND (${id}::uuid IS NULL OR c.id = ${id}::uuid)
      AND (${state}::text IS NULL OR c.state = ${state}) AND q.count >= ${least}
    ORDER BY q."thisWeek" DESC, q.count DESC, c.id LIMIT ${limit}`.execute(tx)
  return rows
}
