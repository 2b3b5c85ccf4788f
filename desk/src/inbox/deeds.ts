// What is done to many at once, how each part of it is undone, and how far it has come.
import type { Conversation, ConversationRow } from '@ballast/contract/conversation'
import i18next from 'i18next'
import { queries, server } from '../app/server.ts'
import { applyRow, withConversation } from '../live/apply.ts'
import { cell } from '../live/cell.ts'
import { toast } from '../ui/toasts.tsx'
import { type Failure, runBulk } from './bulk.ts'
import { lists } from './here.ts'
import { selection } from './selection.ts'

export type Deed =
  | { kind: 'take' }
  | { kind: 'resolve' }
  | { kind: 'snooze'; until: string }
  | { kind: 'transfer'; to: { staffId?: string; teamId?: string; note?: string } }
type Verb = Promise<{ conversation: Conversation }>

const at = (row: ConversationRow) => ({ params: { conversationId: row.conversation.id }, body: {} })

const does = (row: ConversationRow, deed: Deed): Verb => {
  if (deed.kind === 'take') return server.takeConversation(at(row))
  if (deed.kind === 'resolve') return server.resolveConversation(at(row))
  if (deed.kind === 'snooze') return server.snoozeConversation({ ...at(row), body: { until: deed.until } })
  return server.transferConversation({ ...at(row), body: deed.to })
}

/** Takes the conversation back into our hands, then gives it to whoever had it before. */
const undoes = async (before: ConversationRow, deed: Deed, me: string): Verb => {
  const { status, assigneeId, handoverReason, snoozedUntil } = before.conversation
  const mine =
    deed.kind === 'resolve'
      ? await server.reopenConversation(at(before))
      : await server.takeConversation({ ...at(before), body: { force: true } })
  if (status === 'bot') return server.handBackConversation(at(before))
  if (status === 'waiting') {
    const reason = handoverReason === null ? {} : { reason: handoverReason }
    return server.handOverConversation({ ...at(before), body: reason })
  }
  if (status === 'snoozed' && snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now())
    return server.snoozeConversation({ ...at(before), body: { until: snoozedUntil } })
  if (assigneeId === null || assigneeId === me) return mine
  return server.transferConversation({ ...at(before), body: { staffId: assigneeId } })
}

export interface BulkState {
  readonly kind: Deed['kind'] | 'undo'
  readonly settled: number
  readonly total: number
  readonly running: boolean
  readonly stopped: boolean
  readonly failed: readonly Failure<ConversationRow>[]
  readonly again: (() => void) | null
}
/** The act on many that is under way, or that left failures to read. */
export const bulk = cell<BulkState | null>(null)
export const stopBulk = (): void => bulk.set((now) => now && { ...now, stopped: true })
export const closeBulk = (): void => bulk.set(null)

interface Task {
  readonly kind: BulkState['kind']
  readonly rows: readonly ConversationRow[]
  readonly me: string
  readonly verb: (row: ConversationRow) => Verb
}

const perform = async ({ kind, rows, me, verb }: Task) => {
  const begun = { kind, settled: 0, total: rows.length, running: true, stopped: false, failed: [], again: null }
  bulk.set(begun)
  const outcome = await runBulk({
    items: rows,
    run: async (row) => {
      const { conversation } = await verb(row)
      applyRow(queries, withConversation(row, conversation), me)
      selection.remove(conversation.id)
    },
    progress: (settled) => bulk.set((now) => now && { ...now, settled }),
    stopped: () => bulk.get()?.stopped ?? true,
  })
  const { failed } = outcome
  const again = () => void perform({ kind, rows: failed.map(({ item }) => item), me, verb })
  bulk.set(failed.length === 0 ? null : { ...begun, settled: outcome.done.length, running: false, failed, again })
  return outcome.done
}

/** Does it to all of them; one notice at the end undoes the whole. */
export const startBulk = async (rows: readonly ConversationRow[], deed: Deed, me: string): Promise<void> => {
  if (rows.length === 0 || bulk.get()?.running) return
  const done = await perform({ kind: deed.kind, rows, me, verb: (row) => does(row, deed) })
  if (done.length === 0) return
  const undo = async () => {
    const undone = await perform({ kind: 'undo', rows: done, me, verb: (row) => undoes(row, deed, me) })
    if (undone.length > 0) toast(i18next.t('bulk.undone', { count: undone.length }))
  }
  const text = i18next.t(`bulk.did.${deed.kind}`, { count: done.length })
  toast(text, { act: { label: i18next.t('do.undo'), run: () => void undo() } })
}

/** The chosen rows as this device holds them. */
export const chosenRows = (key: Parameters<typeof lists.held>[0]): ConversationRow[] => {
  const rows = lists.held(key)?.rows
  return selection.ids().flatMap((id) => rows?.get(id) ?? [])
}
