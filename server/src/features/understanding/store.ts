// SQL of intents and their examples.
import type { Uuid } from '@ballast/contract'
import type { Example } from '@ballast/contract/routes/language'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { OwnIntent } from './rules/intent-set.ts'

/** One writer at a time in a workspace: what is checked still holds when it is written. */
export const lockLanguage = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('language'), hashtext(${tenant}::text))`.execute(tx)
}

export const readIntents = async (tx: Tx, tenant: Uuid): Promise<OwnIntent[]> =>
  (
    await sql<OwnIntent>`SELECT id, built_in AS "builtIn", is_on AS "on", title_zh AS "titleZh", title_en AS "titleEn"
      FROM ballast.intents WHERE tenant = ${tenant} ORDER BY id`.execute(tx)
  ).rows

export const writeIntent = async (tx: Tx, tenant: Uuid, row: OwnIntent): Promise<void> => {
  await sql`INSERT INTO ballast.intents (tenant, id, built_in, is_on, title_zh, title_en)
    VALUES (${tenant}, ${row.id}, ${row.builtIn}, ${row.on}, ${row.titleZh}, ${row.titleEn})
    ON CONFLICT (tenant, id) DO UPDATE SET is_on = excluded.is_on, title_zh = excluded.title_zh,
      title_en = excluded.title_en`.execute(tx)
}

/** With its examples. Answers how many of those there were. */
export const deleteIntent = async (tx: Tx, tenant: Uuid, id: string): Promise<number> => {
  const gone = await sql`DELETE FROM ballast.intent_examples WHERE tenant = ${tenant} AND intent = ${id}`.execute(tx)
  await sql`DELETE FROM ballast.intents WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  return Number(gone.numAffectedRows)
}

export const countExamples = async (tx: Tx, tenant: Uuid): Promise<Map<string, number>> => {
  const { rows } = await sql<{ intent: string; n: number }>`SELECT intent, count(*)::int AS n
    FROM ballast.intent_examples WHERE tenant = ${tenant} GROUP BY intent`.execute(tx)
  return new Map(rows.map(({ intent, n }) => [intent, n]))
}

export interface ExampleRow {
  readonly id: Uuid
  readonly intent: string
  readonly body: Buffer
  readonly mark: Buffer
  readonly source: Exclude<Example['source'], 'built-in'>
  readonly contact: Uuid | null
  readonly staffId: Uuid | null
  readonly addedAt: Date
}
const EXAMPLE = sql`id, intent, body, mark, source, contact, staff_id AS "staffId", added_at AS "addedAt"`

/** Newest first; of one intent or of all. */
export const readExamples = async (tx: Tx, tenant: Uuid, intent?: string): Promise<ExampleRow[]> =>
  (
    await sql<ExampleRow>`SELECT ${EXAMPLE} FROM ballast.intent_examples
      WHERE tenant = ${tenant} AND (${intent ?? null}::text IS NULL OR intent = ${intent ?? null})
      ORDER BY added_at DESC, id DESC`.execute(tx)
  ).rows

/** The example under this id, and the one with this mark. */
export const findExamples = async (
  tx: Tx,
  tenant: Uuid,
  { id, mark }: { readonly id: Uuid; readonly mark: Buffer },
): Promise<ExampleRow[]> =>
  (
    await sql<ExampleRow>`SELECT ${EXAMPLE} FROM ballast.intent_examples
      WHERE tenant = ${tenant} AND (id = ${id} OR mark = ${mark})`.execute(tx)
  ).rows

export const writeExamples = async (tx: Tx, tenant: Uuid, rows: readonly ExampleRow[]): Promise<void> => {
  const wire = rows.map((row) => ({ ...row, body: row.body.toString('hex'), mark: row.mark.toString('hex') }))
  await sql`INSERT INTO ballast.intent_examples (tenant, id, intent, body, mark, source, contact, staff_id, added_at)
    SELECT ${tenant}::uuid, x.id, x.intent, decode(x.body, 'hex'), decode(x.mark, 'hex'), x.source, x.contact,
      x."staffId", x."addedAt"
    FROM json_to_recordset(${JSON.stringify(wire)}::json) AS x(id uuid, intent text, body text, mark text, source text,
      contact uuid, "staffId" uuid, "addedAt" timestamptz)
    ON CONFLICT (tenant, id) DO UPDATE SET intent = excluded.intent, body = excluded.body, mark = excluded.mark,
      contact = excluded.contact, source = excluded.source`.execute(tx)
}

export const deleteExample = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<boolean> =>
  (await sql`DELETE FROM ballast.intent_examples WHERE tenant = ${tenant} AND id = ${id}`.execute(tx))
    .numAffectedRows === 1n

/** A person was erased: their words teach no longer. */
export const deleteExamplesOf = async (tx: Tx, tenant: Uuid, contact: Uuid): Promise<number> =>
  Number(
    (await sql`DELETE FROM ballast.intent_examples WHERE tenant = ${tenant} AND contact = ${contact}`.execute(tx))
      .numAffectedRows,
  )
