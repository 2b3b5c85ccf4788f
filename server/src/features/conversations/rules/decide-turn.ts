// A customer's message and the bot's answer to it. The bot never talks over a person.
import type { HandoverReason, Message, VisitContext } from '@ballast/contract/conversation'
import { type Part, plainText, type Source } from '@ballast/contract/parts'
import type { Uuid } from '@ballast/contract/primitives'
import { freshState, line, toBot, toWaiting, toWoken } from './moves.ts'
import type { ConversationState, Decision, DialogState, DraftFact, DraftMessage, Refusal } from './state.ts'

export interface CustomerWrote {
  readonly type: 'customer-wrote'
  readonly messageId: Uuid
  readonly contactId: Uuid
  readonly inboxId: Uuid
  readonly channel: string
  readonly locale: string | null
  readonly parts: readonly Part[]
  /** Off: a person is asked for at once. */
  readonly botOn: boolean
  readonly name?: string
  readonly inReplyTo?: Uuid
  readonly verdict?: NonNullable<Message['verdict']>
  readonly context?: VisitContext
}
export interface BotAnswered {
  readonly type: 'bot-answered'
  readonly outcome: 'answered' | 'asked' | 'acted' | 'handed-over' | 'silent' | 'unsure'
  readonly parts: readonly Part[]
  readonly sources: readonly Source[]
  readonly dialog: DialogState | null
  readonly handover?: HandoverReason
  readonly botName: string
  readonly inReplyTo?: Uuid
  readonly messageId?: Uuid
  /** What the customer was understood to want, and what was looked up or done for it. */
  readonly intent?: string
  /** It could hardly tell what was wanted. */
  readonly unclear?: boolean
  readonly action?: string
  /** Whether a language model worded it, or why not. */
  readonly wording?: string
}

/** The customer's message is always message 0 of the decision: its acknowledgement names `firstSeq`. */
export const customerWrote = (state: ConversationState | null, event: CustomerWrote, now: number): Decision => {
  const before = state ?? freshState(event, now)
  const message: DraftMessage = {
    id: event.messageId,
    author: { kind: 'customer', id: event.contactId, ...(event.name === undefined ? {} : { name: event.name }) },
    channel: event.channel,
    parts: event.parts,
    note: false,
    ...(event.inReplyTo === undefined ? {} : { inReplyTo: event.inReplyTo }),
    ...(event.verdict === undefined ? {} : { verdict: event.verdict }),
    ...(event.context === undefined ? {} : { context: event.context }),
  }
  const started: DraftFact[] =
    state === null ? [{ type: 'conversation.started', data: { inboxId: event.inboxId, channel: event.channel } }] : []
  const turn = afterWriting(before, event, now)
  return {
    next: { ...turn.next, channel: event.channel, locale: event.locale ?? before.locale, lastAuthor: 'customer' },
    messages: [message, ...turn.lines],
    facts: [received(event), ...started, ...turn.facts],
    effects: [],
  }
}

const received = (event: CustomerWrote): DraftFact => ({
  type: 'message.received',
  message: 0,
  data: {
    channel: event.channel,
    chars: plainText(event.parts).length,
    ...(event.verdict?.intent === undefined ? {} : { intent: event.verdict.intent }),
    ...(event.verdict?.language === undefined ? {} : { language: event.verdict.language }),
    ...(event.verdict?.emotion === undefined ? {} : { emotion: event.verdict.emotion }),
    ...(event.verdict?.trajectory?.alarm ? { alarm: true } : {}),
  },
})

type Turn = { next: ConversationState; lines: DraftMessage[]; facts: DraftFact[] }
/** Whose turn it is once the customer has written. */
const afterWriting = (state: ConversationState, event: CustomerWrote, now: number): Turn => {
  const { status } = state
  if (status === 'waiting' || status === 'agent') return { next: state, lines: [], facts: [] }
  if (status === 'snoozed') {
    return {
      next: toWoken(state, now),
      lines: [],
      facts: [{ type: 'conversation.woken', data: { cause: 'customer' } }],
    }
  }
  const reopened = status === 'resolved'
  const lines = reopened ? [line(event.channel, 'reopened')] : []
  const facts: DraftFact[] = reopened ? [{ type: 'conversation.reopened', data: { by: 'customer' } }] : []
  if (event.botOn) return { next: reopened ? toBot(state) : state, lines, facts }
  return {
    next: toWaiting(state, 'rule', now),
    lines: [...lines, line(event.channel, 'handed-over')],
    facts: [...facts, { type: 'conversation.handed-over', data: { reason: 'rule', from: status, by: 'system' } }],
  }
}

/** Refused unless it is still the bot's turn: somebody may have taken over while the answer was made. */
export const botAnswered = (state: ConversationState, event: BotAnswered, now: number): Decision | Refusal => {
  if (state.status !== 'bot') return { refused: 'conversation.wrong-status' }
  const said = botMessage(state, event)
  const messages = said === null ? [] : [said]
  const handsOver = event.outcome === 'handed-over' || event.handover !== undefined
  const reason = event.handover ?? 'bot-unsure'
  const facts: DraftFact[] = said === null ? [] : [sent(event, state.channel, said)]
  const next: ConversationState = {
    ...state,
    dialog: event.dialog,
    lastAuthor: said === null ? state.lastAuthor : 'bot',
  }
  if (!handsOver) return { next, messages, facts, effects: [] }
  return {
    next: { ...toWaiting(next, reason, now), lastAuthor: 'system' },
    messages: [...messages, line(state.channel, 'handed-over')],
    facts: [...facts, { type: 'conversation.handed-over', data: { reason, from: 'bot', by: 'bot' } }],
    effects: [],
  }
}

const botMessage = (state: ConversationState, event: BotAnswered): DraftMessage | null => {
  if (event.parts.length === 0) return null
  const told = event.parts.some((part) => part.kind === 'sources') || event.sources.length === 0
  const sources: Part[] = told ? [] : [{ kind: 'sources', sources: event.sources.slice(0, 10) }]
  return {
    author: { kind: 'bot', name: event.botName },
    channel: state.channel,
    parts: [...event.parts.slice(0, 19), ...sources],
    note: false,
    ...(event.outcome === 'silent' ? {} : { turn: turnOf(event, event.outcome) }),
    ...(event.messageId === undefined ? {} : { id: event.messageId }),
    ...(event.inReplyTo === undefined ? {} : { inReplyTo: event.inReplyTo }),
  }
}
const turnOf = ({ intent, action, wording }: BotAnswered, outcome: NonNullable<DraftMessage['turn']>['outcome']) => ({
  outcome,
  ...(intent === undefined ? {} : { intent }),
  ...(action === undefined ? {} : { action }),
  ...(wording === undefined ? {} : { wording }),
})
const isEntry = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What it answered from, for those who count. */
const citedBy = ({ outcome, sources }: BotAnswered): { cited?: { entryId: string; version: number }[] } => {
  const cited = outcome === 'answered' ? sources.filter(({ id }) => isEntry.test(id)).slice(0, 10) : []
  return cited.length === 0 ? {} : { cited: cited.map(({ id, version }) => ({ entryId: id, version })) }
}
const sent = (event: BotAnswered, channel: string, said: DraftMessage): DraftFact => ({
  type: 'message.sent',
  message: 0,
  data: {
    channel,
    by: 'bot',
    note: false,
    chars: plainText(said.parts).length,
    ...(event.outcome === 'silent' ? {} : { outcome: event.outcome }),
    ...(event.unclear ? { unclear: true } : {}),
    ...citedBy(event),
  },
})
