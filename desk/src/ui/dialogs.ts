// Which dialog is open. The dialogs themselves are loaded when first asked for.
import type { ConversationRow, PersonalField } from '@ballast/contract/conversation'
import { cell } from '../live/cell.ts'

export type OpenDialog =
  | { kind: 'transfer' | 'snooze' | 'force-take'; row: ConversationRow }
  | { kind: 'reveal'; contactId: string; field: PersonalField; shown: (value: string | null) => void }
  | { kind: 'canned'; text: string; locale: string | null }
  | { kind: 'zoom'; url: string; alt: string }
  | { kind: 'keys' | 'commands' }

export const openDialog = cell<OpenDialog | null>(null)
export const closeDialog = (): void => openDialog.set(null)
