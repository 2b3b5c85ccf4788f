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

export interface FactsRead {
  readonly facts: Fact[]
  /** Everything up to here was read or is of no concern. */
  readonly next: Cursor
  readonly more: boolean
}

/** Behind every fact of its transaction. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Facts of these types behind the cursor and below the oldest running transaction, in commit order. */
export const readFactsAfter = async (
  tx: Tx,
  cursor: Cursor,
  types: readonly FactType[] | 'all',
  limit: number,
): Promise<FactsRead> => {
  const wanted = types === 'all' ? sql`true` : sql`f.type = ANY (${types}::text[])`
  const { rows } = await sql<Row & { upto: string }>`
    WITH horizon AS MATERIALIZED (SELECT ballast.fact_horizon() AS upto)
    SELECT f.*, (horizon.upto - 1)::text AS upto FROM horizon LEFT JOIN LATERAL (
      SELECT f.id, f.tenant, f.type, f.subject, f.at, f.data, f.txid::text AS txid, f.txid AS place FROM ballast.facts f
      WHERE (f.txid, f.id) > (${cursor.txid}::bigint, ${cursor.fact}::uuid) AND f.txid < horizon.upto AND ${wanted}
      ORDER BY f.txid, f.id LIMIT ${limit}
    ) f ON true ORDER BY f.place, f.id`.execute(tx)
  const found = rows.filter((row) => row.id !== null)
  const more = found.length === limit
  const last = found.at(-1)
  return {
    facts: found.map(
      ({ id, tenant, type, subject, at, data }) => ({ id, tenant, type, subject, at: at.toISOString(), data }) as Fact,
    ),
    next: more && last ? { txid: last.txid, fact: last.id } : furthest(cursor, { txid: rows[0]!.upto, fact: LAST_ID }),
    more,
  }
}

/** After a restore the horizon may lie behind a stored cursor for a moment: never go back. */
const furthest = (a: Cursor, b: Cursor): Cursor => (BigInt(b.txid) > BigInt(a.txid) ? b : a)

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
