// Clears away what no message shows: files never sent, taken back, or left on the disk by a crash.
import type { Uuid } from '@ballast/contract'
import type { FileParts } from './parts.ts'
import { allTenants, deleteFilesOf, deleteUnshown, knownAmong } from './store.ts'

const DAY_MS = 86_400_000
const BATCH = 500

type Sweeping = Pick<FileParts, 'database' | 'disk' | 'clock'>

/** Job: once a day. Rows go first: a file without a row is found again by the next sweep. */
export const sweep = async (parts: Sweeping): Promise<void> => {
  const before = parts.clock.now() - DAY_MS
  for (const tenant of await parts.database.worker(allTenants)) {
    await sweepRows(parts, tenant, before)
    await sweepDisk(parts, tenant, before)
  }
}

const sweepRows = async (parts: Sweeping, tenant: Uuid, before: number): Promise<void> => {
  let gone: Uuid[]
  do {
    gone = await parts.database.as(tenant, (tx) => deleteUnshown(tx, tenant, new Date(before)))
    for (const id of gone) await parts.disk.remove(tenant, id)
  } while (gone.length === BATCH)
}

const sweepDisk = async ({ database, disk }: Sweeping, tenant: Uuid, before: number): Promise<void> => {
  const { ids, drafts } = await disk.olderThan(tenant, before)
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH)
    const known = await database.as(tenant, (tx) => knownAmong(tx, tenant, some))
    for (const id of some) if (!known.has(id)) await disk.remove(tenant, id)
  }
  for (const draft of drafts) await disk.removeDraft(tenant, draft)
}

/** After an erasure nothing opens any more; this frees the disk too. */
export const removeFilesOf = async (parts: Sweeping, tenant: Uuid, contactId: Uuid): Promise<void> => {
  const gone = await parts.database.as(tenant, (tx) => deleteFilesOf(tx, tenant, contactId))
  for (const id of gone) await parts.disk.remove(tenant, id)
}
