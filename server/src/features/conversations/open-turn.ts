// A message whose answer may still be owed: what a job needs to finish the turn.
import type { Message, Uuid } from '@ballast/contract'
import { loadGround } from './act.ts'
import type { Ground } from './change.ts'
import { readMessages } from './messages.ts'
import type { ConversationParts } from './parts.ts'
import { type ConversationState, isRefusal } from './rules/state.ts'
import { messageById } from './store.ts'
import { stateOf } from './thread.ts'

export interface OpenTurn {
  readonly message: Message
  readonly state: ConversationState
  readonly ground: Ground
}
/** Null: answered already, no longer the bot's turn, or gone. */
export const readOpenTurn = async (
  parts: ConversationParts,
  at: { readonly tenant: Uuid; readonly conversationId: Uuid; readonly messageId: Uuid },
): Promise<OpenTurn | null> => {
  const ground = await loadGround(parts, at.tenant, at.conversationId, true)
  if (isRefusal(ground) || ground.conversation === null || ground.conversation.status !== 'bot') return null
  const row = await parts.database.as(at.tenant, (tx) => messageById(tx, at))
  if (row === null || row.recalled) return null
  const { conversation, contact } = ground
  const since = await readMessages(parts, { conversation, contact }, { afterSeq: row.seq - 1, limit: 100 })
  const message = since[0]
  const answered = since.some((one) => one.author.kind === 'bot' && one.inReplyTo === at.messageId)
  return message === undefined || answered ? null : { message, state: stateOf(conversation, ground.key), ground }
}
