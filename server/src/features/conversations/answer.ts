// The bot's answer when it came later than the message it answers.
import { Problem, type Uuid } from '@ballast/contract'
import { type Acted, act, loadGround } from './act.ts'
import type { ConversationParts } from './parts.ts'
import { decide } from './rules/decide.ts'
import type { BotAnswered } from './rules/decide-turn.ts'
import type { DialogState } from './rules/state.ts'

export interface LateAnswer {
  readonly tenant: Uuid
  readonly conversationId: Uuid
  /** Made from the message answered: two nodes that finish the same turn store one answer. */
  readonly changeId: Uuid
  readonly answer: Omit<BotAnswered, 'type'>
  /** The dialog this answer was made from. When it has moved on meanwhile, the newer one is kept. */
  readonly madeFrom: DialogState | null
}

/** Null: no longer the bot's turn (somebody took over, or the person was erased); nothing was written. */
export const answer = async (parts: ConversationParts, late: LateAnswer): Promise<Acted | null> => {
  try {
    return await act(parts, {
      tenant: late.tenant,
      conversationId: late.conversationId,
      changeId: late.changeId,
      load: (fresh) => loadGround(parts, late.tenant, late.conversationId, fresh),
      decide: (state) => {
        const movedOn = JSON.stringify(state?.dialog ?? null) !== JSON.stringify(late.madeFrom)
        const dialog = movedOn ? (state?.dialog ?? null) : late.answer.dialog
        return decide(state, { type: 'bot-answered', ...late.answer, dialog }, parts.clock.now())
      },
    })
  } catch (error) {
    if (error instanceof Problem && MOVED_ON.has(error.code)) return null
    throw error
  }
}
const MOVED_ON = new Set<string>(['conversation.wrong-status', 'conversation.not-found'])
