// SQL of API keys.
import type { Permission, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface KeyRow {
  id: Uuid
  name: string
  prefix: string
  permissions: Permission[]
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
}

const KEY = sql`id, name, prefix, permissions, created_at AS "createdAt", expires_at AS "expiresAt",
  revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`

export const listKeys = async (tx: Tx, tenant: Uuid): Promise<KeyRow[]> =>
  (
    await sql<KeyRow>`SELECT ${KEY} FROM api_keys WHERE tenant = ${tenant} AND revoked_at IS NULL
      ORDER BY id LIMIT 1000`.execute(tx)
  ).rows

export const readKey = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<KeyRow | undefined> =>
  (await sql<KeyRow>`SELECT ${KEY} FROM api_keys WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)).rows[0]

export const insertKey = async (
  tx: Tx,
  tenant: Uuid,
  key: Omit<KeyRow, 'revokedAt' | 'lastUsedAt'> & { hash: Buffer },
): Promise<void> => {
  await sql`INSERT INTO api_keys (tenant, id, name, prefix, hash, permissions, created_at, expires_at)
    VALUES (${tenant}, ${key.id}, ${key.name}, ${key.prefix}, ${key.hash}, ${key.permissions}::text[],
      ${key.createdAt}, ${key.expiresAt})`.execute(tx)
}

/** false: no such key, or revoked before. */
export const revokeKey = async (tx: Tx, tenant: Uuid, key: { id: Uuid; at: number }): Promise<boolean> =>
  (
    await sql`UPDATE api_keys SET revoked_at = ${new Date(key.at)}
      WHERE tenant = ${tenant} AND id = ${key.id} AND revoked_at IS NULL RETURNING id`.execute(tx)
  ).rows.length === 1

/** At most one write a minute a key. */
export const touchKey = async (tx: Tx, tenant: Uuid, key: { id: Uuid; at: number }): Promise<void> => {
  await sql`UPDATE api_keys SET last_used_at = ${new Date(key.at)} WHERE tenant = ${tenant} AND id = ${key.id}
    AND (last_used_at IS NULL OR last_used_at < ${new Date(key.at - 60_000)})`.execute(tx)
}
