// Write an entry and publish it: the next question is answered with it.
import { problem } from '@ballast/contract/problems'
import type { Tx } from '../../platform/database/open.ts'
import type { Change, Draft, KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'
import { lockEntry, writeEntry } from './store.ts'

export type Saving = Change & {
  readonly draft: Draft
  /** The version the writer started from, 0 for a new entry. */
  readonly baseVersion: number
}

/**
 * Part of the caller's transaction; the caller refreshes the index after it.
 * Refuses with `conversation.changed` when somebody saved meanwhile, `knowledge.not-found` when there is nothing to build on.
 */
export const saveInside = async (parts: KnowledgeParts, tx: Tx, change: Saving): Promise<KnowledgeEntry> => {
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
  const before = await lockEntry(tx, tenant, entryId)
  if (!before && baseVersion > 0) throw problem('knowledge.not-found')
  if (before && before.version !== baseVersion) throw problem('conversation.changed')
  const written = await writeEntry(tx, tenant, { entry, staffId: change.staffId ?? null })
  if (!written) throw problem('conversation.changed')
  const data = { entryId, version: entry.version }
  await parts.appendFacts(tx, [
    { id: parts.ids.uuid(), tenant, type: 'knowledge.published', subject: entryId, at, data },
  ])
  return entry
}

/** As `saveInside`, in a transaction of its own. */
export const save = async (parts: KnowledgeParts, change: Saving): Promise<KnowledgeEntry> => {
  const entry = await parts.database.as(change.tenant, (tx) => saveInside(parts, tx, change))
  await parts.indexes.refresh(change.tenant)
  return entry
}
