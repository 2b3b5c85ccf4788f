// One anonymous contact becomes part of a verified one. Rows only; who owns the texts seals them anew in the same transaction.
import { problem, type Uuid } from '@ballast/contract'
import type { Tx } from '../../platform/database/open.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import type { ContactParts } from './parts.ts'
import { type ContactRow, markMerged, readRow } from './store.ts'

export interface Pair {
  readonly tenant: Uuid
  readonly from: Uuid
  readonly into: Uuid
}

/** Both rows, locked. Null: nothing to merge (one is not there yet, or was merged or erased before). Two verified people never merge. */
export const lockPair = async (
  tx: Tx,
  { tenant, from, into }: Pair,
): Promise<{ from: ContactRow; into: ContactRow } | null> => {
  if (from === into) return null
  const [first, second] = from < into ? [from, into] : [into, from]
  const rows = [await readRow(tx, tenant, first, true), await readRow(tx, tenant, second, true)]
  const source = rows.find((row) => row?.id === from)
  const target = rows.find((row) => row?.id === into)
  if (!source || !target || source.personKey === null || target.personKey === null) return null
  if (source.verified || !target.verified) throw problem('identity.conflict')
  return { from: source, into: target }
}

export const absorb = async (
  parts: Pick<ContactParts, 'ids' | 'clock'>,
  tx: Tx,
  { tenant, from, into }: Pair,
): Promise<void> => {
  await markMerged(tx, tenant, from, into)
  const id = parts.ids.uuid()
  await appendFacts(tx, [
    { id, tenant, type: 'contact.merged', subject: into, at: parts.clock.now(), data: { fromContactId: from } },
  ])
}
