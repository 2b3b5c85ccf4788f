// All SQL over help codes and how they are used.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/open.ts'

export interface CodeRow {
  readonly code: string
  readonly inboxId: Uuid
  readonly productId: string
  /** Words by primary language subtag, as the shop had them when the code was made last. */
  readonly title: Readonly<Record<string, string>>
  readonly image: string | null
  readonly on: boolean
  readonly createdAt: Date
}
export interface UsedRow extends CodeRow {
  readonly scans: number
  readonly questions: number
  readonly unknown: number
}

const COLUMNS = sql`h.code, h.inbox_id AS "inboxId", h.product_id AS "productId", h.title, h.image, h.is_on AS "on",
  h.created_at AS "createdAt"`
const USED_DAYS = 30
const USED = sql`
  LEFT JOIN LATERAL (
    SELECT coalesce(sum(u.scans), 0)::int AS scans, coalesce(sum(u.questions), 0)::int AS questions,
      coalesce(sum(u.unknown), 0)::int AS unknown
    FROM help_usage u
    WHERE u.tenant = h.tenant AND u.code = h.code AND u.day > current_date - ${sql.lit(USED_DAYS)}::int) used ON true`

/** One code a product and inbox: who has one keeps it, on again and with the shop's words of today. */
export const writeCodes = async (tx: Tx, tenant: Uuid, rows: readonly CodeRow[]): Promise<string[]> => {
  const written = await sql<{ code: string }>`
    INSERT INTO help_codes AS h (tenant, code, inbox_id, product_id, title, image, is_on, created_at)
    SELECT ${tenant}::uuid, x.code, x."inboxId", x."productId", x.title, x.image, true, x."createdAt"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(code text, "inboxId" uuid, "productId" text, title jsonb,
      image text, "createdAt" timestamptz)
    ON CONFLICT (tenant, inbox_id, product_id) DO UPDATE SET is_on = true, title = excluded.title, image = excluded.image
    RETURNING h.code`.execute(tx)
  return written.rows.map(({ code }) => code)
}

export const listCodes = async (
  tx: Tx,
  tenant: Uuid,
  { search, limit, offset }: { readonly search?: string; readonly limit: number; readonly offset: number },
): Promise<{ rows: UsedRow[]; total: number }> => {
  const like = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null
  const found = sql`h.tenant = ${tenant} AND (${like}::text IS NULL OR h.code ILIKE ${like} OR h.product_id ILIKE ${like}
    OR EXISTS (SELECT FROM jsonb_each_text(h.title) w WHERE w.value ILIKE ${like}))`
  const { rows } = await sql<UsedRow>`
    SELECT ${COLUMNS}, used.* FROM help_codes h ${USED} WHERE ${found}
    ORDER BY h.created_at DESC, h.code LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  const counted = await sql<{ n: number }>`SELECT count(*)::int AS n FROM help_codes h WHERE ${found}`.execute(tx)
  return { rows, total: counted.rows[0]!.n }
}

/** In the order asked for; those that are not there are left out. */
export const codesAmong = async (tx: Tx, tenant: Uuid, codes: readonly string[]): Promise<UsedRow[]> => {
  const { rows } = await sql<UsedRow>`
    SELECT ${COLUMNS}, used.* FROM help_codes h ${USED}
    WHERE h.tenant = ${tenant} AND h.code = ANY (${[...codes]}::text[])`.execute(tx)
  return rows.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code))
}

/** Null: there is none, or it was so already. */
export const switchCode = async (
  tx: Tx,
  tenant: Uuid,
  { code, on }: { readonly code: string; readonly on: boolean },
): Promise<Uuid | null> => {
  const { rows } = await sql<{ inboxId: Uuid }>`
    UPDATE help_codes SET is_on = ${on} WHERE tenant = ${tenant} AND code = ${code} AND is_on <> ${on}
    RETURNING inbox_id AS "inboxId"`.execute(tx)
  return rows[0]?.inboxId ?? null
}

export const tenantOfCode = async (database: Pick<Database, 'statement'>, code: string): Promise<Uuid | null> =>
  (await database.statement<{ tenant: Uuid }>('SELECT tenant FROM ballast.tenant_of_help_code($1)', [code]))[0]
    ?.tenant ?? null

export interface Use {
  readonly code: string
  readonly at: Date
  readonly scans: number
  readonly questions: number
  readonly unknown: number
}
export const countUse = async (tx: Tx, tenant: Uuid, { code, at, scans, questions, unknown }: Use): Promise<void> => {
  await sql`
    INSERT INTO help_usage AS u (tenant, code, day, scans, questions, unknown)
    VALUES (${tenant}, ${code}, ${at}::timestamptz::date, ${scans}, ${questions}, ${unknown})
    ON CONFLICT (tenant, code, day) DO UPDATE SET scans = u.scans + excluded.scans,
      questions = u.questions + excluded.questions, unknown = u.unknown + excluded.unknown`.execute(tx)
}
