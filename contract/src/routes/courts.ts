// The court: a draft answers what was solved and what was not, beside what is published, before anybody gets it.
import { Type } from 'typebox'
import { Closed, Instant, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'
import { KnowledgeEntry } from './knowledge.ts'

const Count = Type.Integer({ minimum: 0 })

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
/** What an entry says on one side of a trial. */
const CourtAnswer = Closed({
  entryId: Uuid,
  side: OneOf(['before', 'after'] as const, { description: 'after: as the version that was tried says it.' }),
  title: Text(300),
  answer: Text(8000),
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
  title: Text(300, { description: 'Of the entry as it was tried.' }),
  answers: Type.Array(CourtAnswer, { description: 'Of the entries named in the changes; empty in lists.' }),
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
export const readTrial = route({
  name: 'readTrial',
  method: 'GET',
  path: '/api/growth/trials/:entryId',
  tag: 'Growth',
  summary: 'How far the trial of an entry is that is being held now; null: none is.',
  access: 'knowledge.read',
  params: Closed({ entryId: Uuid }),
  reply: Closed({ trial: Type.Union([Closed({ done: Count, total: Count, begunAt: Instant }), Type.Null()]) }),
  problems: ['knowledge.not-found'],
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
