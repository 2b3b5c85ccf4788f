// The stand-in's ready-made packs: two trades, a handful of entries each, filled with the values given.
import { Problem } from '@ballast/contract/problems'
import { PACK_LOCALES, type PackField, type PackValue } from '@ballast/contract/routes/packs'
import { uuid } from './mock-data.ts'
import { entryOf, type MockKnowledge } from './mock-knowledge.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown
type Locale = (typeof PACK_LOCALES)[number]
type Values = Record<string, PackValue>

const FIELDS: PackField[] = [
  { key: 'return_days', label: { zh: '无理由退货期限', en: 'Time to return' }, kind: 'days', default: 7, example: 15 },
  {
    key: 'free_from',
    label: { zh: '包邮门槛', en: 'Free delivery from' },
    kind: 'money',
    default: { amount: 9_900, currency: 'CNY' },
    example: { amount: 19_900, currency: 'CNY' },
  },
  {
    key: 'carriers',
    label: { zh: '合作快递', en: 'Carriers' },
    kind: 'carriers',
    default: { zh: '顺丰、中通', en: 'SF Express, ZTO' },
    example: { zh: '京东物流', en: 'JD Logistics' },
  },
  {
    key: 'hours',
    label: { zh: '人工客服时间', en: 'Hours of the team' },
    kind: 'times',
    default: '9:00–22:00',
    example: '8:30–24:00',
  },
]
const PACKS = [
  {
    id: 'apparel',
    name: { zh: '服装鞋包', en: 'Apparel, shoes and bags' },
    description: {
      zh: '尺码、面料、洗护、退换：服装店每天被问的问题。',
      en: 'Sizes, fabrics, washing, returns: what clothes shops are asked every day.',
    },
  },
  {
    id: 'food',
    name: { zh: '食品生鲜', en: 'Food and groceries' },
    description: { zh: '保质期、冷链、坏果包赔。', en: 'Shelf life, cold chain, compensation for spoiled fruit.' },
  },
]
const TEXTS = [
  {
    key: 'returns',
    zh: ['几天内可以退货', '签收后 {return_days} 天内可以退货。'],
    en: ['How long can I return it', 'Return it within {return_days} days.'],
  },
  {
    key: 'carriers',
    zh: ['发什么快递', '我们用{carriers}发货。'],
    en: ['Which carriers do you use', 'We ship with {carriers}.'],
  },
  {
    key: 'free',
    zh: ['满多少包邮', '满 {free_from} 包邮。'],
    en: ['When is delivery free', 'Delivery is free from {free_from}.'],
  },
  {
    key: 'hours',
    zh: ['人工几点上班', '人工客服 {hours} 在线。'],
    en: ['When is the team there', 'A colleague is there {hours}.'],
  },
]

const said = (value: PackValue | undefined, side: 'zh' | 'en'): string => {
  if (value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return 'amount' in value ? `¥${value.amount / 100}` : value[side]
}

export const packRoutes = (knowledge: MockKnowledge): Record<string, Handle> => {
  const given = new Map<string, Values>()
  const valuesOf = (pack: string, more: Values = {}): Values => ({
    ...Object.fromEntries(FIELDS.map((field) => [field.key, field.default])),
    ...given.get(pack),
    ...more,
  })
  const idOf = (pack: string, at: number, locale: Locale) =>
    uuid(12, PACKS.findIndex(({ id }) => id === pack) * 100 + at * 2 + PACK_LOCALES.indexOf(locale))
  const plan = (pack: string, { locales, values }: { locales: Locale[]; values: Values }) => {
    if (!PACKS.some(({ id }) => id === pack)) throw new Problem('pack.not-found')
    if (values.return_days === 999) throw new Problem('pack.value-invalid', { path: '/body/values/return_days' })
    const whole = valuesOf(pack, values)
    return locales.flatMap((locale) =>
      TEXTS.map((text, at) => {
        const side = locale === 'en' ? 'en' : 'zh'
        const [title = '', raw = ''] = text[side]
        const answer = raw.replace(/\{(\w+)\}/g, (_, key: string) => said(whole[key], side))
        const id = idOf(pack, at, locale)
        const held = knowledge.all.get(id)?.entry
        const live = held?.status === 'published'
        const does = !live ? ('add' as const) : held.answer === answer ? ('nothing' as const) : ('change' as const)
        return { id, key: text.key, locale, topic: 'pack', title, questions: [`${title}?`], answer, does }
      }),
    )
  }
  const installed = (pack: string) =>
    PACK_LOCALES.filter((locale) => knowledge.all.get(idOf(pack, 0, locale))?.entry.status === 'published')
  return {
    listPacks: () => ({
      packs: PACKS.map((pack) => ({
        ...pack,
        entries: TEXTS.length,
        fields: FIELDS,
        installed: installed(pack.id),
        values: valuesOf(pack.id),
      })),
    }),
    previewPack: ({ params, body }) => ({ entries: plan(params.pack, body) }),
    installPack: ({ params, body }) => {
      const planned = plan(params.pack, body)
      for (const { id, locale, topic, title, questions, answer, does } of planned)
        if (does !== 'nothing') knowledge.write(entryOf(0, { id, locale, topic, title, questions, answer }))
      given.set(params.pack, { ...given.get(params.pack), ...body.values })
      const count = (what: string) => planned.filter(({ does }) => does === what).length
      return { added: count('add'), changed: count('change'), unchanged: count('nothing'), kept: 0 }
    },
    removePack: ({ params }) => {
      const mine = PACK_LOCALES.flatMap((locale) => TEXTS.map((_, at) => idOf(params.pack, at, locale)))
      const there = mine
        .flatMap((id) => knowledge.all.get(id)?.entry ?? [])
        .filter(({ status }) => status === 'published')
      for (const entry of there) knowledge.write({ ...entry, status: 'withdrawn' })
      return { withdrawn: there.length, kept: 0 }
    },
  }
}
