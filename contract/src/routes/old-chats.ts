// Old chats brought in: looked at first, then read by a job that can be watched and stopped, and what became of them.
import { type Static, Type } from 'typebox'
import { Closed, Instant, Locale, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

/** What a column of the file holds. Pairs: question and answer. Messages: conversation, author and text. */
export const CHAT_FIELDS = ['question', 'answer', 'conversation', 'author', 'text'] as const
const Count = Type.Integer({ minimum: 0 })
const Column = Type.Optional(Text(100, { minLength: 1 }))

export const ChatColumns = Closed(
  {
    question: Column,
    answer: Column,
    conversation: Column,
    author: Column,
    text: Column,
    customer: Type.Optional(Text(100, { minLength: 1, description: 'What the column of authors says for customers.' })),
  },
  { description: 'Which column is which. Left out: guessed by their names.' },
)
export type ChatColumns = Static<typeof ChatColumns>

const Skipped = Closed({
  line: Type.Integer({ minimum: 1 }),
  why: OneOf(['unreadable', 'no-question', 'too-long', 'too-many'] as const),
})
const SkippedLines = {
  skipped: Type.Array(Skipped, { maxItems: 100 }),
  skippedCount: Type.Integer({ minimum: 0, description: 'Of all lines; the first hundred are named.' }),
}
const Sizes = {
  questions: Count,
  answered: Type.Integer({ minimum: 0, description: 'Of them, with an answer of a colleague.' }),
}
const BODY = { text: Text(8_000_000, { minLength: 1 }), columns: Type.Optional(ChatColumns) }
const BODY_LIMIT = 32 * 1024 * 1024

export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export const IMPORT_STEPS = ['read', 'gather', 'draft'] as const
export const ChatImport = Closed({
  id: Uuid,
  state: OneOf(IMPORT_STATES),
  step: OneOf(IMPORT_STEPS, { description: 'gather: questions find their clusters; draft: the top fifth of them.' }),
  done: Type.Integer({ minimum: 0, description: 'Of this step.' }),
  total: Count,
  ...Sizes,
  clusters: Count,
  known: Type.Integer({ minimum: 0, description: 'Of the clusters asked most, those the bot answers already.' }),
  drafts: Type.Array(Closed({ clusterId: Uuid, entryId: Uuid, title: Text(300), count: Count }), { maxItems: 50 }),
  ...SkippedLines,
  startedAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
})
export type ChatImport = Static<typeof ChatImport>

const tag = 'Growth'
const IMPORT = { params: Closed({ importId: Uuid }), reply: Closed({ import: ChatImport }) }

export const previewChats = route({
  name: 'previewChats',
  method: 'POST',
  path: '/api/growth/chats/preview',
  tag,
  summary: 'Look at old chats, JSONL or CSV: their columns, what each would be taken for, and what is found so.',
  access: 'knowledge.write',
  bodyLimit: BODY_LIMIT,
  body: Closed(BODY),
  reply: Closed({
    kind: OneOf(['jsonl', 'csv'] as const),
    columns: Type.Array(
      Closed({
        name: Text(100),
        taken: Type.Union([OneOf(CHAT_FIELDS), Type.Null()], { description: 'Null: left aside.' }),
        samples: Type.Array(Text(200), { maxItems: 3 }),
      }),
      { maxItems: 50 },
    ),
    authors: Type.Array(Text(100), { maxItems: 20, description: 'Who speaks, when it holds messages.' }),
    ...Sizes,
    first: Type.Array(
      Closed({
        line: Type.Integer({ minimum: 1 }),
        question: Text(500),
        answer: Type.Union([Text(500), Type.Null()]),
      }),
      { maxItems: 5 },
    ),
    ...SkippedLines,
  }),
  problems: [],
})
export const importChats = route({
  name: 'importChats',
  method: 'POST',
  path: '/api/growth/chats',
  tag,
  summary:
    'Bring old chats in, as pairs (question, answer) or messages (conversation, author, text). A job reads them; the fifth of their questions asked most becomes drafts, but for what the bot answers already.',
  access: 'knowledge.write',
  bodyLimit: BODY_LIMIT,
  body: Closed({ ...BODY, locale: Locale }),
  reply: IMPORT.reply,
  problems: ['chats.nothing-found', 'chats.running'],
})
export const listChatImports = route({
  name: 'listChatImports',
  method: 'GET',
  path: '/api/growth/chats',
  tag,
  summary: 'The last 20 imports of old chats, newest first.',
  access: 'knowledge.read',
  reply: Closed({ imports: Type.Array(ChatImport, { maxItems: 20 }) }),
  problems: [],
})
export const readChatImport = route({
  name: 'readChatImport',
  method: 'GET',
  path: '/api/growth/chats/:importId',
  tag,
  summary: 'How far an import is, and what became of it.',
  access: 'knowledge.read',
  ...IMPORT,
  problems: ['import.not-found'],
})
export const cancelChatImport = route({
  name: 'cancelChatImport',
  method: 'POST',
  path: '/api/growth/chats/:importId/cancel',
  tag,
  summary: 'Stop an import. Questions taken so far stay; the same file again goes on from there.',
  access: 'knowledge.write',
  ...IMPORT,
  body: Closed({}),
  problems: ['import.not-found'],
})
