// The large language model a shop may set up: where it is, for what it is asked, what it may cost, and the switch that stops it.
import { type Static, Type } from 'typebox'
import { Closed, Instant, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/** What a model is asked for. `answer`: wording the bot's answer from the passages it cites. */
export const MODEL_USES = ['answer'] as const
export type ModelUse = (typeof MODEL_USES)[number]

/**
 * How a call ended. `ok`: what was written is what was said. Everything else: code's own words were said.
 * - the shop's side: `stopped` (the switch), `budget`, `resting` (too many failures, tried again soon), `overtaken` (the
 *   customer wrote again, or a person took over)
 * - the endpoint's: `slow-start`, `slow`, `refused` (it declined, or called tools), `malformed`, `cut-off`, `too-long`, `limited` (429),
 *   `denied` (401, 403), `failed` (any other status), `unreachable`, `forbidden-address`
 * - its text: `unsupported` (too little was covered by what is cited), `left-out` (an exception is missing), `guarded` (it stated
 *   what the guard or the brand's voice does not let pass), `language`
 */
export const MODEL_OUTCOMES = [
  'ok',
  'stopped',
  'budget',
  'resting',
  'overtaken',
  'slow-start',
  'slow',
  'refused',
  'malformed',
  'cut-off',
  'too-long',
  'limited',
  'denied',
  'failed',
  'unreachable',
  'forbidden-address',
  'unsupported',
  'left-out',
  'guarded',
  'language',
] as const
export type ModelOutcome = (typeof MODEL_OUTCOMES)[number]

const Tokens = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })
const Minor = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description: 'Minor units (分, cents).' })
/** Days and months are counted in UTC. Null: no limit. */
export const ModelBudget = Closed({
  tokensPerDay: Nullable(Tokens),
  tokensPerMonth: Nullable(Tokens),
  moneyPerDay: Nullable(Minor),
  moneyPerMonth: Nullable(Minor),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  inputPrice: Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Minor units a million tokens read.' }),
  outputPrice: Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Minor units a million tokens written.' }),
})
export type ModelBudget = Static<typeof ModelBudget>

const settings = {
  baseUrl: Type.String({
    pattern: '^https?://[^\\s<>"@?#]+$',
    maxLength: 500,
    description:
      'Of an OpenAI-compatible endpoint, such as https://api.deepseek.com/v1. Plain http only where the server allows it.',
  }),
  model: Text(120, { minLength: 1 }),
  on: Type.Boolean(),
  temperature: Type.Number({ minimum: 0, maximum: 1 }),
  maxTokens: Type.Integer({ minimum: 32, maximum: 2_000, description: 'The longest text it may write.' }),
  budget: ModelBudget,
}
export const ModelSettings = Closed({
  use: OneOf(MODEL_USES),
  ...settings,
  hasKey: Type.Boolean(),
  version: Type.Integer({ minimum: 1 }),
  updatedAt: Instant,
})
export type ModelSettings = Static<typeof ModelSettings>

const Spent = Closed({ calls: Type.Integer(), tokens: Type.Integer(), money: Type.Integer() })
export const ModelSpending = Closed({
  use: OneOf(MODEL_USES),
  day: Spent,
  month: Spent,
  /** A limit is reached: nothing is asked until the next day or month. */
  ended: Type.Boolean(),
})
export type ModelSpending = Static<typeof ModelSpending>

export const ModelCall = Closed({
  id: Uuid,
  use: OneOf([...MODEL_USES, 'test'] as const),
  at: Instant,
  outcome: OneOf(MODEL_OUTCOMES),
  firstMs: Nullable(Type.Integer({ description: 'Until the first words came.' })),
  ms: Type.Integer(),
  tokensIn: Type.Integer(),
  tokensOut: Type.Integer(),
  cut: Type.Integer({ description: 'Sentences that were not said.' }),
  conversationId: Nullable(Uuid),
})
export type ModelCall = Static<typeof ModelCall>

const tag = 'Language model'
const use = Closed({ use: OneOf(MODEL_USES) })
export const readModels = route({
  name: 'readModels',
  method: 'GET',
  path: '/api/language-model',
  tag,
  summary: 'How the language model is set up for each use, what it has cost, and whether everything is stopped.',
  access: 'knowledge.write',
  reply: Closed({
    stopped: Type.Boolean(),
    uses: Type.Array(ModelSettings),
    spending: Type.Array(ModelSpending),
    /** Plain http and private addresses may be named. */
    privateAllowed: Type.Boolean(),
  }),
  problems: [],
})
export const saveModel = route({
  name: 'saveModel',
  method: 'PUT',
  path: '/api/language-model/:use',
  tag,
  summary: 'Set up the language model for one use. It counts from the next turn.',
  access: 'settings.manage',
  params: use,
  body: Closed({
    baseVersion: Type.Integer({ minimum: 0, description: 'The version it was written from; 0: there was none.' }),
    ...settings,
    key: Type.Optional(
      Nullable(
        Type.String({ pattern: '^[\\x21-\\x7e]{1,500}$', description: 'Absent: the one that is kept. Null: none.' }),
      ),
    ),
  }),
  reply: ModelSettings,
  problems: ['language-model.changed', 'language-model.address-refused', 'language-model.key-needed'],
})
export const stopModels = route({
  name: 'stopModels',
  method: 'PUT',
  path: '/api/language-model-stop',
  tag,
  summary: 'Stop every use of the language model within a second, calls under way too, or let it go on.',
  access: 'knowledge.write',
  body: Closed({ stopped: Type.Boolean() }),
  reply: Closed({ stopped: Type.Boolean() }),
  problems: [],
})
export const tryModel = route({
  name: 'tryModel',
  method: 'POST',
  path: '/api/language-model/:use/try',
  tag,
  summary: 'Ask the endpoint as it is saved for one short line. Counted like any call.',
  access: 'settings.manage',
  params: use,
  reply: ModelCall,
  problems: ['language-model.not-set'],
})
export const listModelCalls = route({
  name: 'listModelCalls',
  method: 'GET',
  path: '/api/language-model/calls',
  tag,
  summary: 'The last 50 calls, newest first: how each ended and what it took. No words of anybody.',
  access: 'knowledge.write',
  reply: Closed({ calls: Type.Array(ModelCall) }),
  problems: [],
})
