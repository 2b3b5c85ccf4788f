import { Type } from 'typebox'
import { Closed, Instant, Locale, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

export const KnowledgeEntry = Closed({
  id: Uuid,
  locale: Locale,
  title: Text(300, { minLength: 1 }),
  questions: Type.Array(Text(300), { maxItems: 50, description: 'Ways customers ask this.' }),
  answer: Text(8000, { minLength: 1 }),
  topic: Text(64),
  version: Type.Integer({ minimum: 0 }),
  status: OneOf(['draft', 'published', 'withdrawn'] as const),
  updatedAt: Instant,
})
export const listKnowledge = route({
  name: 'listKnowledge',
  method: 'GET',
  path: '/api/knowledge',
  tag: 'Knowledge',
  summary: 'Knowledge entries, newest change first.',
  access: 'knowledge.read',
  query: Closed({
    search: Type.Optional(Text(200)),
    locale: Type.Optional(Locale),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  reply: Closed({ entries: Type.Array(KnowledgeEntry) }),
  problems: [],
})
export const saveKnowledge = route({
  name: 'saveKnowledge',
  method: 'PUT',
  path: '/api/knowledge/:entryId',
  tag: 'Knowledge',
  summary: 'Write an entry and publish it; customers get it with the next question. The id is yours to make.',
  access: 'knowledge.write',
  params: Closed({ entryId: Uuid }),
  body: Closed({
    locale: Locale,
    title: Text(300, { minLength: 1 }),
    questions: Type.Array(Text(300), { maxItems: 50 }),
    answer: Text(8000, { minLength: 1 }),
    topic: Text(64),
    baseVersion: Type.Integer({ minimum: 0, description: 'The version you started from; 0 for a new entry.' }),
  }),
  reply: Closed({ entry: KnowledgeEntry }),
  problems: ['knowledge.not-found', 'conversation.changed'],
})
export const withdrawKnowledge = route({
  name: 'withdrawKnowledge',
  method: 'DELETE',
  path: '/api/knowledge/:entryId',
  tag: 'Knowledge',
  summary: 'Withdraw an entry: the bot stops using it at once. Its versions stay.',
  access: 'knowledge.write',
  params: Closed({ entryId: Uuid }),
  reply: Closed({}),
  problems: ['knowledge.not-found'],
})
export const importKnowledge = route({
  name: 'importKnowledge',
  method: 'POST',
  path: '/api/knowledge/import',
  tag: 'Knowledge',
  summary:
    'Read questions and answers out of a text (Q/A lines, headings with paragraphs, CSV or TSV with two columns). `preview` stores nothing.',
  access: 'knowledge.write',
  bodyLimit: 2 * 1024 * 1024,
  body: Closed({
    text: Text(1_000_000, { minLength: 1 }),
    locale: Locale,
    topic: Type.Optional(Text(64)),
    preview: Type.Optional(Type.Boolean()),
  }),
  reply: Closed({
    entries: Type.Array(Closed({ id: Uuid, title: Text(300), questions: Type.Array(Text(300)), answer: Text(8000) }), {
      description: 'At most 1,000. The same text again names the same ids: importing twice adds nothing twice.',
    }),
    skipped: Type.Array(
      Closed({
        line: Type.Integer({ minimum: 1 }),
        why: OneOf(['no-answer', 'no-question', 'too-long', 'too-many'] as const),
      }),
    ),
  }),
  problems: ['knowledge.nothing-found'],
})
