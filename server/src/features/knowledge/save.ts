// Write an entry and publish it: the next question is answered with it.
import { problem } from '@ballast/contract/problems'
import type { Change, Draft, KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { lockEntry, writeEntry } from './store.ts'

/**
 * `baseVersion`: the version the writer started from, 0 for a new entry.
 * Refuses with `conversation.changed` when somebody saved meanwhile, `knowledge.not-found` when there is nothing to build on.
 */
export const save = async (
  parts: KnowledgeParts,
  change: Change & { readonly draft: Draft; readonly baseVersion: number },
): Promise<KnowledgeEntry> => {
  const { tenant, entryId, baseVersion, draft } = change
  const at = parts.clock.now()
  const entry: KnowledgeEntry = {
    ...draft,
    questions: [...draft.questions],
    id: entryId,
    version: baseVersion + 1,
    status: 'published',
    updatedAt: new Date(at).toISOString(),
  }
  await parts.database.as(tenant, async (tx) => {
    const before = await lockEntry(tx, tenant, entryId)
    if (!before && baseVersion > 0) throw problem('knowledge.not-found')
    if (before && before.version !== baseVersion) throw problem('conversation.changed')
    const written = await writeEntry(tx, tenant, { entry, staffId: change.staffId ?? null })
    if (!written) throw problem('conversation.changed')
    await parts.appendFacts(tx, [
      {
        id: parts.ids.uuid(),
        tenant,
        type: 'knowledge.published',
        subject: entryId,
        at,
        data: { entryId, version: entry.version },
      },
    ])
  })
  await parts.indexes.refresh(tenant)
  return entry
}
