// The pools and the ways into a prepared database.
import { createHash } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import pg from 'pg'
import type { EventLog } from './event-log.ts'
import type { AccessFor } from './provision.ts'
import { type RoleName, urlOf } from './roles.ts'
import { inTransaction, type Tx } from './transaction.ts'

export interface Database {
  /** One transaction in which row-level security lets exactly these tenants be seen. Rolls back on throw. Max 1 s of work, never over a network call. */
  as<T>(tenants: Uuid | readonly Uuid[], work: (tx: Tx) => Promise<T>): Promise<T>
  /** A transaction as role `worker`: reads facts of all tenants, owns cursors, leases, tenant directory. */
  worker<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Raw single statement on the app pool, no tenant set (functions that set it themselves, e.g. commit_train). Prepared once a connection. */
  statement<Row>(text: string, values: unknown[]): Promise<Row[]>
  /** A pg Pool for libraries that own a schema (`jobs`, `auth`). */
  poolFor(role: 'jobs' | 'auth'): pg.Pool
  urlFor(role: RoleName): string
  close(): Promise<void>
}

export interface PoolOptions {
  accessFor: AccessFor
  log: EventLog
  /** Shown in pg_stat_activity. */
  application: string
  /** Connections of the app pool; the others are smaller. */
  size: number
  /** After the pools have closed. */
  afterClose?: () => Promise<void>
}

const CONNECT_WITHIN_MS = 10_000
const SIDE_POOL_SIZE = 4
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** BEGIN and the tenants in one round trip. The ids are checked, so they may stand in the text. */
export const beginAs = (tenants: Uuid | readonly Uuid[]): string => {
  const list = typeof tenants === 'string' ? [tenants] : tenants
  const wrong = list.find((tenant) => !UUID.test(tenant))
  if (wrong !== undefined) throw new TypeError('a tenant is not a UUID')
  return `BEGIN; SELECT set_config('ballast.tenants', '{${list.join()}}', true)`
}

const makePool = (options: PoolOptions & { closing(): boolean }, role: RoleName, max: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: urlOf(options.accessFor(role)),
    application_name: `${options.application} ${role}`,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  })
  // An idle connection that breaks must not end the process; the pool makes a new one when asked.
  pool.on('error', (error) => {
    // A pool has ended before its goodbyes have arrived: PostgreSQL may stop first, and nobody misses anything.
    if (!options.closing()) options.log.warn({ role, err: error }, 'database.connection-lost')
  })
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

// A migration of a newer node changed what a prepared statement returns. It failed before it did anything.
const isStalePlan = (error: unknown): boolean =>
  (error as { code?: unknown }).code === '0A000' && /cached plan/.test((error as Error).message)

/** Runs statements prepared once a connection, under a name that follows from the text. */
const preparedOn = (poolOf: () => pg.Pool) => {
  const names = new Map<string, string>()
  let renamed = 0
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 32)
    names.set(text, name)
    return name
  }
  return async <Row>(text: string, values: unknown[]): Promise<Row[]> => {
    const run = async () => (await poolOf().query({ name: nameOf(text), text, values })).rows as Row[]
    try {
      return await run()
    } catch (error) {
      if (!isStalePlan(error)) throw error
      names.set(text, `${nameOf(text).slice(0, 32)}.${++renamed}`)
      return run()
    }
  }
}

/** Opens nothing yet: connections are made when first used. */
export const openPools = (options: PoolOptions): Database => {
  const pools = new Map<RoleName, pg.Pool>()
  let closing: Promise<void> | null = null
  const pool = (role: RoleName): pg.Pool => {
    const found = pools.get(role)
    if (found) return found
    const made = makePool(
      { ...options, closing: () => closing !== null },
      role,
      role === 'app' ? options.size : SIDE_POOL_SIZE,
    )
    pools.set(role, made)
    return made
  }
  const close = async () => {
    // Libraries may have ended the pool they were lent.
    await Promise.all([...pools.values()].map((one) => (one.ended ? undefined : one.end())))
    await options.afterClose?.()
  }
  return {
    as: async (tenants, work) => inTransaction(pool('app'), beginAs(tenants), work),
    worker: (work) => inTransaction(pool('worker'), 'BEGIN', work),
    statement: preparedOn(() => pool('app')),
    poolFor: pool,
    urlFor: (role) => urlOf(options.accessFor(role)),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
