// The way into PostgreSQL: the embedded one or the one at a URL, prepared, migrated and checked.

import { checkIsolation } from './check-isolation.ts'
import { joinEmbedded, startEmbedded } from './embedded.ts'
import type { EventLog } from './event-log.ts'
import { MIGRATIONS_FOLDER, migrate, readMigrations } from './migrate.ts'
import { type Database, openPools } from './pools.ts'
import { type AccessFor, connectOnce, provision } from './provision.ts'
import { type Access, accessOf } from './roles.ts'

export { isConnectionLost } from './connection-lost.ts'
export type { Database } from './pools.ts'
export type { Tables, Tx } from './transaction.ts'

export interface OpenOptions {
  /** `postgresql://…` of a server to use instead of the embedded one. */
  url?: string
  /** Folder of everything Ballast keeps on this machine; the embedded server's data lies in it. */
  dataDir: string
  log: EventLog
  /** Shown in pg_stat_activity. Default `ballast`. */
  application?: string
  /** Connections for requests. Default 16. */
  poolSize?: number
  /** The embedded server on a TCP port of 127.0.0.1 instead of a unix socket. */
  tcp?: boolean
  /** Default: the migrations of this release. */
  migrationsFolder?: string
}

const DEFAULT_POOL_SIZE = 16

/** The administrator's way in, and how to let go of the server. */
export interface Ground {
  admin: Access
  stop(): Promise<void>
}

/** Starts or adopts the embedded server, or takes the one at the URL. */
export const openGround = async (
  options: Pick<OpenOptions, 'url' | 'dataDir' | 'log' | 'tcp'>,
  start: typeof startEmbedded | typeof joinEmbedded = startEmbedded,
): Promise<Ground> => {
  if (options.url) return { admin: accessOf(options.url), stop: async () => undefined }
  const server = await start(options)
  const admin = { ...server.target, user: 'postgres', password: server.password, database: '' }
  return { admin, stop: server.stop }
}

const prepare = async (ground: Ground, options: OpenOptions): Promise<AccessFor> => {
  const accessFor = await provision(ground.admin)
  await connectOnce(accessFor('migrate'), async (client) => {
    const applied = await migrate(client, readMigrations(options.migrationsFolder ?? MIGRATIONS_FOLDER))
    for (const { number, name } of applied) options.log.info({ number, name }, 'migration.applied')
    await checkIsolation(client)
  })
  return accessFor
}

/**
 * Starts or adopts the embedded PostgreSQL (or connects to `url`), migrates, and checks that tenants are kept
 * apart. Throws with what to do when the folder is in use, of another major version, or not safe to serve.
 */
export const openDatabase = (options: OpenOptions): Promise<Database> => openWith(options, startEmbedded)

/** As `openDatabase`, but beside a server of the same release that runs on this folder already, which stays as it is. */
export const joinDatabase = (options: OpenOptions): Promise<Database> => openWith(options, joinEmbedded)

const openWith = async (options: OpenOptions, start: typeof startEmbedded | typeof joinEmbedded): Promise<Database> => {
  const ground = await openGround(options, start)
  try {
    const accessFor = await prepare(ground, options)
    return openPools({
      accessFor,
      log: options.log,
      application: options.application ?? 'ballast',
      size: options.poolSize ?? DEFAULT_POOL_SIZE,
      afterClose: ground.stop,
    })
  } catch (error) {
    await ground.stop()
    throw error
  }
}
