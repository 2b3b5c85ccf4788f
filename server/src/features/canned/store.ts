// SQL of canned replies.
import type { Uuid } from '@ballast/contract'
import type { CannedReply } from '@ballast/contract/routes/workspace'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import { foldShortcut } from './rules/shortcut.ts'

type Row = Omit<CannedReply, 'shared' | 'updatedAt'> & { updatedAt: Date }

const REPLY = sql`id, shortcut, title, body AS text, locale, owner_id AS "ownerId", updated_at AS "updatedAt"`
const toReply = (row: Row): CannedReply => ({
  ...row,
  shared: row.ownerId === null,
  updatedAt: row.updatedAt.toISOString(),
})

/** Shared ones and those of `self`, by shortcut; where two have the same, one's own first. */
export const listReplies = async (tx: Tx, tenant: Uuid, self: Uuid | null): Promise<CannedReply[]> =>
  (
    await sql<Row>`SELECT ${REPLY} FROM ballast.canned_replies
      WHERE tenant = ${tenant} AND (owner_id IS NULL OR owner_id = ${self}::uuid)
      ORDER BY shortcut_key, owner_id NULLS LAST, id LIMIT 2000`.execute(tx)
  ).rows.map(toReply)

/** One writer at a time in a workspace: what is checked still holds when it is written. */
export const lockReplies = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('canned_replies'), hashtext(${tenant}::text))`.execute(tx)
}

export const readReply = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<CannedReply | undefined> =>
  (
    await sql<Row>`SELECT ${REPLY} FROM ballast.canned_replies WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  ).rows.map(toReply)[0]

/** Whether another reply that `self` sees has the shortcut. */
export const isTaken = async (
  tx: Tx,
  tenant: Uuid,
  reply: { readonly id: Uuid; readonly shortcut: string; readonly self: Uuid | null },
): Promise<boolean> =>
  (
    await sql`SELECT 1 FROM ballast.canned_replies
      WHERE tenant = ${tenant} AND shortcut_key = ${foldShortcut(reply.shortcut)} AND id <> ${reply.id}
        AND (owner_id IS NULL OR owner_id = ${reply.self}::uuid) LIMIT 1`.execute(tx)
  ).rows.length > 0

/** How many the owner has besides this one; null: how many are shared. */
export const countOthers = async (
  tx: Tx,
  tenant: Uuid,
  reply: { readonly id: Uuid; readonly ownerId: Uuid | null },
): Promise<number> =>
  (
    await sql<{ n: number }>`SELECT count(*)::int AS n FROM ballast.canned_replies
      WHERE tenant = ${tenant} AND owner_id IS NOT DISTINCT FROM ${reply.ownerId}::uuid AND id <> ${reply.id}`.execute(
      tx,
    )
  ).rows[0]?.n ?? 0

export const writeReply = async (tx: Tx, tenant: Uuid, reply: CannedReply): Promise<void> => {
  const { id, ownerId, shortcut, title, text, locale, updatedAt } = reply
  await sql`INSERT INTO ballast.canned_replies
      (tenant, id, owner_id, shortcut, shortcut_key, title, body, locale, updated_at)
    VALUES (${tenant}, ${id}, ${ownerId}, ${shortcut}, ${foldShortcut(shortcut)}, ${title}, ${text}, ${locale}, ${updatedAt})
    ON CONFLICT (tenant, id) DO UPDATE SET owner_id = excluded.owner_id, shortcut = excluded.shortcut,
      shortcut_key = excluded.shortcut_key, title = excluded.title, body = excluded.body, locale = excluded.locale,
      updated_at = excluded.updated_at`.execute(tx)
}

export const deleteReply = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<void> => {
  await sql`DELETE FROM ballast.canned_replies WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
}
