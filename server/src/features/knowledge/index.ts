// What the bot may say: entries with versions, and an index that answers in microseconds.
export { importEntries, importedId, type ReadyEntry } from './import-entries.ts'
export { createIndexes, type Indexes, type KnowledgeSearch } from './indexes.ts'
export type { KnowledgeParts } from './parts.ts'
export { countEntries } from './read.ts'
export { buildIndex, type Passage } from './rules/search-index.ts'
export { save } from './save.ts'
export { withdraw } from './withdraw.ts'
