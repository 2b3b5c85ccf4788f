// The stand-in's promotions: versions in memory, a price of a few sums, and three prices told under older rules.
import { Problem } from '@ballast/contract/problems'
import type { Cart, Priced, Rule, RuleSet } from '@ballast/contract/promotions'
import { ago, ME, uuid } from './mock-data.ts'
import { CAMPAIGNS, RULES } from './mock-rules.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown
type Routes = Record<string, Handle>

interface Version {
  version: number
  base: number | null
  set: RuleSet
  createdAt: string
  publishedAt: string | null
}
interface State {
  versions: Version[]
  inForce: number
  before: number | null
  open: string[]
}
const byId = (one: Rule, other: Rule) => (one.id < other.id ? -1 : 1)
const first: RuleSet = { currency: 'CNY', campaigns: [], rules: RULES.slice(0, 4) }
const start = (): State => ({
  versions: [
    { version: 1, base: null, set: first, createdAt: ago(900_000), publishedAt: ago(800_000) },
    {
      version: 2,
      base: 1,
      set: { currency: 'CNY', campaigns: CAMPAIGNS, rules: RULES },
      createdAt: ago(90_000),
      publishedAt: ago(80_000),
    },
  ],
  inForce: 2,
  before: 1,
  open: [],
})

const find = (state: State, version: unknown): Version => {
  const found = state.versions.find((each) => each.version === Number(version))
  if (!found) throw new Problem('rules.version-unknown')
  return found
}
/** A balance that ends before it begins cannot work. */
const isBroken = (rule: Rule) => rule.kind === 'deposit' && rule.balanceFrom >= rule.balanceTo
const view = (state: State, { version, base, set, createdAt, publishedAt }: Version) => ({
  version,
  base,
  rules: set.rules.length,
  broken: set.rules.filter(isBroken).map(({ id }) => id),
  note: '',
  staffId: ME,
  createdAt,
  publishedAt,
  inForce: version === state.inForce,
})
const add = (state: State, base: number | null, set: RuleSet): Version => {
  const made = { version: state.versions.length + 1, base, set, createdAt: ago(0), publishedAt: null }
  state.versions.push(made)
  return made
}
const putInForce = (state: State, version: Version): Version => {
  state.before = state.inForce
  state.inForce = version.version
  version.publishedAt = ago(0)
  state.open = [uuid(21, 1), uuid(21, 2), uuid(21, 3)]
  return version
}

const writingRoutes = (state: State): Routes => ({
  listRuleVersions: () => ({
    inForce: state.inForce,
    versions: state.versions.toReversed().map((each) => view(state, each)),
  }),
  readRules: ({ params, query }) => {
    const { rules, ...head } = find(state, params.version).set
    const from = query.after === undefined ? 0 : rules.findIndex(({ id }) => id > query.after)
    const page = from === -1 ? [] : rules.slice(from, from + (query.limit ?? 100))
    return { head, rules: page, total: rules.length, more: from !== -1 && from + page.length < rules.length }
  },
  saveRules: ({ body }) => {
    const base = body.base === 0 ? null : find(state, body.base)
    const gone = new Set([...body.remove, ...body.put.map(({ id }: Rule) => id)])
    const held = base?.set ?? { currency: 'CNY', campaigns: [], rules: [] }
    const rules = [...held.rules.filter(({ id }) => !gone.has(id)), ...body.put].sort(byId)
    return { version: view(state, add(state, base?.version ?? null, { ...held, ...body.head, rules })) }
  },
  importRules: ({ query }) => {
    const problems = [
      { row: 3, code: 'cell.unreadable', column: 'tiers' },
      { row: 7, code: 'id.twice' },
    ]
    if (query.preview) return { version: null, rules: 1, problems }
    const base = query.base === '0' ? null : find(state, query.base)
    const row: Rule = { id: 'imported', name: '导入的规则', nameEn: 'From a table', kind: 'percent', pay: 700 }
    const held = base?.set ?? { currency: 'CNY', campaigns: [], rules: [] }
    const made = add(state, base?.version ?? null, { ...held, rules: [...held.rules, row].sort(byId) })
    return { version: view(state, made), rules: 1, problems }
  },
  exportRules: () => '',
  publishRules: ({ params }) => ({ version: view(state, putInForce(state, find(state, params.version))) }),
  rollBackRules: () => {
    if (state.before === null) throw new Problem('rules.none-before')
    return { version: view(state, putInForce(state, find(state, state.before))) }
  },
})

const checked = (rules: readonly Rule[]) => {
  const over = rules.filter(({ to }) => to !== undefined && Date.parse(to) < Date.now())
  const past = over.map((rule) => ({
    finding: { code: 'window.past', weight: 'warning', rules: [rule.id], detail: rule.to },
    words: { zh: `「${rule.name}」 已结束。请删除或延长。`, en: `“${rule.nameEn}” ended. Remove it or extend it.` },
  }))
  const conflict = {
    finding: { code: 'flash.overlap', weight: 'warning', rules: ['coat-flash', 'member'] },
    words: {
      zh: '「大衣限时价」「会员价」 在同一时间给同一商品定了限时价。请只保留一个。',
      en: '“Coat flash”, “Member price” set flash prices for the same goods at the same time. Keep one.',
    },
  }
  const broken = rules.filter(isBroken).map((rule) => ({
    finding: { code: 'deposit.windows', weight: 'error', rules: [rule.id] },
    words: {
      zh: `「${rule.name}」 的尾款时间不合理。`,
      en: `“${rule.nameEn}”: the balance must begin before it ends.`,
    },
  }))
  return [...past, conflict, ...broken]
}
const fieldsOf = (a: object, b: object): string[] => {
  const [one, other] = [a, b] as Record<string, unknown>[]
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name])).sort()
}
const difference = (before: RuleSet, after: RuleSet) => {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]))
  const now = new Map(after.rules.map((rule) => [rule.id, rule]))
  const added = after.rules.filter(({ id }) => !old.has(id))
  const removed = before.rules.filter(({ id }) => !now.has(id))
  const changed = after.rules.flatMap((rule) => {
    const was = old.get(rule.id)
    const fields = was === undefined ? [] : fieldsOf(was, rule)
    return was === undefined || fields.length === 0 ? [] : [{ before: was, after: rule, fields }]
  })
  const counts = { added: added.length, removed: removed.length, changed: changed.length }
  const head = JSON.stringify([before.currency, before.campaigns]) !== JSON.stringify([after.currency, after.campaigns])
  return { counts, head, added, removed, changed }
}

/** The best tier and one coupon: enough for two versions to differ. */
const priced = (rules: readonly Rule[], cart: Cart, coupons: readonly string[]): Priced => {
  const list = cart.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const proof: Priced['proof'] = []
  for (const rule of rules) {
    const tier = rule.kind === 'threshold' && rule.tiers.find(({ amount = Number.POSITIVE_INFINITY }) => list >= amount)
    const held = rule.kind === 'coupon' && coupons.includes(rule.code)
    const minus = tier ? (tier.minus ?? 0) : held ? (rule.minus ?? 0) : 0
    if (minus > 0) proof.push({ rule: rule.id, kind: rule.kind, outcome: 'applied', amount: minus })
  }
  const off = proof.reduce((sum, step) => sum + step.amount, 0)
  const lines = cart.lines.map((line, at) => {
    const whole = line.price * line.quantity
    const mine = at === 0 ? proof.map(({ rule, amount }) => ({ rule, amount })) : []
    const { productId, quantity } = line
    return { productId, quantity, list: whole, off: mine, amount: at === 0 ? whole - off : whole, duty: 0 }
  })
  return {
    currency: cart.currency,
    lines,
    discounts: proof.map(({ rule, amount }) => ({ rule, amount })),
    goods: list - off,
    shipping: 0,
    duty: { amount: 0 },
    gifts: [{ rule: 'gift', productId: 'tote', quantity: 1 }],
    protectedDays: [],
    total: list - off,
    payNow: list - off,
    proof,
  }
}
const money = (amount: number) => `¥${(amount / 100).toFixed(2)}`

const readingRoutes = (state: State): Routes => ({
  checkRules: ({ params }) => ({ findings: checked(find(state, params.version).set.rules) }),
  compareRules: ({ params, query }) => difference(find(state, query.since).set, find(state, params.version).set),
  priceCart: ({ body }) => {
    const { version, set } = find(state, body.version ?? state.inForce)
    if (body.cart.currency !== set.currency) throw new Problem('rules.currency-differs')
    const price = priced(set.rules, body.cart, body.buyer?.coupons ?? [])
    const say = (zh: boolean) => [
      ...price.proof.map(({ rule, amount }) => {
        const found = set.rules.find(({ id }) => id === rule)
        return `${(zh ? undefined : found?.nameEn) ?? found?.name}: -${money(amount)}`
      }),
      `${zh ? '合计' : 'Total'} ${money(price.total)}`,
    ]
    return { version, price, words: { zh: say(true), en: say(false) } }
  },
  listWrongAnswers: () => ({
    answers: state.open.map((id, at) => ({
      id,
      conversationId: uuid(4, at),
      messageId: uuid(8, at),
      version: 2,
      at: ago(4_000 * (at + 1)),
      told: 35_800,
      now: at === 1 ? null : 34_800 + at * 100,
      currency: 'CNY',
      correction: 'Correction: the total of ¥358.00 we told you has changed. We are sorry.',
    })),
  }),
  // The last of the three cannot be reached.
  correctAnswers: ({ body }) => {
    const failed = body.ids.filter((id: string) => id === uuid(21, 3))
    const corrected = body.ids.filter((id: string) => state.open.includes(id) && !failed.includes(id))
    state.open = state.open.filter((id) => !corrected.includes(id))
    return { corrected, failed }
  },
})

export const promotionRoutes = (): Routes => {
  const state = start()
  return { ...writingRoutes(state), ...readingRoutes(state) }
}
