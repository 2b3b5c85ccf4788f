// One pg connection seen as a Kysely transaction, opened and closed by us: BEGIN carries the tenants in the
// same round trip, and a COMMIT that the server turned into a ROLLBACK is an error, not a success.
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import type pg from 'pg'

// biome-ignore lint/complexity/noBannedTypes: stores write SQL through the sql template and name their rows there.
export type Tables = {}
export type Tx = Transaction<Tables>

const refuse = (): never => {
  throw new Error('a transaction cannot open another one')
}

// `as`/`worker` drive the connection; Kysely only ever executes on the one it was given.
const noDriver: Driver = {
  init: async () => undefined,
  acquireConnection: refuse,
  beginTransaction: refuse,
  commitTransaction: refuse,
  rollbackTransaction: refuse,
  releaseConnection: refuse,
  destroy: async () => undefined,
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => noDriver,
  createQueryCompiler: () => compiler,
  createIntrospector: (db: ConstructorParameters<typeof PostgresIntrospector>[0]) => new PostgresIntrospector(db),
}

const connectionOver = (client: pg.ClientBase): DatabaseConnection => ({
  executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
    const result = await client.query(sql, [...parameters])
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  },
  streamQuery: refuse,
})

/** Kysely on exactly this client, which has a transaction open. */
export const txOver = (client: pg.ClientBase): Tx => {
  const connection = connectionOver(client)
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) })
  return new Transaction<Tables>({ config: { dialect }, driver: noDriver, executor, dialect })
}

/** Runs `work` in a transaction opened by `begin` (which may hold several statements). */
export const inTransaction = async <T>(pool: pg.Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(txOver(client))
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    // A connection that could not even roll back is thrown away.
    client.release(broken)
  }
}
