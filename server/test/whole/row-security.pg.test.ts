// Row-level security as the second wall: SQL of the role `app` in one workspace's transaction, against every table there is.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '../../src/platform/database/open.ts'
import { newId } from '../change-sets.ts'
import type { WholeServer } from '../whole-server.ts'
import { startTwins, type Twin } from '../whole-tenants.ts'

let node: WholeServer
let alpha: Twin
let beta: Twin
let owner: pg.Client
interface Table {
  readonly name: string
  readonly key: string | null
  readonly forced: boolean
  readonly kind: string
}
let tables: Table[]

/** Everything of ours that holds rows, partitions included, as PostgreSQL itself lists it. */
const listTables = async (): Promise<Table[]> => {
  const { rows } = await owner.query<Table>(`
    SELECT c.relname AS name, c.relkind::text AS kind, c.relrowsecurity AND c.relforcerowsecurity AS forced,
      CASE WHEN c.relname = 'tenants' THEN 'id'
        ELSE (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant') END AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'ballast' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1`)
  return rows
}
beforeAll(async () => {
  ;({ node, alpha, beta } = await startTwins())
  owner = new pg.Client(node.database.urlFor('migrate'))
  await owner.connect()
  tables = await listTables()
})
afterAll(async () => {
  await owner?.end()
  await node.stop()
})

const run = async <Row>(tx: Tx, text: string): Promise<Row[]> => (await sql.raw<Row>(text).execute(tx)).rows
const as = <T>(tenant: Uuid | Uuid[], work: (tx: Tx) => Promise<T>) => node.database.as(tenant, work)
/** What became of a statement: the rows it gave or touched, or the code PostgreSQL refused it with. */
const fate = async (text: string, tenant: Uuid | Uuid[] = alpha.tenant): Promise<string> => {
  try {
    return await as(tenant, async (tx) => {
      const done = await sql.raw(text).execute(tx)
      return String(done.numAffectedRows ?? done.rows.length)
    })
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
const DENIED = '42501'
/** They belong to no workspace and say nothing of any. */
const OF_NOBODY = ['consumers', 'leases', 'life', 'sign_in_failures', 'used_codes', 'migrations']

describe('every table', () => {
  test('of a workspace forces its policies; the others are known', () => {
    const own = tables.filter(({ key }) => key !== null)
    expect(own.length).toBeGreaterThan(20)
    expect(own.filter(({ forced }) => !forced)).toEqual([])
    const others = tables.filter(({ key }) => key === null).map(({ name }) => name)
    expect(others.filter((name) => !OF_NOBODY.includes(name))).toEqual([])
  })

  test('shows one workspace its own rows and none of the other’s', async () => {
    const seen: string[] = []
    for (const { name, key } of tables.filter((table) => table.key !== null)) {
      const all = Number((await fate(`SELECT FROM ballast.${name}`, [alpha.tenant, beta.tenant])).replace(DENIED, '0'))
      const mine = await fate(`SELECT FROM ballast.${name}`)
      if (mine === DENIED) continue
      expect(await fate(`SELECT FROM ballast.${name} WHERE ${key} = '${beta.tenant}'`), name).toBe('0')
      expect(await fate(`SELECT FROM ballast.${name} WHERE ${key} <> '${alpha.tenant}' OR true IS NULL`), name).toBe(
        '0',
      )
      if (all > Number(mine)) seen.push(name)
    }
    // The twin has rows where it matters: an empty table would prove nothing.
    const filled = ['contacts', 'conversations', 'facts', 'inboxes', 'knowledge_entries', 'messages', 'staff', 'teams']
    expect(seen).toEqual(expect.arrayContaining([...filled, 'api_keys', 'dedupe', 'tenants', 'tenant_keys']))
  })

  test('lets no row of the other be changed, deleted, or moved across', async () => {
    for (const { name, key } of tables.filter((table) => table.key !== null)) {
      const theirs = `WHERE ${key} = '${beta.tenant}'`
      for (const text of [
        `UPDATE ballast.${name} SET ${key} = ${key} ${theirs}`,
        `DELETE FROM ballast.${name} ${theirs}`,
        `UPDATE ballast.${name} SET ${key} = '${alpha.tenant}' ${theirs}`,
        `SELECT FROM ballast.${name} ${theirs} FOR UPDATE`,
      ])
        expect(['0', DENIED], text).toContain(await fate(text))
      // Giving one's own rows away is refused by the policy, not by chance.
      expect(['0', DENIED], name).toContain(await fate(`UPDATE ballast.${name} SET ${key} = '${beta.tenant}'`))
    }
  })

  test('takes no row in the other’s name', async () => {
    for (const { name } of tables.filter((table) => table.key !== null && table.kind !== 'v')) {
      const { rows } = await owner.query<{ column: string; type: string }>(
        `SELECT attname AS column, format_type(atttypid, atttypmod) AS type FROM pg_attribute
         WHERE attrelid = 'ballast.${name}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      )
      const value = ({ column, type }: { column: string; type: string }) => {
        if (column === 'tenant' || (name === 'tenants' && column === 'id')) return `'${beta.tenant}'`
        if (type === 'uuid') return `'${newId()}'`
        if (type.startsWith('timestamp')) return 'now()'
        if (type === 'boolean') return 'false'
        if (/int|real|double|numeric/.test(type)) return '1'
        if (type === 'bytea') return `'\\x01'`
        if (type === 'jsonb') return `'{}'`
        if (type === 'date') return 'current_date'
        if (type.endsWith('[]')) return `'{}'`
        if (column === 'role') return `'agent'`
        if (column === 'status') return name.startsWith('knowledge') ? `'draft'` : `'bot'`
        return `'${name}'`
      }
      const text = `INSERT INTO ballast.${name} (${rows.map(({ column }) => column)}) VALUES (${rows.map(value)})`
      expect(await fate(text), text).toBe(DENIED)
      expect(await fate(`${text} ON CONFLICT DO NOTHING`), text).toBe(DENIED)
    }
  })
})

describe('a transaction', () => {
  const count = (tx: Tx) =>
    run<{ n: string }>(tx, 'SELECT count(*) AS n FROM ballast.contacts').then(([row]) => Number(row!.n))

  test('that names nobody sees nobody', async () => {
    expect(await node.database.as([], count)).toBe(0)
    expect(await node.database.statement('SELECT FROM ballast.contacts', [])).toEqual([])
  })
  test('leaves nothing behind on its connection: neither commit nor failure lends the next one its workspace', async () => {
    for (let round = 0; round < 20; round++) {
      await as(alpha.tenant, count)
      await as(alpha.tenant, async (tx) => run(tx, 'SELECT 1/0')).catch(() => undefined)
      expect(await node.database.statement('SELECT FROM ballast.contacts', [])).toEqual([])
    }
  })
  test.each([
    'SET ROLE migrate',
    'SET LOCAL ROLE worker',
    'SET SESSION AUTHORIZATION postgres',
    'ALTER TABLE ballast.contacts DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE ballast.contacts NO FORCE ROW LEVEL SECURITY',
    'CREATE POLICY mine ON ballast.contacts USING (true)',
    'DROP POLICY own ON ballast.contacts',
    'CREATE OR REPLACE FUNCTION ballast.current_tenants() RETURNS uuid[] LANGUAGE sql AS $$SELECT NULL::uuid[]$$',
    'CREATE TABLE ballast.loot AS SELECT * FROM ballast.contacts',
    'CREATE VIEW ballast.loot AS SELECT * FROM ballast.contacts',
    'ALTER ROLE app BYPASSRLS',
    'TRUNCATE ballast.contacts',
    "COPY ballast.contacts TO PROGRAM 'cat'",
    "SELECT pg_read_file('postgresql.conf')",
    'SELECT * FROM auth.user',
    'SELECT * FROM jobs.job',
    "SELECT ballast.make_partitions('facts', '2030-01-01', '2030-01-02')",
  ])('may not %s', async (text) => {
    expect([DENIED, '42P01', '25001', '42883']).toContain(await fate(text))
  })
  test('that turns row security off is refused, not obeyed', async () => {
    expect(await fate('SET LOCAL row_security = off; SELECT FROM ballast.contacts')).toBe(DENIED)
  })
  test.each(["''", "'{}'", "'{NULL}'"])('whose setting is %s sees nobody', async (setting) => {
    const n = await as(alpha.tenant, async (tx) => {
      await run(tx, `SELECT set_config('ballast.tenants', ${setting}, true)`)
      return count(tx)
    })
    expect(n).toBe(0)
  })
  test.each(['*', 'x', '{*}', "{' OR true --}"])('whose setting is %s fails', async (setting) => {
    const text = `SELECT set_config('ballast.tenants', '${setting.replaceAll("'", "''")}', true)`
    expect(await fate(`${text}; SELECT FROM ballast.contacts`)).toMatch(/^22/)
  })
  test('takes a workspace only as a UUID: no list can be smuggled in', async () => {
    await expect(as(`${alpha.tenant},${beta.tenant}`, count)).rejects.toThrow('not a UUID')
    await expect(as(`${alpha.tenant}}', true); SELECT ('`, count)).rejects.toThrow('not a UUID')
  })
  test('a clash with the other’s id says nothing about it', async () => {
    // The same id in both workspaces is two rows: keys lead with the tenant.
    const row = `'${alpha.tenant}', '${beta.teamId}', 'ours'`
    expect(await fate(`INSERT INTO ballast.teams (tenant, id, name) VALUES (${row}) RETURNING id`)).toBe('1')
  })
})

describe('functions that run as their owner', () => {
  test('answer with ids alone', async () => {
    const { rows } = await owner.query<{ name: string; result: string; callers: string | null }>(`
      SELECT p.proname AS name, pg_get_function_result(p.oid) AS result, p.proacl::text AS callers FROM pg_proc p
      JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'ballast' AND p.prosecdef ORDER BY 1`)
    expect(rows.length).toBeGreaterThan(3)
    for (const { name, result, callers } of rows) {
      expect(result, name).toMatch(/^(TABLE\(tenant uuid, id uuid\)|integer)$/)
      // PUBLIC would show as an entry without a name.
      expect(callers, name).not.toMatch(/[{,]=/)
      expect(callers, name).not.toBeNull()
    }
    const settings = await owner.query(`SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'ballast' AND p.prosecdef AND NOT coalesce(p.proconfig::text, '') LIKE '%search_path=ballast, pg_temp%'`)
    expect(settings.rows).toEqual([])
  })
  test('nothing of ours is granted to everybody, and `app` can hand nothing on', async () => {
    // Granting what one may not grant is only a warning: so it is tried, and then looked at.
    await fate('GRANT SELECT ON ballast.contacts TO PUBLIC')
    const { rows } = await owner.query(`SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
      aclexplode(c.relacl) a WHERE n.nspname = 'ballast' AND (a.grantee = 0 OR (a.is_grantable AND a.grantee <> c.relowner))`)
    expect(rows).toEqual([])
  })
  test('nobody a request is served by has rights beyond their role', async () => {
    const { rows } = await owner.query<{ rolname: string }>(`SELECT rolname FROM pg_roles
      WHERE rolname IN ('app', 'worker', 'jobs', 'auth') AND (rolsuper OR rolbypassrls OR rolcreaterole)`)
    expect(rows).toEqual([])
  })
})
