// SQL of unsettled questions and their clusters.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export type Why = 'unsure' | 'handed-over' | 'unhelpful' | 'unclear' | 'imported'

/** One writer at a time in a workspace: places follow from the order. */
export const lockGrowth = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('growth'), hashtext(${tenant}::text))`.execute(tx)
}

export interface QuestionRow {
  readonly id: Uuid
  readonly cluster: Uuid
  readonly contact: Uuid | null
  readonly conversation: Uuid | null
  readonly body: Buffer
  readonly answer: Buffer | null
  readonly language: string | null
  readonly why: Why
  readonly at: Date
}
const QUESTION = sql`id, cluster, contact, conversation, body, answer, language, why, at`

export const insertQuestions = async (tx: Tx, tenant: Uuid, rows: readonly QuestionRow[]): Promise<void> => {
  const wire = rows.map(({ body, answer, ...row }) => ({
    ...row,
    body: body.toString('base64'),
    answer: answer?.toString('base64') ?? null,
  }))
  await sql`INSERT INTO growth_questions (tenant, id, cluster, contact, conversation, body, answer, language, why, at)
    SELECT ${tenant}::uuid, x.id, x.cluster, x.contact, x.conversation, decode(x.body, 'base64'),
      decode(x.answer, 'base64'), x.language, x.why, x.at
    FROM json_to_recordset(${JSON.stringify(wire)}::json) AS x(id uuid, cluster uuid, contact uuid, conversation uuid,
      body text, answer text, language text, why text, at timestamptz)
    ON CONFLICT (tenant, id) DO NOTHING`.execute(tx)
}

export const moveQuestions = async (tx: Tx, tenant: Uuid, moves: ReadonlyMap<string, string>): Promise<void> => {
  const wire = [...moves].map(([id, cluster]) => ({ id, cluster }))
  await sql`UPDATE growth_questions q SET cluster = x.cluster, change = nextval('ballast.growth_changes')
    FROM json_to_recordset(${JSON.stringify(wire)}::json) AS x(id uuid, cluster uuid)
    WHERE q.tenant = ${tenant} AND q.id = x.id AND q.cluster <> x.cluster`.execute(tx)
}

export interface ChangedQuestion {
  readonly id: Uuid
  readonly cluster: Uuid
  readonly body: Buffer
  /** A bigint as text. */
  readonly change: string
}
/** In the order they changed. */
export const changedQuestions = async (
  tx: Tx,
  tenant: Uuid,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<ChangedQuestion[]> =>
  (
    await sql<ChangedQuestion>`SELECT id, cluster, body, change::text AS change FROM growth_questions
      WHERE tenant = ${tenant} AND change > ${after}::bigint ORDER BY growth_questions.change LIMIT ${most}`.execute(tx)
  ).rows

export const countQuestions = async (tx: Tx, tenant: Uuid): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM growth_questions WHERE tenant = ${tenant}`.execute(tx))
    .rows[0]!.n

export const questionIds = async (tx: Tx, tenant: Uuid): Promise<Uuid[]> =>
  (await sql<{ id: Uuid }>`SELECT id FROM growth_questions WHERE tenant = ${tenant}`.execute(tx)).rows.map(
    ({ id }) => id,
  )

/** Newest first. */
export const questionsOf = async (
  tx: Tx,
  tenant: Uuid,
  { cluster, most }: { readonly cluster: Uuid; readonly most: number },
): Promise<QuestionRow[]> =>
  (
    await sql<QuestionRow>`SELECT ${QUESTION} FROM growth_questions
      WHERE tenant = ${tenant} AND cluster = ${cluster} ORDER BY at DESC, id DESC LIMIT ${most}`.execute(tx)
  ).rows

export const questionsAmong = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<QuestionRow[]> =>
  (
    await sql<QuestionRow>`SELECT ${QUESTION} FROM growth_questions
      WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[])`.execute(tx)
  ).rows

export interface Ranked {
  readonly cluster: Uuid
  readonly count: number
  readonly answered: number
  /** A few of them. */
  readonly some: Uuid[]
}
/** The clusters these questions are in, those with most of them first. */
export const rankClusters = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<Ranked[]> =>
  (
    await sql<Ranked>`SELECT cluster, count(*)::int AS count, count(answer)::int AS answered,
        (array_agg(id ORDER BY id))[1:5] AS some
      FROM growth_questions WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[])
      GROUP BY cluster ORDER BY count(*) DESC, cluster`.execute(tx)
  ).rows

/** Of clusters nobody has settled or dismissed; newest first. Old chats are history, not customers who wait. */
export const unsettledQuestions = async (tx: Tx, tenant: Uuid, most: number): Promise<QuestionRow[]> =>
  (
    await sql<QuestionRow>`SELECT q.id, q.cluster, q.contact, q.conversation, q.body, q.answer, q.language, q.why, q.at
      FROM growth_questions q JOIN growth_clusters c ON c.tenant = q.tenant AND c.id = q.cluster
      WHERE q.tenant = ${tenant} AND q.why <> 'imported' AND c.state IN ('open', 'drafted')
      ORDER BY q.at DESC, q.id DESC LIMIT ${most}`.execute(tx)
  ).rows

/** Of a conversation, those nobody has answered yet. */
export const unansweredIn = async (tx: Tx, tenant: Uuid, conversation: Uuid): Promise<Uuid[]> =>
  (
    await sql<{ id: Uuid }>`SELECT id FROM growth_questions
      WHERE tenant = ${tenant} AND conversation = ${conversation} AND answer IS NULL`.execute(tx)
  ).rows.map(({ id }) => id)

export const setAnswer = async (tx: Tx, tenant: Uuid, { id, answer }: { id: Uuid; answer: Buffer }): Promise<void> => {
  await sql`UPDATE growth_questions SET answer = ${answer} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
}
/** It was not solved after all. */
export const clearAnswers = async (tx: Tx, tenant: Uuid, conversation: Uuid): Promise<void> => {
  await sql`UPDATE growth_questions SET answer = NULL
    WHERE tenant = ${tenant} AND conversation = ${conversation}`.execute(tx)
}

export const removeQuestionsOf = async (tx: Tx, tenant: Uuid, contact: Uuid): Promise<void> => {
  await sql`DELETE FROM growth_questions WHERE tenant = ${tenant} AND contact = ${contact}`.execute(tx)
  await sql`DELETE FROM growth_solved WHERE tenant = ${tenant} AND contact = ${contact}`.execute(tx)
}
/** What is older than `before`, and all but the newest `most`. */
export const removeOldQuestions = async (
  tx: Tx,
  tenant: Uuid,
  { before, most }: { readonly before: Date; readonly most: number },
): Promise<void> => {
  await sql`DELETE FROM growth_questions WHERE tenant = ${tenant} AND (at < ${before} OR id IN (
    SELECT id FROM growth_questions WHERE tenant = ${tenant} ORDER BY at DESC, id DESC OFFSET ${most}))`.execute(tx)
}
