// What the bot may say: entries with versions, drafts beside what is live, and who and when an entry is for.
import { Type } from 'typebox'
import { Closed, Instant, Locale, OneOf, SafeUrl, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

/** section: a part of an imported document; solution: what helps against an error code. */
export const ENTRY_KINDS = ['answer', 'article', 'section', 'solution'] as const
/** How a list of entries is ordered: by its newest change, or by how it was used lately. */
export const ENTRY_ORDERS = ['changed', 'asked', 'solved', 'helpful', 'unhelpful', 'handed-over', 'used'] as const
export const REVIEW_STATES = ['none', 'wanted', 'approved'] as const

const Ids = (most: number, description: string) =>
  Type.Array(Text(100, { minLength: 1 }), { maxItems: most, description })

/** Whom an entry is for. An empty list: everybody. */
export const EntryAudience = Closed({
  levels: Ids(20, 'Levels of membership.'),
  regions: Ids(100, 'Regions the customer is in.'),
  products: Ids(500, 'Products the entry is about.'),
})
export const EntryMedium = Closed({
  kind: OneOf(['picture', 'video'] as const),
  fileId: Type.Optional(Uuid),
  url: Type.Optional(SafeUrl),
  alt: Text(300, { description: 'What is to be seen, for those who cannot.' }),
  posterId: Type.Optional(Uuid),
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
})
/** One thing to do, in the order of the list; `medium` shows it. */
export const EntryStep = Closed({ text: Text(1000, { minLength: 1 }), medium: Type.Optional(EntryMedium) })
const WORDS = {
  locale: Locale,
  title: Text(300, { minLength: 1 }),
  questions: Type.Array(Text(300), { maxItems: 50, description: 'Ways customers ask this.' }),
  answer: Text(8000, { minLength: 1 }),
  topic: Text(64),
}
const ABOUT = {
  kind: OneOf(ENTRY_KINDS),
  channels: Ids(30, 'Channels it is said on; none: all.'),
  audience: EntryAudience,
  validFrom: Type.Union([Instant, Type.Null()]),
  validTo: Type.Union([Instant, Type.Null()], { description: 'The first instant at which it no longer holds.' }),
  ownerId: Type.Union([Uuid, Type.Null()], { description: 'The colleague who looks after it.' }),
  review: OneOf(REVIEW_STATES),
  steps: Type.Array(EntryStep, { maxItems: 20, description: 'What to do, one after the other, after the answer.' }),
  media: Type.Array(EntryMedium, { maxItems: 20 }),
}
const Version = Type.Integer({ minimum: 0 })

export const KnowledgeEntry = Closed({
  id: Uuid,
  ...WORDS,
  ...ABOUT,
  origin: Type.Union([Closed({ documentId: Uuid, section: Text(100) }), Type.Null()], {
    description: 'The document it was read from, and the stable path of its section there, such as `2.1`.',
  }),
  version: Version,
  liveVersion: Type.Union([Version, Type.Null()], {
    description: 'The version customers get; under a draft an older one, null when there is none.',
  }),
  status: OneOf(['draft', 'published', 'withdrawn'] as const),
  updatedAt: Instant,
})

const About = Type.Partial(Type.Object(ABOUT)).properties
const BASE = Type.Integer({ minimum: 0, description: 'The version you started from; 0 for a new entry.' })
/** What is left out stays as the version before has it. */
const WriteBody = Closed({ ...WORDS, ...About, baseVersion: BASE })
const ENTRY = { params: Closed({ entryId: Uuid }), reply: Closed({ entry: KnowledgeEntry }) }

export const listKnowledge = route({
  name: 'listKnowledge',
  method: 'GET',
  path: '/api/knowledge',
  tag: 'Knowledge',
  summary: 'Knowledge entries, newest change first or by how they were used.',
  access: 'knowledge.read',
  query: Closed({
    search: Type.Optional(Text(200)),
    locale: Type.Optional(Locale),
    kind: Type.Optional(OneOf(ENTRY_KINDS)),
    status: Type.Optional(OneOf(['draft', 'published', 'withdrawn'] as const)),
    documentId: Type.Optional(Uuid),
    topic: Type.Optional(Text(64)),
    channel: Type.Optional(Text(100, { minLength: 1, description: 'Only what is said there.' })),
    sort: Type.Optional(OneOf(ENTRY_ORDERS, { description: 'Default changed; the most first, the unused last.' })),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, description: 'Used lately: default 30.' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'How many to pass over.' })),
  }),
  reply: Closed({ entries: Type.Array(KnowledgeEntry) }),
  problems: [],
})
export const readKnowledge = route({
  name: 'readKnowledge',
  method: 'GET',
  path: '/api/knowledge/:entryId',
  tag: 'Knowledge',
  summary: 'One entry as it was written last, draft or not.',
  access: 'knowledge.read',
  ...ENTRY,
  problems: ['knowledge.not-found'],
})
export const saveKnowledge = route({
  name: 'saveKnowledge',
  method: 'PUT',
  path: '/api/knowledge/:entryId',
  tag: 'Knowledge',
  summary: 'Write an entry and publish it; customers get it with the next question. The id is yours to make.',
  access: 'knowledge.write',
  ...ENTRY,
  body: WriteBody,
  problems: ['knowledge.not-found', 'knowledge.validity-wrong', 'conversation.changed'],
})
export const draftKnowledge = route({
  name: 'draftKnowledge',
  method: 'PUT',
  path: '/api/knowledge/:entryId/draft',
  tag: 'Knowledge',
  summary: 'Write a draft: customers go on getting what is live until it is published.',
  access: 'knowledge.write',
  ...ENTRY,
  body: WriteBody,
  problems: ['knowledge.not-found', 'knowledge.validity-wrong', 'conversation.changed'],
})
export const publishKnowledge = route({
  name: 'publishKnowledge',
  method: 'POST',
  path: '/api/knowledge/:entryId/publish',
  tag: 'Knowledge',
  summary: 'Publish what was written last; an entry that is live already stays as it is.',
  access: 'knowledge.write',
  ...ENTRY,
  body: Closed({ baseVersion: BASE }),
  problems: ['knowledge.not-found', 'conversation.changed'],
})
export const listKnowledgeVersions = route({
  name: 'listKnowledgeVersions',
  method: 'GET',
  path: '/api/knowledge/:entryId/versions',
  tag: 'Knowledge',
  summary: 'All versions of an entry, newest first; at most 500.',
  access: 'knowledge.read',
  params: Closed({ entryId: Uuid }),
  reply: Closed({
    versions: Type.Array(
      Closed({
        version: Version,
        status: OneOf(['draft', 'published', 'withdrawn'] as const),
        title: Text(300),
        staffId: Type.Union([Uuid, Type.Null()]),
        savedAt: Instant,
      }),
    ),
  }),
  problems: ['knowledge.not-found'],
})
export const readKnowledgeVersion = route({
  name: 'readKnowledgeVersion',
  method: 'GET',
  path: '/api/knowledge/:entryId/versions/:version',
  tag: 'Knowledge',
  summary: 'An entry as one version had it.',
  access: 'knowledge.read',
  params: Closed({ entryId: Uuid, version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) }),
  reply: Closed({ entry: KnowledgeEntry }),
  problems: ['knowledge.not-found'],
})
export const compareKnowledgeVersions = route({
  name: 'compareKnowledgeVersions',
  method: 'GET',
  path: '/api/knowledge/:entryId/changes',
  tag: 'Knowledge',
  summary: 'What changed from one version to another, word by word; only fields that differ.',
  access: 'knowledge.read',
  params: Closed({ entryId: Uuid }),
  query: Closed({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) }),
  reply: Closed({
    changes: Type.Array(
      Closed({
        field: Text(40),
        pieces: Type.Array(Closed({ kind: OneOf(['same', 'added', 'removed'] as const), text: Type.String() })),
      }),
    ),
  }),
  problems: ['knowledge.not-found'],
})
export const rollBackKnowledge = route({
  name: 'rollBackKnowledge',
  method: 'POST',
  path: '/api/knowledge/:entryId/roll-back',
  tag: 'Knowledge',
  summary: 'Publish an older version again, as a new version equal to it.',
  access: 'knowledge.write',
  ...ENTRY,
  body: Closed({ to: Type.Integer({ minimum: 1 }), baseVersion: BASE }),
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
