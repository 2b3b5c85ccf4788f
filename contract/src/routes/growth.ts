// Knowledge that grows: what the bot could not settle, drafts made of it, and the court a draft must win before it is published.
import { Type } from 'typebox'
import { Closed, Instant, Locale, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'
import { KnowledgeEntry } from './knowledge.ts'

/** drafted: an entry is being written; solved: one was published; dismissed: nobody wants to answer it. */
export const CLUSTER_STATES = ['open', 'drafted', 'solved', 'dismissed'] as const
/** unclear: answered, though hardly understood. imported: out of old chats. */
export const GAP_REASONS = ['unsure', 'handed-over', 'unhelpful', 'unclear', 'imported'] as const

const Count = Type.Integer({ minimum: 0 })
const Languages = Type.Array(Text(8), { maxItems: 20 })
export const Cluster = Closed({
  id: Uuid,
  state: OneOf(CLUSTER_STATES),
  name: Text(500, { description: 'The question most like all others of it; personal data covered.' }),
  count: Count,
  thisWeek: Type.Integer({ minimum: 0, description: 'Asked in the last seven days.' }),
  lastWeek: Type.Integer({ minimum: 0, description: 'Asked in the seven days before.' }),
  answered: Type.Integer({ minimum: 0, description: 'Of them, solved by a colleague whose answer is known.' }),
  languages: Languages,
  examples: Type.Array(Text(500), { maxItems: 5 }),
  entryId: Type.Union([Uuid, Type.Null()], { description: 'The entry drafted or published for it.' }),
  lastAskedAt: Instant,
})
const ClusterId = Closed({ clusterId: Uuid })

export const listClusters = route({
  name: 'listClusters',
  method: 'GET',
  path: '/api/growth/clusters',
  tag: 'Growth',
  summary: 'Questions the bot could not settle, brought together by what they ask; those asked most first.',
  access: 'knowledge.read',
  query: Closed({
    state: Type.Optional(OneOf(CLUSTER_STATES)),
    least: Type.Optional(Type.Integer({ minimum: 1, description: 'Asked at least so often; default 2.' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Closed({ clusters: Type.Array(Cluster) }),
  problems: [],
})
export const readCluster = route({
  name: 'readCluster',
  method: 'GET',
  path: '/api/growth/clusters/:clusterId',
  tag: 'Growth',
  summary: 'One cluster with its questions, newest first; at most 200 of them.',
  access: 'knowledge.read',
  params: ClusterId,
  reply: Closed({
    cluster: Cluster,
    questions: Type.Array(
      Closed({
        id: Uuid,
        text: Text(500),
        language: Type.Union([Text(8), Type.Null()]),
        why: OneOf(GAP_REASONS),
        at: Instant,
        conversationId: Type.Union([Uuid, Type.Null()]),
        answered: Type.Boolean(),
      }),
    ),
  }),
  problems: ['cluster.not-found'],
})
export const draftFromCluster = route({
  name: 'draftFromCluster',
  method: 'POST',
  path: '/api/growth/clusters/:clusterId/draft',
  tag: 'Growth',
  summary:
    'Make a draft of a cluster, from what colleagues answered in solved conversations. What cannot be said to everybody is left blank between ⟦ and ⟧.',
  access: 'knowledge.write',
  params: ClusterId,
  body: Closed({ locale: Type.Optional(Locale) }),
  reply: Closed({
    entry: KnowledgeEntry,
    blanks: Type.Integer({ minimum: 0, description: 'Places to fill before it can be published.' }),
    answers: Type.Integer({
      minimum: 0,
      description: 'Answers of colleagues it was chosen from; 0: write it yourself.',
    }),
  }),
  problems: ['cluster.not-found', 'conversation.changed'],
})
export const dismissCluster = route({
  name: 'dismissCluster',
  method: 'POST',
  path: '/api/growth/clusters/:clusterId/dismiss',
  tag: 'Growth',
  summary: 'Nobody needs to answer this: it is advised no longer. Said again with `on: false` it is open again.',
  access: 'knowledge.write',
  params: ClusterId,
  body: Closed({ on: Type.Optional(Type.Boolean()) }),
  reply: Closed({ cluster: Cluster }),
  problems: ['cluster.not-found'],
})

export const CourtChange = Closed({
  questionId: Uuid,
  text: Text(500, { description: 'Empty when the customer was erased since.' }),
  what: OneOf(['solved', 'broken', 'strayed', 'moved'] as const, {
    description:
      'solved: unanswered now, answered by the draft. broken: answered rightly now, no longer with it. strayed: another question, answered by it all the same. moved: settled before and after, by other entries.',
  }),
  before: Type.Array(Uuid, { maxItems: 10, description: 'Entries cited now.' }),
  after: Type.Array(Uuid, { maxItems: 10, description: 'Entries cited with the draft.' }),
})
export const Court = Closed({
  id: Uuid,
  entryId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  won: Type.Boolean(),
  heldAt: Instant,
  tried: Type.Integer({ minimum: 0, description: 'Solved questions of the frozen set that were answered again.' }),
  solvedBefore: Count,
  solvedAfter: Count,
  broken: Count,
  allowed: Type.Integer({ minimum: 0, description: 'So many may break: one in two hundred of the frozen set.' }),
  unsolved: Type.Integer({ minimum: 0, description: 'Unsettled questions that were tried, the newest first.' }),
  wouldSolve: Count,
  strayed: Count,
  yesterday: Type.Integer({
    minimum: 0,
    description: 'Conversations of the last 24 hours with an unsettled question.',
  }),
  yesterdaySolved: Type.Integer({ minimum: 0, description: 'Of them, those it would have solved.' }),
  changes: Type.Array(CourtChange, { maxItems: 200 }),
  publishedVersion: Type.Union([Type.Integer(), Type.Null()]),
  undone: Type.Boolean(),
})
const CourtId = Closed({ courtId: Uuid })

export const holdCourt = route({
  name: 'holdCourt',
  method: 'POST',
  path: '/api/growth/courts',
  tag: 'Growth',
  summary:
    'Try what was written last of an entry: the bot answers solved and unsettled questions with it and without. Nothing is published.',
  access: 'knowledge.write',
  body: Closed({ entryId: Uuid }),
  reply: Closed({ court: Court }),
  problems: ['knowledge.not-found', 'draft.unfinished'],
})
export const listCourts = route({
  name: 'listCourts',
  method: 'GET',
  path: '/api/growth/courts',
  tag: 'Growth',
  summary: 'The last 50 trials, newest first; without what changed in each.',
  access: 'knowledge.read',
  query: Closed({ entryId: Type.Optional(Uuid) }),
  reply: Closed({ courts: Type.Array(Court) }),
  problems: [],
})
export const readCourt = route({
  name: 'readCourt',
  method: 'GET',
  path: '/api/growth/courts/:courtId',
  tag: 'Growth',
  summary: 'One trial, with what changed.',
  access: 'knowledge.read',
  params: CourtId,
  reply: Closed({ court: Court }),
  problems: ['court.not-found'],
})
export const publishFromCourt = route({
  name: 'publishFromCourt',
  method: 'POST',
  path: '/api/growth/courts/:courtId/publish',
  tag: 'Growth',
  summary:
    'Publish the version that won, if nobody has changed the entry since and the trial is less than an hour old.',
  access: 'knowledge.write',
  params: CourtId,
  body: Closed({}),
  reply: Closed({ entry: KnowledgeEntry }),
  problems: ['court.not-found', 'court.lost', 'court.outdated', 'conversation.changed'],
})
export const undoCourt = route({
  name: 'undoCourt',
  method: 'POST',
  path: '/api/growth/courts/:courtId/undo',
  tag: 'Growth',
  summary: 'Back to what customers had before this trial was published; an entry that was new is withdrawn.',
  access: 'knowledge.write',
  params: CourtId,
  body: Closed({}),
  reply: Closed({ court: Court }),
  problems: ['court.not-found', 'court.outdated', 'conversation.changed', 'knowledge.not-found'],
})
export const readAdvice = route({
  name: 'readAdvice',
  method: 'GET',
  path: '/api/growth/advice',
  tag: 'Growth',
  summary: "This morning's advice: what to write next, by the conversations of yesterday it would have solved.",
  access: 'knowledge.read',
  reply: Closed({
    at: Type.Union([Instant, Type.Null()]),
    advice: Type.Array(
      Closed({
        cluster: Cluster,
        wouldSolve: Type.Integer({ minimum: 0, description: 'Conversations of the day before.' }),
        do: OneOf(['finish-draft', 'draft-from-answers', 'write'] as const),
      }),
      { maxItems: 20 },
    ),
  }),
  problems: [],
})
export const importChats = route({
  name: 'importChats',
  method: 'POST',
  path: '/api/growth/chats',
  tag: 'Growth',
  summary:
    'Old chats as JSONL or CSV: pairs (question, answer) or messages (conversation, author, text). The fifth of their questions asked most becomes drafts; what the bot answers already does not.',
  access: 'knowledge.write',
  bodyLimit: 16 * 1024 * 1024,
  body: Closed({
    text: Text(8_000_000, { minLength: 1 }),
    locale: Locale,
    preview: Type.Optional(Type.Boolean()),
  }),
  reply: Closed({
    questions: Count,
    answered: Type.Integer({ minimum: 0, description: 'Of them, with an answer of a colleague.' }),
    clusters: Count,
    known: Type.Integer({ minimum: 0, description: 'Of the clusters asked most, those the bot answers already.' }),
    drafts: Type.Array(Closed({ clusterId: Uuid, entryId: Uuid, title: Text(300), count: Count }), { maxItems: 50 }),
    skipped: Type.Array(
      Closed({
        line: Type.Integer({ minimum: 1 }),
        why: OneOf(['unreadable', 'no-question', 'too-long', 'too-many'] as const),
      }),
      { maxItems: 100 },
    ),
  }),
  problems: ['chats.nothing-found'],
})
