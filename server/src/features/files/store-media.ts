// All SQL over pictures and videos of the shop's own.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/open.ts'
import type { FileKind } from './rules/kinds.ts'

export interface MediumRow {
  readonly id: Uuid
  readonly staffId: Uuid | null
  readonly kind: FileKind
  readonly mime: string
  readonly name: string
  readonly bytes: number
  readonly width?: number
  readonly height?: number
  readonly sha256: Buffer
  readonly createdAt: Date
}

export const insertMedia = async (tx: Tx, tenant: Uuid, row: MediumRow): Promise<void> => {
  await sql`
    INSERT INTO ballast.media (tenant, id, staff_id, kind, mime, name, bytes, width, height, sha256, created_at)
    VALUES (${tenant}, ${row.id}, ${row.staffId}, ${row.kind}, ${row.mime}, ${row.name}, ${row.bytes},
      ${row.width ?? null}, ${row.height ?? null}, ${row.sha256}, ${row.createdAt})`.execute(tx)
}

export const countMedia = async (tx: Tx, tenant: Uuid): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM ballast.media WHERE tenant = ${tenant}`.execute(tx)).rows[0]!
    .n

export const mediumOf = async (
  tx: Tx,
  tenant: Uuid,
  id: Uuid,
): Promise<Pick<MediumRow, 'kind' | 'mime' | 'name'> | null> =>
  (
    await sql<Pick<MediumRow, 'kind' | 'mime' | 'name'>>`
      SELECT kind, mime, name FROM ballast.media WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  ).rows[0] ?? null

export const tenantOfMedium = async (database: Pick<Database, 'statement'>, id: Uuid): Promise<Uuid | null> =>
  (await database.statement<{ tenant: Uuid }>('SELECT tenant FROM ballast.tenant_of_media($1)', [id]))[0]?.tenant ??
  null
