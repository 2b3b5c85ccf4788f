// The ways into a database: tenants seen, rollbacks, and errors that must not pass for success.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { type Database, isConnectionLost, openDatabase } from './open.ts'
import { connectOnce } from './provision.ts'
import { accessOf } from './roles.ts'

const ONE = '00000000-0000-7000-8000-000000000001'
const TWO = '00000000-0000-7000-8000-000000000002'

let database: Awaited<ReturnType<typeof newDatabase>>

beforeAll(async () => {
  database = await newDatabase()
  await connectOnce(accessOf(database.urlFor('migrate')), async (client) => {
    await client.query(`
      CREATE TABLE ballast.shelf (tenant uuid NOT NULL, item int NOT NULL, PRIMARY KEY (tenant, item));
      ALTER TABLE ballast.shelf ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ballast.shelf FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON ballast.shelf TO app
        USING (tenant = ANY (string_to_array(trim(current_setting('ballast.tenants', true), '{}'), ',')::uuid[]));
      GRANT SELECT, INSERT ON ballast.shelf TO app`)
  })
})
afterAll(() => database.drop())

const put = (tenant: string, item: number, as: string | string[] = tenant) =>
  database.as(as, (tx) => sql`INSERT INTO shelf VALUES (${tenant}, ${item})`.execute(tx))
const itemsSeenBy = (tenants: string | string[]) =>
  database.as(tenants, async (tx) => {
    const { rows } = await sql<{ item: number }>`SELECT item FROM shelf ORDER BY item`.execute(tx)
    return rows.map((row) => row.item)
  })
const read = (target: Database, text: string) => target.statement<{ value: string }>(text, [])

describe('as', () => {
  it('sees exactly the tenants it was given', async () => {
    await put(ONE, 1)
    await put(TWO, 2)
    expect(await itemsSeenBy(ONE)).toEqual([1])
    expect(await itemsSeenBy([ONE, TWO])).toEqual([1, 2])
    expect(await itemsSeenBy([])).toEqual([])
    await expect(put(TWO, 3, ONE)).rejects.toThrow('row-level security')
  })

  it('leaves nothing behind for whoever gets the connection next', async () => {
    await itemsSeenBy(ONE)
    const settings = await Promise.all(
      Array.from({ length: 12 }, () =>
        read(database, "SELECT coalesce(current_setting('ballast.tenants', true), '') AS value"),
      ),
    )
    expect(new Set(settings.map(([row]) => row?.value))).toEqual(new Set(['']))
  })

  it('rolls back when the work throws, and hands the error on', async () => {
    const failing = database.as(ONE, async (tx) => {
      await sql`INSERT INTO shelf VALUES (${ONE}, 77)`.execute(tx)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await itemsSeenBy(ONE)).not.toContain(77)
  })

  it('does not report success when a swallowed error has already ended the transaction', async () => {
    const swallowing = database.as(ONE, async (tx) => {
      await sql`INSERT INTO shelf VALUES (${ONE}, 88)`.execute(tx)
      await sql`SELECT 1 / 0`.execute(tx).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('rolled back')
    expect(await itemsSeenBy(ONE)).not.toContain(88)
  })

  it('refuses a tenant that is not a UUID before anything is sent', async () => {
    await expect(itemsSeenBy("x'); DROP TABLE shelf; --")).rejects.toThrow('not a UUID')
    await expect(itemsSeenBy([ONE, ONE.toUpperCase().replace('0', 'G')])).rejects.toThrow('not a UUID')
  })
})

describe('roles', () => {
  it('are who they say, and bounded in time', async () => {
    expect(await read(database, 'SELECT current_user AS value')).toEqual([{ value: 'app' }])
    const { rows } = await database.worker((tx) => sql<{ role: string }>`SELECT current_user AS role`.execute(tx))
    expect(rows).toEqual([{ role: 'worker' }])
    expect(await read(database, "SELECT current_setting('statement_timeout') AS value")).toEqual([{ value: '5s' }])
    expect((await database.poolFor('jobs').query('SELECT current_user')).rows).toEqual([{ current_user: 'jobs' }])
  })

  it('jobs and auth make their own tables; app reads neither', async () => {
    await database.poolFor('jobs').query('CREATE TABLE jobs.mine (id int)')
    await database.poolFor('auth').query('CREATE TABLE auth.mine (id int)')
    for (const schema of ['jobs', 'auth'])
      await expect(read(database, `SELECT id::text AS value FROM ${schema}.mine`)).rejects.toThrow('permission denied')
  })
})

describe('statement', () => {
  it('goes on when another node migrates under it', async () => {
    const migrated = (text: string) => connectOnce(accessOf(database.urlFor('migrate')), (client) => client.query(text))
    await migrated(
      'CREATE TABLE ballast.wide (a int); INSERT INTO ballast.wide VALUES (1); GRANT SELECT ON ballast.wide TO app',
    )
    const all = () => Promise.all(Array.from({ length: 6 }, () => database.statement('SELECT * FROM wide', [])))
    await all()
    await migrated('ALTER TABLE ballast.wide ADD COLUMN b int DEFAULT 2')
    for (const rows of [...(await all()), ...(await all())]) expect(rows).toEqual([{ a: 1, b: 2 }])
  })
})

describe('a connection cut by the server', () => {
  it('is recognised, and the next statement gets a new one', async () => {
    const cut = database.as(ONE, async (tx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx)
      await database.statement('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
      await sql`SELECT 1`.execute(tx)
    })
    expect(isConnectionLost(await cut.catch((error: unknown) => error))).toBe(true)
    expect(await itemsSeenBy(ONE)).toEqual([1])
  })

  it('is told apart from a wrong statement', async () => {
    const wrong = await database.statement('SELECT nonsense', []).catch((error: unknown) => error)
    expect(wrong).toBeInstanceOf(Error)
    expect(isConnectionLost(wrong)).toBe(false)
    expect(isConnectionLost(Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' }))).toBe(false)
  })
})

describe('a server at a URL', () => {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

  it('that does not answer is reported as a lost connection', async () => {
    const opening = openDatabase({
      url: 'postgresql://postgres:x@127.0.0.1:1/postgres',
      dataDir: '/nonexistent',
      log: silent,
    })
    expect(isConnectionLost(await opening.catch((error: unknown) => error))).toBe(true)
  })
})
