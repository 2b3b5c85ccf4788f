// The workspace itself, its canned replies and its saved views.
import { type Static, Type } from 'typebox'
import { CONVERSATION_STATUSES, HANDOVER_REASONS } from '../conversation.ts'
import { Closed, Instant, Locale, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

export const readWorkspace = route({
  name: 'readWorkspace',
  method: 'GET',
  path: '/api/workspace',
  tag: 'Workspace',
  summary: 'The workspace and how far its setting up has come.',
  access: 'staff',
  reply: Closed({
    id: Uuid,
    name: Text(120),
    setUp: Type.Boolean({ description: 'The first steps were finished or put away.' }),
    webInboxes: Type.Integer(),
    entries: Type.Integer({ description: 'Published knowledge entries.' }),
    staff: Type.Integer(),
    conversations: Type.Integer({ description: 'Counted up to 100.' }),
  }),
  problems: [],
})
export const changeWorkspace = route({
  name: 'changeWorkspace',
  method: 'PATCH',
  path: '/api/workspace',
  tag: 'Workspace',
  summary: 'Rename the workspace, or mark its first steps as done.',
  access: 'settings.manage',
  body: Closed({ name: Type.Optional(Text(120, { minLength: 1 })), setUp: Type.Optional(Type.Boolean()) }),
  reply: Closed({ name: Text(120), setUp: Type.Boolean() }),
  problems: [],
})

/** `text` may name `{{customer.name}}`, `{{agent.name}}`, `{{shop.name}}`, `{{order.no}}`, `{{order.status}}`. */
export const CannedReply = Closed({
  id: Uuid,
  shortcut: Type.String({ pattern: '^[\\p{L}\\p{N}_-]{1,40}$', description: 'Typed after «/».' }),
  title: Text(120, { minLength: 1 }),
  text: Text(4000, { minLength: 1 }),
  locale: Type.Union([Locale, Type.Null()], { description: 'Offered first to customers of this language.' }),
  shared: Type.Boolean({ description: 'False: only its owner sees it.' }),
  ownerId: Type.Union([Uuid, Type.Null()]),
  updatedAt: Instant,
})
export type CannedReply = Static<typeof CannedReply>
const CannedById = Closed({ replyId: Uuid })
export const listCannedReplies = route({
  name: 'listCannedReplies',
  method: 'GET',
  path: '/api/canned-replies',
  tag: 'Canned replies',
  summary: 'Shared canned replies and your own.',
  access: 'conversations.reply',
  reply: Closed({ replies: Type.Array(CannedReply) }),
  problems: [],
})
export const saveCannedReply = route({
  name: 'saveCannedReply',
  method: 'PUT',
  path: '/api/canned-replies/:replyId',
  tag: 'Canned replies',
  summary: 'Write a canned reply. The id is yours to make. Shared ones need the right to manage them.',
  access: 'conversations.reply',
  params: CannedById,
  body: Closed({
    shortcut: CannedReply.properties.shortcut,
    title: CannedReply.properties.title,
    text: CannedReply.properties.text,
    locale: Type.Optional(Type.Union([Locale, Type.Null()])),
    shared: Type.Boolean(),
  }),
  reply: Closed({ reply: CannedReply }),
  problems: ['canned-reply.not-found', 'canned-reply.shortcut-taken', 'auth.forbidden'],
})
export const removeCannedReply = route({
  name: 'removeCannedReply',
  method: 'DELETE',
  path: '/api/canned-replies/:replyId',
  tag: 'Canned replies',
  summary: 'Remove a canned reply.',
  access: 'conversations.reply',
  params: CannedById,
  reply: Closed({}),
  problems: ['canned-reply.not-found', 'auth.forbidden'],
})

/** Every condition must hold; a condition that is left out asks nothing. */
export const ViewFilter = Closed({
  statuses: Type.Optional(Type.Array(OneOf(CONVERSATION_STATUSES), { minItems: 1, maxItems: 5, uniqueItems: true })),
  inboxIds: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 50 })),
  channels: Type.Optional(Type.Array(Text(32), { minItems: 1, maxItems: 20 })),
  teamIds: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 50 })),
  assignee: Type.Optional(OneOf(['me', 'nobody', 'others'] as const)),
  handoverReasons: Type.Optional(Type.Array(OneOf(HANDOVER_REASONS), { minItems: 1, maxItems: 7 })),
  levels: Type.Optional(Type.Array(Text(32), { minItems: 1, maxItems: 20 })),
  locales: Type.Optional(Type.Array(Locale, { minItems: 1, maxItems: 20 })),
  waitingMs: Type.Optional(Type.Integer({ minimum: 0, description: 'The customer has waited at least this long.' })),
})
export type ViewFilter = Static<typeof ViewFilter>
export const SavedView = Closed({
  id: Uuid,
  name: Text(60, { minLength: 1 }),
  filter: ViewFilter,
  shared: Type.Boolean({ description: 'False: only its owner sees it.' }),
  ownerId: Type.Union([Uuid, Type.Null()]),
  count: Type.Integer({
    minimum: 0,
    description:
      'Conversations in it that the caller sees, up to 1,000; of the resolved, the latest 10,000 are looked at.',
  }),
})
export type SavedView = Static<typeof SavedView>
const ViewById = Closed({ viewId: Uuid })
export const listSavedViews = route({
  name: 'listSavedViews',
  method: 'GET',
  path: '/api/views',
  tag: 'Conversations',
  summary: 'Shared views and your own, with how many conversations each holds for you.',
  access: 'conversations.read',
  reply: Closed({ views: Type.Array(SavedView) }),
  problems: [],
})
export const saveView = route({
  name: 'saveView',
  method: 'PUT',
  path: '/api/views/:viewId',
  tag: 'Conversations',
  summary: 'Save a view. The id is yours to make. Shared ones need the right to share.',
  access: 'conversations.read',
  params: ViewById,
  body: Closed({ name: SavedView.properties.name, filter: ViewFilter, shared: Type.Boolean() }),
  reply: Closed({ view: SavedView }),
  problems: ['view.not-found', 'auth.forbidden'],
})
export const removeView = route({
  name: 'removeView',
  method: 'DELETE',
  path: '/api/views/:viewId',
  tag: 'Conversations',
  summary: 'Remove a saved view.',
  access: 'conversations.read',
  params: ViewById,
  reply: Closed({}),
  problems: ['view.not-found', 'auth.forbidden'],
})
