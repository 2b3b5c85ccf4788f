// What a colleague does with a conversation: each act tells the server, folds the reply in, and offers to undo.
import type { Conversation, ConversationRow, HandoverReason } from '@ballast/contract/conversation'
import i18next from 'i18next'
import { useMemo } from 'react'
import { applyConversation } from '../live/apply.ts'
import { openDialog } from '../ui/dialogs.ts'
import { toast } from '../ui/toasts.tsx'
import { explain } from './explain.ts'
import { queries, server, useSession } from './server.ts'

type Verb = () => Promise<{ conversation: Conversation }>

const runner = (me: string) => {
  /** `done`: the line to show; `undo`: the verb that takes it back. */
  const run = async (verb: Verb, done: string, undo?: Verb): Promise<boolean> => {
    try {
      const { conversation } = await verb()
      applyConversation(queries, conversation, me)
      void queries.invalidateQueries({ queryKey: ['conversation', conversation.id] })
      const act = undo ? { label: i18next.t('do.undo'), run: () => void run(undo, i18next.t('did.undone')) } : undefined
      toast(done, act ? { act } : {})
      return true
    } catch (error) {
      toast(explain(error), { tone: 'problem' })
      return false
    }
  }
  return run
}

const at = (row: ConversationRow) => ({ params: { conversationId: row.conversation.id }, body: {} })

/** Only who has a conversation may hand it back. */
const backToBot = async (row: ConversationRow) => {
  await server.takeConversation(at(row))
  return server.handBackConversation(at(row))
}

export const createActions = (me: string) => {
  const run = runner(me)
  const t = i18next.t
  const take = (row: ConversationRow, force = false) =>
    run(() => server.takeConversation({ ...at(row), body: force ? { force: true } : {} }), t('did.take'))
  return {
    /** Asks first when a colleague has it. */
    take: (row: ConversationRow): void => {
      const { assigneeId, status } = row.conversation
      if (assigneeId === me && status === 'agent') return
      if (assigneeId !== null && assigneeId !== me) openDialog.set({ kind: 'force-take', row })
      else void take(row)
    },
    takeByForce: (row: ConversationRow) => take(row, true),
    handBack: (row: ConversationRow) =>
      run(
        () => server.handBackConversation(at(row)),
        t('did.handBack'),
        () => server.takeConversation(at(row)),
      ),
    /** Into the waiting queue, from the bot or from our own hands. */
    handOver: (row: ConversationRow, reason: HandoverReason) =>
      run(
        () => server.handOverConversation({ ...at(row), body: { reason } }),
        t('queue.did'),
        () => (row.conversation.status === 'bot' ? backToBot(row) : server.takeConversation(at(row))),
      ),
    resolve: (row: ConversationRow) =>
      run(
        () => server.resolveConversation(at(row)),
        t('did.resolve'),
        () => server.reopenConversation(at(row)),
      ),
    reopen: (row: ConversationRow) => run(() => server.reopenConversation(at(row)), t('did.reopen')),
    snooze: (row: ConversationRow, until: string) =>
      run(
        () => server.snoozeConversation({ ...at(row), body: { until } }),
        t('did.snooze'),
        () => server.takeConversation(at(row)),
      ),
    transfer: (row: ConversationRow, body: { staffId?: string; teamId?: string; note?: string }) =>
      run(() => server.transferConversation({ ...at(row), body }), t('did.transfer')),
  }
}
export type Actions = ReturnType<typeof createActions>

export const useActions = (): Actions => {
  const me = useSession().staff.id
  return useMemo(() => createActions(me), [me])
}
