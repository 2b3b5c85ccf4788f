// SQL of the desk's lists: the rows of a view, longest waiting first, and how many each view holds.
import type { Uuid } from '@ballast/contract'
import type { View } from '@ballast/contract/routes/conversations'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { Marks } from './rules/grade.ts'

/** Who looks: the inboxes they see, and what is assigned to them wherever it is. */
export interface Looker {
  readonly tenant: Uuid
  readonly inboxIds: readonly Uuid[]
  readonly staffId: Uuid | null
}
export interface Cursor {
  /** Epoch ms of the ordering time: waiting since, else (negated) last change. */
  readonly at: number
  readonly id: Uuid
}

export const seen = (looker: Looker) => sql`c.tenant = ${looker.tenant}
  AND (c.inbox_id = ANY (${[...looker.inboxIds]}::uuid[]) OR c.assignee_id = ${looker.staffId}::uuid)`
const inView = (view: View, looker: Looker) => {
  switch (view) {
    case 'mine':
      return sql`c.status = 'agent' AND c.assignee_id = ${looker.staffId}::uuid`
    case 'unassigned':
      return sql`c.status = 'waiting'`
    case 'bot':
      return sql`c.status = 'bot'`
    case 'snoozed':
      return sql`c.status = 'snoozed'`
    case 'resolved':
      return sql`c.status = 'resolved'`
    case 'all':
      return sql`c.status <> 'resolved'`
  }
}
/** Ascending: those who wait, longest first; then everybody else, latest change first. Milliseconds, so that a cursor is exact. */
export const PLACE = sql`CASE WHEN c.waiting_since IS NOT NULL THEN floor(extract(epoch FROM c.waiting_since) * 1000)
  ELSE 1e15 - floor(extract(epoch FROM c.updated_at) * 1000) END`

export const listIds = async (
  tx: Tx,
  looker: Looker,
  page: { readonly view: View; readonly cursor: Cursor | null; readonly limit: number },
): Promise<{ id: Uuid; at: number }[]> => {
  const after =
    page.cursor === null ? sql`` : sql`AND (${PLACE}, c.id) > (${page.cursor.at}::numeric, ${page.cursor.id}::uuid)`
  const { rows } = await sql<{ id: Uuid; at: string }>`
    SELECT c.id, ${PLACE} AS at FROM ballast.conversations c
    WHERE ${seen(looker)} AND ${inView(page.view, looker)} ${after}
    ORDER BY ${PLACE}, c.id LIMIT ${page.limit}`.execute(tx)
  return rows.map((row) => ({ id: row.id, at: Number(row.at) }))
}

export const listIdsOfContact = async (tx: Tx, looker: Looker, contactId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT c.id FROM ballast.conversations c WHERE ${seen(looker)} AND c.contact_id = ${contactId}
    ORDER BY c.opened_at DESC, c.id DESC LIMIT 100`.execute(tx)
  return rows.map((row) => row.id)
}

export interface RowMarks extends Omit<Marks, 'handedOver'> {
  /** Customer messages the agents have not read; counts at most 99. */
  readonly unread: number
}
/** How many of the last messages say what a conversation is like. */
const LOOKED_AT = 40

/** What a row shows of a conversation's messages. `after`: read up to here. */
export const readMarks = async (
  tx: Tx,
  tenant: Uuid,
  asked: readonly { readonly id: Uuid; readonly after: number }[],
): Promise<Map<Uuid, RowMarks>> => {
  if (asked.length === 0) return new Map()
  const heard = sql`coalesce(few.verdict->>'meant', few.verdict->>'intent')`
  const { rows } = await sql<RowMarks & { id: Uuid }>`
    SELECT x.id, n.unread, g.turns, g.intents, g."lookUps"
    FROM json_to_recordset(${JSON.stringify(asked)}::json) AS x(id uuid, after int)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS unread FROM (
        SELECT 1 FROM ballast.messages m
        WHERE m.tenant = ${tenant} AND m.conversation_id = x.id AND m.seq > x.after AND m.author_kind = 'customer' LIMIT 99
      ) few
    ) n
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE few.author_kind = 'customer')::int AS turns,
        count(*) FILTER (WHERE few.verdict->'turn'->>'action' IS NOT NULL)::int AS "lookUps",
        coalesce(array_agg(DISTINCT ${heard}) FILTER (WHERE few.author_kind = 'customer' AND ${heard} IS NOT NULL), '{}') AS intents
      FROM (
        SELECT m.author_kind, m.verdict FROM ballast.messages m
        WHERE m.tenant = ${tenant} AND m.conversation_id = x.id AND NOT m.note ORDER BY m.seq DESC LIMIT ${LOOKED_AT}
      ) few
    ) g`.execute(tx)
  return new Map(rows.map(({ id, ...marks }) => [id, marks]))
}

export type Counts = Record<View, number>
export const countViews = async (tx: Tx, looker: Looker): Promise<Counts> => {
  const count = (view: View) => sql`count(*) FILTER (WHERE ${inView(view, looker)})::int`
  const { rows } = await sql<Counts>`
    SELECT ${count('mine')} AS mine, ${count('unassigned')} AS unassigned, ${count('bot')} AS bot, ${count('all')} AS "all",
      ${count('resolved')} AS resolved, ${count('snoozed')} AS snoozed
    FROM ballast.conversations c WHERE ${seen(looker)}`.execute(tx)
  return rows[0] ?? { mine: 0, unassigned: 0, bot: 0, all: 0, resolved: 0, snoozed: 0 }
}
