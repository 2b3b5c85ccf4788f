// SQL of events on their way to platforms.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { DeliveryJob, QueuedEvent } from './parts.ts'

type Row = Omit<QueuedEvent, 'place' | 'at'> & {
  readonly place: string
  readonly at: Date
  readonly nextAt: Date
  readonly heldUntil: Date | null
}
const COLUMNS = sql`tenant, inbox_id AS "inboxId", place, id, kind, conversation_id AS "conversationId",
  message_id AS "messageId", status, at, tries, pieces, next_at AS "nextAt", held_until AS "heldUntil"`
const fromRow = ({ nextAt: _next, heldUntil: _held, ...row }: Row): QueuedEvent => ({
  ...row,
  place: Number(row.place),
  at: row.at.getTime(),
})
const time = (ms: number) => new Date(ms)

export type NewEvent = Omit<QueuedEvent, 'place' | 'tries' | 'pieces'> & { readonly state: 'waiting' | 'kept' }
/** False: the fact came again and its event is there already. */
export const appendEvent = async (tx: Tx, event: NewEvent): Promise<boolean> => {
  const { tenant, inboxId, id, kind, conversationId, messageId, status, at, state } = event
  const { numAffectedRows } = await sql`
    WITH counted AS (
      INSERT INTO ballast.channel_feeds AS f (tenant, inbox_id, last) VALUES (${tenant}, ${inboxId}, 1)
      ON CONFLICT (tenant, inbox_id) DO UPDATE SET last = f.last + 1 RETURNING last)
    INSERT INTO ballast.channel_events (tenant, inbox_id, place, id, kind, conversation_id, message_id, status, at, state, next_at)
    SELECT ${tenant}, ${inboxId}, last, ${id}, ${kind}, ${conversationId}, ${messageId}, ${status}, ${time(at)}, ${state}, 'epoch'
    FROM counted ON CONFLICT (tenant, id) DO NOTHING`.execute(tx)
  return numAffectedRows === 1n
}

/** The job's clock is the database's, ours may be a little behind: a job that came must not find its event too early. */
const SKEW_MS = 2_000

/** The first waiting event of the conversation, held for this process; null: none, not due, or held by another. */
export const claimHead = async (
  tx: Tx,
  { tenant, inboxId, conversationId }: DeliveryJob,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<QueuedEvent | null> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM ballast.channel_events
    WHERE tenant = ${tenant} AND conversation_id = ${conversationId} AND inbox_id = ${inboxId} AND state = 'waiting'
    ORDER BY place LIMIT 1 FOR UPDATE`.execute(tx)
  const [head] = rows
  if (head === undefined || head.nextAt.getTime() > now + SKEW_MS || (head.heldUntil?.getTime() ?? 0) > now) return null
  await sql`UPDATE ballast.channel_events SET held_until = ${time(until)}
    WHERE tenant = ${tenant} AND inbox_id = ${inboxId} AND place = ${head.place}`.execute(tx)
  return fromRow(head)
}

type At = Pick<QueuedEvent, 'tenant' | 'inboxId' | 'place'>
export const settleEvent = async (
  tx: Tx,
  { tenant, inboxId, place }: At,
  end: { readonly state: 'sent' | 'failed'; readonly tries: number; readonly reason: string | null },
): Promise<void> => {
  await sql`UPDATE ballast.channel_events SET state = ${end.state}, tries = ${end.tries}, reason = ${end.reason}, held_until = NULL
    WHERE tenant = ${tenant} AND inbox_id = ${inboxId} AND place = ${place}`.execute(tx)
}
export const putOff = async (
  tx: Tx,
  { tenant, inboxId, place }: At,
  again: { readonly tries: number; readonly pieces: number; readonly reason: string | null; readonly at: number },
): Promise<void> => {
  await sql`UPDATE ballast.channel_events SET tries = ${again.tries}, pieces = ${again.pieces}, reason = ${again.reason},
      next_at = ${time(again.at)}, held_until = NULL
    WHERE tenant = ${tenant} AND inbox_id = ${inboxId} AND place = ${place}`.execute(tx)
}
/** Sends it as if it had never been sent. Null: no such event in this inbox. */
export const replayEvent = async (
  tx: Tx,
  at: { readonly tenant: Uuid; readonly inboxId: Uuid; readonly id: Uuid; readonly now: number },
): Promise<QueuedEvent | null> => {
  const { rows } = await sql<Row>`
    UPDATE ballast.channel_events SET state = 'waiting', tries = 0, pieces = 0, reason = NULL, next_at = ${time(at.now)}, held_until = NULL
    WHERE tenant = ${at.tenant} AND inbox_id = ${at.inboxId} AND id = ${at.id} RETURNING ${COLUMNS}`.execute(tx)
  return rows[0] === undefined ? null : fromRow(rows[0])
}

export interface Health {
  readonly failingSince: number | null
  readonly stoppedAt: number | null
}
export const readHealth = async (tx: Tx, tenant: Uuid, inboxId: Uuid): Promise<Health> => {
  const { rows } = await sql<{ failingSince: Date | null; stoppedAt: Date | null }>`
    SELECT failing_since AS "failingSince", stopped_at AS "stoppedAt" FROM ballast.channel_feeds
    WHERE tenant = ${tenant} AND inbox_id = ${inboxId}`.execute(tx)
  return {
    failingSince: rows[0]?.failingSince?.getTime() ?? null,
    stoppedAt: rows[0]?.stoppedAt?.getTime() ?? null,
  }
}
/** Writes only a change. */
export const setHealth = async (tx: Tx, tenant: Uuid, inboxId: Uuid, health: Health): Promise<void> => {
  const failing = health.failingSince === null ? null : time(health.failingSince)
  const stopped = health.stoppedAt === null ? null : time(health.stoppedAt)
  await sql`UPDATE ballast.channel_feeds SET failing_since = ${failing}, stopped_at = ${stopped}
    WHERE tenant = ${tenant} AND inbox_id = ${inboxId}
      AND (failing_since IS DISTINCT FROM ${failing} OR stopped_at IS DISTINCT FROM ${stopped})`.execute(tx)
}

export const pageAfter = async (
  tx: Tx,
  inbox: { readonly tenant: Uuid; readonly inboxId: Uuid },
  page: { readonly after: number; readonly limit: number },
): Promise<QueuedEvent[]> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM ballast.channel_events
    WHERE tenant = ${inbox.tenant} AND inbox_id = ${inbox.inboxId} AND place > ${page.after}
    ORDER BY place LIMIT ${page.limit}`.execute(tx)
  return rows.map(fromRow)
}
export const lastPlace = async (tx: Tx, tenant: Uuid, inboxId: Uuid): Promise<number> => {
  const { rows } = await sql<{ last: string }>`
    SELECT last FROM ballast.channel_feeds WHERE tenant = ${tenant} AND inbox_id = ${inboxId}`.execute(tx)
  return Number(rows[0]?.last ?? 0)
}
/** The other side has what it fetched: marks it, and answers the messages among it. */
export const settleFetched = async (
  tx: Tx,
  { tenant, inboxId, upTo }: { readonly tenant: Uuid; readonly inboxId: Uuid; readonly upTo: number },
): Promise<{ conversationId: Uuid; messageId: Uuid }[]> => {
  const { rows } = await sql<{ conversationId: Uuid; messageId: Uuid; kind: string }>`
    UPDATE ballast.channel_events SET state = 'sent'
    WHERE tenant = ${tenant} AND inbox_id = ${inboxId} AND state = 'kept' AND place <= ${upTo}
    RETURNING conversation_id AS "conversationId", message_id AS "messageId", kind`.execute(tx)
  return rows
    .filter(({ kind }) => kind === 'message')
    .map(({ conversationId, messageId }) => ({ conversationId, messageId }))
}

/** As worker: conversations whose first waiting event is due and in nobody's hands. */
export const leftBehind = async (tx: Tx, now: number, inboxId: Uuid | null = null): Promise<DeliveryJob[]> => {
  const { rows } = await sql<DeliveryJob>`
    SELECT DISTINCT tenant, inbox_id AS "inboxId", conversation_id AS "conversationId" FROM ballast.channel_events
    WHERE state = 'waiting' AND next_at <= ${time(now)} AND (held_until IS NULL OR held_until <= ${time(now)})
      AND (${inboxId}::uuid IS NULL OR inbox_id = ${inboxId}) LIMIT 1000`.execute(tx)
  return rows
}
/** As worker: drops what has been over for thirty days. */
export const dropOld = async (tx: Tx): Promise<void> => {
  await sql`DELETE FROM ballast.channel_events WHERE state <> 'waiting' AND at < now() - interval '30 days'`.execute(tx)
}
