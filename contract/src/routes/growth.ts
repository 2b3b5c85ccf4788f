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
  name: Text(500, {
    description: 'As a colleague named it, else the question most like all others of it; personal data covered.',
  }),
  named: Type.Boolean({ description: 'A colleague named it.' }),
  count: Count,
  thisWeek: Type.Integer({ minimum: 0, description: 'Asked in the last seven days.' }),
  lastWeek: Type.Integer({ minimum: 0, description: 'Asked in the seven days before.' }),
  trend: Type.Array(Count, { maxItems: 14, description: 'Asked in each of the last 14 days, the last one ends now.' }),
  answered: Type.Integer({ minimum: 0, description: 'Of all, solved by a colleague whose answer is known.' }),
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
        answer: Type.Union([Text(8000), Type.Null()], {
          description: 'What a colleague answered, once the conversation was solved; personal data covered.',
        }),
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

export const renameCluster = route({
  name: 'renameCluster',
  method: 'POST',
  path: '/api/growth/clusters/:clusterId/name',
  tag: 'Growth',
  summary: 'Name a cluster; with an empty name it is called by its question again.',
  access: 'knowledge.write',
  params: ClusterId,
  body: Closed({ name: Text(200) }),
  reply: Closed({ cluster: Cluster }),
  problems: ['cluster.not-found'],
})
/** As many as a workspace keeps. */
const QuestionIds = (minItems: number) => Type.Array(Uuid, { minItems, maxItems: 20_000 })
export const mergeClusters = route({
  name: 'mergeClusters',
  method: 'POST',
  path: '/api/growth/clusters/:clusterId/merge',
  tag: 'Growth',
  summary: 'Put another cluster into this one. From then on no new question tears it apart again.',
  access: 'knowledge.write',
  params: ClusterId,
  body: Closed({ from: Uuid }),
  reply: Closed({ cluster: Cluster, moved: QuestionIds(0) }),
  problems: ['cluster.not-found'],
})
export const splitCluster = route({
  name: 'splitCluster',
  method: 'POST',
  path: '/api/growth/clusters/:clusterId/split',
  tag: 'Growth',
  summary: 'Take questions out of a cluster into one of their own, and keep them apart; the way back from a merge.',
  access: 'knowledge.write',
  bodyLimit: 1024 * 1024,
  params: ClusterId,
  body: Closed({ questionIds: QuestionIds(1) }),
  reply: Closed({ cluster: Cluster }),
  problems: ['cluster.not-found'],
})

const Advice = Closed({
  at: Type.Union([Instant, Type.Null()]),
  advice: Type.Array(
    Closed({
      cluster: Cluster,
      wouldSolve: Type.Integer({ minimum: 0, description: 'Conversations of the day before.' }),
      do: OneOf(['finish-draft', 'draft-from-answers', 'write'] as const),
    }),
    { maxItems: 20 },
  ),
})
export const readAdvice = route({
  name: 'readAdvice',
  method: 'GET',
  path: '/api/growth/advice',
  tag: 'Growth',
  summary: "This morning's advice: what to write next, by the conversations of yesterday it would have solved.",
  access: 'knowledge.read',
  reply: Advice,
  problems: [],
})
export const adviseNow = route({
  name: 'adviseNow',
  method: 'POST',
  path: '/api/growth/advice',
  tag: 'Growth',
  summary: 'Work the advice out now instead of tomorrow morning; some seconds in a large workspace.',
  access: 'knowledge.write',
  body: Closed({}),
  reply: Advice,
  problems: [],
})
