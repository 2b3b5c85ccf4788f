// What staff do to the structure: load what it touches, decide what becomes of it, keep what was before.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { StructureDeed, StructureEdit } from '@ballast/contract/routes/structure'
import type { Tx } from '../../../platform/database/open.ts'
import {
  countByStaff,
  type EdgeRow,
  edgeRow,
  editById,
  editedSince,
  type KeptEdit,
  keepEdit,
  lastEdits,
  mergedRows,
  type NodeRow,
  nodeRow,
  noteUndone,
  putEdge,
  putNode,
  removeThings,
  toEdit,
} from './store-editing.ts'
import { dropUncited, lockStructure } from './store-reading.ts'
import type { StructureParts } from './things.ts'

export interface Editor {
  readonly tenant: Uuid
  readonly staffId?: Uuid
}
/** What becomes of it, what it was, and everything that must not have changed when it is taken back. */
interface Becoming {
  readonly label: string
  readonly nodes?: readonly NodeRow[]
  readonly edges?: readonly EdgeRow[]
  readonly before: { readonly nodes: readonly NodeRow[]; readonly edges: readonly EdgeRow[] }
  readonly touched: readonly Uuid[]
}
interface Seat {
  readonly tx: Tx
  readonly tenant: Uuid
}
type Deed<K extends StructureDeed['do']> = Extract<StructureDeed, { do: K }>

const MOST_BY_STAFF = 10_000
const MOST_EDITS = 50

const shownLabel = (row: NodeRow): string => row.edit?.label ?? row.label
const mustSee = async ({ tx, tenant }: Seat, id: Uuid, revision?: number): Promise<NodeRow> => {
  const row = await nodeRow(tx, tenant, id)
  if (row === null || row.deleted || row.merged_into !== null) throw problem('structure.not-found')
  if (revision !== undefined && row.revision !== revision) throw problem('structure.changed')
  return row
}
const mustSeeEdge = async ({ tx, tenant }: Seat, id: Uuid): Promise<EdgeRow> => {
  const row = await edgeRow(tx, tenant, id)
  if (row === null || row.deleted) throw problem('structure.not-found')
  return row
}
const mustHaveRoom = async ({ tx, tenant }: Seat): Promise<void> => {
  if ((await countByStaff(tx, tenant)) >= MOST_BY_STAFF) throw problem('structure.too-many')
}

const addNode = async (seat: Seat, { nodeId: id, kind, label, value, unit }: Deed<'add-node'>): Promise<Becoming> => {
  if ((await nodeRow(seat.tx, seat.tenant, id)) !== null) throw problem('structure.changed')
  await mustHaveRoom(seat)
  const bare = { by_staff: true, edit: null, deleted: false, merged_into: null, revision: 0 }
  return { label, nodes: [{ id, kind, label, value, unit, ...bare }], before: { nodes: [], edges: [] }, touched: [id] }
}
const changeNode = async (seat: Seat, deed: Deed<'change-node'>): Promise<Becoming> => {
  const { do: _, nodeId, revision, ...said } = deed
  const row = await mustSee(seat, nodeId, revision)
  const edit = { ...row.edit, ...said }
  const before = { nodes: [row], edges: [] }
  return { label: shownLabel(row), nodes: [{ ...row, edit, revision: revision + 1 }], before, touched: [nodeId] }
}
const deleteNode = async (seat: Seat, { nodeId, revision }: Deed<'delete-node'>): Promise<Becoming> => {
  const row = await mustSee(seat, nodeId, revision)
  const nodes = [{ ...row, deleted: true, revision: revision + 1 }]
  return { label: shownLabel(row), nodes, before: { nodes: [row], edges: [] }, touched: [nodeId] }
}
/** Everything merged into it before goes along. */
const mergeNodes = async (seat: Seat, { nodeId, revision, into }: Deed<'merge-nodes'>): Promise<Becoming> => {
  if (nodeId === into) throw problem('structure.edge-wrong')
  const row = await mustSee(seat, nodeId, revision)
  const kept = await mustSee(seat, into)
  const moved = [row, ...(await mergedRows(seat.tx, seat.tenant, nodeId))]
  const nodes = moved.map((each) => ({ ...each, merged_into: into, revision: each.revision + 1 }))
  return {
    label: `${shownLabel(row)} → ${shownLabel(kept)}`,
    nodes,
    before: { nodes: moved, edges: [] },
    touched: [into, ...moved.map(({ id }) => id)],
  }
}
const edgeLabel = async ({ tx, tenant }: Seat, { from_id, to_id }: Pick<EdgeRow, 'from_id' | 'to_id'>) => {
  const from = await nodeRow(tx, tenant, from_id)
  const to = await nodeRow(tx, tenant, to_id)
  return [from, to].map((end) => (end === null ? '…' : shownLabel(end))).join(' — ')
}
const addEdge = async (seat: Seat, { edgeId: id, type, from, to }: Deed<'add-edge'>): Promise<Becoming> => {
  if (from === to) throw problem('structure.edge-wrong')
  if ((await edgeRow(seat.tx, seat.tenant, id)) !== null) throw problem('structure.changed')
  await mustSee(seat, from)
  await mustSee(seat, to)
  await mustHaveRoom(seat)
  const edge = { id, type, from_id: from, to_id: to, place: 0, by_staff: true, edit_type: null, deleted: false }
  const label = await edgeLabel(seat, edge)
  return { label, edges: [edge], before: { nodes: [], edges: [] }, touched: [id, from, to] }
}
const changeEdge = async (seat: Seat, deed: Deed<'change-edge'> | Deed<'delete-edge'>): Promise<Becoming> => {
  const row = await mustSeeEdge(seat, deed.edgeId)
  const edge = deed.do === 'delete-edge' ? { ...row, deleted: true } : { ...row, edit_type: deed.type }
  return { label: await edgeLabel(seat, row), edges: [edge], before: { nodes: [], edges: [row] }, touched: [row.id] }
}

const decide = (seat: Seat, deed: StructureDeed): Promise<Becoming> => {
  if (deed.do === 'add-node') return addNode(seat, deed)
  if (deed.do === 'change-node') return changeNode(seat, deed)
  if (deed.do === 'delete-node') return deleteNode(seat, deed)
  if (deed.do === 'merge-nodes') return mergeNodes(seat, deed)
  return deed.do === 'add-edge' ? addEdge(seat, deed) : changeEdge(seat, deed)
}

const tell = async (parts: StructureParts, { tx, tenant }: Seat, { staffId }: Editor): Promise<void> => {
  const data = { by: 'staff', ...(staffId === undefined ? {} : { byStaffId: staffId }) }
  const fact = { type: 'structure.changed' as const, subject: tenant, at: parts.clock.now(), data }
  await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, ...fact }])
}

/** Refuses with structure.not-found, structure.changed, structure.edge-wrong, structure.too-many. */
export const editStructure = async (
  parts: StructureParts,
  editor: Editor,
  deed: StructureDeed,
): Promise<StructureEdit> => {
  const { tenant, staffId = null } = editor
  const at = new Date(parts.clock.now())
  const kept = await parts.database.as(tenant, async (tx) => {
    const seat = { tx, tenant }
    await lockStructure(tx, tenant)
    const { label, nodes = [], edges = [], before, touched } = await decide(seat, deed)
    for (const node of nodes) await putNode(tx, tenant, node)
    for (const edge of edges) await putEdge(tx, tenant, edge)
    const edit: KeptEdit = {
      id: parts.ids.uuid(),
      deed: deed.do,
      label: label.slice(0, 500),
      staffId,
      at,
      touched,
      before,
    }
    await keepEdit(tx, tenant, edit)
    await tell(parts, seat, editor)
    return edit
  })
  await parts.indexes.refresh(tenant)
  return toEdit({ ...kept, undone: false })
}

/** Refuses with structure.not-found, and structure.changed when what it touched was edited again. */
export const undoEdit = async (parts: StructureParts, editor: Editor, id: Uuid): Promise<StructureEdit> => {
  const { tenant } = editor
  const at = new Date(parts.clock.now())
  const undone = await parts.database.as(tenant, async (tx) => {
    await lockStructure(tx, tenant)
    const edit = await editById(tx, tenant, id)
    if (edit === null) throw problem('structure.not-found')
    if (edit.undone || (await editedSince(tx, tenant, edit))) throw problem('structure.changed')
    const { nodes, edges } = edit.before
    const known = new Set([...nodes, ...edges].map((row) => row.id))
    for (const row of nodes) await putNode(tx, tenant, { ...row, revision: row.revision + 2 })
    for (const row of edges) await putEdge(tx, tenant, row)
    // What it added goes; the ends of an edge it added were not its own.
    const added = edit.deed === 'add-node' || edit.deed === 'add-edge' ? edit.touched.slice(0, 1) : []
    await removeThings(tx, tenant, added)
    await dropUncited(tx, tenant, [...known])
    await noteUndone(tx, tenant, { id, at })
    await tell(parts, { tx, tenant }, editor)
    return edit
  })
  await parts.indexes.refresh(tenant)
  return toEdit({ ...undone, undone: true })
}

export const listEdits = ({ database }: Pick<StructureParts, 'database'>, tenant: Uuid): Promise<StructureEdit[]> =>
  database.as(tenant, async (tx) => (await lastEdits(tx, tenant, MOST_EDITS)).map(toEdit))
