// One PostgreSQL for a whole test run, shared by its processes: whoever comes first starts it, whoever
// leaves last stops it. Only here durability is off.
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Lock, Locked, livesStill, takeLock } from '../src/platform/database/embedded/lock.ts'
import { startOf } from '../src/platform/database/embedded/process-identity.ts'
import { adoptServer, askToStop, startServer } from '../src/platform/database/embedded/server-process.ts'
import { prepareLaunch } from '../src/platform/database/embedded.ts'
import { connectOnce } from '../src/platform/database/provision.ts'
import type { Access } from '../src/platform/database/roles.ts'

export interface TestServer {
  admin: Access
  /** What PostgreSQL itself writes. */
  log: string
  /** Stops the server when no other process of any test run uses it. */
  leave(): void
}

const ROOM_BYTES = 2 * 1024 ** 3

/** In memory where there is room: copying a database means hundreds of small files. */
export const quickFolder = (): string => {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (bavail * bsize > ROOM_BYTES) return '/dev/shm'
  } catch {
    // No such thing on this system.
  }
  return tmpdir()
}

const folder = (): string => {
  const name = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 12)
  const path = join(quickFolder(), `ballast-test-${process.getuid?.() ?? 0}-${name}`)
  mkdirSync(join(path, 'users'), { recursive: true, mode: 0o755 })
  return realpathSync(path)
}

const locked = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  let lock: Lock | null = null
  while (!lock) {
    try {
      lock = takeLock(path)
    } catch (error) {
      if (!(error instanceof Locked)) throw error
      await sleep(20)
    }
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

const otherUsers = (users: string): number =>
  readdirSync(users).filter((file) => {
    try {
      if (livesStill(JSON.parse(readFileSync(join(users, file), 'utf8')))) return true
    } catch {
      return false
    }
    rmSync(join(users, file), { force: true })
    return false
  }).length

/** What earlier runs left behind. Only right after a start, before anybody can be using it. */
const dropLeftovers = (admin: Access): Promise<void> =>
  connectOnce(admin, async (client) => {
    const { rows } = await client.query<{ name: string; old: boolean }>(
      `SELECT d.datname AS name, (pg_stat_file('base/' || d.oid || '/PG_VERSION')).modification < now() - interval '2 days' AS old
       FROM pg_database d WHERE d.datname ~ '^(test|template)_[0-9a-f]+$'`,
    )
    for (const { name, old } of rows) {
      if (name.startsWith('template_') && !old) continue
      await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`)
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    }
  })

/** Joins the run: the server lives at least until `leave` (called by itself when this process ends). */
export const joinTestServer = (): Promise<TestServer> => {
  const home = folder()
  return locked(join(home, 'start.lock'), async () => {
    const users = join(home, 'users')
    const own = join(users, randomUUID())
    writeFileSync(own, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }))
    const launch = prepareLaunch(home, { unsafeForTests: true })
    const running = await adoptServer(launch.places, launch.password)
    const server = running ?? (await startServer(launch))
    const leave = () => {
      rmSync(own, { force: true })
      if (otherUsers(users) > 0) return
      askToStop(server)
    }
    process.once('exit', leave)
    const admin = { ...server.target, user: 'postgres', password: launch.password, database: 'postgres' }
    if (!running) await dropLeftovers(admin)
    return { admin, log: launch.places.log, leave }
  })
}
