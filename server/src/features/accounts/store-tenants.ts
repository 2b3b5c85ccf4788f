// SQL of workspaces.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface TenantRow {
  readonly id: Uuid
  readonly name: string
  readonly setUp: boolean
}

export const insertTenant = async (tx: Tx, tenant: TenantRow): Promise<void> => {
  await sql`INSERT INTO tenants (id, name, set_up) VALUES (${tenant.id}, ${tenant.name}, ${tenant.setUp})`.execute(tx)
}

export const readTenant = async (tx: Tx, id: Uuid): Promise<TenantRow | undefined> =>
  (await sql<TenantRow>`SELECT id, name, set_up AS "setUp" FROM tenants WHERE id = ${id}`.execute(tx)).rows[0]

/** Reads and locks, so that two editors' changes both survive. */
export const lockTenant = async (tx: Tx, id: Uuid): Promise<TenantRow | undefined> =>
  (await sql<TenantRow>`SELECT id, name, set_up AS "setUp" FROM tenants WHERE id = ${id} FOR UPDATE`.execute(tx))
    .rows[0]

export const updateTenant = async (tx: Tx, id: Uuid, change: { name: string; setUp: boolean }): Promise<void> => {
  await sql`UPDATE tenants SET name = ${change.name}, set_up = ${change.setUp} WHERE id = ${id}`.execute(tx)
}

/** For a transaction of the worker, which sees every workspace. */
export const anyTenant = async (tx: Tx): Promise<boolean> =>
  (await sql`SELECT 1 FROM ballast.tenants LIMIT 1`.execute(tx)).rows.length > 0

export const countWebInboxes = async (tx: Tx, tenant: Uuid): Promise<number> =>
  (
    await sql<{ n: number }>`SELECT count(*)::int AS n FROM inboxes
      WHERE tenant = ${tenant} AND channel = 'web' AND enabled`.execute(tx)
  ).rows[0]!.n

export const countStaff = async (tx: Tx, tenant: Uuid): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM staff WHERE tenant = ${tenant} AND active`.execute(tx))
    .rows[0]!.n
