// Which dialog is open. The dialogs themselves are loaded when first asked for.
import type { ConversationRow, Message, PersonalField } from '@ballast/contract/conversation'
import type { SavedView, ViewFilter } from '@ballast/contract/routes/workspace'
import type { ListKey } from '../inbox/lists.ts'
import { cell } from '../live/cell.ts'

export type OpenDialog =
  | { kind: 'transfer' | 'snooze' | 'force-take' | 'hand-over' | 'erase'; row: ConversationRow }
  | { kind: 'transfer-many' | 'snooze-many'; key: ListKey }
  | { kind: 'filter'; filter: ViewFilter }
  /** `null`: the filter being tried out gets its name. */
  | { kind: 'save-view'; view: SavedView | null }
  | { kind: 'reveal'; contactId: string; field: PersonalField; shown: (value: string | null) => void }
  | { kind: 'canned'; text: string; locale: string | null }
  | { kind: 'meant'; message: Message }
  | { kind: 'zoom'; url: string; alt: string }
  | { kind: 'keys' | 'commands' }

export const openDialog = cell<OpenDialog | null>(null)
export const closeDialog = (): void => openDialog.set(null)
