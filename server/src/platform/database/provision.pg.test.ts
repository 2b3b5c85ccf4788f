// A server that is not ours: what happens with the rights its administrator gave us.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { quickFolder } from '../../../test/test-server.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { type Database, openDatabase } from './open.ts'
import { connectOnce } from './provision.ts'
import { type Access, ROLES, urlOf } from './roles.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

// A server of its own: roles belong to the whole server, and their passwords follow from whoever opened it last.
let server: Embedded
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(quickFolder(), 'ballast-url-'))
  mkdirSync(join(folder, 'migrations'))
  server = await startEmbedded({ dataDir: join(folder, 'data'), log })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const as = (user: string, password: string, database: string): Access => ({
  ...server.target,
  user,
  password,
  database,
})
const superuser = (text: string) =>
  connectOnce(as('postgres', server.password, 'postgres'), async (client) => (await client.query(text)).rows)
const open = (access: Access): Promise<Database> =>
  openDatabase({ url: urlOf(access), dataDir: folder, migrationsFolder: join(folder, 'migrations'), log })
const whoIs = async (database: Database) => {
  const { rows } = await database.poolFor('jobs').query('SELECT current_user AS jobs')
  const [app] = await database.statement<Record<string, string>>(
    "SELECT current_user AS app, current_database() AS database, current_setting('statement_timeout') AS timeout",
    [],
  )
  return { ...app, ...rows[0] }
}

it('a plain user is told exactly what the administrator has to do, and works once that is done', async () => {
  await superuser("CREATE ROLE plain LOGIN PASSWORD 'p'")
  await superuser('CREATE DATABASE shop OWNER plain')
  const refused = await open(as('plain', 'p', 'shop')).catch((error: Error) => error.message)
  expect(refused).toContain('may not create roles and cannot act as: app, worker, migrate, jobs, auth')
  const asked = String(refused).split('\n').slice(1).join('\n')
  await superuser(asked)
  const database = await open(as('plain', 'p', 'shop'))
  expect(await whoIs(database)).toEqual({ app: 'app', jobs: 'jobs', database: 'shop', timeout: '5s' })
  await database.close()
  await superuser('DROP DATABASE shop')
  await superuser(`DROP ROLE ${ROLES.join(', ')}`)
})

it('a user who may create roles and databases needs nobody', async () => {
  await superuser("CREATE ROLE maker LOGIN CREATEROLE CREATEDB PASSWORD 'm'")
  const database = await open(as('maker', 'm', ''))
  expect(await whoIs(database)).toEqual({ app: 'app', jobs: 'jobs', database: 'ballast', timeout: '5s' })
  const again = await open(as('maker', 'm', 'postgres'))
  expect(await whoIs(again)).toEqual(await whoIs(database))
  await again.close()
  await database.close()
})

it('several nodes may start at once', async () => {
  const nodes = await Promise.all(Array.from({ length: 3 }, () => open(as('postgres', server.password, 'ballast'))))
  for (const node of nodes) {
    expect(await whoIs(node)).toMatchObject({ app: 'app' })
    await node.close()
  }
})

it('a URL that is not PostgreSQL is refused', async () => {
  await expect(openDatabase({ url: 'mysql://x/y', dataDir: folder, log })).rejects.toThrow(
    'must start with postgresql://',
  )
})
