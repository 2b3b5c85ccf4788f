// SQL of workspaces.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export const insertTenant = async (tx: Tx, tenant: { id: Uuid; name: string }): Promise<void> => {
  await sql`INSERT INTO tenants (id, name) VALUES (${tenant.id}, ${tenant.name})`.execute(tx)
}

export const readTenant = async (tx: Tx, id: Uuid): Promise<{ id: Uuid; name: string } | undefined> =>
  (await sql<{ id: Uuid; name: string }>`SELECT id, name FROM tenants WHERE id = ${id}`.execute(tx)).rows[0]
