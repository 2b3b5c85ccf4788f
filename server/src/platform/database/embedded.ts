// The PostgreSQL that comes with Ballast: made, started, watched, adopted and stopped by us.
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { binariesIn, findBinaries } from './embedded/binaries.ts'
import { type Places, placesIn, prepareCluster, readPassword } from './embedded/cluster.ts'
import { type Lock, Locked, takeLock } from './embedded/lock.ts'
import { chooseRunAs } from './embedded/run-as.ts'
import { adoptServer, type Launch, startServer, type Target } from './embedded/server-process.ts'
import { supervise } from './embedded/supervise.ts'
import type { EventLog } from './event-log.ts'

export interface EmbeddedOptions {
  dataDir: string
  log: EventLog
  /** A TCP port on 127.0.0.1 instead of a unix socket (always so on Windows). */
  tcp?: boolean
  /** Another copy of the npm package with PostgreSQL's programs. */
  binaries?: string
}

export interface Embedded {
  target: Target
  /** Of the superuser `postgres`. */
  password: string
  /** The server was left running by an earlier Ballast. */
  adopted: boolean
  readonly pid: number
  stop(): Promise<void>
}

const lockFolder = (places: Places): Lock => {
  try {
    return takeLock(places.lock)
  } catch (error) {
    if (!(error instanceof Locked)) throw error
    throw new Error(
      `Another Ballast (process ${error.owner.pid}) is using the data folder ${places.dataDir}. ` +
        'Stop it first, or give this one a data folder of its own.',
      { cause: error },
    )
  }
}

export interface LaunchOptions extends Pick<EmbeddedOptions, 'tcp' | 'binaries'> {
  /** No durability: for the server of a test run only. */
  unsafeForTests?: boolean
}

/** All that is needed to start a server on this folder; makes the folder when it is new. */
export const prepareLaunch = (dataDir: string, options: LaunchOptions): Launch => {
  const places = placesIn(dataDir, options.tcp ?? false)
  const binaries = options.binaries ? binariesIn(options.binaries) : findBinaries()
  const enters = [binaries.folder, dataDir, ...(places.socket ? [places.socket] : [])]
  const runAs = chooseRunAs(places.data, enters, binaries.postgres)
  const password = prepareCluster(places, binaries, runAs)
  runAs.own(places.data)
  return { places, binaries, runAs, password, unsafeForTests: options.unsafeForTests ?? false }
}

/** Starts or adopts the server of a data folder and keeps it running until `stop`. Throws when the folder is in use. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  mkdirSync(options.dataDir, { recursive: true })
  const dataDir = realpathSync(options.dataDir)
  const lock = lockFolder(placesIn(dataDir, options.tcp ?? false))
  try {
    const launch = prepareLaunch(dataDir, options)
    const left = await adoptServer(launch.places, launch.password)
    const server = left ?? (await startServer(launch))
    options.log.info({ pid: server.pid, adopted: left !== null }, 'database.started')
    const supervised = supervise(server, launch, options.log)
    return {
      target: server.target,
      password: launch.password,
      adopted: left !== null,
      get pid() {
        return supervised.pid
      },
      stop: async () => {
        await supervised.stop()
        // Outside the data folder nobody would ever clean it up.
        const { socket } = launch.places
        if (socket && !socket.startsWith(dataDir)) rmSync(socket, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** As `startEmbedded`, but when a living Ballast already runs this folder its server is used and left running. */
export const joinEmbedded = async (
  options: EmbeddedOptions,
): Promise<Pick<Embedded, 'target' | 'password' | 'stop'>> => {
  try {
    return await startEmbedded(options)
  } catch (error) {
    if (!((error as Error).cause instanceof Locked)) throw error
    const places = placesIn(realpathSync(options.dataDir), false)
    const password = readPassword(places)
    const running = await adoptServer(places, password)
    if (!running) throw error
    return { target: running.target, password, stop: async () => undefined }
  }
}
