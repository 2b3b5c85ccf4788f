// SQL of what staff do to the structure, each act with what was before, so that it can be taken back.
import type { Uuid } from '@ballast/contract'
import type { StructureDeed, StructureEdit } from '@ballast/contract/routes/structure'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'

export interface NodeRow {
  readonly id: Uuid
  readonly kind: string
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly by_staff: boolean
  readonly edit: Readonly<Record<string, string>> | null
  readonly deleted: boolean
  readonly merged_into: Uuid | null
  readonly revision: number
}
export interface EdgeRow {
  readonly id: Uuid
  readonly type: string
  readonly from_id: Uuid
  readonly to_id: Uuid
  readonly place: number
  readonly by_staff: boolean
  readonly edit_type: string | null
  readonly deleted: boolean
}
export interface Rows {
  readonly nodes: readonly NodeRow[]
  readonly edges: readonly EdgeRow[]
}

export const nodeRow = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<NodeRow | null> => {
  const { rows } = await sql<NodeRow>`
    SELECT id, kind, label, value, unit, by_staff, edit, deleted, merged_into, revision FROM structure_nodes
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  return rows[0] ?? null
}
/** Those that were merged into it. */
export const mergedRows = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<NodeRow[]> => {
  const { rows } = await sql<NodeRow>`
    SELECT id, kind, label, value, unit, by_staff, edit, deleted, merged_into, revision FROM structure_nodes
    WHERE tenant = ${tenant} AND merged_into = ${id}`.execute(tx)
  return rows
}
export const edgeRow = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<EdgeRow | null> => {
  const { rows } = await sql<EdgeRow>`
    SELECT id, type, from_id, to_id, place, by_staff, edit_type, deleted FROM structure_edges
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** What staff say of it; what was read stays beside it. */
export const putNode = async (tx: Tx, tenant: Uuid, row: NodeRow): Promise<void> => {
  const { id, kind, label, value, unit, by_staff, edit, deleted, merged_into, revision } = row
  await sql`
    INSERT INTO structure_nodes (tenant, id, kind, label, value, unit, by_staff, edit, deleted, merged_into, revision)
    VALUES (${tenant}, ${id}, ${kind}, ${label}, ${value}, ${unit}, ${by_staff},
      ${edit === null ? null : JSON.stringify(edit)}::jsonb, ${deleted}, ${merged_into}, ${revision})
    ON CONFLICT (tenant, id) DO UPDATE SET edit = excluded.edit, deleted = excluded.deleted,
      merged_into = excluded.merged_into, revision = excluded.revision`.execute(tx)
}
export const putEdge = async (tx: Tx, tenant: Uuid, row: EdgeRow): Promise<void> => {
  const { id, type, from_id, to_id, place, by_staff, edit_type, deleted } = row
  await sql`
    INSERT INTO structure_edges (tenant, id, type, from_id, to_id, place, by_staff, edit_type, deleted)
    VALUES (${tenant}, ${id}, ${type}, ${from_id}, ${to_id}, ${place}, ${by_staff}, ${edit_type}, ${deleted})
    ON CONFLICT (tenant, id) DO UPDATE SET edit_type = excluded.edit_type, deleted = excluded.deleted`.execute(tx)
}
export const removeThings = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<void> => {
  await sql`DELETE FROM structure_edges WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[])`.execute(tx)
  await sql`DELETE FROM structure_nodes WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[])`.execute(tx)
}
export const countByStaff = async (tx: Tx, tenant: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT (SELECT count(*)::int FROM structure_nodes WHERE tenant = ${tenant} AND by_staff)
      + (SELECT count(*)::int FROM structure_edges WHERE tenant = ${tenant} AND by_staff) AS n`.execute(tx)
  return rows[0]!.n
}

export interface KeptEdit {
  readonly id: Uuid
  readonly deed: StructureDeed['do']
  readonly label: string
  readonly staffId: Uuid | null
  readonly at: Date
  readonly touched: readonly Uuid[]
  readonly before: Rows
}
export const keepEdit = async (tx: Tx, tenant: Uuid, edit: KeptEdit): Promise<void> => {
  const { id, deed, label, staffId, at, touched, before } = edit
  await sql`
    INSERT INTO structure_edits (tenant, id, deed, label, staff_id, at, touched, before)
    VALUES (${tenant}, ${id}, ${deed}, ${label}, ${staffId}, ${at}, ${[...touched]}::uuid[],
      ${JSON.stringify(before)}::jsonb)`.execute(tx)
}
interface EditRow extends KeptEdit {
  readonly undone: boolean
}
const EDIT = sql`id, deed, label, staff_id AS "staffId", at, touched, before, undone_at IS NOT NULL AS undone`
export const editById = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<EditRow | null> => {
  const { rows } = await sql<EditRow>`
    SELECT ${EDIT} FROM structure_edits WHERE tenant = ${tenant} AND id = ${id} FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}
export const lastEdits = async (tx: Tx, tenant: Uuid, most: number): Promise<EditRow[]> => {
  const { rows } = await sql<EditRow>`
    SELECT ${EDIT} FROM structure_edits WHERE tenant = ${tenant} ORDER BY at DESC, id DESC LIMIT ${most}`.execute(tx)
  return rows
}
/** Whether what it touched was edited again since, and that still stands. */
export const editedSince = async (tx: Tx, tenant: Uuid, edit: KeptEdit): Promise<boolean> => {
  const { rows } = await sql<{ again: boolean }>`
    SELECT EXISTS (SELECT 1 FROM structure_edits WHERE tenant = ${tenant} AND (at, id) > (${edit.at}, ${edit.id}::uuid)
      AND undone_at IS NULL AND touched && ${[...edit.touched]}::uuid[]) AS again`.execute(tx)
  return rows[0]!.again
}
export const noteUndone = async (tx: Tx, tenant: Uuid, { id, at }: { id: Uuid; at: Date }): Promise<void> => {
  await sql`UPDATE structure_edits SET undone_at = ${at} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
}
export const toEdit = ({
  id,
  deed,
  label,
  staffId,
  at,
  undone,
}: Omit<EditRow, 'touched' | 'before'>): StructureEdit => ({
  id,
  deed,
  label,
  staffId,
  at: at.toISOString(),
  undone,
})
