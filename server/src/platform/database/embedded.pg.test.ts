// What happens to the embedded server when processes are killed, folders are closed, or two meet.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { quickFolder } from '../../../test/test-server.ts'
import { findBinaries } from './embedded/binaries.ts'
import { chooseRunAs } from './embedded/run-as.ts'
import { startEmbedded } from './embedded.ts'
import { type Database, isConnectionLost, openDatabase } from './open.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
const isRoot = process.getuid?.() === 0
const events: string[] = []
const note = (_: object, event: string) => void events.push(event)
const log = { info: note, warn: note, error: note }

const folders: string[] = []
const closing: (() => unknown)[] = []
const newFolder = (under = quickFolder()): string => {
  // mkdtemp makes it 0700: the account PostgreSQL runs as under root cannot walk in by itself.
  const folder = mkdtempSync(join(under, 'ballast-pg-'))
  mkdirSync(join(folder, 'migrations'))
  folders.push(folder)
  return folder
}
const open = async (folder: string): Promise<Database> => {
  const database = await openDatabase({
    dataDir: join(folder, 'data'),
    migrationsFolder: join(folder, 'migrations'),
    log,
  })
  closing.push(() => database.close())
  return database
}
const postmaster = (folder: string): number =>
  Number(readFileSync(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number)
const restarted = () => expect.poll(() => events, { timeout: 8000 }).toContain('database.restarted')
const setting = async (database: Database, name: string) =>
  (await database.statement<{ value: string }>('SELECT current_setting($1) AS value', [name]))[0]?.value

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  events.length = 0
})

describe('a data folder', () => {
  it('is durable and checksummed, and closed to others', async () => {
    const folder = newFolder()
    const database = await open(folder)
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])
      expect(await setting(database, name), name).toBe('on')
    expect(await setting(database, 'listen_addresses')).toBe('')
    expect(statSync(join(folder, 'data', 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'data', 'postgres.password')).mode & 0o777).toBe(0o600)
  })

  it('is refused to a second Ballast while the first lives, and free again afterwards', async () => {
    const folder = newFolder()
    const first = await open(folder)
    await expect(open(folder)).rejects.toThrow(`Another Ballast (process ${process.pid}) is using the data folder`)
    await first.close()
    await expect(open(folder)).resolves.toBeDefined()
  })

  it('with a lock of a dead process is taken over, even when the number is in use again', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'data'))
    const stale = { pid: process.pid, start: 'another life', token: 'x' }
    writeFileSync(join(folder, 'data', 'ballast.lock'), JSON.stringify(stale))
    await expect(open(folder)).resolves.toBeDefined()
  })

  it('whose postmaster.pid names some other living process is started as usual', async () => {
    const folder = newFolder()
    await (await open(folder)).close()
    const data = join(folder, 'data', 'postgres')
    writeFileSync(join(data, 'postmaster.pid'), `1\n${data}\n1\n5432\n${join(folder, 'data', 'run')}\n\n1 1\nready\n`)
    await expect(open(folder)).resolves.toBeDefined()
    expect(postmaster(folder)).not.toBe(1)
  })

  it('of another major version is refused untouched, with instructions', async () => {
    const folder = newFolder()
    await (await open(folder)).close()
    const version = join(folder, 'data', 'postgres', 'PG_VERSION')
    writeFileSync(version, '17\n')
    await expect(open(folder)).rejects.toThrow(/belongs to PostgreSQL 17.*npm run backup.*npm run restore/s)
    expect(readFileSync(version, 'utf8')).toBe('17\n')
    expect(existsSync(join(folder, 'data', 'ballast.lock'))).toBe(false)
  })

  it('lives beside another one', async () => {
    const [one, two] = await Promise.all([open(newFolder()), open(newFolder())])
    const folderOf = (database: Database) => new URL(database.urlFor('app')).searchParams.get('host')
    expect(folderOf(one)).not.toBe(folderOf(two))
    expect(await setting(one, 'port')).toBe('5432')
    expect(await setting(two, 'port')).toBe('5432')
  })
})

describe('as root', () => {
  // Elsewhere PostgreSQL simply runs as ourselves.
  it.runIf(isRoot)('runs unprivileged with programs and data under a folder only root may enter', async () => {
    // Not in memory: some systems let no program run from there.
    const folder = newFolder(tmpdir())
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    cpSync(findBinaries().folder, join(folder, 'package'), { recursive: true, verbatimSymlinks: true })
    const server = await startEmbedded({ dataDir: join(folder, 'data'), binaries: join(folder, 'package'), log })
    closing.push(() => server.stop())
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
    expect(status).not.toMatch(/^Uid:\s+0\b/m)
    // CAP_DAC_OVERRIDE, and nothing beside it.
    expect(status).toMatch(/^CapEff:\s+0000000000000002$/m)
    expect(statSync(join(folder, 'data', 'postgres')).uid).not.toBe(0)
  })
})

describe('as root', () => {
  it.runIf(isRoot)('says what to do where that cannot work', () => {
    const folder = newFolder()
    // A program that fails stands for a setpriv that is missing or not allowed.
    const choosing = () => chooseRunAs(join(folder, 'postgres'), [folder], '/bin/false')
    expect(choosing).toThrow(/cannot enter .*Run Ballast as an ordinary user.*DATABASE_URL/s)
  })
})

describe('the programs', () => {
  it('work although npm was not allowed to run their install script', async () => {
    const folder = newFolder(tmpdir())
    const copy = join(folder, 'package')
    const isLink = (path: string) => lstatSync(path).isSymbolicLink()
    cpSync(findBinaries().folder, copy, { recursive: true, filter: (path) => !isLink(path) })
    expect(existsSync(join(copy, 'native/lib/libpq.so.5'))).toBe(false)
    const server = await startEmbedded({ dataDir: join(folder, 'data'), binaries: copy, log })
    await server.stop()
    expect(isLink(join(copy, 'native/lib/libpq.so.5'))).toBe(true)
  })
})

describe('a path too long for a socket', () => {
  it('gets its socket elsewhere, in a folder of its own', async () => {
    const folder = join(newFolder(), 'long'.repeat(30))
    mkdirSync(join(folder, 'migrations'), { recursive: true })
    const database = await open(folder)
    const socket = new URL(database.urlFor('app')).searchParams.get('host') ?? ''
    expect(socket.startsWith(folder)).toBe(false)
    expect(statSync(socket).mode & 0o777).toBe(0o700)
    await database.close()
    expect(existsSync(socket)).toBe(false)
  })
})

describe('when processes are killed', () => {
  it('a dead PostgreSQL is started again and the same Database goes on', async () => {
    const folder = newFolder()
    const database = await open(folder)
    const before = postmaster(folder)
    const busy = database.statement('SELECT pg_sleep(4)', []).catch((error: unknown) => error)
    await database.statement('SELECT 1', [])
    process.kill(before, 'SIGKILL')
    expect(isConnectionLost(await busy)).toBe(true)
    await restarted()
    expect(await database.statement('SELECT 1 AS one', [])).toEqual([{ one: 1 }])
    expect(postmaster(folder)).not.toBe(before)
  })

  it('nothing that was acknowledged is lost', async () => {
    const folder = newFolder()
    const table = 'CREATE TABLE ballast.acks (n int PRIMARY KEY); GRANT SELECT, INSERT ON ballast.acks TO app'
    writeFileSync(join(folder, 'migrations', '0001-acks.sql'), table)
    const database = await open(folder)
    const acknowledged: number[] = []
    let next = 0
    const write = async () => {
      for (;;) {
        const n = next++
        await database.statement('INSERT INTO acks VALUES ($1)', [n])
        acknowledged.push(n)
      }
    }
    const writers = Promise.allSettled(Array.from({ length: 8 }, write))
    await expect.poll(() => acknowledged.length).toBeGreaterThan(100)
    // The whole server at once, as a power cut would: no process gets to say goodbye.
    for (const pid of [postmaster(folder), ...childrenOf(postmaster(folder))]) process.kill(pid, 'SIGKILL')
    for (const ended of await writers) expect(isConnectionLost(ended.status === 'rejected' && ended.reason)).toBe(true)
    await restarted()
    const stored = new Set((await database.statement<{ n: number }>('SELECT n FROM acks', [])).map(({ n }) => n))
    expect(acknowledged.filter((n) => !stored.has(n))).toEqual([])
  })

  it('a PostgreSQL left by a killed Ballast is adopted, watched and stopped like our own', async () => {
    const folder = newFolder()
    const { holder, line } = await hold(folder)
    const left = postmaster(folder)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const database = await open(folder)
    const [row] = await database.statement('SELECT pg_postmaster_start_time()::text AS started', [])
    expect(row).toEqual(JSON.parse(line))
    process.kill(left, 'SIGKILL')
    await restarted()
    expect(await database.statement('SELECT 1 AS one', [])).toEqual([{ one: 1 }])
    await database.close()
    expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
  })
})

describe('over TCP', () => {
  it('listens on 127.0.0.1 only', async () => {
    const folder = newFolder()
    const server = await startEmbedded({ dataDir: join(folder, 'data'), tcp: true, log })
    closing.push(() => server.stop())
    expect(server.target.host).toBe('127.0.0.1')
    const client = new pg.Client({
      ...server.target,
      user: 'postgres',
      password: server.password,
      database: 'postgres',
    })
    await client.connect()
    expect((await client.query('SHOW listen_addresses')).rows).toEqual([{ listen_addresses: '127.0.0.1' }])
    await client.end()
  })
})

const hold = async (folder: string): Promise<{ holder: ChildProcess; line: string }> => {
  const script = join(import.meta.dirname, '../../../test/hold-database.ts')
  const holder = spawn(process.execPath, [script, join(folder, 'data'), join(folder, 'migrations')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  closing.push(async () => holder.kill('SIGKILL'))
  const [line] = (await once(createInterface(holder.stdout as NodeJS.ReadableStream), 'line')) as [string]
  return { holder, line }
}
