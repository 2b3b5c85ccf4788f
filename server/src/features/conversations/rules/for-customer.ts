// The customer's view: what of a message and a conversation leaves the house.
import type { Conversation, Message } from '@ballast/contract/conversation'

/** Null: not for customers (an internal note). Verdicts and what was on view stay inside; colleagues are known by name, not by id. */
export const messageForCustomer = (message: Message): Message | null => {
  if (message.note) return null
  const { verdict: _understood, context: _onView, turn, ...rest } = message
  const shown = turn === undefined ? rest : { ...rest, turn: turnForCustomer(turn) }
  const { kind, name, id } = message.author
  const author = kind === 'customer' && id !== undefined ? { kind, id } : { kind }
  return { ...shown, author: name === undefined ? author : { ...author, name } }
}

/** Who worded it is the shop's own business. */
const turnForCustomer = ({ wording: _how, ...turn }: NonNullable<Message['turn']>): NonNullable<Message['turn']> => turn

export const conversationForCustomer = (conversation: Conversation): Conversation => ({
  ...conversation,
  assigneeId: null,
  teamId: null,
  handoverReason: null,
})
