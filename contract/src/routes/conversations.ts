import { Type } from 'typebox'
import { Contact, Conversation, ConversationRow, HandoverReason, Message } from '../conversation.ts'
import { Parts, ProductCard } from '../parts.ts'
import { Closed, Instant, Locale, Money, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

const ById = Closed({ conversationId: Uuid })
const NotFound = ['conversation.not-found'] as const

/** The desk's views. `mine`: assigned to me. `unassigned`: waiting for anyone. `bot`: with the bot. */
export const VIEWS = ['mine', 'unassigned', 'bot', 'all', 'resolved', 'snoozed'] as const
export type View = (typeof VIEWS)[number]

export const listConversations = route({
  name: 'listConversations',
  method: 'GET',
  path: '/api/conversations',
  tag: 'Conversations',
  summary: 'A page of conversations in one view, or in the saved view `saved`, longest waiting first.',
  access: 'conversations.read',
  query: Closed({
    view: Type.Optional(OneOf(VIEWS)),
    saved: Type.Optional(Uuid),
    cursor: Type.Optional(Text(200)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Closed({ rows: Type.Array(ConversationRow), next: Type.Union([Text(200), Type.Null()]) }),
  problems: ['view.not-found'],
})
export const countConversations = route({
  name: 'countConversations',
  method: 'GET',
  path: '/api/conversations/counts',
  tag: 'Conversations',
  summary: 'How many conversations each view holds for the caller.',
  access: 'conversations.read',
  reply: Closed(
    Object.fromEntries(VIEWS.map((view) => [view, Type.Integer()])) as Record<View, ReturnType<typeof Type.Integer>>,
  ),
  problems: [],
})
export const readConversation = route({
  name: 'readConversation',
  method: 'GET',
  path: '/api/conversations/:conversationId',
  tag: 'Conversations',
  summary: 'One conversation with its contact.',
  access: 'conversations.read',
  params: ById,
  reply: Closed({ row: ConversationRow, contact: Contact }),
  problems: NotFound,
})
export const listMessages = route({
  name: 'listMessages',
  method: 'GET',
  path: '/api/conversations/:conversationId/messages',
  tag: 'Conversations',
  summary: 'Messages of a conversation by sequence, a page at a time.',
  access: 'conversations.read',
  params: ById,
  query: Closed({
    afterSeq: Type.Optional(Type.Integer({ minimum: 0 })),
    beforeSeq: Type.Optional(Type.Integer({ minimum: 1 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Closed({ messages: Type.Array(Message), lastSeq: Type.Integer() }),
  problems: NotFound,
})
export const replyToConversation = route({
  name: 'replyToConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/messages',
  tag: 'Conversations',
  summary: 'Write a reply or an internal note. `id` is yours (UUIDv7): sending it again stores nothing twice.',
  access: 'conversations.reply',
  params: ById,
  body: Closed({ id: Uuid, parts: Parts, note: Type.Optional(Type.Boolean()) }),
  reply: Closed({ message: Message, duplicate: Type.Boolean() }),
  problems: [
    'conversation.not-found',
    'conversation.not-yours',
    'conversation.wrong-status',
    'channel.window-closed',
    'message.too-long',
    'message.id-reused',
  ],
})
export const takeConversation = route({
  name: 'takeConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/take',
  tag: 'Conversations',
  summary: 'Take the conversation over: it is yours and the bot falls silent.',
  access: 'conversations.assign',
  params: ById,
  body: Closed({ force: Type.Optional(Type.Boolean({ description: 'Take it even from a colleague.' })) }),
  reply: Closed({ conversation: Conversation }),
  problems: ['conversation.not-found', 'conversation.not-yours', 'conversation.wrong-status'],
})
export const handBackConversation = route({
  name: 'handBackConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/hand-back',
  tag: 'Conversations',
  summary: 'Give the conversation back to the bot.',
  access: 'conversations.assign',
  params: ById,
  body: Closed({}),
  reply: Closed({ conversation: Conversation }),
  problems: ['conversation.not-found', 'conversation.not-yours', 'conversation.wrong-status'],
})
export const transferConversation = route({
  name: 'transferConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/transfer',
  tag: 'Conversations',
  summary: 'Pass the conversation to a colleague or a team, with an optional note.',
  access: 'conversations.assign',
  params: ById,
  body: Closed({ staffId: Type.Optional(Uuid), teamId: Type.Optional(Uuid), note: Type.Optional(Text(2000)) }),
  reply: Closed({ conversation: Conversation }),
  problems: ['conversation.not-found', 'conversation.wrong-status', 'staff.not-found', 'team.not-found'],
})
export const handOverConversation = route({
  name: 'handOverConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/hand-over',
  tag: 'Conversations',
  summary: 'Put the conversation into the waiting queue for a person.',
  access: 'conversations.assign',
  params: ById,
  body: Closed({ reason: Type.Optional(HandoverReason) }),
  reply: Closed({ conversation: Conversation }),
  problems: ['conversation.not-found', 'conversation.wrong-status'],
})
export const snoozeConversation = route({
  name: 'snoozeConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/snooze',
  tag: 'Conversations',
  summary: 'Set the conversation aside until a time or the customer writes.',
  access: 'conversations.assign',
  params: ById,
  body: Closed({ until: Instant }),
  reply: Closed({ conversation: Conversation }),
  problems: ['conversation.not-found', 'conversation.wrong-status'],
})
export const resolveConversation = route({
  name: 'resolveConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/resolve',
  tag: 'Conversations',
  summary: 'Close the conversation. The customer’s next message reopens it.',
  access: 'conversations.assign',
  params: ById,
  body: Closed({}),
  reply: Closed({ conversation: Conversation }),
  problems: ['conversation.not-found', 'conversation.wrong-status'],
})
export const reopenConversation = route({
  name: 'reopenConversation',
  method: 'POST',
  path: '/api/conversations/:conversationId/reopen',
  tag: 'Conversations',
  summary: 'Open a resolved conversation again, as yours.',
  access: 'conversations.assign',
  params: ById,
  body: Closed({}),
  reply: Closed({ conversation: Conversation }),
  problems: ['conversation.not-found', 'conversation.wrong-status'],
})
export const editMessage = route({
  name: 'editMessage',
  method: 'PUT',
  path: '/api/conversations/:conversationId/messages/:messageId',
  tag: 'Conversations',
  summary: 'Change the text of your own message within 15 minutes.',
  access: 'conversations.reply',
  params: Closed({ conversationId: Uuid, messageId: Uuid }),
  body: Closed({ parts: Parts }),
  reply: Closed({ message: Message }),
  problems: ['conversation.not-found', 'message.not-found', 'message.not-yours', 'message.too-old'],
})
export const recallMessage = route({
  name: 'recallMessage',
  method: 'POST',
  path: '/api/conversations/:conversationId/messages/:messageId/recall',
  tag: 'Conversations',
  summary: 'Take your own message back within 15 minutes. Its place in the sequence stays.',
  access: 'conversations.reply',
  params: Closed({ conversationId: Uuid, messageId: Uuid }),
  body: Closed({}),
  reply: Closed({ message: Message }),
  problems: ['conversation.not-found', 'message.not-found', 'message.not-yours', 'message.too-old'],
})
export const markRead = route({
  name: 'markRead',
  method: 'POST',
  path: '/api/conversations/:conversationId/read',
  tag: 'Conversations',
  summary: 'Mark messages up to `seq` as read by the agents.',
  // Whoever only looks on must not clear the agents' unread marks; the socket's `read` asks the same.
  access: 'conversations.reply',
  params: ById,
  body: Closed({ seq: Type.Integer({ minimum: 0 }) }),
  reply: Closed({ seq: Type.Integer() }),
  problems: NotFound,
})
/** Orders of the conversation's contact, read live from the shop. */
export const listContactOrders = route({
  name: 'listContactOrders',
  method: 'GET',
  path: '/api/contacts/:contactId/orders',
  tag: 'Contacts',
  summary: 'The contact’s latest orders with their parcels, read from the shop.',
  access: 'orders.read',
  params: Closed({ contactId: Uuid }),
  reply: Closed({
    orders: Type.Array(
      Closed({
        orderNo: Text(64),
        status: Text(32),
        placedAt: Instant,
        total: Money,
        items: Type.Array(Closed({ title: Text(200), quantity: Type.Integer() })),
        parcel: Type.Union([
          Closed({ carrier: Text(64), trackingNo: Text(64), lastEvent: Text(300), lastEventAt: Instant }),
          Type.Null(),
        ]),
      }),
    ),
  }),
  problems: ['contact.not-found', 'commerce.unavailable'],
})
export const listContactConversations = route({
  name: 'listContactConversations',
  method: 'GET',
  path: '/api/contacts/:contactId/conversations',
  tag: 'Contacts',
  summary: 'The contact’s conversations that the caller sees, newest first.',
  access: 'conversations.read',
  params: Closed({ contactId: Uuid }),
  reply: Closed({ rows: Type.Array(ConversationRow) }),
  problems: ['contact.not-found'],
})
/** Products by id, for a cart or a product on view. */
export const listProducts = route({
  name: 'listProducts',
  method: 'GET',
  path: '/api/products',
  tag: 'Contacts',
  summary: 'Products by id, read live from the shop, such as those in a customer’s cart. Unknown ids are left out.',
  access: 'orders.read',
  query: Closed({
    ids: Text(3300, { description: 'At most 50 ids, comma-separated.' }),
    locale: Type.Optional(Locale),
  }),
  reply: Closed({ products: Type.Array(ProductCard) }),
  problems: ['commerce.unavailable'],
})
export const readContact = route({
  name: 'readContact',
  method: 'GET',
  path: '/api/contacts/:contactId',
  tag: 'Contacts',
  summary: 'A contact with personal fields masked by the caller’s role.',
  access: 'contacts.read',
  params: Closed({ contactId: Uuid }),
  reply: Closed({ contact: Contact }),
  problems: ['contact.not-found'],
})
export const revealField = route({
  name: 'revealField',
  method: 'POST',
  path: '/api/contacts/:contactId/reveal',
  tag: 'Contacts',
  summary: 'Show one personal field in full. The reason is written down.',
  access: 'contacts.reveal',
  params: Closed({ contactId: Uuid }),
  body: Closed({
    field: OneOf(['phone', 'email', 'address', 'payment'] as const),
    reason: OneOf(['delivery', 'refund', 'identity-check', 'call-back', 'other'] as const),
  }),
  reply: Closed({ field: Text(32), value: Type.Union([Text(500), Type.Null()]) }),
  problems: ['contact.not-found', 'reveal.reason-required'],
})
export const eraseContact = route({
  name: 'eraseContact',
  method: 'DELETE',
  path: '/api/contacts/:contactId',
  tag: 'Contacts',
  summary:
    'Erase a person: their key is destroyed, so every text and personal field of theirs is unreadable everywhere.',
  access: 'settings.manage',
  params: Closed({ contactId: Uuid }),
  reply: Closed({ erasedAt: Instant }),
  problems: ['contact.not-found'],
})
