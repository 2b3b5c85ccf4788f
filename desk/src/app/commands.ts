// What a key or the command bar does: on the conversation that is open, in the list, and between views.
import type { ConversationRow } from '@ballast/contract/conversation'
import type { View } from '@ballast/contract/routes/conversations'
import { chosenRows, type Deed, startBulk } from '../inbox/deeds.ts'
import { keyOf, lists } from '../inbox/here.ts'
import { focusedRow, focusList, toggleRow } from '../inbox/list-focus.ts'
import { selection } from '../inbox/selection.ts'
import { savedViews } from '../inbox/views.ts'
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

/** The customer panel, where it does not stand beside the thread by itself. */
export const panelOpen = cell(false)

export const currentRow = (): ConversationRow | null => {
  const place = herePlace()
  if (place.page !== 'inbox' || place.conversationId === null) return null
  return queries.getQueryData<{ row: ConversationRow }>(['conversation', place.conversationId])?.row ?? null
}

const neighbour = (by: 1 | -1): ConversationRow | undefined => {
  const place = herePlace()
  if (place.page !== 'inbox') return undefined
  const rows = lists.held(keyOf(place))?.rows
  const at = place.conversationId === null ? -1 : (rows?.indexOf(place.conversationId) ?? -1)
  return at === -1 ? rows?.at(0) : rows?.at(at + by)
}
const step = (by: 1 | -1): void => {
  const place = herePlace()
  const next = neighbour(by)
  if (next && place.page === 'inbox') go({ ...place, conversationId: next.conversation.id })
}
/** The next, else the one before, else the bare list: never a conversation that has just been put away. */
const stepAway = (from: ConversationRow): void => {
  const place = herePlace()
  if (place.page !== 'inbox') return
  const to = [neighbour(1), neighbour(-1)].find((row) => row && row.conversation.id !== from.conversation.id)
  go({ ...place, conversationId: to?.conversation.id ?? null })
  if (!to) focusList()
}

const onRow = (session: Session, act: (row: ConversationRow) => void): void => {
  const row = currentRow()
  if (row && session.permissions.includes('conversations.assign')) act(row)
}

const resolver = (actions: Actions) => (row: ConversationRow) => {
  if (row.conversation.status !== 'resolved') void actions.resolve(row)
}

/** Escape puts away what lies on top: the choice of rows, the panel, the conversation. */
const close = (): void => {
  const place = herePlace()
  if (selection.choosing) selection.clear()
  else if (panelOpen.get()) panelOpen.set(false)
  else if (place.page === 'inbox' && place.conversationId !== null) {
    go({ ...place, conversationId: null })
    focusList()
  }
}

const openView = (view: View): void => go({ page: 'inbox', view, conversationId: null })
const goTable = {
  'go-mine': () => openView('mine'),
  'go-unassigned': () => openView('unassigned'),
  'go-bot': () => openView('bot'),
  'go-all': () => openView('all'),
  'go-snoozed': () => openView('snoozed'),
  'go-resolved': () => openView('resolved'),
  'go-inbox': () => openView(queries.getQueryData<View>(['last-view']) ?? 'mine'),
  'go-knowledge': () => go({ page: 'knowledge' }),
  'go-team': () => go({ page: 'team' }),
  'go-settings': () => go({ page: 'settings' }),
}
const goSaved = (index: number): void => {
  const saved = savedViews()[index - 1]
  if (saved) go({ page: 'inbox', view: 'all', saved: saved.id, conversationId: null })
}

const listHere = () => {
  const place = herePlace()
  return place.page === 'inbox' ? keyOf(place) : null
}

type Table = Record<Exclude<Hotkey, `go-saved-${number}`>, () => void>

export const createCommands = (actions: Actions, session: Session) => {
  const resolve = resolver(actions)
  /** With rows chosen, a key acts on them and not on the open conversation. */
  const many = (deed: Deed): boolean => {
    const key = listHere()
    if (selection.size === 0 || !key) return false
    void startBulk(chosenRows(key), deed, session.staff.id)
    return true
  }
  const choose = (extend: boolean) => {
    const id = focusedRow() ?? currentRow()?.conversation.id
    if (id !== undefined && session.permissions.includes('conversations.assign')) toggleRow(id, extend)
  }
  const table: Table = {
    ...goTable,
    next: () => step(1),
    previous: () => step(-1),
    reply: () => askComposer('reply'),
    note: () => askComposer('note'),
    take: () => (many({ kind: 'take' }) ? undefined : onRow(session, actions.take)),
    'hand-back': () => onRow(session, (row) => void actions.handBack(row)),
    'hand-over': () => onRow(session, (row) => openDialog.set({ kind: 'hand-over', row })),
    resolve: () => (many({ kind: 'resolve' }) ? undefined : onRow(session, resolve)),
    'resolve-next': () =>
      onRow(session, (row) => {
        stepAway(row)
        resolve(row)
      }),
    snooze: () => {
      const key = listHere()
      if (selection.size > 0 && key) openDialog.set({ kind: 'snooze-many', key })
      else onRow(session, (row) => openDialog.set({ kind: 'snooze', row }))
    },
    select: () => choose(false),
    'select-to': () => choose(true),
    panel: () => panelOpen.set((now) => !now),
    close,
    attach: () => attachAsk.set((count) => count + 1),
    keys: () => openDialog.set({ kind: 'keys' }),
    commands: () => openDialog.set(openDialog.get()?.kind === 'commands' ? null : { kind: 'commands' }),
  }
  const run = (key: Hotkey): void => {
    const saved = /^go-saved-(\d)$/.exec(key)?.[1]
    if (saved === undefined) table[key as keyof Table]()
    else goSaved(Number(saved))
  }
  return { run }
}
