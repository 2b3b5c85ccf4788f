// Writes one archive of a whole database, as of one instant, without any external tool.
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { connectOnce } from '../provision.ts'
import type { Access } from '../roles.ts'
import { lastTransactionOf, migrationsOf, partitionsOf, sequencesOf, tablesOf } from './describe.ts'
import { encodeFrame, FORMAT, type Header, type StoredFile, type Table } from './frames.ts'
import { describeSchema } from './library-schema.ts'

export interface DumpOptions {
  /** Someone who sees every row: a superuser or a role with BYPASSRLS. `database` is the one to back up. */
  admin: Access
  /** The archive's path. It appears there only when complete. */
  out: string
  /** Put everything in this folder into the archive too. */
  secrets?: string
  progress?: (line: string) => void
}

export interface Summary {
  tables: number
  rows: number
  files: number
}

export const quoted = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

export const columnList = (table: Table): string =>
  table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')

const headerOf = async (client: pg.ClientBase): Promise<Header> => ({
  ballast: 'backup',
  format: FORMAT,
  createdAt: new Date().toISOString(),
  migrations: await migrationsOf(client),
  tables: await tablesOf(client),
  sequences: await sequencesOf(client),
  partitions: await partitionsOf(client),
  lastTransaction: await lastTransactionOf(client),
  libraries: [
    { schema: 'jobs', ...(await describeSchema(client, 'jobs')) },
    { schema: 'auth', ...(await describeSchema(client, 'auth')) },
  ],
})

export const filesIn = (folder: string): StoredFile[] => {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((entry) => join(folder, entry))
  return paths
    .filter((path) => statSync(path).isFile())
    .map((path) => ({
      path: relative(folder, path).replaceAll('\\', '/'),
      base64: readFileSync(path).toString('base64'),
    }))
}

const NEWLINE = 0x0a

const newlinesIn = (bytes: Buffer): number => {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++
  return count
}

async function* tableFrames(client: pg.ClientBase, table: Table, summary: Summary): AsyncGenerator<Buffer> {
  yield encodeFrame({ kind: 'T', value: table })
  const hash = createHash('sha256')
  let rows = 0
  const select = `SELECT ${columnList(table)} FROM ${quoted(table)}`
  for await (const bytes of client.query(copyTo(`COPY (${select}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    hash.update(bytes)
    // COPY text escapes line ends inside values: one line is one row.
    rows += newlinesIn(bytes)
    yield encodeFrame({ kind: 'D', bytes })
  }
  yield encodeFrame({ kind: 'E', value: { rows, sha256: hash.digest('hex') } })
  summary.tables++
  summary.rows += rows
}

async function* archive(client: pg.ClientBase, options: DumpOptions, summary: Summary): AsyncGenerator<Buffer> {
  const header = await headerOf(client)
  yield encodeFrame({ kind: 'H', value: header })
  for (const table of header.tables) {
    const before = summary.rows
    yield* tableFrames(client, table, summary)
    options.progress?.(`${table.schema}.${table.name}: ${summary.rows - before} rows`)
  }
  for (const file of options.secrets ? filesIn(options.secrets) : []) {
    yield encodeFrame({ kind: 'F', value: file })
    summary.files++
  }
  yield encodeFrame({ kind: 'Z', value: { tables: summary.tables, rows: summary.rows } })
}

/** Throws, leaving no file, when anything could not be read: rows hidden by row-level security are an error, not a gap. */
export const dump = (options: DumpOptions): Promise<Summary> =>
  connectOnce(options.admin, async (client) => {
    // `row_security = off` turns silently hidden rows into an error; the empty path makes every name qualified.
    await client.query(
      'SET row_security = off; SET search_path = pg_catalog; SET statement_timeout = 0; SET transaction_timeout = 0',
    )
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const summary: Summary = { tables: 0, rows: 0, files: 0 }
    const draft = `${options.out}.part`
    try {
      const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
      const file = createWriteStream(draft, { mode: 0o600, flush: true })
      await pipeline(Readable.from(archive(client, options, summary)), compress, file)
      renameSync(draft, options.out)
    } finally {
      rmSync(draft, { force: true })
    }
    return summary
  })
