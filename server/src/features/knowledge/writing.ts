// What later features do with entries, on one hook: the door is narrow.
import { toIndexed } from './load-index.ts'
import { shippedMeaning } from './meaning.ts'
import { publish } from './publish.ts'
import { saveDraft } from './save.ts'
import { tryDraft } from './try-draft.ts'
import { readEntry, readOneVersion, rollBack } from './versions.ts'
import { withdraw } from './withdraw.ts'

export const writing = {
  publish,
  readEntry,
  readOneVersion,
  rollBack,
  saveDraft,
  shippedMeaning,
  toIndexed,
  tryDraft,
  withdraw,
}
