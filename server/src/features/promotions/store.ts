// All SQL of rule sets: versions, their parts, and which is in force.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface VersionRow {
  readonly version: number
  /** Null: stored whole. */
  readonly base: number | null
  readonly writtenFrom: number | null
  readonly steps: number
  readonly rules: number
  readonly broken: string[]
  readonly note: string
  readonly staffId: Uuid | null
  readonly createdAt: Date
  readonly publishedAt: Date | null
}
const COLUMNS = sql`version, base, written_from AS "writtenFrom", steps, rules, broken, note, staff_id AS "staffId",
  created_at AS "createdAt", published_at AS "publishedAt"`

/** The next number; the row is locked until the transaction ends, so numbers come in the order of commits. */
export const nextVersion = async (tx: Tx, tenant: Uuid): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO rule_sets AS s (tenant, last_version) VALUES (${tenant}, 1)
    ON CONFLICT (tenant) DO UPDATE SET last_version = s.last_version + 1
    RETURNING last_version AS version`.execute(tx)
  return rows[0]!.version
}
export const writeVersion = async (tx: Tx, tenant: Uuid, row: VersionRow): Promise<void> => {
  await sql`
    INSERT INTO rule_versions
      (tenant, version, base, written_from, steps, rules, broken, note, staff_id, created_at)
    VALUES (${tenant}, ${row.version}, ${row.base}, ${row.writtenFrom}, ${row.steps}, ${row.rules},
      ${row.broken}::text[], ${row.note}, ${row.staffId}, ${row.createdAt.toISOString()}::timestamptz)`.execute(tx)
}
export const writePart = async (
  tx: Tx,
  tenant: Uuid,
  { version, part, bytes }: { readonly version: number; readonly part: number; readonly bytes: Buffer },
): Promise<void> => {
  await sql`
    INSERT INTO rule_parts (tenant, version, part, bytes) VALUES (${tenant}, ${version}, ${part}, ${bytes})`.execute(tx)
}
export const readVersion = async (tx: Tx, tenant: Uuid, version: number): Promise<VersionRow | null> => {
  const { rows } = await sql<VersionRow>`
    SELECT ${COLUMNS} FROM rule_versions WHERE tenant = ${tenant} AND version = ${version}`.execute(tx)
  return rows[0] ?? null
}
/** Null: there is no such part. */
export const readPart = async (
  tx: Tx,
  tenant: Uuid,
  which: { version: number; part: number },
): Promise<Buffer | null> => {
  const { rows } = await sql<{ bytes: Buffer }>`
    SELECT bytes FROM rule_parts
    WHERE tenant = ${tenant} AND version = ${which.version} AND part = ${which.part}`.execute(tx)
  return rows[0]?.bytes ?? null
}
export const listVersions = async (tx: Tx, tenant: Uuid, limit: number): Promise<VersionRow[]> => {
  const { rows } = await sql<VersionRow>`
    SELECT ${COLUMNS} FROM rule_versions WHERE tenant = ${tenant} ORDER BY version DESC LIMIT ${limit}`.execute(tx)
  return rows
}

export interface Standing {
  readonly inForce: number | null
  readonly before: number | null
}
export const readStanding = async (tx: Tx, tenant: Uuid): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    SELECT in_force AS "inForce", before FROM rule_sets WHERE tenant = ${tenant}`.execute(tx)
  return rows[0] ?? { inForce: null, before: null }
}
/** What was in force stays the one before when the same is published again. */
export const putInForce = async (
  tx: Tx,
  tenant: Uuid,
  { version, at }: { readonly version: number; readonly at: number },
): Promise<void> => {
  await sql`
    UPDATE rule_sets SET before = CASE WHEN in_force IS DISTINCT FROM ${version}::int THEN in_force ELSE before END,
      in_force = ${version} WHERE tenant = ${tenant}`.execute(tx)
  await sql`
    UPDATE rule_versions SET published_at = to_timestamp(${at} / 1000.0)
    WHERE tenant = ${tenant} AND version = ${version}`.execute(tx)
}
