// The part of the wiring that lets promotions speak to a customer: build-server's, in a file of its own for its length.
import { problem } from '@ballast/contract'
import type { AccountsDoor } from './features/accounts/index.ts'
import type { Conversations } from './features/conversations/index.ts'
import type { SayTo } from './features/promotions/index.ts'

/** A correction is a message of the bot. While somebody else has the conversation it is refused: they see the list. */
export const correctionsTo =
  (conversations: Conversations, accounts: AccountsDoor): SayTo =>
  async ({ tenant, conversationId, key, text }) => {
    const at = { tenant, conversationId, fromSeq: 1, toSeq: 0, version: 0, withRow: false }
    const frame = await conversations.readFrame(at)
    if (frame === null) throw problem('conversation.not-found')
    const open = await accounts.inboxes.byId(tenant, frame.conversation.inboxId)
    const said = await conversations.answer({
      tenant,
      conversationId,
      changeId: conversations.changeIdOf('correction', tenant, key),
      madeFrom: null,
      answer: {
        outcome: 'silent',
        parts: [{ kind: 'text', text }],
        sources: [],
        dialog: null,
        botName: open?.inbox.botName ?? '',
      },
    })
    if (said === null) throw problem('conversation.wrong-status')
  }
