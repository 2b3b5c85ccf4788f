// The data folder of the embedded PostgreSQL: made once, checked at every start.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Binaries, MAJOR } from './binaries.ts'
import type { RunAs } from './run-as.ts'

/** Where the parts of an embedded server lie. */
export interface Places {
  dataDir: string
  /** PostgreSQL's own folder. */
  data: string
  password: string
  lock: string
  log: string
  /** Folder of the unix socket; null: TCP on 127.0.0.1. */
  socket: string | null
}

// sockaddr_un holds 104 bytes on macOS, 108 on Linux.
const SOCKET_PATH_LIMIT = 100
const SOCKET_NAME = '/.s.PGSQL.5432'

/** `dataDir` must be a real path (no links), so that every process names the same folder the same way. */
export const placesIn = (dataDir: string, tcp: boolean): Places => ({
  dataDir,
  data: join(dataDir, 'postgres'),
  password: join(dataDir, 'postgres.password'),
  lock: join(dataDir, 'ballast.lock'),
  log: join(dataDir, 'logs', 'postgres.log'),
  socket: tcp || process.platform === 'win32' ? null : socketFolder(dataDir),
})

const socketFolder = (dataDir: string): string => {
  const near = join(dataDir, 'run')
  if (Buffer.byteLength(near + SOCKET_NAME) < SOCKET_PATH_LIMIT) return near
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `ballast-${process.getuid?.() ?? 0}-${name}`)
}

const writeDurably = (path: string, text: string): void => {
  const file = openSync(path, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
}

const checkMajor = (data: string): void => {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (found === MAJOR) return
  throw new Error(
    `${data} belongs to PostgreSQL ${found}, and this release of Ballast carries PostgreSQL ${MAJOR}. ` +
      'Nothing was changed. With the release that made it run "npm run backup -- --out ballast.backup --with-secrets"; ' +
      'then, with this release and an empty data folder, "npm run restore -- --in ballast.backup".',
  )
}

/** Makes the cluster if there is none. Returns the superuser's password. */
export const prepareCluster = (places: Places, binaries: Binaries, runAs: RunAs): string => {
  if (existsSync(join(places.data, 'PG_VERSION'))) {
    checkMajor(places.data)
    return readPassword(places)
  }
  if (existsSync(places.data))
    throw new Error(`${places.data} exists but is not a PostgreSQL data folder. Move it away, then start again.`)
  return initialise(places, binaries, runAs)
}

export const readPassword = (places: Places): string => {
  if (existsSync(places.password)) return readFileSync(places.password, 'utf8').trim()
  throw new Error(
    `${places.password} is missing: it holds the password of the database in ${places.data}. ` +
      'Put it back from a copy of the data folder, or restore a backup into an empty data folder.',
  )
}

/** Built aside and renamed into place, so that a crash never leaves half a cluster behind. */
const initialise = (places: Places, binaries: Binaries, runAs: RunAs): string => {
  const draft = `${places.data}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  runAs.own(draft)
  const password = randomBytes(24).toString('base64url')
  writeDurably(places.password, `${password}\n`)
  const aside = mkdtempSync(join(tmpdir(), 'ballast-init-'))
  const pwfile = join(aside, 'password')
  writeDurably(pwfile, password)
  runAs.own(aside)
  try {
    runInitdb(draft, pwfile, binaries, runAs)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  renameSync(draft, places.data)
  return password
}

// macOS and Windows have no C.UTF-8 of their own; PostgreSQL's built-in one is the same order everywhere.
const LOCALE =
  process.platform === 'linux'
    ? ['--locale=C.UTF-8']
    : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

const runInitdb = (data: string, pwfile: string, binaries: Binaries, runAs: RunAs): void => {
  const { program, args, options } = runAs.command(binaries.initdb, [
    `--pgdata=${data}`,
    '--username=postgres',
    ...LOCALE,
    '--encoding=UTF8',
    '--data-checksums',
    '--auth=scram-sha-256',
    `--pwfile=${pwfile}`,
  ])
  const ran = spawnSync(program, args, { ...options, cwd: '/', encoding: 'utf8', windowsHide: true, env: serverEnv() })
  if (ran.status === 0) return
  const said = ran.error ? ran.error.message : `${ran.stdout}\n${ran.stderr}`.trim().split('\n').slice(-8).join('\n')
  throw new Error(`PostgreSQL could not make its data folder ${data}:\n${said}`)
}

/** The server's whole environment: a developer's PGDATA, PGPORT or LANG must not steer it. */
export const serverEnv = (): NodeJS.ProcessEnv => ({
  HOME: homedir(),
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
})

/** PostgreSQL's settings for a machine that also runs Ballast. Durability settings are never touched here. */
export const settingsFor = (places: Places, port: number, unsafeForTests: boolean): string[] => {
  const settings: Record<string, string> = {
    listen_addresses: places.socket ? '' : '127.0.0.1',
    port: String(port),
    unix_socket_directories: places.socket ?? '',
    unix_socket_permissions: '0700',
    max_connections: '200',
    shared_buffers: unsafeForTests ? '64MB' : '256MB',
    max_wal_size: '2GB',
    min_wal_size: unsafeForTests ? '80MB' : '256MB',
    checkpoint_timeout: '15min',
    max_locks_per_transaction: '256',
    random_page_cost: '1.1',
    jit: 'off',
    max_logical_replication_workers: '0',
    // Short statements only: parallel plans cost more than they give, and containers have little /dev/shm.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // What customers write must not reach a log: neither parameters nor the values in error details.
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    ...(unsafeForTests && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
