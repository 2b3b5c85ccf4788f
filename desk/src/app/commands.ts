// What a key or the command bar does, on the conversation that is open.
import type { ConversationRow } from '@ballast/contract/conversation'
import { flatten, type Pages } from '../inbox/rows.ts'
import { cell } from '../live/cell.ts'
import { openDialog } from '../ui/dialogs.ts'
import type { Actions } from './actions.ts'
import type { Hotkey } from './hotkeys.ts'
import { go, herePlace } from './place.ts'
import { queries, type Session } from './server.ts'

export interface ComposerAsk {
  readonly tab: 'reply' | 'note'
  /** Makes asking twice work. */
  readonly count: number
  /** Words to put where the cursor stands; blanks such as `{{customer.name}}` are filled in. */
  readonly insert?: string
}
/** Asks the composer to open a tab and take the focus. */
export const composerAsk = cell<ComposerAsk>({ tab: 'reply', count: 0 })
export const askComposer = (tab: ComposerAsk['tab'], insert?: string): void =>
  composerAsk.set((now) => ({ tab, count: now.count + 1, ...(insert === undefined ? {} : { insert }) }))
/** Asks the composer to choose files; each number is one asking. */
export const attachAsk = cell(0)

export const currentRow = (): ConversationRow | null => {
  const place = herePlace()
  if (place.page !== 'inbox' || place.conversationId === null) return null
  return queries.getQueryData<{ row: ConversationRow }>(['conversation', place.conversationId])?.row ?? null
}

const step = (by: 1 | -1): void => {
  const place = herePlace()
  if (place.page !== 'inbox') return
  const rows = flatten(queries.getQueryData<Pages>(['rows', place.view])?.pages ?? [])
  const at = rows.findIndex((row) => row.conversation.id === place.conversationId)
  const next = rows[at === -1 ? 0 : at + by]
  if (next) go({ ...place, conversationId: next.conversation.id })
}

const onRow = (session: Session, act: (row: ConversationRow) => void): void => {
  const row = currentRow()
  if (row && session.permissions.includes('conversations.assign')) act(row)
}

export const createCommands = (actions: Actions, session: Session) => {
  const resolve = (row: ConversationRow) => {
    if (row.conversation.status !== 'resolved') void actions.resolve(row)
  }
  const table: Record<Hotkey, () => void> = {
    next: () => step(1),
    previous: () => step(-1),
    reply: () => askComposer('reply'),
    note: () => askComposer('note'),
    take: () => onRow(session, actions.take),
    'hand-back': () => onRow(session, (row) => void actions.handBack(row)),
    resolve: () => onRow(session, resolve),
    'resolve-next': () =>
      onRow(session, (row) => {
        step(1)
        resolve(row)
      }),
    snooze: () => onRow(session, (row) => openDialog.set({ kind: 'snooze', row })),
    attach: () => attachAsk.set((count) => count + 1),
    keys: () => openDialog.set({ kind: 'keys' }),
    commands: () => openDialog.set(openDialog.get()?.kind === 'commands' ? null : { kind: 'commands' }),
  }
  return { run: (key: Hotkey) => table[key]() }
}
