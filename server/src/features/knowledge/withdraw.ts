// Withdraw an entry: the bot stops using it at once. Its versions stay.
import { problem } from '@ballast/contract/problems'
import type { Change } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { lockEntry, writeEntry } from './store.ts'

/** Withdrawing twice is the same as once. Refuses with `knowledge.not-found`. */
export const withdraw = async (parts: KnowledgeParts, change: Change): Promise<void> => {
  const { tenant, entryId } = change
  const at = parts.clock.now()
  await parts.database.as(tenant, async (tx) => {
    const before = await lockEntry(tx, tenant, entryId)
    if (!before) throw problem('knowledge.not-found')
    if (before.status === 'withdrawn') return
    const version = before.version + 1
    const entry = { ...before, version, status: 'withdrawn' as const, updatedAt: new Date(at).toISOString() }
    await writeEntry(tx, tenant, { entry, staffId: change.staffId ?? null })
    await parts.appendFacts(tx, [
      {
        id: parts.ids.uuid(),
        tenant,
        type: 'knowledge.withdrawn',
        subject: entryId,
        at,
        data: { entryId, version },
      },
    ])
  })
  await parts.indexes.refresh(tenant)
}
