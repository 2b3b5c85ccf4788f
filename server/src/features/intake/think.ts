// Asks the bot and turns whatever comes back (an answer, a fault, nothing) into something that can be stored.
import { type Part, plainText, type Uuid, type VisitContext } from '@ballast/contract'
import { timeOfUuid } from '../../platform/ids.ts'
import { openField } from '../contacts/index.ts'
import { tidyJson } from '../conversations/index.ts'
import type { HeardMessage, Hearing } from './hear.ts'
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
  /** Nobody waits for fine words any more. */
  readonly hurry?: AbortSignal
}
export interface Thinking {
  readonly answer: Answer
}
/** What a turn is made from. */
export interface Thinker {
  readonly conversationId: Uuid
  readonly state: ThinkState
  readonly ground: ThinkGround
  readonly hearing: Hearing
}

/** Never rejects: a bug in a turn becomes a line for this customer, and nobody else notices. */
export const think = async (parts: IntakeParts, question: Question, thinker: Thinker): Promise<Thinking> => {
  const { state, ground, hearing } = thinker
  const locale = state.locale ?? question.inbox.locale
  try {
    const result = tidyJson(await parts.takeTurn(await turnOf(parts, question, thinker))) as TurnResult
    if (!isSayable(result)) throw new TypeError('the turn does not fit the contract')
    await noteTold(parts, question, { thinker, result, locale })
    const answer = answerOf(question, result, (await hearing.of(ground)).kept)
    return { answer: { ...answer, messageId: answerIdOf(parts, question) } }
  } catch (error) {
    parts.log.error({ err: error, tenant: question.tenant, messageId: question.messageId }, 'turn.failed')
    return { answer: fallback(question, state.dialog, locale) }
  }
}

/** Before the message that states them is stored: a price that was told is never unknown to those who change prices. */
const noteTold = async (
  parts: IntakeParts,
  question: Question,
  said: { readonly thinker: Thinker; readonly result: TurnResult; readonly locale: string },
): Promise<void> => {
  const { told = [] } = said.result
  const { tenant } = question
  const messageId = answerIdOf(parts, question)
  const { conversationId } = said.thinker
  const at = parts.clock.now()
  for (const [place, price] of told.entries()) {
    const id = parts.conversations.changeIdOf('told', tenant, messageId, String(place))
    await parts.noteQuote?.(tenant, { id, conversationId, messageId, locale: said.locale, at, ...price })
  }
}

/** Known before there is an answer, and the same in every process that finishes the turn. */
export const answerIdOf = (
  { conversations }: Pick<IntakeParts, 'conversations'>,
  { tenant, messageId }: Pick<Question, 'tenant' | 'messageId'>,
): Uuid => conversations.timedIdOf(timeOfUuid(messageId), 'answer', tenant, messageId)

export const fallback = (question: Question, dialog: ThinkState['dialog'], locale: string): Answer => ({
  ...afterFailure(dialog, locale),
  sources: [],
  botName: question.inbox.botName,
  inReplyTo: question.messageId,
})

/** Less sure of what is wanted than this: even an answer may have missed it. */
const UNCLEAR = 0.3

const answerOf = (question: Question, result: TurnResult, kept: HeardMessage['kept']): Answer => ({
  outcome: result.outcome,
  parts: result.parts,
  sources: result.sources,
  dialog: result.dialog as unknown as Answer['dialog'],
  botName: result.botName ?? question.inbox.botName,
  inReplyTo: question.messageId,
  ...(result.handover === undefined ? {} : { handover: result.handover }),
  ...(result.action === null ? {} : { action: result.action.slice(0, 64) }),
  ...(result.wording === undefined ? {} : { wording: result.wording }),
  ...(kept?.intent === undefined ? {} : { intent: kept.intent }),
  ...((kept?.confidence ?? 1) < UNCLEAR ? { unclear: true } : {}),
})

const turnOf = async (
  parts: Pick<IntakeParts, 'clock'>,
  question: Question,
  { state, ground, hearing, conversationId }: Thinker,
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
    ...(question.hurry === undefined ? {} : { hurry: question.hurry }),
    conversationId,
    now: parts.clock.now(),
  }
}
