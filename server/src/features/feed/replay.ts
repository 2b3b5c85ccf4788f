// What a device missed, in order and in pages. Notes are left out for customers.
import { type Message, type Principal, problem, type Uuid } from '@ballast/contract'
import type { Conversations } from '../conversations/index.ts'

export interface ReplayPage {
  readonly messages: readonly Message[]
  /** Everything up to this number is in this page or an earlier one, or not for this reader. */
  readonly lastSeq: number
  /** Nothing was stored beyond `lastSeq` when this was read. */
  readonly complete: boolean
}

/** Throws `conversation.not-found`, also for what the caller may not see. */
export const replay = async (
  conversations: Pick<Conversations, 'listMessages'>,
  principal: Principal,
  page: { readonly conversationId: Uuid; readonly afterSeq: number; readonly limit?: number },
): Promise<ReplayPage> => {
  if (principal.kind === 'anyone') throw problem('conversation.not-found')
  const { conversationId, afterSeq, limit = 100 } = page
  const found = await conversations.listMessages(principal, { conversationId, afterSeq, limit })
  const complete = found.messages.length < limit
  const last = found.messages.at(-1)?.seq ?? afterSeq
  return { messages: found.messages, lastSeq: complete ? Math.max(found.lastSeq, last) : last, complete }
}
