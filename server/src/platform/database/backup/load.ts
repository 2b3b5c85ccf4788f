// Reads an archive into an empty database: migrate to the level of the archive, copy the rows in, compare, and
// migrate on. All rows arrive in one transaction, so a restore either is complete or leaves nothing.
import { createHash, type Hash } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { checkIsolation } from '../check-isolation.ts'
import { type Migration, migrate } from '../migrate.ts'
import { type AccessFor, connectOnce, createSchemas } from '../provision.ts'
import type { Access } from '../roles.ts'
import { SCHEMAS } from './describe.ts'
import { columnList, quoted, type Summary } from './dump.ts'
import { FORMAT, type Frame, type Header, readFrames, type StoredFile, type Table, type TableEnd } from './frames.ts'

export interface LoadOptions {
  /** Someone who may write every row; `database` has been provisioned and is otherwise empty. */
  admin: Access
  accessFor: AccessFor
  path: string
  /** All migrations of this release. */
  migrations: readonly Migration[]
  /** Where files of the archive go. */
  secrets: string
  progress?: (line: string) => void
}

const requireEmpty = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') LIMIT 1`,
    [[...SCHEMAS]],
  )
  if (rows[0])
    throw new Error(
      `The database is not empty (it has ${rows[0].name}). Restore into an empty data folder or a new database.`,
    )
}

/** The migrations the archive was made with; they must be the first of ours, unchanged. */
const levelOf = (header: Header, ours: readonly Migration[]): Migration[] =>
  header.migrations.map(({ number, name, checksum }) => {
    const own = ours.find((migration) => migration.number === number)
    if (own?.checksum === checksum) return own
    throw new Error(
      `The backup has migration ${number} (${name}), which this release ${own ? 'has in another form' : 'does not know'}. Restore with the release that made it, or a later one.`,
    )
  })

const makeLibraries = async (client: pg.ClientBase, header: Header, part: 'before' | 'after'): Promise<void> => {
  for (const library of header.libraries) {
    // Made as the role that will use it, so that it owns what it finds.
    await client.query(`SET LOCAL ROLE ${pg.escapeIdentifier(library.schema)}`)
    for (const statement of library[part]) await client.query(statement)
    await client.query('RESET ROLE')
  }
}

const makePartitions = async (client: pg.ClientBase, header: Header): Promise<void> => {
  for (const { parent, day } of header.partitions)
    await client.query('SELECT ballast.make_partitions($1, $2::date, $2::date)', [parent, day])
}

/** Empties what the migrations put in: the archive has its own rows. */
const prepareTables = async (client: pg.ClientBase, header: Header): Promise<void> => {
  await client.query('SET LOCAL check_function_bodies = off')
  await makeLibraries(client, header, 'before')
  if (header.tables.length > 0) await client.query(`TRUNCATE ${header.tables.map(quoted).join(', ')} CASCADE`)
  await makePartitions(client, header)
  // Triggers have already done their work once; not every server lets us switch them off.
  await client.query('SAVEPOINT quiet')
  await client.query('SET LOCAL session_replication_role = replica').catch(() => client.query('ROLLBACK TO quiet'))
}

/** One table's rows on their way in. */
interface Copying {
  table: Table
  stream: ReturnType<typeof copyFrom>
  done: Promise<void>
  hash: Hash
}

const beginCopy = (client: pg.ClientBase, table: Table): Copying => {
  const stream = client.query(copyFrom(`COPY ${quoted(table)} (${columnList(table)}) FROM STDIN`))
  const done = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject))
  // Reported where it is awaited; until then it must not count as unhandled.
  done.catch(() => undefined)
  return { table, stream, done, hash: createHash('sha256') }
}

const feed = async ({ stream, done, hash }: Copying, bytes: Buffer): Promise<void> => {
  hash.update(bytes)
  if (!stream.write(bytes)) await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), done])
}

const endCopy = async ({ table, stream, done, hash }: Copying, end: TableEnd): Promise<number> => {
  stream.end()
  await done
  const where = `${table.schema}.${table.name}`
  if (hash.digest('hex') !== end.sha256)
    throw new Error(`the backup is damaged: the rows of ${where} are not the ones written`)
  if (stream.rowCount !== end.rows) throw new Error(`${where} took ${stream.rowCount} rows of ${end.rows}`)
  return end.rows
}

const copyRows = async (client: pg.ClientBase, frames: AsyncGenerator<Frame>, options: LoadOptions) => {
  const summary: Summary = { tables: 0, rows: 0, files: 0 }
  const files: StoredFile[] = []
  let copying: Copying | null = null
  for await (const frame of frames) {
    if (frame.kind === 'T') copying = beginCopy(client, frame.value)
    else if (frame.kind === 'D' && copying) await feed(copying, frame.bytes)
    else if (frame.kind === 'E' && copying) {
      const rows = await endCopy(copying, frame.value)
      options.progress?.(`${copying.table.schema}.${copying.table.name}: ${rows} rows`)
      summary.tables++
      summary.rows += rows
    } else if (frame.kind === 'F') files.push(frame.value)
  }
  summary.files = files.length
  return { summary, files }
}

const moveCounters = async (client: pg.ClientBase, header: Header): Promise<void> => {
  for (const { name, value } of header.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint)', [name, value])
  const { rows } = await client.query<{ found: boolean }>("SELECT to_regclass('ballast.life') IS NOT NULL AS found")
  // This cluster counts transactions from its own beginning: new facts must still sort after the restored ones.
  if (rows[0]?.found)
    await client.query('UPDATE ballast.life SET base = greatest(base, $1::bigint + 1)', [header.lastTransaction])
}

const writeFiles = (folder: string, files: StoredFile[]): void => {
  for (const { path, base64 } of files) {
    const target = normalize(join(folder, path))
    if (!target.startsWith(normalize(folder) + sep))
      throw new Error(`the backup names a file outside the data folder: ${path}`)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    writeFileSync(target, Buffer.from(base64, 'base64'), { mode: 0o600 })
    chmodSync(target, 0o600)
  }
}

const loadRows = async (client: pg.ClientBase, header: Header, frames: AsyncGenerator<Frame>, options: LoadOptions) => {
  await client.query(
    'SET row_security = off; SET search_path = pg_catalog; SET statement_timeout = 0; SET transaction_timeout = 0',
  )
  await client.query('BEGIN')
  await prepareTables(client, header)
  const copied = await copyRows(client, frames, options)
  await makeLibraries(client, header, 'after')
  await moveCounters(client, header)
  const { command } = await client.query('COMMIT')
  if (command !== 'COMMIT') throw new Error('the server rolled the restore back')
  await client.query('ANALYZE')
  return copied
}

const firstFrame = async (frames: AsyncGenerator<Frame>): Promise<Header> => {
  const { value } = await frames.next()
  if (value?.kind !== 'H' || value.value.ballast !== 'backup') throw new Error('this is not a Ballast backup')
  if (value.value.format !== FORMAT)
    throw new Error(`this backup has format ${value.value.format}; this release reads ${FORMAT}`)
  return value.value
}

/** The database was empty when we came, so after a failure it is made so again and the restore can be repeated. */
const emptyAgain = (admin: Access): Promise<void> =>
  connectOnce(admin, async (client) => {
    await client.query(`DROP SCHEMA IF EXISTS ${SCHEMAS.join(', ')} CASCADE`)
    await createSchemas(client)
  })

const fill = async (header: Header, frames: AsyncGenerator<Frame>, options: LoadOptions): Promise<Summary> => {
  await connectOnce(options.accessFor('migrate'), (client) => migrate(client, levelOf(header, options.migrations)))
  const { summary, files } = await connectOnce(options.admin, (client) => loadRows(client, header, frames, options))
  await connectOnce(options.accessFor('migrate'), async (client) => {
    await migrate(client, options.migrations)
    await checkIsolation(client)
  })
  writeFiles(options.secrets, files)
  return summary
}

/** Throws, with the database as empty as before, when the archive is damaged or does not fit this release. */
export const load = async (options: LoadOptions): Promise<Summary> => {
  const frames = readFrames(options.path)
  const header = await firstFrame(frames)
  levelOf(header, options.migrations)
  await connectOnce(options.admin, requireEmpty)
  try {
    return await fill(header, frames, options)
  } catch (error) {
    await emptyAgain(options.admin)
    throw error
  }
}
