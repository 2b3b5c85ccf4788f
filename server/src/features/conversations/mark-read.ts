// How far a side has read. Marks only rise; an append that no decision waits for.
import type { Principal, Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'
import { loadVisible } from './read.ts'
import { nextReadMark } from './rules/message-change.ts'
import { toConversation } from './thread.ts'

/** Answers the mark that holds afterwards. */
export const markRead = async (
  parts: ConversationParts,
  principal: Extract<Principal, { kind: 'staff' | 'visitor' | 'key' }>,
  { conversationId, seq }: { readonly conversationId: Uuid; readonly seq: number },
): Promise<number> => {
  const { tenant } = principal
  const { conversation: row } = await loadVisible(parts, principal, conversationId)
  const by = principal.kind === 'visitor' ? 'customer' : 'agent'
  const current = by === 'customer' ? row.customerReadSeq : row.agentReadSeq
  const mark = nextReadMark(current, row.seq, seq)
  if (mark === null) return current
  const factId = parts.ids.uuid()
  const data = { by, seq: mark, ...(principal.kind === 'staff' ? { staffId: principal.staffId } : {}) } as const
  const outcome = await parts.decider.decideAndCommit({
    tenant,
    conversationId,
    load: async () => null,
    decide: () => ({
      commit: {
        id: parts.ids.uuid(),
        tenant,
        conversationId,
        expectedVersion: -1,
        messages: [],
        facts: [{ id: factId, type: 'conversation.read', subject: conversationId, data }],
        dedupe: [],
        ...(by === 'customer' ? { customerReadSeq: mark } : { agentReadSeq: mark }),
      },
      result: (done) => done,
    }),
  })
  const read = by === 'customer' ? { ...row, customerReadSeq: mark } : { ...row, agentReadSeq: mark }
  parts.reader.forget(tenant, conversationId)
  const at = new Date(outcome.at).toISOString()
  const fact = { id: factId, tenant, type: 'conversation.read' as const, subject: conversationId, at, data }
  parts.published({ tenant, conversation: toConversation(read), facts: [fact], messages: [] })
  return mark
}
