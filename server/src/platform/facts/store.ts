// SQL of fact consumers: cursors, and reading below the oldest running transaction.
import type { Fact, FactType, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../database/open.ts'

/** Position in the log. `txid` as text: it is 64 bits wide. */
export interface Cursor {
  readonly txid: string
  readonly fact: Uuid
}

interface Row {
  readonly id: Uuid
  readonly tenant: Uuid
  readonly type: FactType
  readonly subject: Uuid
  readonly at: Date
  readonly data: object
  readonly txid: string
}

/** Where the consumer stands. A consumer that is new starts at the beginning, or at the present end. */
export const readCursor = async (tx: Tx, name: string, from: 'beginning' | 'now'): Promise<Cursor> => {
  await sql`
    INSERT INTO ballast.consumers (name, txid)
    VALUES (${name}, CASE WHEN ${from} = 'now' THEN ballast.fact_horizon() - 1 ELSE 0 END)
    ON CONFLICT DO NOTHING`.execute(tx)
  const { rows } = await sql<Cursor>`SELECT txid::text, fact FROM ballast.consumers WHERE name = ${name}`.execute(tx)
  return rows[0]!
}

export const readFactsAfter = async (
  tx: Tx,
  cursor: Cursor,
  types: readonly FactType[] | 'all',
  limit: number,
): Promise<{ facts: Fact[]; next: Cursor; more: boolean }> => {
  const { rows } = await sql<Row>`
    SELECT id, tenant, type, subject, at, data, txid::text FROM ballast.facts
    WHERE (txid, id) > (${cursor.txid}::bigint, ${cursor.fact}::uuid) AND txid < ballast.fact_horizon()
    ORDER BY txid, id LIMIT ${limit}`.execute(tx)
  const last = rows.at(-1)
  const facts = rows
    .filter((row) => types === 'all' || types.includes(row.type))
    .map(({ txid, at, ...fact }) => ({ ...fact, at: at.toISOString() }) as Fact)
  return { facts, next: last ? { txid: last.txid, fact: last.id } : cursor, more: rows.length === limit }
}

/** False: another node moved this cursor meanwhile; what it handled need not be handled again. */
export const moveCursor = async (tx: Tx, name: string, from: Cursor, to: Cursor): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    UPDATE ballast.consumers SET txid = ${to.txid}::bigint, fact = ${to.fact}::uuid, updated_at = now()
    WHERE name = ${name} AND txid = ${from.txid}::bigint AND fact = ${from.fact}::uuid`.execute(tx)
  return numAffectedRows === 1n
}

/** Takes or renews the lease; false while another owner holds it. */
export const holdLease = async (tx: Tx, name: string, owner: string, seconds: number): Promise<boolean> => {
  const { rows } = await sql`
    INSERT INTO ballast.leases AS l (name, owner, epoch, until)
    VALUES (${name}, ${owner}, 1, now() + make_interval(secs => ${seconds}))
    ON CONFLICT (name) DO UPDATE SET
      epoch = l.epoch + CASE WHEN l.owner = excluded.owner THEN 0 ELSE 1 END, owner = excluded.owner, until = excluded.until
    WHERE l.owner = excluded.owner OR l.until < now()
    RETURNING epoch`.execute(tx)
  return rows.length === 1
}

export const releaseLease = async (tx: Tx, name: string, owner: string): Promise<void> => {
  await sql`DELETE FROM ballast.leases WHERE name = ${name} AND owner = ${owner}`.execute(tx)
}
