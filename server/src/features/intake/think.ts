// Asks the bot and turns whatever comes back (an answer, a fault, nothing) into something that can be stored.
import { type Part, plainText, type Uuid, type VisitContext } from '@ballast/contract'
import { openField } from '../contacts/index.ts'
import { tidyJson } from '../conversations/index.ts'
import type { Hearing } from './hear.ts'
import type { IntakeInbox, IntakeParts } from './parts.ts'
import { afterFailure, dialogForTurn } from './rules/after-failure.ts'
import { isSayable } from './rules/read-turn.ts'
import type { TurnInput, TurnResult } from './turn.ts'
import type { Answer, ThinkGround, ThinkState } from './words.ts'

export interface Question {
  readonly tenant: Uuid
  readonly inbox: IntakeInbox
  readonly messageId: Uuid
  readonly parts: readonly Part[]
  readonly channel?: string
  readonly context?: VisitContext
  /** Hears the text so far. */
  readonly onText?: (soFar: string) => void
}
export interface Thinking {
  readonly answer: Answer
}
/** What a turn is made from. */
export interface Thinker {
  readonly state: ThinkState
  readonly ground: ThinkGround
  readonly hearing: Hearing
}

/** Never rejects: a bug in a turn becomes a line for this customer, and nobody else notices. */
export const think = async (
  parts: IntakeParts,
  question: Question,
  { state, ground, hearing }: Thinker,
): Promise<Thinking> => {
  const locale = state.locale ?? question.inbox.locale
  try {
    const result = tidyJson(
      await parts.takeTurn(await turnOf(parts, question, { state, ground, hearing })),
    ) as TurnResult
    if (!isSayable(result)) throw new TypeError('the turn does not fit the contract')
    return { answer: answerOf(question, result, (await hearing.of(ground)).kept?.intent) }
  } catch (error) {
    parts.log.error({ err: error, tenant: question.tenant, messageId: question.messageId }, 'turn.failed')
    return { answer: fallback(question, state.dialog, locale) }
  }
}

export const fallback = (question: Question, dialog: ThinkState['dialog'], locale: string): Answer => ({
  ...afterFailure(dialog, locale),
  sources: [],
  botName: question.inbox.botName,
  inReplyTo: question.messageId,
})

const answerOf = (question: Question, result: TurnResult, intent: string | undefined): Answer => ({
  outcome: result.outcome,
  parts: result.parts,
  sources: result.sources,
  dialog: result.dialog as unknown as Answer['dialog'],
  botName: result.botName ?? question.inbox.botName,
  inReplyTo: question.messageId,
  ...(result.handover === undefined ? {} : { handover: result.handover }),
  ...(result.action === null ? {} : { action: result.action.slice(0, 64) }),
  ...(intent === undefined ? {} : { intent }),
})

const turnOf = async (
  parts: Pick<IntakeParts, 'clock'>,
  question: Question,
  { state, ground, hearing }: Thinker,
): Promise<TurnInput> => {
  const { tenant, inbox } = question
  const { contact, key } = ground
  const { verdict, recent } = await hearing.of(ground)
  return {
    tenant,
    inbox: { id: inbox.id, locale: inbox.locale, botName: inbox.botName },
    contact: {
      id: contact.id,
      externalId: contact.externalId,
      verified: contact.verified,
      name: openField(key, { tenant, contactId: contact.id, field: 'name' }, contact.name),
      level: contact.level,
    },
    locale: state.locale,
    // Opaque to conversations, made by answering: handed back as it was.
    dialog: dialogForTurn(state.dialog) as TurnInput['dialog'],
    recent,
    text: plainText(question.parts),
    verdict,
    parts: question.parts,
    ...(question.channel === undefined ? {} : { channel: question.channel }),
    ...(question.context === undefined ? {} : { context: question.context }),
    ...(question.onText === undefined ? {} : { onText: question.onText }),
    now: parts.clock.now(),
  }
}
