// Write an entry and publish it: the next question is answered with it. Or as a draft: what is live stays live.

import { changeEntry, mustStartFrom } from './change-entry.ts'
import type { Change, Draft, KnowledgeEntry } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'

type Writing = Change & { readonly draft: Draft; readonly baseVersion: number }

const write =
  (status: 'published' | 'draft') =>
  async (parts: KnowledgeParts, { draft, baseVersion, ...change }: Writing): Promise<KnowledgeEntry> =>
    (await changeEntry(parts, change, (before) => {
      mustStartFrom(before, baseVersion)
      return { draft, status }
    }))!

/**
 * `baseVersion`: the version the writer started from, 0 for a new entry.
 * Refuses with `conversation.changed` when somebody saved meanwhile, `knowledge.not-found` when there is nothing to build on.
 */
export const save = write('published')
/** As `save`, but customers get it only when it is published. */
export const saveDraft = write('draft')
