// Publish what was written last.
import { problem } from '@ballast/contract/problems'
import { changeEntry, mustStartFrom } from './change-entry.ts'
import type { Change, KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'

/** What is live stays as it is. Refuses with `knowledge.not-found`, and `conversation.changed` when somebody saved meanwhile. */
export const publish = async (
  parts: KnowledgeParts,
  { baseVersion, ...change }: Change & { readonly baseVersion: number },
): Promise<KnowledgeEntry> => {
  const entry = await changeEntry(parts, change, (before) => {
    if (before === null) throw problem('knowledge.not-found')
    mustStartFrom(before, baseVersion)
    return before.status === 'published' ? null : { draft: before, status: 'published' }
  })
  return entry!
}
