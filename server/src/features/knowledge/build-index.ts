// An index of entries at hand, read as every index of a server is: what evaluations and tools ask.
import { shippedMeaning } from './meaning.ts'
import { type IndexedEntry, buildIndex as indexOf, type SearchIndex } from './rules/search-index.ts'

/** Takes a quarter of a millisecond an entry, at once. */
export const buildIndex = (entries: readonly IndexedEntry[]): SearchIndex => indexOf(entries, shippedMeaning())
