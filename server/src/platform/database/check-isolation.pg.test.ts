// Each way of letting tenants see each other is found at boot, and named.
import { expect, it } from 'vitest'
import { emptyDatabase } from '../../../test/new-database.ts'
import { checkIsolation } from './check-isolation.ts'
import { connectOnce } from './provision.ts'

const GOOD = `
  CREATE TABLE ballast.good (tenant uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant, id));
  ALTER TABLE ballast.good ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ballast.good FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON ballast.good TO app USING (tenant::text = current_setting('ballast.tenants', true));
  CREATE POLICY all_facts ON ballast.good FOR SELECT TO worker USING (true);
  GRANT SELECT ON ballast.good TO app`

const check = async (change: string): Promise<void> => {
  const database = await emptyDatabase()
  try {
    await connectOnce(database.accessFor('migrate'), async (client) => {
      await client.query(GOOD)
      await client.query(change)
      await checkIsolation(client)
    })
  } finally {
    await database.drop()
  }
}

it('passes a table that is guarded, and one without a tenant', async () => {
  await expect(check('CREATE TABLE ballast.plain (id int)')).resolves.toBeUndefined()
})

it('passes a partition that only its parent can reach', async () => {
  const change = `
    CREATE TABLE ballast.log (tenant uuid NOT NULL, id int NOT NULL) PARTITION BY RANGE (id);
    ALTER TABLE ballast.log ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ballast.log FORCE ROW LEVEL SECURITY;
    CREATE POLICY own ON ballast.log TO app USING (tenant::text = current_setting('ballast.tenants', true));
    CREATE TABLE ballast.log_1 PARTITION OF ballast.log FOR VALUES FROM (0) TO (9)`
  await expect(check(change)).resolves.toBeUndefined()
  await expect(check(`${change}; GRANT SELECT ON ballast.log_1 TO app`)).rejects.toThrow('table log_1')
})

it.each([
  ['ALTER TABLE ballast.good DISABLE ROW LEVEL SECURITY', 'table good: row-level security is not enabled'],
  ['ALTER TABLE ballast.good NO FORCE ROW LEVEL SECURITY', 'table good: row-level security is not forced'],
  ['DROP POLICY own ON ballast.good; DROP POLICY all_facts ON ballast.good', 'table good: it has no policy'],
  ['CREATE POLICY open ON ballast.good USING (true)', 'table good: a policy lets app see or write every row'],
  [
    'CREATE POLICY open ON ballast.good FOR INSERT TO app WITH CHECK (true)',
    'table good: a policy lets app see or write every row',
  ],
  ['CREATE TABLE ballast.bad (tenant uuid)', 'table bad: row-level security is not enabled'],
  ['CREATE VIEW ballast.peek AS SELECT * FROM ballast.good; GRANT SELECT ON ballast.peek TO app', 'view peek'],
])('refuses after %s', async (change, finding) => {
  await expect(check(change)).rejects.toThrow(finding)
})

it('refuses an app that owns a table or could become its owner', async () => {
  const database = await emptyDatabase()
  await connectOnce(database.admin, (client) =>
    client.query(
      'ALTER SCHEMA ballast OWNER TO app; CREATE TABLE ballast.mine (id int); ALTER TABLE ballast.mine OWNER TO app',
    ),
  )
  await expect(connectOnce(database.accessFor('migrate'), checkIsolation)).rejects.toThrow('role app: it owns tables')
  await database.drop()
})
