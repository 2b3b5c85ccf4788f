// SQL of what happens before anyone is known: look-ups that answer with ids only, one-time links, counted failures.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/open.ts'
import type { Failures } from './rules/lock-out.ts'

export interface Found {
  tenant: Uuid
  id: Uuid
}

export const tenantOfStaff = async (database: Database, staffId: Uuid): Promise<Found | undefined> =>
  (await database.statement<Found>('SELECT tenant, id FROM ballast.tenant_of_staff($1)', [staffId]))[0]

export const staffOfEmail = (database: Database, emailIndex: Buffer): Promise<Found[]> =>
  database.statement<Found>('SELECT tenant, id FROM ballast.staff_of_email($1)', [emailIndex])

export const inboxOfPublicKey = async (database: Database, publicKey: string): Promise<Found | undefined> =>
  (await database.statement<Found>('SELECT tenant, id FROM ballast.inbox_of_public_key($1)', [publicKey]))[0]

export const keyOfHash = async (database: Database, hash: Buffer): Promise<Found | undefined> =>
  (await database.statement<Found>('SELECT tenant, id FROM ballast.key_of_hash($1)', [hash]))[0]

export const staffOfLink = async (database: Database, hash: Buffer): Promise<Found | undefined> =>
  (await database.statement<Found>('SELECT tenant, id FROM ballast.staff_of_link($1)', [hash]))[0]

export const insertLink = async (
  tx: Tx,
  link: { tenant: Uuid; hash: Buffer; staffId: Uuid; now: number; expiresAt: number },
): Promise<void> => {
  await sql`DELETE FROM sign_in_links WHERE tenant = ${link.tenant} AND staff_id = ${link.staffId}
    AND (used_at IS NOT NULL OR expires_at < ${new Date(link.now)})`.execute(tx)
  await sql`INSERT INTO sign_in_links (tenant, hash, staff_id, expires_at)
    VALUES (${link.tenant}, ${link.hash}, ${link.staffId}, ${new Date(link.expiresAt)})`.execute(tx)
}

export const linkIsOpen = async (tx: Tx, tenant: Uuid, link: { hash: Buffer; now: number }): Promise<boolean> =>
  (
    await sql`SELECT 1 FROM sign_in_links WHERE tenant = ${tenant} AND hash = ${link.hash}
      AND used_at IS NULL AND expires_at > ${new Date(link.now)}`.execute(tx)
  ).rows.length === 1

/** One statement, so of two who hold the same link one gets in. */
export const consumeLink = async (tx: Tx, tenant: Uuid, link: { hash: Buffer; now: number }): Promise<boolean> =>
  (
    await sql`UPDATE sign_in_links SET used_at = ${new Date(link.now)} WHERE tenant = ${tenant} AND hash = ${link.hash}
      AND used_at IS NULL AND expires_at > ${new Date(link.now)} RETURNING 1`.execute(tx)
  ).rows.length === 1

/** Every link still open for a colleague: closed when their access is switched off. */
export const closeLinks = async (tx: Tx, tenant: Uuid, staffId: Uuid): Promise<void> => {
  await sql`DELETE FROM sign_in_links WHERE tenant = ${tenant} AND staff_id = ${staffId}`.execute(tx)
}

export const readFailures = async (database: Database, key: Buffer): Promise<Failures | undefined> => {
  const [row] = await database.statement<{ failures: number; last_at: Date; locked_until: Date | null }>(
    'SELECT failures, last_at, locked_until FROM ballast.sign_in_failures WHERE key = $1',
    [key],
  )
  if (row === undefined) return undefined
  return { failures: row.failures, lastAt: row.last_at.getTime(), lockedUntil: row.locked_until?.getTime() ?? null }
}

/** `decide` sees the row locked: simultaneous guesses are all counted. */
export const changeFailures = async (
  database: Database,
  key: Buffer,
  decide: (state: Failures | undefined) => Failures,
): Promise<void> => {
  await database.as([], async (tx) => {
    await sql`INSERT INTO sign_in_failures (key, failures, last_at) VALUES (${key}, 0, 'epoch')
      ON CONFLICT DO NOTHING`.execute(tx)
    const { rows } = await sql<{ failures: number; last_at: Date; locked_until: Date | null }>`
      SELECT failures, last_at, locked_until FROM sign_in_failures WHERE key = ${key} FOR UPDATE`.execute(tx)
    const row = rows[0]
    const state = row && {
      failures: row.failures,
      lastAt: row.last_at.getTime(),
      lockedUntil: row.locked_until?.getTime() ?? null,
    }
    const next = decide(state)
    await sql`DELETE FROM sign_in_failures WHERE last_at < ${new Date(next.lastAt - 48 * 3_600_000)}
      AND last_at > 'epoch'`.execute(tx)
    await sql`UPDATE sign_in_failures SET failures = ${next.failures}, last_at = ${new Date(next.lastAt)},
      locked_until = ${next.lockedUntil === null ? null : new Date(next.lockedUntil)} WHERE key = ${key}`.execute(tx)
  })
}

export const forgetFailures = async (database: Database, key: Buffer): Promise<void> => {
  await database.statement('DELETE FROM ballast.sign_in_failures WHERE key = $1', [key])
}

/** true the first time. Codes older than ten minutes are no longer valid anyway and are dropped. */
export const useCodeOnce = async (database: Database, key: Buffer, now: number): Promise<boolean> => {
  await database.statement('DELETE FROM ballast.used_codes WHERE used_at < $1', [new Date(now - 600_000)])
  const rows = await database.statement(
    'INSERT INTO ballast.used_codes (key, used_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
    [key, new Date(now)],
  )
  return rows.length === 1
}
