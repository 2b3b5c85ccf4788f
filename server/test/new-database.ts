// A fresh, migrated database for one test: a copy of a template that is migrated once per set of migrations.
import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { checkIsolation } from '../src/platform/database/check-isolation.ts'
import { checksumOf, type Migration, migrate, readMigrations } from '../src/platform/database/migrate.ts'
import type { Database } from '../src/platform/database/open.ts'
import { openPools } from '../src/platform/database/pools.ts'
import {
  type AccessFor,
  accessFor,
  connectOnce,
  createDatabaseSql,
  createSchemas,
  provision,
} from '../src/platform/database/provision.ts'
import { type Access, SETTINGS } from '../src/platform/database/roles.ts'
import { joinTestServer } from './test-server.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const TEMPLATE_LOCK = 7_205_759_405

let ready: Promise<{ admin: Access; template: string }> | undefined

const makeTemplate = async (admin: Access, client: pg.Client, name: string, migrations: Migration[]): Promise<void> => {
  await client.query(`DROP DATABASE IF EXISTS ${name}`)
  await client.query(createDatabaseSql(name))
  const inside = { ...admin, database: name }
  await connectOnce(inside, createSchemas)
  await connectOnce(accessFor(inside, true)('migrate'), async (owner) => {
    await migrate(owner, migrations)
    await checkIsolation(owner)
  })
  // The mark of a finished template.
  await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`)
}

// A change to the roles' settings asks for a new template too (that is when they are set), and so does a new
// day: migrations make the partitions of the days around them.
const templateName = (migrations: Migration[]): string => {
  const today = new Date().toISOString().slice(0, 10)
  const digest = createHash('sha256')
    .update(checksumOf(migrations))
    .update(JSON.stringify(SETTINGS))
    .update(today)
    .digest('hex')
  return `template_${digest.slice(0, 16)}`
}

const prepare = async (): Promise<{ admin: Access; template: string }> => {
  const { admin } = await joinTestServer()
  const migrations = readMigrations()
  const template = templateName(migrations)
  await connectOnce(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [template])
    if (rowCount) return
    await provision(admin)
    await makeTemplate(admin, client, template, migrations)
  })
  return { admin, template }
}

const create = async (copy: (name: string) => string, admin: Access): Promise<Access> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await connectOnce(admin, (client) => client.query(copy(name)))
  return { ...admin, database: name }
}

const remove = (admin: Access, { database }: Access): Promise<void> =>
  connectOnce(admin, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)))

/** A migrated database nobody else uses. `drop` closes and removes it; what a crash leaves goes at a later run's start. */
export const newDatabase = async (): Promise<Database & { drop(): Promise<void> }> => {
  ready ??= prepare()
  const { admin, template } = await ready
  const own = await create(
    (name) => `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy OWNER migrate`,
    admin,
  )
  const database = openPools({ accessFor: accessFor(own, true), log: silent, application: 'test', size: 8 })
  const drop = async () => {
    await database.close()
    await remove(admin, own)
  }
  return { ...database, drop }
}

export interface EmptyDatabase {
  /** As the superuser, inside this database. */
  admin: Access
  accessFor: AccessFor
  drop(): Promise<void>
}

/** Roles and schemas, but no migration applied: for tests of migrations and of the tools. */
export const emptyDatabase = async (): Promise<EmptyDatabase> => {
  ready ??= prepare()
  const { admin } = await ready
  const own = await create(createDatabaseSql, admin)
  await connectOnce(own, createSchemas)
  return { admin: own, accessFor: accessFor(own, true), drop: () => remove(admin, own) }
}
