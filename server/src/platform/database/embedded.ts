// The PostgreSQL that comes with Ballast: made, started, watched, adopted and stopped by us.
import { mkdirSync, realpathSync } from 'node:fs'
import { findBinaries } from './embedded/binaries.ts'
import { type Places, placesIn, prepareCluster } from './embedded/cluster.ts'
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

/** All that is needed to start a server on this folder; makes the folder when it is new. */
export const prepareLaunch = (dataDir: string, tcp: boolean, unsafeForTests = false): Launch => {
  const places = placesIn(dataDir, tcp)
  const binaries = findBinaries()
  const enters = [binaries.folder, dataDir, ...(places.socket ? [places.socket] : [])]
  const runAs = chooseRunAs(places.data, enters, binaries.postgres)
  const password = prepareCluster(places, binaries, runAs)
  runAs.own(places.data)
  return { places, binaries, runAs, password, unsafeForTests }
}

/** Starts or adopts the server of a data folder and keeps it running until `stop`. Throws when the folder is in use. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  mkdirSync(options.dataDir, { recursive: true })
  const dataDir = realpathSync(options.dataDir)
  const lock = lockFolder(placesIn(dataDir, options.tcp ?? false))
  try {
    const launch = prepareLaunch(dataDir, options.tcp ?? false)
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
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
