// SQL in the schema `auth`: the lock under which nodes that start together migrate it in turn, and what has run out.
import type { Pool } from 'pg'

const MIGRATION_LOCK = 7_239_001

export const inTurn = async (pool: Pool, work: () => Promise<unknown>): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await work()
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    client.release()
  }
}

/** Sessions and half-finished sign-ins that nobody can use any more. */
export const dropExpired = async (pool: Pool): Promise<void> => {
  await pool.query('DELETE FROM session WHERE "expiresAt" < now()')
  await pool.query('DELETE FROM verification WHERE "expiresAt" < now()')
}
