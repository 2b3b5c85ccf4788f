// The part of the wiring that lets promotions speak to a customer: build-server's, in a file of its own for its length.
import { problem } from '@ballast/contract'
import type { AccountsDoor } from './features/accounts/index.ts'
import { type AnsweringParts, sayLine } from './features/answering/index.ts'
import type { Conversations } from './features/conversations/index.ts'
import { createPromotions, type PromotionGround, type Promotions, type SayTo } from './features/promotions/index.ts'
import { appendFacts } from './platform/facts/append.ts'

interface Speaking extends Required<Pick<AnsweringParts, 'onFaults'>> {
  readonly conversations: Conversations
  readonly accounts: AccountsDoor
  readonly clock: { now(): number }
}

/** A correction is a message of the bot. While somebody else has the conversation it is refused: they see the list. */
const correctionsTo =
  ({ conversations, accounts, clock, onFaults }: Speaking): SayTo =>
  async ({ tenant, conversationId, messageId, key, text, sums }) => {
    // Noted before it was to be stored, and then somebody took over: nobody was told.
    if ((await conversations.readForDelivery({ tenant, conversationId, messageId })) === null) return
    const parts = sayLine({ onFaults }, { tenant, text, sums, now: clock.now() })
    if (parts === null) throw new Error('a correction that states more than was computed')
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
        parts,
        sources: [],
        dialog: null,
        botName: open?.inbox.botName ?? '',
      },
    })
    if (said === null) throw problem('conversation.wrong-status')
  }

export const buildPromotions = (ground: Omit<PromotionGround, 'appendFacts' | 'sayTo'> & Speaking): Promotions =>
  createPromotions({ ...ground, appendFacts, sayTo: correctionsTo(ground) })
