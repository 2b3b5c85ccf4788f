// What a shop promises with money: a typed set of rules, the cart they are applied to, and what comes out.
// Amounts are integers in the minor unit of the set's currency. Meaning of every field, with examples: docs/promotions.md.
import { type Static, Type } from 'typebox'
import { Closed, Instant, OneOf, Text } from './primitives.ts'

/** The shop's own id of a rule, product, category, level, region or channel. */
const Code = Text(64, { minLength: 1 })
const Codes = (description: string) => Type.Optional(Type.Array(Code, { maxItems: 500, description }))
export const MOST_AMOUNT = 10_000_000_000
const Amount = Type.Integer({ minimum: 0, maximum: MOST_AMOUNT })
const Positive = Type.Integer({ minimum: 1, maximum: MOST_AMOUNT })
const Pieces = Type.Integer({ minimum: 1, maximum: 100_000 })
/** In ten-thousandths. */
const Tax = Closed({
  tariff: Type.Integer({ minimum: 0, maximum: 100_000, description: 'In ten-thousandths: 1300 is 13 %.' }),
  vat: Type.Integer({ minimum: 0, maximum: 10_000 }),
  consumption: Type.Integer({ minimum: 0, maximum: 9_000 }),
})
const Pay = Type.Integer({
  minimum: 0,
  maximum: 1000,
  description: 'What is still paid, in thousandths: 850 is 15 % off.',
})
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' })

const DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  BHD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
}
/** Digits of the currency's minor unit: how an amount is written, wherever it is written. */
export const digitsOf = (currency: string): number => DIGITS[currency] ?? 2

const Every = {
  id: Code,
  name: Text(120, { minLength: 1 }),
  nameEn: Type.Optional(Text(120)),
  paused: Type.Optional(Type.Literal(true, { description: 'Kept, not applied.' })),
  priority: Type.Optional(
    Type.Integer({ minimum: -1000, maximum: 1000, description: 'Higher goes first; default 0.' }),
  ),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  products: Codes('Only these products, or those of `categories`; both empty: everything.'),
  categories: Codes('Only products of these categories, or `products`.'),
  notProducts: Codes('Never these products.'),
  notCategories: Codes('Never products of these categories.'),
  shops: Codes('Only lines of these shops; empty: all.'),
  levels: Codes('Only customers of these levels; empty: all.'),
  regions: Codes('Only orders to these regions, `CN` covers `CN-XJ`; empty: all.'),
  channels: Codes('Only on these channels; empty: all.'),
  leastAmount: Type.Optional(Positive),
  leastPieces: Type.Optional(Pieces),
  group: Type.Optional(Text(64, { minLength: 1, description: 'A line takes part in one rule of a group at most.' })),
  notWith: Codes('Not on lines on which a rule of these kinds or groups is applied already.'),
  perCustomer: Type.Optional(Pieces),
  campaign: Type.Optional(Text(64, { minLength: 1 })),
}

export const RULE_KINDS = [
  'flash',
  'member',
  'percent',
  'nth',
  'deposit',
  'threshold',
  'every',
  'cross-shop',
  'gift',
  'coupon',
  'shipping',
  'duty',
  'protection',
] as const
export type RuleKind = (typeof RULE_KINDS)[number]

const Tier = Closed(
  {
    amount: Type.Optional(Positive),
    pieces: Type.Optional(Pieces),
    minus: Type.Optional(Positive),
    pay: Type.Optional(Pay),
  },
  { description: 'From `amount` or `pieces` on: `minus` an amount, or `pay` thousandths.' },
)
const kind = <const K extends RuleKind>(name: K) => Type.Literal(name)

export const Rule = Type.Union([
  Closed({ kind: kind('flash'), ...Every, price: Amount }, { description: '限时 flash price, a piece.' }),
  Closed({
    kind: kind('member'),
    ...Every,
    prices: Type.Array(Closed({ level: Code, price: Type.Optional(Amount), pay: Type.Optional(Pay) }), {
      minItems: 1,
      maxItems: 30,
    }),
  }),
  Closed({ kind: kind('percent'), ...Every, pay: Pay }),
  Closed({
    kind: kind('nth'),
    ...Every,
    n: Type.Integer({ minimum: 2, maximum: 100 }),
    pay: Pay,
    across: Type.Optional(Type.Literal(true, { description: 'Pieces of different products count together.' })),
    most: Type.Optional(Pieces),
  }),
  Closed({
    kind: kind('deposit'),
    ...Every,
    deposit: Positive,
    worth: Positive,
    balanceFrom: Instant,
    balanceTo: Instant,
  }),
  Closed({ kind: kind('threshold'), ...Every, tiers: Type.Array(Tier, { minItems: 1, maxItems: 10 }) }),
  Closed({ kind: kind('every'), ...Every, every: Positive, minus: Positive, cap: Type.Optional(Positive) }),
  Closed({ kind: kind('cross-shop'), ...Every, every: Positive, minus: Positive, cap: Type.Optional(Positive) }),
  Closed({
    kind: kind('gift'),
    ...Every,
    gifts: Type.Array(Closed({ productId: Code, quantity: Pieces }), { minItems: 1, maxItems: 10 }),
  }),
  Closed({
    kind: kind('coupon'),
    ...Every,
    code: Code,
    minus: Type.Optional(Positive),
    pay: Type.Optional(Pay),
    cap: Type.Optional(Positive),
  }),
  Closed({
    kind: kind('shipping'),
    ...Every,
    by: OneOf(['order', 'weight', 'pieces'] as const),
    freeFrom: Type.Optional(Amount),
    first: Type.Optional(Pieces),
    fee: Amount,
    step: Type.Optional(Pieces),
    stepFee: Type.Optional(Amount),
  }),
  Closed({
    kind: kind('duty'),
    ...Every,
    rates: Type.Optional(Type.Array(Closed({ category: Code, tax: Tax }), { minItems: 1, maxItems: 500 })),
    otherwise: Tax,
    factor: Type.Integer({
      minimum: 0,
      maximum: 10_000,
      description: 'Share of VAT and consumption tax within quota.',
    }),
    quotaOrder: Type.Optional(Positive),
    quotaYear: Type.Optional(Positive),
    over: OneOf(['full', 'refuse'] as const),
    withShipping: Type.Optional(Type.Literal(true, { description: 'Duty is due on the share of shipping too.' })),
  }),
  Closed({ kind: kind('protection'), ...Every, days: Type.Integer({ minimum: 1, maximum: 366 }) }),
])
export type Rule = Static<typeof Rule>
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>

/** What the shop has promised to run, so that `check` sees a day without it. */
export const Campaign = Closed({ name: Text(64, { minLength: 1 }), from: Instant, to: Instant })
export type Campaign = Static<typeof Campaign>

export const MOST_RULES = 20_000
/** What is not a rule of its own. */
export const RuleSetHead = Closed({ currency: Currency, campaigns: Type.Array(Campaign, { maxItems: 200 }) })
export type RuleSetHead = Static<typeof RuleSetHead>
export interface RuleSet extends RuleSetHead {
  readonly rules: readonly Rule[]
}

export const CartLine = Closed({
  productId: Code,
  sku: Type.Optional(Code),
  shop: Type.Optional(Code),
  categories: Type.Optional(Type.Array(Code, { maxItems: 20 })),
  price: Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'List price a piece, minor units.' }),
  quantity: Type.Integer({ minimum: 1, maximum: 9_999 }),
  weight: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Grams a piece.' })),
})
export type CartLine = Static<typeof CartLine>
export const Cart = Closed({
  currency: Currency,
  lines: Type.Array(CartLine, { minItems: 1, maxItems: 200 }),
  region: Type.Optional(Code),
  channel: Type.Optional(Code),
})
export type Cart = Static<typeof Cart>
const Used = Closed({ rule: Code, count: Type.Integer({ minimum: 0 }) })
export const Buyer = Closed({
  level: Type.Optional(Code),
  coupons: Type.Optional(Type.Array(Code, { maxItems: 100, description: 'Codes of coupons this customer holds.' })),
  used: Type.Optional(
    Type.Array(Used, { maxItems: 500, description: 'How often rules were used; pieces for flash prices.' }),
  ),
  paidDeposits: Type.Optional(
    Type.Array(Used, { maxItems: 100, description: 'Pieces whose deposit is paid, a rule.' }),
  ),
  dutyYear: Type.Optional(
    Type.Integer({ minimum: 0, description: 'Cross-border goods bought this year, minor units.' }),
  ),
})
export type Buyer = Static<typeof Buyer>

export const STEP_OUTCOMES = [
  'applied',
  'beaten',
  'taken',
  'below',
  'level',
  'region',
  'channel',
  'used-up',
  'not-now',
  'nothing',
] as const
/** One rule's part in a price. `amount`: what it takes off, or for shipping and duty adds. `missing`: up to its minimum. */
export const Step = Closed({
  rule: Code,
  kind: OneOf(RULE_KINDS),
  outcome: OneOf(STEP_OUTCOMES),
  amount: Type.Integer(),
  by: Type.Optional(Code),
  missing: Type.Optional(Closed({ amount: Type.Optional(Type.Integer()), pieces: Type.Optional(Type.Integer()) })),
})
export type Step = Static<typeof Step>
export const Window = Closed({ from: Instant, to: Instant })

export const Priced = Closed({
  currency: Currency,
  lines: Type.Array(
    Closed({
      productId: Code,
      quantity: Type.Integer(),
      list: Type.Integer({ description: 'List price times quantity.' }),
      off: Type.Array(Closed({ rule: Code, amount: Type.Integer() })),
      amount: Type.Integer(),
      duty: Type.Integer(),
    }),
  ),
  discounts: Type.Array(Closed({ rule: Code, amount: Type.Integer() })),
  goods: Type.Integer({ description: 'Sum of the lines.' }),
  shipping: Type.Integer(),
  duty: Closed({
    amount: Type.Integer(),
    over: Type.Optional(OneOf(['order', 'year'] as const)),
    refused: Type.Optional(Type.Literal(true, { description: 'Over the quota, this cart cannot be sold so.' })),
  }),
  deposit: Type.Optional(Closed({ amount: Type.Integer(), paid: Type.Boolean() })),
  balance: Type.Optional(Closed({ amount: Type.Integer(), from: Instant, to: Instant })),
  gifts: Type.Array(Closed({ rule: Code, productId: Code, quantity: Type.Integer() })),
  protectedDays: Type.Array(Closed({ rule: Code, line: Type.Integer(), days: Type.Integer() })),
  total: Type.Integer({ description: 'goods + shipping + duty.' }),
  payNow: Type.Integer({ description: 'The deposit while it is due, else what is not paid yet.' }),
  proof: Type.Array(Step),
})
export type Priced = Static<typeof Priced>

export const FINDING_CODES = [
  'field.missing',
  'window.empty',
  'window.past',
  'product.unknown',
  'scope.empty',
  'threshold.unreachable',
  'flash.overlap',
  'group.conflict',
  'beaten.always',
  'campaign.gap',
  'coupon.code-shared',
  'nothing.saved',
  'deposit.windows',
] as const
/** `error`: such a set is not published. */
export const Finding = Closed({
  code: OneOf(FINDING_CODES),
  weight: OneOf(['error', 'warning'] as const),
  rules: Type.Array(Code, { maxItems: 10 }),
  detail: Type.Optional(Text(200)),
})
export type Finding = Static<typeof Finding>
export type FindingCode = (typeof FINDING_CODES)[number]
