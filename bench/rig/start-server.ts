// Starts, kills and stops the server under test, a process of its own, and its PostgreSQL; cleans up after both.
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchInbox, Ready } from '../server.ts'

const program = fileURLToPath(new URL('../server.ts', import.meta.url))
const READY_WITHIN_MS = 180_000
const STOP_WITHIN_MS = 20_000

export interface ServerUnderTest {
  readonly url: string
  readonly inboxes: readonly BenchInbox[]
  readonly dataDir: string
  readonly pid: number
  postgresPid(): number
  /** kill -9, nothing told to anyone; resolves when the process is gone. */
  kill(): Promise<void>
  /** Again on the same folder and port. Resolves when it answers /healthz. */
  restart(): Promise<void>
  /** Ends both and removes the folder. */
  stop(): Promise<void>
}
export interface StartOptions {
  readonly tenants?: number
  /** For Node, e.g. `--cpu-prof`. */
  readonly nodeOptions?: readonly string[]
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

const gone = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once('exit', () => done()))

const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} took longer than ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const launch = async (dataDir: string, port: number, options: StartOptions) => {
  const words = [`--data=${dataDir}`, `--port=${port}`, `--tenants=${options.tenants ?? 200}`]
  const child = fork(program, words, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...(options.nodeOptions ?? [])],
  })
  const ready = new Promise<Ready>((done, fail) => {
    child.once('message', (message) => done(message as Ready))
    child.once('error', fail)
    child.once('exit', (code, signal) => fail(new Error(`the server ended while starting: ${code ?? signal}`)))
  })
  try {
    return { child, ready: await within(READY_WITHIN_MS, 'starting', ready) }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

const postgresPidOf = (dataDir: string): number | null => {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : Number.NaN
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What a killed server left running on a folder of ours; SIGINT is PostgreSQL's fast shutdown. */
const endPostgres = async (dataDir: string): Promise<void> => {
  const pid = postgresPidOf(dataDir)
  if (pid === null || !isAlive(pid) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await new Promise((done) => setTimeout(done, 100))
}

export const startServer = async (options: StartOptions = {}): Promise<ServerUnderTest> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ballast-bench-'))
  const port = await freePort()
  const remove = async () => {
    await endPostgres(dataDir)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  let running = await launch(dataDir, port, options).catch(async (error) => {
    await remove()
    throw error
  })
  // Whatever ends this process must not leave a server behind.
  const onExit = () => running.child.kill('SIGKILL')
  process.once('exit', onExit)
  return {
    url: running.ready.url,
    inboxes: running.ready.inboxes,
    dataDir,
    get pid() {
      return running.child.pid!
    },
    postgresPid: () => {
      const pid = postgresPidOf(dataDir)
      if (pid === null) throw new Error('PostgreSQL is not running')
      return pid
    },
    kill: async () => {
      running.child.kill('SIGKILL')
      await gone(running.child)
    },
    restart: async () => {
      running = await launch(dataDir, port, options)
    },
    stop: async () => {
      const { child } = running
      if (child.connected) child.send('stop')
      await within(STOP_WITHIN_MS, 'stopping', gone(child)).catch(() => child.kill('SIGKILL'))
      process.off('exit', onExit)
      await remove()
    },
  }
}
