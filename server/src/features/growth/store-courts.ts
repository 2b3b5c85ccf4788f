// SQL of the court: the frozen set of solved questions, trials under way, and trials that were held.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface SolvedRow {
  readonly id: Uuid
  readonly contact: Uuid
  readonly body: Buffer
  readonly language: string | null
  readonly outcome: string
  readonly entries: Uuid[]
  readonly at: Date
}
export const readSolved = async (tx: Tx, tenant: Uuid): Promise<SolvedRow[]> =>
  (
    await sql<SolvedRow>`SELECT id, contact, body, language, outcome, entries, at FROM growth_solved
      WHERE tenant = ${tenant} ORDER BY at DESC, id DESC`.execute(tx)
  ).rows

/** Adds; all but the newest `most` go. */
export const addSolved = async (
  tx: Tx,
  tenant: Uuid,
  { rows, most, at }: { readonly rows: readonly SolvedRow[]; readonly most: number; readonly at: Date },
): Promise<void> => {
  const wire = rows.map(({ body, ...row }) => ({ ...row, body: body.toString('base64') }))
  await sql`INSERT INTO growth_solved (tenant, id, contact, body, language, outcome, entries, at)
    SELECT ${tenant}::uuid, x.id, x.contact, decode(x.body, 'base64'), x.language, x.outcome,
      ARRAY(SELECT json_array_elements_text(x.entries))::uuid[], x.at
    FROM json_to_recordset(${JSON.stringify(wire)}::json) AS x(id uuid, contact uuid, body text, language text,
      outcome text, entries json, at timestamptz)
    ON CONFLICT (tenant, id) DO NOTHING`.execute(tx)
  await sql`DELETE FROM growth_solved WHERE tenant = ${tenant} AND id IN (
    SELECT id FROM growth_solved WHERE tenant = ${tenant} ORDER BY at DESC, id DESC OFFSET ${most})`.execute(tx)
  await sql`INSERT INTO growth_advice (tenant, frozen_at) VALUES (${tenant}, ${at})
    ON CONFLICT (tenant) DO UPDATE SET frozen_at = excluded.frozen_at`.execute(tx)
}

export interface AnsweredFact {
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly seq: number
}
/**
 * Answers of the bot since a moment that nobody called unhelpful, in conversations that were not handed over; those called
 * helpful first, then by chance of their ids.
 */
export const answeredSince = async (
  tx: Tx,
  tenant: Uuid,
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<AnsweredFact[]> =>
  (
    await sql<AnsweredFact>`
      WITH recent AS (
        SELECT subject, type, data FROM facts WHERE tenant = ${tenant} AND at > ${since}
          AND type IN ('message.sent', 'message.judged', 'conversation.handed-over')
      ), judged AS (
        SELECT DISTINCT ON (data->>'messageId') data->>'messageId' AS id, (data->>'helpful')::boolean AS helpful
        FROM recent WHERE type = 'message.judged' ORDER BY data->>'messageId', (data->>'helpful')::boolean
      )
      SELECT s.subject AS "conversationId", (s.data->>'messageId')::uuid AS "messageId", (s.data->>'seq')::int AS seq
      FROM recent s LEFT JOIN judged j ON j.id = s.data->>'messageId'
      WHERE s.type = 'message.sent' AND s.data->>'outcome' = 'answered' AND s.data->>'unclear' IS NULL
        AND j.helpful IS DISTINCT FROM false
        AND NOT EXISTS (SELECT 1 FROM recent h WHERE h.type = 'conversation.handed-over' AND h.subject = s.subject)
      ORDER BY j.helpful NULLS LAST, right(s.data->>'messageId', 12) LIMIT ${most}`.execute(tx)
  ).rows

export interface CourtRow {
  readonly id: Uuid
  readonly entryId: Uuid
  readonly version: number
  readonly won: boolean
  readonly result: object
  readonly heldAt: Date
  readonly publishedVersion: number | null
  readonly liveBefore: number | null
  readonly undoneAt: Date | null
}
const COURT = sql`id, entry_id AS "entryId", version, won, result, held_at AS "heldAt",
  published_version AS "publishedVersion", live_before AS "liveBefore", undone_at AS "undoneAt"`

export const insertCourt = async (
  tx: Tx,
  tenant: Uuid,
  { id, entryId, version, won, result, heldAt }: Omit<CourtRow, 'publishedVersion' | 'liveBefore' | 'undoneAt'>,
): Promise<void> => {
  await sql`INSERT INTO growth_courts (tenant, id, entry_id, version, won, result, held_at)
    VALUES (${tenant}, ${id}, ${entryId}, ${version}, ${won}, ${JSON.stringify(result)}::jsonb, ${heldAt})`.execute(tx)
}
/** Newest first. */
export const readCourts = async (
  tx: Tx,
  tenant: Uuid,
  { id, entryId, most }: { readonly id?: Uuid; readonly entryId?: Uuid; readonly most: number },
): Promise<CourtRow[]> =>
  (
    await sql<CourtRow>`SELECT ${COURT} FROM growth_courts WHERE tenant = ${tenant}
      AND (${id ?? null}::uuid IS NULL OR id = ${id ?? null}::uuid)
      AND (${entryId ?? null}::uuid IS NULL OR entry_id = ${entryId ?? null}::uuid)
      ORDER BY held_at DESC, id DESC LIMIT ${most}`.execute(tx)
  ).rows

export const notePublished = async (
  tx: Tx,
  tenant: Uuid,
  { id, version, liveBefore }: { readonly id: Uuid; readonly version: number; readonly liveBefore: number },
): Promise<void> => {
  await sql`UPDATE growth_courts SET published_version = ${version}, live_before = ${liveBefore}
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
}
export const noteUndone = async (tx: Tx, tenant: Uuid, { id, at }: { id: Uuid; at: Date }): Promise<void> => {
  await sql`UPDATE growth_courts SET undone_at = ${at} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
}

export interface TrialRow {
  readonly done: number
  readonly total: number
  readonly begunAt: Date
  readonly beatAt: Date
}
export const writeTrial = async (
  tx: Tx,
  tenant: Uuid,
  { entryId, done, total, begunAt, beatAt }: TrialRow & { readonly entryId: Uuid },
): Promise<void> => {
  await sql`INSERT INTO growth_trials (tenant, entry_id, done, total, begun_at, beat_at)
    VALUES (${tenant}, ${entryId}, ${done}, ${total}, ${begunAt}, ${beatAt})
    ON CONFLICT (tenant, entry_id) DO UPDATE SET done = excluded.done, total = excluded.total,
      begun_at = excluded.begun_at, beat_at = excluded.beat_at`.execute(tx)
}
export const removeTrial = async (tx: Tx, tenant: Uuid, entryId: Uuid): Promise<void> => {
  await sql`DELETE FROM growth_trials WHERE tenant = ${tenant} AND entry_id = ${entryId}`.execute(tx)
}
export const readTrialRow = async (tx: Tx, tenant: Uuid, entryId: Uuid): Promise<TrialRow | null> =>
  (
    await sql<TrialRow>`SELECT done, total, begun_at AS "begunAt", beat_at AS "beatAt" FROM growth_trials
      WHERE tenant = ${tenant} AND entry_id = ${entryId}`.execute(tx)
  ).rows[0] ?? null
