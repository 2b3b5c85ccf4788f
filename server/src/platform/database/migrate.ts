// Brings a database to the latest migration: numbered SQL files, forward only, each in one transaction.
// A file that has been applied is frozen; its checksum is kept and compared.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

export interface Migration {
  number: number
  name: string
  sql: string
  /** sha256 of the text with line ends made LF, so that a checkout on Windows is the same file. */
  checksum: string
}

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../migrations')
const FILE = /^(\d{4})-([a-z0-9-]+)\.sql$/
// Any fixed number: every Ballast node takes the same one.
const MIGRATION_LOCK = 7_205_759_404

/** The migrations of a folder in order. Throws on two files of one number or a name that does not fit. */
export const readMigrations = (folder: string = MIGRATIONS_FOLDER): Migration[] => {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  const migrations = files.map((file) => {
    const [, number, name] = FILE.exec(file) ?? []
    if (!number || !name) throw new Error(`Migration ${file} must be named like 0001-what-it-does.sql`)
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
  for (const [index, { number }] of migrations.entries())
    if (migrations[index - 1]?.number === number) throw new Error(`Two migrations have the number ${number}`)
  return migrations
}

/** One value for a whole list: databases migrated by the same list are alike. */
export const checksumOf = (migrations: readonly Migration[]): string =>
  createHash('sha256')
    .update(migrations.map(({ number, checksum }) => `${number}:${checksum}`).join())
    .digest('hex')

const appliedIn = async (client: pg.ClientBase): Promise<Map<number, { name: string; checksum: string }>> => {
  await client.query(`CREATE TABLE IF NOT EXISTS ballast.migrations (
    number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'SELECT number, name, checksum FROM ballast.migrations',
  )
  return new Map(rows.map((row) => [row.number, row]))
}

const pendingOf = (
  migrations: readonly Migration[],
  applied: Map<number, { name: string; checksum: string }>,
): Migration[] => {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const [number, { name, checksum }] of applied) {
    const file = known.get(number)
    if (!file)
      throw new Error(
        `The database has migration ${number} (${name}), which this release does not know: it is older than the database.`,
      )
    if (file.checksum !== checksum)
      throw new Error(
        `Migration ${number} (${name}) was changed after it had been applied. Put its text back and add a new migration.`,
      )
  }
  const latest = Math.max(0, ...applied.keys())
  const pending = migrations.filter(({ number }) => !applied.has(number))
  const late = pending.find(({ number }) => number < latest)
  if (late)
    throw new Error(`Migration ${late.number} (${late.name}) comes before ${latest}, which has already been applied.`)
  return pending
}

const apply = async (client: pg.ClientBase, { number, name, sql, checksum }: Migration): Promise<void> => {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO ballast.migrations (number, name, checksum) VALUES ($1, $2, $3)', [
      number,
      name,
      checksum,
    ])
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error('it was rolled back')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Error(`Migration ${number} (${name}) failed: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Applies what is missing, as the role the client is connected as (`migrate`). Several nodes may call it at once.
 * Returns the migrations applied by this call. Throws when the database is newer, or an applied file was changed.
 */
export const migrate = async (client: pg.ClientBase, migrations: readonly Migration[]): Promise<Migration[]> => {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    const pending = pendingOf(migrations, await appliedIn(client))
    for (const migration of pending) await apply(client, migration)
    return pending
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
  }
}
