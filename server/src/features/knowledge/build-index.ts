// An index of entries at hand, read as every index of a server is: what evaluations and tools ask.
import { shippedMeaning } from './meaning.ts'
import {
  entryClassifierFromBytes,
  type IndexedEntry,
  buildIndex as indexOf,
  type SearchIndex,
  teachEntries,
} from './rules/search-index.ts'

/**
 * Takes a quarter of a millisecond an entry, at once. `names`, one an entry: its classifier is taught, too, which takes
 * seconds; entries of one name say the same in several languages.
 */
export const buildIndex = (entries: readonly IndexedEntry[], names?: readonly string[]): SearchIndex => {
  const index = indexOf(entries, shippedMeaning())
  const taught = names && teachEntries(entries.map((entry, at) => ({ ...entry, name: names[at]! })))
  if (taught) index.listen(entryClassifierFromBytes(taught))
  return index
}
