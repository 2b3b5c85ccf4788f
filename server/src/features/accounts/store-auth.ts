// The lock under which nodes that start together migrate the schema `auth` one after the other.
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
