// Rule sets and carts out of small pools, so that rules meet, exclude and beat each other often.
import type { Buyer, Cart, Rule, RuleSet } from '@ballast/contract/promotions'
import fc from 'fast-check'

export const NOW = Date.parse('2026-11-11T12:00:00.000Z')
const day = (n: number) => new Date(NOW + n * 86_400_000).toISOString()
const PRODUCTS = ['coat', 'shoes', 'cup', 'cream']
const CATEGORIES = ['wear', 'home', 'beauty']
const some = (from: readonly string[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...from), { maxLength, minLength: 1 })
/** Left out `absent` times out of one more. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, absent = 3): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const amount = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 100, max: 30_000 }))
const pay = fc.constantFrom(0, 333, 500, 850, 888, 1000)
/** Left out rather than undefined: so the schemas want it. */
type Clean<T> = { [K in keyof T]: Exclude<T[K], undefined> }
const clean = <T extends object>(value: T): Clean<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Clean<T>

const every = fc
  .record({
    priority: maybe(fc.constantFrom(-1, 0, 5), 2),
    from: maybe(fc.constantFrom(day(-1), day(1)), 8),
    to: maybe(fc.constantFrom(day(2), day(-1)), 8),
    paused: maybe(fc.constant(true as const), 12),
    products: maybe(some(PRODUCTS), 1),
    categories: maybe(some(CATEGORIES), 2),
    notProducts: maybe(some(PRODUCTS, 1), 6),
    notCategories: maybe(some(CATEGORIES, 1), 8),
    shops: maybe(some(['a', 'b']), 8),
    levels: maybe(some(['gold', 'silver']), 8),
    regions: maybe(fc.constant(['CN']), 8),
    channels: maybe(fc.constant(['app']), 10),
    leastAmount: maybe(amount, 6),
    leastPieces: maybe(fc.integer({ min: 1, max: 5 }), 8),
    group: maybe(fc.constantFrom('x', 'y'), 3),
    notWith: maybe(some(['flash', 'percent', 'coupon', 'x', 'threshold']), 5),
    perCustomer: maybe(fc.integer({ min: 1, max: 4 }), 6),
  })
  .map(clean)
const tier = fc
  .record({
    amount: maybe(amount, 1),
    pieces: maybe(fc.integer({ min: 1, max: 4 }), 3),
    minus: maybe(amount, 1),
    pay: maybe(pay, 1),
  })
  .map(clean)
const tax = fc.record({
  tariff: fc.constantFrom(0, 500, 1000),
  vat: fc.constantFrom(900, 1300),
  consumption: fc.constantFrom(0, 1500),
})
const times = { every: amount, minus: fc.integer({ min: 1, max: 8000 }), cap: maybe(amount, 2) }

const special: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: fc.constant('flash'), price: amount }),
  fc.record({
    kind: fc.constant('member'),
    prices: fc.array(
      fc.record({ level: fc.constantFrom('gold', 'silver'), price: maybe(amount, 1), pay: maybe(pay, 1) }).map(clean),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ kind: fc.constant('percent'), pay }),
  fc
    .record({
      kind: fc.constant('nth'),
      n: fc.integer({ min: 2, max: 3 }),
      pay,
      across: maybe(fc.constant(true as const), 1),
      most: maybe(fc.integer({ min: 1, max: 3 }), 3),
    })
    .map(clean),
  fc
    .record({
      kind: fc.constant('deposit'),
      deposit: amount,
      worth: amount,
      balanceFrom: fc.constantFrom(day(-1), day(1)),
      balanceTo: fc.constant(day(3)),
      to: maybe(fc.constant(day(-1)), 1),
    })
    .map(clean),
  fc.record({ kind: fc.constant('threshold'), tiers: fc.array(tier, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('every', 'cross-shop'), ...times }).map(clean),
  fc.record({ kind: fc.constant('gift'), gifts: fc.constant([{ productId: 'bag', quantity: 1 }]) }),
  {
    weight: 5,
    arbitrary: fc
      .record({
        kind: fc.constant('coupon'),
        code: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
        minus: maybe(amount, 1),
        pay: maybe(pay, 1),
        cap: maybe(amount, 3),
      })
      .map(clean),
  },
  fc
    .record({
      kind: fc.constant('shipping'),
      by: fc.constantFrom('order', 'weight', 'pieces'),
      freeFrom: maybe(amount, 2),
      first: maybe(fc.integer({ min: 1, max: 1000 }), 1),
      fee: fc.integer({ min: 0, max: 2000 }),
      step: maybe(fc.integer({ min: 1, max: 500 }), 1),
      stepFee: maybe(fc.integer({ min: 0, max: 300 }), 1),
    })
    .map(clean),
  fc
    .record({
      kind: fc.constant('duty'),
      rates: maybe(
        fc.array(fc.record({ category: fc.constantFrom(...CATEGORIES), tax }), { minLength: 1, maxLength: 2 }),
        1,
      ),
      otherwise: tax,
      factor: fc.constantFrom(7000, 10_000),
      quotaOrder: maybe(fc.constantFrom(5_000, 500_000), 1),
      quotaYear: maybe(fc.constant(2_600_000), 1),
      over: fc.constantFrom('full', 'refuse'),
      withShipping: maybe(fc.constant(true as const), 2),
    })
    .map(clean),
  fc.record({ kind: fc.constant('protection'), days: fc.integer({ min: 1, max: 30 }) }),
)

export const rules = (maxLength = 12): fc.Arbitrary<Rule[]> =>
  fc
    .array(fc.tuple(every, special), { maxLength })
    .map((list) =>
      list.map(
        ([shared, own], i) =>
          ({ id: `r${String(i).padStart(2, '0')}`, name: `Rule ${i}`, ...shared, ...own }) as unknown as Rule,
      ),
    )

export const ruleSets: fc.Arbitrary<RuleSet> = rules().map((list) => ({ currency: 'CNY', campaigns: [], rules: list }))

export const carts: fc.Arbitrary<Cart> = fc
  .record({
    currency: fc.constant('CNY'),
    lines: fc.array(
      fc
        .record({
          productId: fc.constantFrom(...PRODUCTS),
          shop: maybe(fc.constantFrom('a', 'b'), 2),
          categories: maybe(some(CATEGORIES), 1),
          price: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 100, max: 60_000 })),
          quantity: fc.integer({ min: 1, max: 7 }),
          weight: maybe(fc.integer({ min: 0, max: 900 }), 1),
        })
        .map(clean),
      { minLength: 1, maxLength: 5 },
    ),
    region: maybe(fc.constantFrom('CN-XJ', 'CNX', 'US'), 1),
    channel: maybe(fc.constantFrom('app', 'web'), 1),
  })
  .map(clean)

const counts = fc.array(
  fc.record({
    rule: fc.integer({ min: 0, max: 11 }).map((i) => `r${String(i).padStart(2, '0')}`),
    count: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 4 },
)
const ALL_PAID = Array.from({ length: 12 }, (_, i) => ({ rule: `r${String(i).padStart(2, '0')}`, count: 1 + (i % 4) }))
export const buyers: fc.Arbitrary<Buyer> = fc
  .record({
    level: maybe(fc.constantFrom('gold', 'silver', 'new'), 1),
    coupons: fc.subarray(['c1', 'c2', 'c3', 'c4'], { minLength: 2 }),
    used: maybe(counts, 2),
    paidDeposits: fc.oneof(counts, fc.constant(ALL_PAID)),
    dutyYear: maybe(fc.constantFrom(0, 2_590_000), 2),
  })
  .map(clean)
