// A backup taken from one database and restored into another is the same data, and a bad one changes nothing.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PgBoss } from 'pg-boss'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type EmptyDatabase, emptyDatabase } from '../../../../test/new-database.ts'
import { quickFolder } from '../../../../test/test-server.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { openDatabase } from '../open.ts'
import { connectOnce } from '../provision.ts'
import { urlOf } from '../roles.ts'
import { dump } from './dump.ts'
import { load } from './load.ts'

vi.setConfig({ testTimeout: 60_000 })
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const TENANT = '00000000-0000-7000-8000-000000000001'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(quickFolder(), 'ballast-backup-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const newEmpty = async (): Promise<EmptyDatabase> => {
  const database = await emptyDatabase()
  closing.push(database.drop)
  return database
}
const read = async (database: EmptyDatabase, text: string): Promise<unknown[]> =>
  connectOnce(database.admin, async (client) => (await client.query(text)).rows)

// Awkward on purpose: a reference that points against the alphabet, an identity, values COPY must escape, a trigger
// that would double its work, a generated column.
const FIRST = `
  CREATE TABLE ballast.b_parent (tenant uuid NOT NULL, id int GENERATED ALWAYS AS IDENTITY, note text, size int GENERATED ALWAYS AS (length(note)) STORED, raw bytea, PRIMARY KEY (tenant, id));
  CREATE TABLE ballast.a_child (tenant uuid NOT NULL, id int NOT NULL, data jsonb, PRIMARY KEY (tenant, id), FOREIGN KEY (tenant, id) REFERENCES ballast.b_parent);
  CREATE TABLE ballast.counted (n int NOT NULL);
  INSERT INTO ballast.counted VALUES (0);
  CREATE FUNCTION ballast.count_one() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE ballast.counted SET n = n + 1; RETURN NEW; END';
  CREATE TRIGGER counting AFTER INSERT ON ballast.a_child FOR EACH ROW EXECUTE FUNCTION ballast.count_one();
  ${['a_child', 'b_parent']
    .map(
      (
        table,
      ) => `ALTER TABLE ballast.${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ballast.${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON ballast.${table} TO app USING (tenant::text = current_setting('ballast.tenants', true));`,
    )
    .join('\n')}`
const SECOND = 'ALTER TABLE ballast.counted ADD COLUMN label text'

const migrationsOf = (...texts: string[]) => {
  const folder = newFolder()
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `000${index + 1}-step.sql`), text)
  return readMigrations(folder)
}

const filled = async (migrations = migrationsOf(FIRST)): Promise<EmptyDatabase> => {
  const database = await newEmpty()
  await connectOnce(database.accessFor('migrate'), (client) => migrate(client, migrations))
  await connectOnce(database.admin, async (client) => {
    await client.query(
      `INSERT INTO ballast.b_parent (tenant, note, raw) SELECT $1, note, '\\x00ff0a5c' FROM unnest($2::text[]) AS note`,
      [TENANT, ['tab\there', 'line\nbreak \\N \\. back\\slash', '压舱石 🚢', null]],
    )
    await client.query(`INSERT INTO ballast.a_child SELECT tenant, id, '{"a": [1, "\\n"]}' FROM ballast.b_parent`)
  })
  return database
}

const everything = `SELECT (SELECT json_agg(p ORDER BY id) FROM ballast.b_parent p) AS parents,
  (SELECT json_agg(c ORDER BY id) FROM ballast.a_child c) AS children, (SELECT n FROM ballast.counted) AS counted`

describe('a round trip', () => {
  it('brings back every row, counts on from where it was, and migrates to the latest', async () => {
    const folder = newFolder()
    const [from, to] = [await filled(), await newEmpty()]
    const out = join(folder, 'one.backup')
    expect(await dump({ admin: from.admin, out })).toEqual({ tables: 3, rows: 9, files: 0 })
    expect(statSync(out).mode & 0o777).toBe(0o600)
    const migrations = migrationsOf(FIRST, SECOND)
    const target = { admin: to.admin, accessFor: to.accessFor, path: out, secrets: join(folder, 'secrets') }
    expect(await load({ ...target, migrations })).toEqual({ tables: 3, rows: 9, files: 0 })
    expect(await read(to, everything)).toEqual(await read(from, everything))
    expect(await read(to, 'SELECT number FROM ballast.migrations ORDER BY 1')).toEqual([{ number: 1 }, { number: 2 }])
    const next = `INSERT INTO ballast.b_parent (tenant) VALUES ('${TENANT}') RETURNING id`
    expect(await read(to, next)).toEqual([{ id: 5 }])
    await expect(load({ ...target, migrations })).rejects.toThrow('The database is not empty')
  })

  it('brings back what libraries made for themselves: pg-boss goes on with its jobs', async () => {
    const folder = newFolder()
    const [from, to] = [await filled(), await newEmpty()]
    const boss = (database: EmptyDatabase) =>
      new PgBoss({
        connectionString: urlOf(database.accessFor('jobs')),
        schema: 'jobs',
        createSchema: false,
        supervise: false,
        schedule: false,
      })
    const first = await boss(from).start()
    await first.createQueue('mail')
    await first.createQueue('own-table', { partition: true })
    await first.send('mail', { id: 7 })
    await first.send('own-table', { id: 8 })
    await first.stop({ graceful: false })
    await connectOnce(from.accessFor('auth'), (client) =>
      client.query(
        "CREATE TABLE auth.users (id serial PRIMARY KEY, email text UNIQUE, boss int REFERENCES auth.users); INSERT INTO auth.users (email) VALUES ('a')",
      ),
    )
    const out = join(folder, 'one.backup')
    await dump({ admin: from.admin, out })
    await load({
      admin: to.admin,
      accessFor: to.accessFor,
      path: out,
      migrations: migrationsOf(FIRST),
      secrets: folder,
    })
    const second = await boss(to).start()
    expect((await second.fetch('mail')).map((job) => job.data)).toEqual([{ id: 7 }])
    expect((await second.fetch('own-table')).map((job) => job.data)).toEqual([{ id: 8 }])
    expect(await second.send('mail', { id: 9 })).toBeTypeOf('string')
    await second.stop({ graceful: false })
    const shape = `SELECT c.relname, pg_get_userbyid(c.relowner) AS owner, (SELECT count(*)::int FROM pg_index x WHERE x.indrelid = c.oid AND x.indisvalid) AS indexes,
      (SELECT json_agg(k.conname ORDER BY 1) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n') AS constraints
      FROM pg_class c WHERE c.relnamespace IN ('jobs'::regnamespace, 'auth'::regnamespace) AND c.relkind IN ('r', 'p') ORDER BY 1`
    expect(await read(to, shape)).toEqual(await read(from, shape))
    await expect(read(to, "INSERT INTO auth.users (email) VALUES ('b') RETURNING id")).resolves.toEqual([{ id: 2 }])
  })

  it('of our own tables keeps facts in order: new ones come after the restored ones', async () => {
    const migrations = readMigrations()
    const [from, to] = [await newEmpty(), await newEmpty()]
    await connectOnce(from.accessFor('migrate'), (client) => migrate(client, migrations))
    await connectOnce(from.admin, async (client) => {
      await client.query('UPDATE ballast.life SET base = 5000000')
      await client.query(
        `INSERT INTO ballast.facts SELECT $1, ballast.uuid_at(now()), 'test.made', $1, now(), '{}', ballast.fact_txid()`,
        [TENANT],
      )
    })
    const out = join(newFolder(), 'one.backup')
    await dump({ admin: from.admin, out })
    await load({ admin: to.admin, accessFor: to.accessFor, path: out, migrations, secrets: newFolder() })
    const order =
      'SELECT (SELECT max(txid) FROM ballast.facts) < ballast.fact_horizon() AS later, (SELECT count(*)::int FROM ballast.facts) AS facts'
    expect(await read(to, order)).toEqual([{ later: true, facts: 1 }])
    expect(await read(to, 'SELECT count(*)::int AS strays FROM ballast.facts_other')).toEqual([{ strays: 0 }])
  })
})

describe('a bad archive', () => {
  const attempt = async (spoil: (bytes: Buffer) => Buffer, migrations = migrationsOf(FIRST)) => {
    const folder = newFolder()
    const [from, to] = [await filled(), await newEmpty()]
    const path = join(folder, 'one.backup')
    await dump({ admin: from.admin, out: path })
    writeFileSync(path, spoil(readFileSync(path)))
    const loading = load({ admin: to.admin, accessFor: to.accessFor, path, migrations, secrets: folder })
    const error = await loading.catch((thrown: unknown) => thrown)
    const left = await read(to, "SELECT relname FROM pg_class WHERE relnamespace = 'ballast'::regnamespace")
    return { message: error instanceof Error ? error.message : 'it was accepted', left }
  }

  it('cut off, flipped or not a backup is refused and leaves the database empty', async () => {
    const refused = [
      await attempt((bytes) => bytes.subarray(0, bytes.length - 40)),
      await attempt((bytes) =>
        Buffer.concat([bytes.subarray(0, -200), Buffer.from([(bytes.at(-200) ?? 0) ^ 0xff]), bytes.subarray(-199)]),
      ),
      await attempt(() => Buffer.from('hello')),
    ]
    for (const { message, left } of refused) {
      expect(message).not.toBe('it was accepted')
      expect(left).toEqual([])
    }
  })

  it('of a newer release is refused with what to do', async () => {
    const { message, left } = await attempt((bytes) => bytes, [])
    expect(message).toContain('Restore with the release that made it, or a later one')
    expect(left).toEqual([])
  })
})

describe('the tools', () => {
  const tool = async (name: string, ...args: string[]) => {
    const script = join(import.meta.dirname, '../../../../../tools', name)
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args])
    return { result: JSON.parse(stdout) as Record<string, unknown>, stderr }
  }

  it('back up a running Ballast with its keys, and restore into an empty folder', async () => {
    const [folder, copy] = [newFolder(), newFolder()]
    const database = await openDatabase({ dataDir: folder, log: silent })
    mkdirSync(join(folder, 'secrets'))
    writeFileSync(join(folder, 'secrets', 'root.key'), 'secret')
    const out = join(newFolder(), 'all.backup')
    const bare = await tool('backup.ts', '--out', out, '--data', folder)
    expect(bare.result.files).toBe(0)
    expect(bare.stderr).toContain(join(folder, 'secrets'))
    expect((await tool('backup.ts', '--out', out, '--data', folder, '--with-secrets')).result.files).toBe(1)
    expect(await database.statement('SELECT 1 AS one', [])).toEqual([{ one: 1 }])
    await database.close()
    const { result } = await tool('restore.ts', '--in', out, '--data', copy)
    expect(result.files).toBe(1)
    expect(readFileSync(join(copy, 'secrets', 'root.key'), 'utf8')).toBe('secret')
    expect(existsSync(join(copy, 'postgres', 'postmaster.pid'))).toBe(false)
    const restored = await openDatabase({ dataDir: copy, log: silent })
    expect(await restored.statement('SELECT 1 AS one', [])).toEqual([{ one: 1 }])
    await restored.close()
  })
})
