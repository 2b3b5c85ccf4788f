// One running PostgreSQL: started as our child in its own process group, or found still running.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
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
import { type Binaries, findBinaries } from './binaries.ts'
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
  /** True once `gone`: its number may by now belong to another process. */
  readonly ended: boolean
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

const watched = (pid: number, target: Target, gone: Promise<void>): ServerProcess => {
  let ended = false
  const seen = gone.then(() => {
    ended = true
  })
  return {
    pid,
    target,
    gone: seen,
    get ended() {
      return ended
    },
  }
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

/** It may lie in the shared temporary folder, where somebody else could have put something of that name. */
const makeSocketFolder = (folder: string, runAs: RunAs): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = lstatSync(folder)
  const ours = [process.getuid?.(), runAs.account?.uid]
  if (!lstatSync(folder).isDirectory() || !ours.includes(uid))
    throw new Error(`${folder} belongs to another user; PostgreSQL's socket cannot be put there`)
  chmodSync(folder, 0o700)
  runAs.own(folder)
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
  if (places.socket) makeSocketFolder(places.socket, launch.runAs)
  const child = spawnServer(launch, target)
  const gone = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()))
  const server = watched(child.pid ?? 0, target, gone)
  child.unref()
  try {
    await untilReady(target, launch.password, () => !server.ended)
  } catch (error) {
    if (!server.ended) child.kill('SIGINT')
    throw new Error(`PostgreSQL could not start in ${places.data}. ${lastLines(places.log)}`, { cause: error })
  }
  return server
}

/** After a power cut the number in postmaster.pid may belong to anything, even to another folder's PostgreSQL. */
const isPostgresOf = (data: string, command: string): boolean =>
  command.includes('postgres') && (process.platform === 'win32' || command.includes(data))

/** The server an earlier Ballast left running on this folder, by its postmaster.pid; null when there is none. */
const leftRunning = (data: string): { pid: number; target: Target } | null => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, folder, , port, socket] = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
  const number = Number(pid)
  if (!folder || !existsSync(folder) || realpathSync(folder) !== realpathSync(data)) return null
  if (!isAlive(number) || !isPostgresOf(data, commandOf(number))) return null
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
  return watched(found.pid, found.target, goneByPolling(found.pid))
}

// Windows has no signals: PostgreSQL's own tool delivers them there, Node would end the process at once.
const signal = (server: ServerProcess, name: NodeJS.Signals): void => {
  if (server.ended) return
  try {
    if (process.platform === 'win32') execFileSync(findBinaries().pgCtl, ['kill', name.slice(3), String(server.pid)])
    else process.kill(server.pid, name)
  } catch {
    // It ended between the look and the signal.
  }
}

/** Asks for a fast shutdown without waiting for it. */
export const askToStop = (server: ServerProcess): void => signal(server, 'SIGINT')

const PATIENCE_MS = 30_000

/** A fast shutdown: open transactions roll back, everything committed is on disk. */
export const stopServer = async (server: ServerProcess): Promise<void> => {
  askToStop(server)
  // SIGQUIT leaves recovery to the next start: still nothing committed is lost.
  const harder = setTimeout(() => signal(server, 'SIGQUIT'), PATIENCE_MS)
  // The child does not hold the event loop open by itself; the timer does while somebody waits for its end.
  await server.gone.finally(() => clearTimeout(harder))
}
