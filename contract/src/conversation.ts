// Conversations, their messages, and the people in them.
import { type Static, Type } from 'typebox'
import { Parts } from './parts.ts'
import { Closed, Instant, Locale, OneOf, Text, Uuid } from './primitives.ts'
import { Heard } from './verdict.ts'

/**
 * Who has the conversation now.
 * - `bot`: the bot answers.
 * - `waiting`: a person was asked for; nobody has taken it. The bot stays silent.
 * - `agent`: a person has it. The bot stays silent.
 * - `snoozed`: a person set it aside until `snoozedUntil` or the customer's next message.
 * - `resolved`: closed. The customer's next message reopens it.
 */
export const CONVERSATION_STATUSES = ['bot', 'waiting', 'agent', 'snoozed', 'resolved'] as const
export const ConversationStatus = OneOf(CONVERSATION_STATUSES)
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

export const HANDOVER_REASONS = [
  'asked',
  'bot-unsure',
  'angry',
  'complaint',
  'agent-transfer',
  'rule',
  'manual',
] as const
export const HandoverReason = OneOf(HANDOVER_REASONS)
export type HandoverReason = (typeof HANDOVER_REASONS)[number]

export const AUTHOR_KINDS = ['customer', 'bot', 'agent', 'system'] as const
export const Author = Closed({
  kind: OneOf(AUTHOR_KINDS),
  id: Type.Optional(Uuid),
  name: Type.Optional(Text(120)),
})
export type Author = Static<typeof Author>

/** `sent` is stored; `delivered` and `read` are receipts; `failed` says why in `failure`. */
export const DELIVERY_STATES = ['sent', 'delivered', 'read', 'failed'] as const

/** What the bot did in a turn. `unsure`: it said that it does not know and offered a person. */
export const TURN_OUTCOMES = ['answered', 'asked', 'acted', 'handed-over', 'unsure'] as const

/** Why an answer of the bot did not help. */
export const JUDGEMENT_REASONS = ['wrong', 'outdated', 'off-topic', 'incomplete', 'unclear'] as const
/** 👍 or 👎 on one answer of the bot. */
export const Judgement = Closed({
  helpful: Type.Boolean(),
  reason: Type.Optional(OneOf(JUDGEMENT_REASONS)),
})
export type Judgement = Static<typeof Judgement>

/** What the shopper is looking at; rides with a message, never makes a row of its own. */
export const VisitContext = Closed({
  page: Type.Optional(Text(2048)),
  title: Type.Optional(Text(200)),
  productId: Type.Optional(Text(64)),
  orderNo: Type.Optional(Text(64)),
  cart: Type.Optional(
    Type.Array(Closed({ productId: Text(64), quantity: Type.Integer({ minimum: 1 }) }), { maxItems: 50 }),
  ),
})
export type VisitContext = Static<typeof VisitContext>

export const Message = Closed({
  id: Uuid,
  conversationId: Uuid,
  seq: Type.Integer({ minimum: 1, description: 'Position in the conversation: 1, 2, 3, … with no gap.' }),
  author: Author,
  channel: Text(32),
  parts: Parts,
  note: Type.Boolean({ description: 'An internal note: agents see it, the customer never does.' }),
  sentAt: Instant,
  editedAt: Type.Optional(Instant),
  recalled: Type.Boolean(),
  delivery: OneOf(DELIVERY_STATES),
  failure: Type.Optional(Text(200)),
  inReplyTo: Type.Optional(Uuid),
  /** On the bot's messages: what it understood the customer to want, and what it did. */
  turn: Type.Optional(
    Closed({
      outcome: OneOf(TURN_OUTCOMES),
      intent: Type.Optional(Text(64)),
      action: Type.Optional(Text(64)),
      /** For agents only. `ok`: a language model worded it; otherwise why it did not, as `MODEL_OUTCOMES` says. */
      wording: Type.Optional(Text(32)),
    }),
  ),
  /** On the bot's messages: what the customer thought of it. */
  judgement: Type.Optional(Judgement),
  /** On the customer's messages, for agents only: what was on view when they wrote. */
  context: Type.Optional(VisitContext),
  /** On the customer's messages, for agents only: what was heard in it. */
  verdict: Type.Optional(Heard),
})
export type Message = Static<typeof Message>

export const Conversation = Closed({
  id: Uuid,
  contactId: Uuid,
  inboxId: Uuid,
  channel: Text(32),
  status: ConversationStatus,
  assigneeId: Type.Union([Uuid, Type.Null()]),
  teamId: Type.Union([Uuid, Type.Null()]),
  seq: Type.Integer({ minimum: 0, description: 'Sequence number of the last message.' }),
  version: Type.Integer({ minimum: 0 }),
  locale: Type.Union([Locale, Type.Null()]),
  handoverReason: Type.Union([HandoverReason, Type.Null()]),
  waitingSince: Type.Union([Instant, Type.Null()]),
  snoozedUntil: Type.Union([Instant, Type.Null()]),
  openedAt: Instant,
  updatedAt: Instant,
  resolvedAt: Type.Union([Instant, Type.Null()]),
  customerReadSeq: Type.Integer({ minimum: 0 }),
  agentReadSeq: Type.Integer({ minimum: 0 }),
})
export type Conversation = Static<typeof Conversation>

/** How much a conversation asks of whoever serves it. */
export const GRADES = ['frequent', 'scenario', 'complex'] as const
export type Grade = (typeof GRADES)[number]

/** A row of the desk's list. */
export const ConversationRow = Closed({
  conversation: Conversation,
  contactName: Text(120),
  contactLevel: Type.Union([Text(32), Type.Null()]),
  assigneeName: Type.Union([Text(120), Type.Null()]),
  preview: Text(200),
  lastAuthor: OneOf(AUTHOR_KINDS),
  unread: Type.Integer({ minimum: 0, description: 'Customer messages the agents have not read.' }),
  grade: Type.Optional(OneOf(GRADES, { description: 'From its last messages; absent before anything was asked.' })),
})
export type ConversationRow = Static<typeof ConversationRow>

/** Personal fields come masked (`138****1234`) unless revealed with a reason. `null`: not known. */
export const Contact = Closed({
  id: Uuid,
  name: Type.Union([Text(120), Type.Null()]),
  verified: Type.Boolean({ description: 'Joined to a shop account by a signed identity.' }),
  externalId: Type.Union([Text(128), Type.Null()]),
  level: Type.Union([Text(32), Type.Null()]),
  locale: Type.Union([Locale, Type.Null()]),
  phone: Type.Union([Text(64), Type.Null()]),
  email: Type.Union([Text(320), Type.Null()]),
  address: Type.Union([Text(500), Type.Null()]),
  createdAt: Instant,
})
export type Contact = Static<typeof Contact>
export const PERSONAL_FIELDS = ['phone', 'email', 'address', 'payment'] as const
export type PersonalField = (typeof PERSONAL_FIELDS)[number]
