// The open channel's words: what a shop's own entry sends, and the events it gets back. Field names are snake_case, as
// common webhooks have them. Unknown fields are ignored, so that a shop may send more than we read.
import { type Static, Type } from 'typebox'
import { Author, ConversationStatus, type Message } from './conversation.ts'
import { Part } from './parts.ts'
import { Closed, Instant, OneOf, SafeUrl, Text, Uuid } from './primitives.ts'

const Id = Text(200, { minLength: 1 })
const Sender = Type.Object({
  id: Text(200, { minLength: 1, description: 'The person in your system. The same id is the same person.' }),
  name: Type.Optional(Text(120)),
  avatar: Type.Optional(SafeUrl),
})
const sentAt = Type.Optional(Text(40, { description: 'ISO 8601.' }))

export const OpenAttachment = Type.Object({
  url: SafeUrl,
  mime: Type.Optional(Text(127)),
  name: Type.Optional(Text(255)),
  size: Type.Optional(Type.Integer({ minimum: 0 })),
})
export const OpenMessage = Type.Object({
  event: Type.Optional(OneOf(['message_created', 'message_updated', 'message_deleted'] as const)),
  external_id: Type.Optional(Text(128, { description: 'Your own id of this customer. Read when the inbox says so.' })),
  conversation_id: Type.Optional(Text(200, { description: 'Your own thread; given back with every event.' })),
  sender: Sender,
  message: Type.Object({
    id: Type.Optional(Text(200, { minLength: 1, description: 'Yours. May be left out with an Idempotency-Key.' })),
    type: Type.Optional(Text(32)),
    text: Type.Optional(Text(60_000)),
    attachments: Type.Optional(Type.Array(OpenAttachment, { maxItems: 9 })),
  }),
  sent_at: sentAt,
  locale: Type.Optional(Text(35)),
})
export type OpenMessage = Static<typeof OpenMessage>

export const OpenTyping = Type.Object({ sender: Sender, typing: Type.Boolean() })
export type OpenTyping = Static<typeof OpenTyping>

export const OpenReceipt = Type.Object({
  sender: Sender,
  message_id: Text(64, { minLength: 1, description: 'The `data.id` of the message event.' }),
  state: OneOf(['delivered', 'read', 'failed'] as const),
})
export type OpenReceipt = Static<typeof OpenReceipt>

const about = {
  conversation: Closed({ id: Uuid, external_id: Type.Optional(Id) }),
  contact: Closed({ id: Text(200, { description: 'The `sender.id` you sent.' }) }),
}
const event = <T extends string, D extends Record<string, import('typebox').TSchema>>(type: readonly T[], data: D) =>
  Closed({
    id: Text(80, { description: 'The same on every delivery of this event.' }),
    type: OneOf(type as readonly [T, ...T[]]),
    timestamp: Instant,
    data: Closed({ ...about, ...data }),
  })

/** What happened in a conversation, as webhooks and polling tell it. */
export const OpenEvent = Type.Union([
  event(['message_created', 'message_updated'] as const, {
    id: Uuid,
    seq: Type.Integer({ minimum: 1 }),
    author: Author,
    text: Type.String({ description: 'The message as plain text, cards written out.' }),
    parts: Type.Array(Part),
    status: ConversationStatus,
    sent_at: Instant,
    edited_at: Type.Optional(Instant),
    recalled: Type.Boolean(),
    in_reply_to: Type.Optional(Uuid),
    turn: Type.Optional(Type.Unsafe<NonNullable<Message['turn']>>({ type: 'object' })),
  }),
  event(['conversation_status_changed'] as const, { status: ConversationStatus }),
  event(['conversation_typing_on'] as const, { author: Author, typing: Type.Boolean() }),
])
export type OpenEvent = Static<typeof OpenEvent>
