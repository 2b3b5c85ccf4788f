// What customers would get if an entry were published: searched beside what they get now. Nothing is written.
import type { Uuid } from '@ballast/contract'
import type { KnowledgeSearch } from './indexes.ts'
import type { KnowledgeParts } from './parts.ts'
import type { IndexedEntry, SearchIndex } from './rules/search-index.ts'

/** Both stay as they are, whatever is published meanwhile. */
export interface Trial {
  readonly before: KnowledgeSearch
  readonly after: KnowledgeSearch
}

const searchIn = (index: SearchIndex, now: number): KnowledgeSearch => ({
  search: async ({ tenant: _, text, locale, for: from, ...more }) =>
    index.search(text, locale, { ...more, for: { now, ...from } }),
})

/** `entry` null: what customers get now, on both sides. */
export const tryDraft = async (
  parts: Pick<KnowledgeParts, 'indexes' | 'clock'>,
  tenant: Uuid,
  entry: IndexedEntry | null,
): Promise<Trial> => {
  const index = await parts.indexes.copy(tenant)
  const now = parts.clock.now()
  if (entry === null) return { before: searchIn(index, now), after: searchIn(index, now) }
  const after = index.copy()
  after.put(entry)
  return { before: searchIn(index, now), after: searchIn(after, now) }
}
