// The shop's ear: its intents and their examples, training, versions, and trying a sentence.
import { type Static, Type } from 'typebox'
import { Closed, Instant, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

/** A slug. `none` is the one that means "none of the intents". */
export const IntentId = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 48, description: 'A slug.' })
export const NONE_INTENT = 'none'
const Both = Closed({ zh: Text(80, { minLength: 1 }), en: Text(80, { minLength: 1 }) })
const Line = Text(500, { minLength: 1, description: 'A line as a customer writes it.' })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Version = Type.Integer({ minimum: 0, description: 'A number of this workspace; 0: the built-in model.' })
const Count = Type.Integer({ minimum: 0 })
const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

export const Intent = Closed({
  id: IntentId,
  title: Both,
  meaning: Type.Optional(Closed({ zh: Text(300), en: Text(300) })),
  builtIn: Type.Boolean(),
  on: Type.Boolean({ description: 'Off: the next training leaves it out.' }),
  examples: Closed({ builtIn: Count, own: Count }),
})
export type Intent = Static<typeof Intent>

export const EXAMPLE_SOURCES = ['built-in', 'written', 'imported', 'corrected'] as const
export const Example = Closed({
  id: Nullable(Uuid),
  intent: IntentId,
  text: Line,
  source: OneOf(EXAMPLE_SOURCES),
  addedAt: Nullable(Instant),
})
export type Example = Static<typeof Example>

const tag = 'Language'
const byIntent = Closed({ intentId: IntentId })
const byExample = Closed({ exampleId: Uuid })

export const listIntents = route({
  name: 'listIntents',
  method: 'GET',
  path: '/api/language/intents',
  tag,
  summary: 'Every intent, built-in and own, with how many examples teach it, and the version in use.',
  access: 'language.read',
  reply: Closed({ intents: Type.Array(Intent), inUse: Version }),
  problems: [],
})
export const saveIntent = route({
  name: 'saveIntent',
  method: 'PUT',
  path: '/api/language/intents/:intentId',
  tag,
  summary: 'Make or rename an own intent, or switch any on and off. The next training follows.',
  access: 'language.teach',
  params: byIntent,
  body: Closed({ title: Type.Optional(Both), on: Type.Boolean() }),
  reply: Closed({ intent: Intent }),
  problems: ['intent.not-found', 'intent.built-in', 'language.full'],
})
export const removeIntent = route({
  name: 'removeIntent',
  method: 'DELETE',
  path: '/api/language/intents/:intentId',
  tag,
  summary: 'Remove an own intent with its examples. A built-in one can only be switched off.',
  access: 'language.teach',
  params: byIntent,
  reply: Closed({}),
  problems: ['intent.not-found', 'intent.built-in'],
})
export const listExamples = route({
  name: 'listExamples',
  method: 'GET',
  path: '/api/language/intents/:intentId/examples',
  tag,
  summary: 'What teaches an intent: own examples, newest first, then built-in ones.',
  access: 'language.read',
  params: byIntent,
  reply: Closed({ examples: Type.Array(Example) }),
  problems: ['intent.not-found'],
})
export const saveExample = route({
  name: 'saveExample',
  method: 'PUT',
  path: '/api/language/examples/:exampleId',
  tag,
  summary: 'Write an example, or move it to another intent. The id is yours to make. One text teaches one intent.',
  access: 'language.teach',
  params: byExample,
  body: Closed({ intent: IntentId, text: Line }),
  reply: Closed({ example: Example }),
  problems: ['intent.not-found', 'example.exists', 'language.full'],
})
export const removeExample = route({
  name: 'removeExample',
  method: 'DELETE',
  path: '/api/language/examples/:exampleId',
  tag,
  summary: 'Remove an own example.',
  access: 'language.teach',
  params: byExample,
  reply: Closed({}),
  problems: ['example.not-found'],
})

export const SKIPPED_WHY = ['no-text', 'no-intent', 'unknown-intent', 'too-long', 'twice', 'too-many'] as const
const Skipped = Type.Array(Closed({ line: Type.Integer({ minimum: 1 }), why: OneOf(SKIPPED_WHY) }), { maxItems: 5000 })
const Csv = Text(1_000_000, { minLength: 1, description: 'Two columns, text and intent; 5,000 rows at most.' })
export const importExamples = route({
  name: 'importExamples',
  method: 'POST',
  path: '/api/language/import',
  tag,
  summary: 'Add examples from CSV. Lines that cannot be used are named with the reason. `preview` stores nothing.',
  access: 'language.teach',
  bodyLimit: 4 * 1024 * 1024,
  body: Closed({ csv: Csv, preview: Type.Optional(Type.Boolean()) }),
  reply: Closed({ added: Count, skipped: Skipped }),
  problems: ['language.full'],
})
export const exportExamples = route({
  name: 'exportExamples',
  method: 'GET',
  path: '/api/language/export',
  tag,
  summary: 'Own examples as CSV, text and intent; the import reads it back. Spreadsheets do not run what is in it.',
  access: 'language.teach',
  reply: Closed({ csv: Type.String() }),
  problems: [],
})

export const TRAINING_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export const Training = Closed({
  id: Uuid,
  state: OneOf(TRAINING_STATES),
  progress: Type.Integer({ minimum: 0, maximum: 100 }),
  version: Nullable(Version),
  startedAt: Instant,
})
export type Training = Static<typeof Training>
export const startTraining = route({
  name: 'startTraining',
  method: 'POST',
  path: '/api/language/training',
  tag,
  summary: 'Train a new version from the examples as they are now. One at a time; it is a draft until published.',
  access: 'language.teach',
  body: Closed({}),
  reply: Closed({ training: Training }),
  problems: ['training.running', 'training.too-little'],
})
export const readTraining = route({
  name: 'readTraining',
  method: 'GET',
  path: '/api/language/training',
  tag,
  summary: 'The last training and how far it is.',
  access: 'language.read',
  reply: Closed({ training: Nullable(Training) }),
  problems: [],
})
export const cancelTraining = route({
  name: 'cancelTraining',
  method: 'DELETE',
  path: '/api/language/training',
  tag,
  summary: 'Stop the training that runs. Nothing of it stays.',
  access: 'language.teach',
  reply: Closed({ training: Nullable(Training) }),
  problems: [],
})

export const Figures = Closed({
  examples: Count,
  intents: Count,
  accuracy: Share,
  interval: Type.Tuple([Share, Share]),
  macroF1: Share,
  perIntent: Type.Array(Closed({ intent: IntentId, examples: Count, right: Count, refused: Count }), {
    description: 'Cross-validated: what a model said of examples it was not taught.',
  }),
  confusions: Type.Array(Closed({ intent: IntentId, said: IntentId, times: Type.Integer({ minimum: 1 }) }), {
    description: 'Most frequent first, 200 at most.',
  }),
  reliability: Type.Array(Closed({ from: Share, to: Share, count: Count, meanProbability: Share, accuracy: Share }), {
    description: 'Ten bins of stated probability against how often it was right.',
  }),
  trainSeconds: Type.Number({ minimum: 0 }),
  modelBytes: Count,
})
export type Figures = Static<typeof Figures>
export const MODEL_STATUSES = ['draft', 'published', 'retired'] as const
export const LanguageModel = Closed({
  version: Version,
  status: OneOf(MODEL_STATUSES),
  createdAt: Nullable(Instant),
  publishedAt: Nullable(Instant),
  byStaffId: Nullable(Uuid),
  figures: Nullable(Figures),
})
export type LanguageModel = Static<typeof LanguageModel>
const byVersion = Closed({ version: Type.Integer({ minimum: 0 }) })
export const listModels = route({
  name: 'listModels',
  method: 'GET',
  path: '/api/language/models',
  tag,
  summary: 'Versions with their figures, newest first, 30 at most; the built-in one is 0.',
  access: 'language.read',
  reply: Closed({ models: Type.Array(LanguageModel) }),
  problems: [],
})
export const publishModel = route({
  name: 'publishModel',
  method: 'POST',
  path: '/api/language/models/:version/publish',
  tag,
  summary: 'Put a version into use on every node at once. An older one is the way back.',
  access: 'language.teach',
  params: byVersion,
  body: Closed({}),
  reply: Closed({ model: LanguageModel }),
  problems: ['model.not-found'],
})

const Side = Closed({ version: Version, accuracy: Share, macroF1: Share, refused: Count })
export const Comparison = Closed({
  rows: Count,
  left: Side,
  right: Side,
  differing: Type.Array(Closed({ text: Line, intent: IntentId, left: IntentId, right: IntentId }), {
    description: 'Where the two disagree, 200 at most.',
  }),
  skipped: Skipped,
})
export type Comparison = Static<typeof Comparison>
export const compareModels = route({
  name: 'compareModels',
  method: 'POST',
  path: '/api/language/compare',
  tag,
  summary:
    'Two versions on one test set: CSV of yours (1,000 rows at most), or sentences that neither was taught, which we keep.',
  access: 'language.read',
  bodyLimit: 4 * 1024 * 1024,
  body: Closed({ left: Version, right: Version, csv: Type.Optional(Csv) }),
  reply: Comparison,
  problems: ['model.not-found', 'language.nothing-to-compare'],
})

export const Verdict = Closed({
  version: Version,
  language: Text(16),
  intent: IntentId,
  probability: Share,
  inScope: Type.Number({ minimum: 0, maximum: 1, description: 'That the sentence means one of the intents at all.' }),
  ranked: Type.Array(Closed({ intent: IntentId, probability: Share })),
  words: Type.Array(Closed({ text: Text(500), weight: Type.Number() }), {
    description: 'What spoke for the best intent (above 0) or against it, strongest first.',
  }),
  wishes: Type.Array(Closed({ intent: IntentId, text: Text(500) }), {
    description: 'Two or more: it asks several things.',
  }),
})
export type Verdict = Static<typeof Verdict>
export const tryLanguage = route({
  name: 'tryLanguage',
  method: 'POST',
  path: '/api/language/try',
  tag,
  summary: 'What a version makes of a sentence, and why. Nothing is stored.',
  access: 'language.read',
  body: Closed({ text: Line, version: Type.Optional(Version) }),
  reply: Closed({ verdict: Verdict }),
  problems: ['model.not-found'],
})
export const correctMessage = route({
  name: 'correctMessage',
  method: 'POST',
  path: '/api/conversations/:conversationId/messages/:messageId/meaning',
  tag,
  summary: 'Say what a customer’s message meant. It becomes an example, personal data covered.',
  access: 'conversations.reply',
  params: Closed({ conversationId: Uuid, messageId: Uuid }),
  body: Closed({ intent: IntentId }),
  reply: Closed({ example: Example }),
  problems: ['conversation.not-found', 'message.not-found', 'intent.not-found', 'message.empty', 'language.full'],
})
