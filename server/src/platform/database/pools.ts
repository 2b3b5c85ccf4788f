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

const makePool = (options: PoolOptions, role: RoleName, max: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: urlOf(options.accessFor(role)),
    application_name: `${options.application} ${role}`,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  })
  // An idle connection that breaks must not end the process; the pool makes a new one when asked.
  pool.on('error', (error) => options.log.warn({ role, reason: error.message }, 'database.connection-lost'))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const nameFor = (names: Map<string, string>, text: string): string => {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}

/** Opens nothing yet: connections are made when first used. */
export const openPools = (options: PoolOptions): Database => {
  const pools = new Map<RoleName, pg.Pool>()
  const pool = (role: RoleName): pg.Pool => {
    const found = pools.get(role)
    if (found) return found
    const made = makePool(options, role, role === 'app' ? options.size : SIDE_POOL_SIZE)
    pools.set(role, made)
    return made
  }
  const names = new Map<string, string>()
  let closing: Promise<void> | null = null
  const close = async () => {
    // Libraries may have ended the pool they were lent.
    await Promise.all([...pools.values()].map((one) => (one.ended ? undefined : one.end())))
    await options.afterClose?.()
  }
  return {
    as: async (tenants, work) => inTransaction(pool('app'), beginAs(tenants), work),
    worker: (work) => inTransaction(pool('worker'), 'BEGIN', work),
    statement: async <Row>(text: string, values: unknown[]) =>
      (await pool('app').query({ name: nameFor(names, text), text, values })).rows as Row[],
    poolFor: pool,
    urlFor: (role) => urlOf(options.accessFor(role)),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
