// A real server in a process group of its own, as a terminal would hold it, on a folder that is cleared away afterwards.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isAlive } from '../../server/src/platform/database/embedded/process-identity.ts'

const script = join(import.meta.dirname, 'serve-demo-shop.ts')

export interface Links {
  readonly url: string
  readonly deskLink: string
}

export interface ServerProcess {
  readonly pid: number
  /** Rejects with everything the server said when it ends instead. */
  readonly ready: Promise<Links>
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Everything on stderr so far. */
  said(): string
  /** To the whole process group, as Ctrl-C in a terminal. */
  signal(name: NodeJS.Signals): void
}

const running = new Set<ServerProcess>()
const folders = new Set<string>()

/** A folder only its owner may enter, with room for a data folder. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-life-'))
  chmodSync(folder, 0o700)
  folders.add(folder)
  return folder
}

export const startServer = (dataDir: string, env: Record<string, string> = {}): ServerProcess => {
  const { DATABASE_URL, HOST, PUBLIC_URL, ...own } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    // A hundred visitors come from one address here.
    env: { ...own, LOG_LEVEL: 'error', PORT: '0', PUBLIC_RATE: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  const ready = Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => JSON.parse(line as string) as Links),
    ended.then(({ code }) => Promise.reject(new Error(`The server ended with ${code}:\n${said}`))),
  ])
  ready.catch(() => undefined)
  const server: ServerProcess = {
    pid: child.pid ?? 0,
    ready,
    ended,
    said: () => said,
    signal: (name) => process.kill(-(child.pid ?? 0), name),
  }
  running.add(server)
  ended.then(() => running.delete(server))
  return server
}

export const stopServer = async (server: ServerProcess): Promise<void> => {
  if (running.has(server)) server.signal('SIGINT')
  await server.ended
}

/** The number of the PostgreSQL on this data folder; undefined: there is none. */
export const postgresOf = (dataDir: string): number | undefined => {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

export const isGone = (pid: number): boolean => !isAlive(pid)

/** Ends what a failed test left running, its PostgreSQL too, and removes the folders. */
export const clearAway = async (): Promise<void> => {
  await Promise.all([...running].map(stopServer))
  for (const folder of folders) {
    for (const name of ['data', 'other', 'remote']) {
      const left = postgresOf(join(folder, name))
      if (left !== undefined && !isGone(left)) process.kill(left, 'SIGQUIT')
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  folders.clear()
}
