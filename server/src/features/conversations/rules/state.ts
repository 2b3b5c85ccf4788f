// What a decision about a conversation reads and yields. Times are epoch milliseconds; nothing here touches a clock or a disk.
import type { Author, ConversationStatus, HandoverReason, Message, VisitContext } from '@ballast/contract/conversation'
import type { FactData, FactType } from '@ballast/contract/facts'
import type { Part } from '@ballast/contract/parts'
import type { Uuid } from '@ballast/contract/primitives'
import type { ProblemCode } from '@ballast/contract/problems'

/** The bot's memory of a dialog. Opaque here: answering owns its shape. JSON only. */
export type DialogState = { readonly [key: string]: unknown }

export interface ConversationState {
  readonly contactId: Uuid
  readonly inboxId: Uuid
  readonly channel: string
  readonly status: ConversationStatus
  readonly assigneeId: Uuid | null
  readonly teamId: Uuid | null
  readonly locale: string | null
  readonly handoverReason: HandoverReason | null
  readonly dialog: DialogState | null
  readonly waitingSince: number | null
  readonly snoozedUntil: number | null
  readonly openedAt: number
  readonly resolvedAt: number | null
  readonly lastAuthor: Author['kind']
}

export interface DraftMessage {
  readonly author: Author
  readonly channel: string
  readonly parts: readonly Part[]
  readonly note: boolean
  /** Only when the writer made the id; the verb makes the others. */
  readonly id?: Uuid
  readonly inReplyTo?: Uuid
  readonly verdict?: NonNullable<Message['verdict']>
  /** On the customer's messages: what was on view. */
  readonly context?: VisitContext
  /** On the bot's messages. */
  readonly turn?: NonNullable<Message['turn']>
}

type ByMessage = 'message.received' | 'message.sent' | 'conversation.rated'
/** A fact before it has an id. For message facts, `message` is the index into the decision's messages. */
export type DraftFact = {
  [K in FactType]: K extends ByMessage
    ? { readonly type: K; readonly message: number; readonly data: Omit<FactData<K>, 'messageId' | 'seq'> }
    : { readonly type: K; readonly data: FactData<K> }
}[FactType]

export type Effect = { readonly type: 'wake-at'; readonly at: number }

export interface Decision {
  readonly next: ConversationState
  readonly messages: readonly DraftMessage[]
  readonly facts: readonly DraftFact[]
  readonly effects: readonly Effect[]
}
export interface Refusal {
  readonly refused: ProblemCode
}
export const isRefusal = (value: object): value is Refusal => 'refused' in value

/** A colleague who acts. */
export interface Actor {
  readonly staffId: Uuid
  readonly name: string
}

/** Nothing to do: the wish is already true. */
export const unchanged = (state: ConversationState): Decision => ({
  next: state,
  messages: [],
  facts: [],
  effects: [],
})
export const isUnchanged = (decision: Decision, before: ConversationState | null): boolean =>
  decision.next === before && decision.messages.length === 0 && decision.facts.length === 0

/** One decision after another as one: messages in order, fact indexes moved along. */
export const andThen = (first: Decision, second: Decision): Decision => ({
  next: second.next,
  messages: [...first.messages, ...second.messages],
  facts: [
    ...first.facts,
    ...second.facts.map((fact) =>
      'message' in fact ? { ...fact, message: fact.message + first.messages.length } : fact,
    ),
  ],
  effects: [...first.effects, ...second.effects],
})
