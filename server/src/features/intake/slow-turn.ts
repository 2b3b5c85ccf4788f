// A turn that takes longer than a moment: the message is stored, the answer follows. A job finishes it should this process die.
import type { Uuid } from '@ballast/contract'
import { hearing } from './hear.ts'
import { type IntakeParts, TURN_JOB, type TurnJob } from './parts.ts'
import type { SoFar } from './so-far.ts'
import { answerIdOf, fallback, type Question, type Thinking, think } from './think.ts'
import type { ThinkState } from './words.ts'

export interface SlowTurn {
  readonly question: Question
  readonly conversationId: Uuid
  readonly state: ThinkState
  readonly thinking: Promise<Thinking>
  readonly contactId: Uuid
  readonly soFar: SoFar
  /** Aborted: nobody waits for fine words any more. */
  readonly hurry: AbortController
}
const DEFAULT_PATIENCE_MS = 20_000
const patience = (parts: IntakeParts) => parts.patienceMs ?? DEFAULT_PATIENCE_MS

/** Set before the message is committed alone, so that no crash in between can lose the turn. */
export const setTurnTimer = (parts: IntakeParts, { question, conversationId }: SlowTurn): Promise<void> => {
  const { tenant, inbox, messageId } = question
  const job: TurnJob = { tenant, inboxId: inbox.id, conversationId, messageId }
  // A margin: this process answers or gives up first; the job is for when it cannot.
  return parts.schedule(TURN_JOB, job, parts.clock.now() + patience(parts) + 5_000)
}

/** Never rejects. The answer is dropped when somebody took the conversation over meanwhile. */
export const finishLater = async (parts: IntakeParts, slow: SlowTurn): Promise<void> => {
  const { question, state } = slow
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Thinking>((give) => {
    const line = () => give({ answer: fallback(question, state.dialog, state.locale ?? question.inbox.locale) })
    timer = setTimeout(line, patience(parts))
  })
  tellSoFar(parts, slow)
  try {
    const { answer } = await Promise.race([slow.thinking, late])
    slow.soFar.end()
    await store(parts, slow, answer)
  } catch (error) {
    // The job set beforehand tries again.
    parts.log.error({ err: error, messageId: question.messageId }, 'turn.not-finished')
  } finally {
    slow.soFar.end()
    clearTimeout(timer)
  }
}

const tellSoFar = (parts: IntakeParts, { question, conversationId, contactId, soFar }: SlowTurn): void => {
  const { tenant } = question
  const messageId = answerIdOf(parts, question)
  soFar.follow((text) => parts.tellPartial({ tenant, contactId, conversationId, messageId, text }))
}

const store = (
  parts: IntakeParts,
  { question, conversationId, state }: Pick<SlowTurn, 'question' | 'conversationId' | 'state'>,
  answer: Thinking['answer'],
) =>
  parts.conversations.answer({
    tenant: question.tenant,
    conversationId,
    changeId: parts.conversations.changeIdOf('turn', question.tenant, question.messageId),
    answer: { ...answer, messageId: answerIdOf(parts, question) },
    madeFrom: state.dialog,
  })

/** Job `intake.continue-turn`. Does nothing when the turn was finished, or is no longer the bot's. Idempotent. */
export const continueTurn = async (parts: IntakeParts, job: TurnJob): Promise<void> => {
  const open = await parts.conversations.readOpenTurn(job)
  const inbox = open === null ? null : await parts.inboxById(job.tenant, job.inboxId)
  if (open === null || inbox === null) return
  const { parts: said, context, channel } = open.message
  const more = context === undefined ? {} : { context }
  const question = { tenant: job.tenant, inbox, messageId: job.messageId, parts: said, channel, ...more }
  const heard = hearing(parts, question, open.message.seq)
  const { answer } = await think(parts, question, { ...open, conversationId: job.conversationId, hearing: heard })
  await store(parts, { question, conversationId: job.conversationId, state: open.state }, answer)
}
