// SQL of how entries are used: one row for each entry version an answer of the bot cites, kept up from facts.
import type { Fact, FactType, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'

/** What the rows are made of; of other facts nothing is counted. */
export const USAGE_FACTS = [
  'message.sent',
  'message.judged',
  'conversation.handed-over',
  'conversation.resolved',
] as const satisfies readonly FactType[]

const addCitations = async (tx: Tx, { id, tenant, subject, at, data }: Fact<'message.sent'>): Promise<void> => {
  if (data.cited === undefined) return
  await sql`INSERT INTO entry_citations (tenant, message_id, entry_id, version, conversation_id, at, fact_id)
    SELECT ${tenant}::uuid, ${data.messageId}::uuid, x."entryId", x.version, ${subject}::uuid, ${at}::timestamptz, ${id}::uuid
    FROM json_to_recordset(${JSON.stringify(data.cited)}::json) AS x("entryId" uuid, version int)
    ON CONFLICT (tenant, message_id, entry_id) DO NOTHING`.execute(tx)
}

/** Facts may come again, and again in their order: each takes only what is newer, or what came first after the answer. */
export const countFact = async (tx: Tx, fact: Fact): Promise<void> => {
  const { id, tenant, subject, at } = fact
  if (fact.type === 'message.sent') await addCitations(tx, fact)
  else if (fact.type === 'message.judged')
    await sql`UPDATE entry_citations SET helpful = ${fact.data.helpful}, judged_at = ${at}
      WHERE tenant = ${tenant} AND message_id = ${fact.data.messageId}
        AND (judged_at IS NULL OR judged_at <= ${at}::timestamptz)`.execute(tx)
  else if (fact.type === 'conversation.handed-over')
    await sql`UPDATE entry_citations SET handed_over_at = ${at} WHERE tenant = ${tenant} AND conversation_id = ${subject}
      AND (at, fact_id) < (${at}::timestamptz, ${id}::uuid) AND (handed_over_at IS NULL OR handed_over_at > ${at}::timestamptz)`.execute(
      tx,
    )
  else if (fact.type === 'conversation.resolved')
    await sql`UPDATE entry_citations SET closed_at = ${at} WHERE tenant = ${tenant} AND conversation_id = ${subject}
      AND (at, fact_id) < (${at}::timestamptz, ${id}::uuid) AND (closed_at IS NULL OR closed_at > ${at}::timestamptz)`.execute(
      tx,
    )
}

/** Throws the rows away and makes them again from all facts that are kept. */
export const recount = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`DELETE FROM entry_citations WHERE tenant = ${tenant}`.execute(tx)
  await sql`
    WITH ours AS (
      SELECT id, type, subject, at, data FROM ballast.facts
      WHERE tenant = ${tenant} AND type IN (${sql.join([...USAGE_FACTS])})
    )
    INSERT INTO entry_citations
      (tenant, message_id, entry_id, version, conversation_id, at, fact_id, helpful, judged_at, handed_over_at, closed_at)
    SELECT DISTINCT ON (m.data->>'messageId', x."entryId") ${tenant}::uuid, (m.data->>'messageId')::uuid, x."entryId",
      x.version, m.subject, m.at, m.id, j.helpful, j.at,
      (SELECT min(h.at) FROM ours h WHERE h.type = 'conversation.handed-over' AND h.subject = m.subject
        AND (h.at, h.id) > (m.at, m.id)),
      (SELECT min(r.at) FROM ours r WHERE r.type = 'conversation.resolved' AND r.subject = m.subject
        AND (r.at, r.id) > (m.at, m.id))
    FROM ours m
    CROSS JOIN LATERAL jsonb_to_recordset(m.data->'cited') AS x("entryId" uuid, version int)
    LEFT JOIN LATERAL (
      SELECT (o.data->>'helpful')::boolean AS helpful, o.at FROM ours o
      WHERE o.type = 'message.judged' AND o.data->>'messageId' = m.data->>'messageId' AND (o.at, o.id) > (m.at, m.id)
      ORDER BY o.at DESC, o.id DESC LIMIT 1
    ) j ON true
    WHERE m.type = 'message.sent' AND m.data ? 'cited'
    ORDER BY m.data->>'messageId', x."entryId", m.id`.execute(tx)
}

const HANDED_OVER = sql`(handed_over_at IS NOT NULL AND (closed_at IS NULL OR handed_over_at <= closed_at))`
/** The figures of the rows of one group. */
export const FIGURES = sql`count(*)::int AS asked,
  (count(*) FILTER (WHERE helpful IS DISTINCT FROM false AND NOT ${HANDED_OVER}))::int AS solved,
  (count(*) FILTER (WHERE helpful))::int AS helpful, (count(*) FILTER (WHERE NOT helpful))::int AS unhelpful,
  (count(*) FILTER (WHERE ${HANDED_OVER}))::int AS "handedOver", max(at) AS "lastUsedAt"`

interface Figures {
  readonly asked: number
  readonly solved: number
  readonly helpful: number
  readonly unhelpful: number
  readonly handedOver: number
  readonly lastUsedAt: Date
}

/** Those asked most first. */
export const usageOfEntries = async (
  tx: Tx,
  tenant: Uuid,
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<(Figures & { readonly entryId: Uuid })[]> =>
  (
    await sql<Figures & { entryId: Uuid }>`SELECT entry_id AS "entryId", ${FIGURES} FROM entry_citations
      WHERE tenant = ${tenant} AND at > ${since} GROUP BY entry_id ORDER BY asked DESC, entry_id LIMIT ${most}`.execute(
      tx,
    )
  ).rows

/** Newest version first. */
export const usageOfVersions = async (
  tx: Tx,
  tenant: Uuid,
  { entryId, since, most }: { readonly entryId: Uuid; readonly since: Date; readonly most: number },
): Promise<(Figures & { readonly version: number })[]> =>
  (
    await sql<Figures & { version: number }>`SELECT version, ${FIGURES} FROM entry_citations
      WHERE tenant = ${tenant} AND entry_id = ${entryId} AND at > ${since}
      GROUP BY version ORDER BY version DESC LIMIT ${most}`.execute(tx)
  ).rows

export const removeOldCitations = async (tx: Tx, tenant: Uuid, before: Date): Promise<void> => {
  await sql`DELETE FROM entry_citations WHERE tenant = ${tenant} AND at < ${before}`.execute(tx)
}
