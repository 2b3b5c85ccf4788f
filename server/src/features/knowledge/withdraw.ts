// Withdraw an entry: the bot stops using it at once. Its versions stay.
import { problem } from '@ballast/contract/problems'
import { changeEntry } from './change-entry.ts'
import type { Change } from './entry.ts'
import type { KnowledgeParts } from './parts.ts'

/** Withdrawing twice is the same as once. Refuses with `knowledge.not-found`. */
export const withdraw = async (parts: KnowledgeParts, change: Change): Promise<void> => {
  await changeEntry(parts, change, (before) => {
    if (!before) throw problem('knowledge.not-found')
    return before.status === 'withdrawn' ? null : { draft: before, status: 'withdrawn' }
  })
}
