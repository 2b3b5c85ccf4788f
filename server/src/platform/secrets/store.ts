// Where the wrapped keys of tenants are kept.
import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import type { TenantKeyStore } from './secrets.ts'

export const createTenantKeyStore = (database: Pick<Database, 'as'>): TenantKeyStore => ({
  readTenantKey: (tenant) =>
    database.as(tenant, async (tx) => {
      const { rows } = await sql<{
        wrapped: Buffer
      }>`SELECT wrapped FROM ballast.tenant_keys WHERE tenant = ${tenant}`.execute(tx)
      return rows[0]?.wrapped
    }),
  writeTenantKey: (tenant, wrapped) =>
    database.as(tenant, async (tx) => {
      await sql`INSERT INTO ballast.tenant_keys (tenant, wrapped) VALUES (${tenant}, ${wrapped})
        ON CONFLICT (tenant) DO NOTHING`.execute(tx)
    }),
})
