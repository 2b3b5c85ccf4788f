// One running PostgreSQL: started as our child in its own process group, or found still running.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { type Places, serverEnv, settingsFor } from './cluster.ts'
import { commandOf, isAlive } from './process-identity.ts'
import type { RunAs } from './run-as.ts'

export interface Target {
  host: string
  port: number
}

export interface ServerProcess {
  pid: number
  target: Target
  /** Resolves when the process is gone, however that came. */
  gone: Promise<void>
}

export interface Launch {
  places: Places
  binaries: Binaries
  runAs: RunAs
  password: string
  unsafeForTests: boolean
}

const READY_WITHIN_MS = 60_000
const LOG_LIMIT_BYTES = 10 * 1024 * 1024
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Keeps the server's log below twice the limit: the file is appended to, so it can be cut while in use. */
export const trimLog = (path: string): void => {
  if (!existsSync(path) || statSync(path).size < LOG_LIMIT_BYTES) return
  copyFileSync(path, `${path}.1`)
  truncateSync(path, 0)
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

const answers = async (target: Target, password: string): Promise<unknown> => {
  const client = new pg.Client({
    ...target,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return null
  } catch (error) {
    return error
  } finally {
    await client.end().catch(() => undefined)
  }
}

const untilReady = async (target: Target, password: string, alive: () => boolean): Promise<void> => {
  const deadline = performance.now() + READY_WITHIN_MS
  let refused: unknown = null
  for (let wait = 5; performance.now() < deadline; wait = Math.min(wait * 1.5, 200)) {
    if (!alive()) throw new Error('it ended while starting')
    refused = await answers(target, password)
    if (refused === null) return
    if ((refused as { code?: string }).code === '28P01')
      throw new Error('it refuses the password in the data folder', { cause: refused })
    await sleep(wait)
  }
  throw new Error('it did not answer in time', { cause: refused })
}

const lastLines = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-6).join('\n')
  } catch {
    return ''
  }
}

const spawnServer = (launch: Launch, target: Target): ChildProcess => {
  const { places, binaries, runAs } = launch
  mkdirSync(dirname(places.log), { recursive: true })
  trimLog(places.log)
  const log = openSync(places.log, 'a', 0o600)
  try {
    const line = ['-D', places.data, ...settingsFor(places, target.port, launch.unsafeForTests)]
    const { program, args, options } = runAs.command(binaries.postgres, line)
    return spawn(program, args, {
      ...options,
      cwd: '/',
      env: serverEnv(),
      // Its own group: Ctrl-C in the terminal reaches us alone, and we stop it after everything has drained.
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    })
  } finally {
    closeSync(log)
  }
}

/** Starts PostgreSQL and waits until it takes connections. `port`: the one to keep across restarts (TCP only). */
export const startServer = async (launch: Launch, port?: number): Promise<ServerProcess> => {
  const { places } = launch
  const target = places.socket
    ? { host: places.socket, port: 5432 }
    : { host: '127.0.0.1', port: port ?? (await freePort()) }
  if (places.socket) {
    mkdirSync(places.socket, { recursive: true, mode: 0o700 })
    launch.runAs.own(places.socket)
  }
  const child = spawnServer(launch, target)
  let ended = false
  const gone = new Promise<void>((done) => {
    const end = () => {
      ended = true
      done()
    }
    child.once('exit', end).once('error', end)
  })
  child.unref()
  try {
    await untilReady(target, launch.password, () => !ended)
  } catch (error) {
    if (child.pid !== undefined && !ended) child.kill('SIGINT')
    throw new Error(`PostgreSQL could not start in ${places.data}. ${lastLines(places.log)}`, { cause: error })
  }
  return { pid: child.pid as number, target, gone }
}

/** The server an earlier Ballast left running on this folder, by its postmaster.pid; null when there is none. */
const leftRunning = (data: string): { pid: number; target: Target } | null => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, folder, , port, socket] = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
  const number = Number(pid)
  if (!folder || !existsSync(folder) || realpathSync(folder) !== realpathSync(data)) return null
  if (!isAlive(number) || !commandOf(number).includes('postgres')) return null
  return { pid: number, target: { host: socket || '127.0.0.1', port: Number(port) } }
}

const goneByPolling = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await new Promise<void>((done) => setTimeout(done, 200).unref())
}

/** Takes over a server left running; null when there is none, or it was on its way down and has ended. */
export const adoptServer = async (places: Places, password: string): Promise<ServerProcess | null> => {
  const found = leftRunning(places.data)
  if (!found) return null
  try {
    await untilReady(found.target, password, () => isAlive(found.pid))
  } catch (error) {
    if (!isAlive(found.pid)) return null
    throw new Error(`A PostgreSQL (process ${found.pid}) runs on ${places.data} but cannot be used`, { cause: error })
  }
  return { ...found, gone: goneByPolling(found.pid) }
}

/** A fast shutdown: open transactions roll back, everything committed is on disk. */
export const stopServer = async (server: ServerProcess): Promise<void> => {
  try {
    process.kill(server.pid, 'SIGINT')
  } catch {
    return
  }
  // The child does not hold the event loop open by itself; whoever waits for its end must.
  const hold = setInterval(() => undefined, 1000)
  await server.gone.finally(() => clearInterval(hold))
}
