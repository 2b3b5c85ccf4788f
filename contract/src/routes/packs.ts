// Ready-made knowledge of a trade: look at a pack, fill in the shop's own rules, install it, take it out again.
import { type Static, Type } from 'typebox'
import { Closed, Money, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

export const PACK_LOCALES = ['zh-CN', 'en'] as const
/** days, months and hours are lengths of time; `times` are times of the day such as `9:00–22:00`. */
export const PACK_FIELD_KINDS = [
  'days',
  'months',
  'hours',
  'times',
  'money',
  'carriers',
  'text',
  'phone',
  'url',
] as const

const PackId = Text(40, { minLength: 1, description: 'Such as `apparel`.' })
const BothTexts = Closed({ zh: Text(500), en: Text(500) })
const Words = Text(200, { minLength: 1 })
/** A number of days, months or hours; money; or words, the same for both languages or each its own. */
export const PackValue = Type.Union([
  Type.Integer({ minimum: 0, maximum: 10_000 }),
  Money,
  Words,
  Closed({ zh: Words, en: Words }),
])
export type PackValue = Static<typeof PackValue>
const PackValues = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }), PackValue, {
  maxProperties: 60,
  description: 'By the key of the field. Left out: what the shop has given before, else the default of the pack.',
})
export const PackField = Closed({
  key: Text(40),
  label: BothTexts,
  kind: OneOf(PACK_FIELD_KINDS),
  default: PackValue,
  example: PackValue,
})
export type PackField = Static<typeof PackField>
const Locales = Type.Array(OneOf(PACK_LOCALES), { minItems: 1, maxItems: 2, uniqueItems: true })

export const listPacks = route({
  name: 'listPacks',
  method: 'GET',
  path: '/api/knowledge-packs',
  tag: 'Knowledge',
  summary: 'Ready-made knowledge of several trades, with what this workspace has of it.',
  access: 'knowledge.read',
  reply: Closed({
    packs: Type.Array(
      Closed({
        id: PackId,
        name: BothTexts,
        description: BothTexts,
        entries: Type.Integer({ description: 'In each language.' }),
        fields: Type.Array(PackField),
        installed: Type.Array(OneOf(PACK_LOCALES), { description: 'Languages with published entries of this pack.' }),
        values: Type.Record(Type.String(), PackValue, {
          description: 'What an installation would use now: read from the installed entries, else the defaults.',
        }),
      }),
    ),
  }),
  problems: [],
})
const order = {
  params: Closed({ pack: PackId }),
  body: Closed({ locales: Locales, values: PackValues }),
  access: 'knowledge.write',
  tag: 'Knowledge',
  problems: ['pack.not-found', 'pack.value-invalid'],
} as const
export const previewPack = route({
  ...order,
  name: 'previewPack',
  method: 'POST',
  path: '/api/knowledge-packs/:pack/preview',
  summary: 'The entries of a pack with these values, and what installing would do to each. Stores nothing.',
  reply: Closed({
    entries: Type.Array(
      Closed({
        id: Uuid,
        key: Text(64),
        locale: OneOf(PACK_LOCALES),
        topic: Text(64),
        title: Text(300),
        questions: Type.Array(Text(300)),
        answer: Text(8000),
        does: OneOf(['add', 'change', 'nothing', 'keep'] as const, {
          description: '`keep`: somebody edited or withdrew it, so it stays as it is.',
        }),
      }),
    ),
  }),
})
export const installPack = route({
  ...order,
  name: 'installPack',
  method: 'PUT',
  path: '/api/knowledge-packs/:pack',
  summary:
    'Publish the entries of a pack with the rules of this shop. Again with other values: the entries change. What somebody edited stays.',
  problems: ['pack.not-found', 'pack.value-invalid', 'conversation.changed'],
  reply: Closed({
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    kept: Type.Integer({ description: 'Edited or withdrawn by somebody.' }),
  }),
})
export const removePack = route({
  name: 'removePack',
  method: 'DELETE',
  path: '/api/knowledge-packs/:pack',
  tag: 'Knowledge',
  summary: 'Withdraw the entries of a pack that nobody has edited.',
  access: 'knowledge.write',
  params: Closed({ pack: PackId }),
  reply: Closed({ withdrawn: Type.Integer(), kept: Type.Integer({ description: 'Edited by somebody: they stay.' }) }),
  problems: ['pack.not-found', 'conversation.changed'],
})
