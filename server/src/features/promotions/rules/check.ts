// What is wrong with a rule set before customers find out: rules that fight, never apply, or leave a promised day empty.
import type { Finding, Rule, RuleSet } from '@ballast/contract/promotions'
import { byId } from './compile.ts'
import { FOREVER } from './layout.ts'
import { overlaps, type Span, spanOf, uncovered } from './spans.ts'

/** What keeps a set from being published: every one is in a rule of its own. */
export const errorsOf = (rule: Rule): Finding[] =>
  ofOne(rule, { now: -FOREVER }).filter(({ weight }) => weight === 'error')

export interface Known {
  /** Epoch ms. */
  readonly now: number
  /** Every product the shop sells; absent: not known here, so not judged. */
  readonly products?: ReadonlySet<string>
  /** No order is larger than this, minor units. */
  readonly mostCart?: number
}
/** Default of `mostCart`: a million in a currency with cents. */
const MOST_CART = 100_000_000
const MOST_FINDINGS = 500
/** Named pairs a rule: beyond this the reader has understood. */
const MOST_PAIRS = 5

const error = (code: Finding['code'], rules: string[], detail?: string): Finding => ({
  code,
  weight: 'error',
  rules,
  ...(detail === undefined ? {} : { detail }),
})
const warning = (code: Finding['code'], rules: string[], detail?: string): Finding => ({
  ...error(code, rules, detail),
  weight: 'warning',
})

/** Which field is missing for the rule to mean anything; null: none. */
const incomplete = (rule: Rule): string | null => {
  if (rule.kind === 'threshold') {
    const bad = rule.tiers.findIndex(
      (tier) => (tier.amount ?? tier.pieces) === undefined || (tier.minus ?? tier.pay) === undefined,
    )
    return bad < 0 ? null : `tiers[${bad}]`
  }
  if (rule.kind === 'member') {
    const bad = rule.prices.findIndex(({ price, pay }) => (price ?? pay) === undefined)
    return bad < 0 ? null : `prices[${bad}]`
  }
  return rule.kind === 'coupon' && (rule.minus ?? rule.pay) === undefined ? 'minus' : null
}

const savesNothing = (rule: Rule): boolean => {
  if (rule.kind === 'percent' || rule.kind === 'nth') return rule.pay === 1000
  if (rule.kind === 'coupon') return rule.minus === undefined && rule.pay === 1000
  return (
    rule.kind === 'threshold' && rule.tiers.every(({ minus, pay }) => minus === undefined && (pay ?? 1000) === 1000)
  )
}

const leastAmountOf = (rule: Rule): number => {
  const own = rule.leastAmount ?? 0
  if (rule.kind === 'every' || rule.kind === 'cross-shop') return Math.max(own, rule.every)
  if (rule.kind !== 'threshold') return own
  return Math.max(own, Math.min(...rule.tiers.map(({ amount }) => amount ?? 0)))
}

const depositBreach = (rule: Rule): boolean =>
  rule.kind === 'deposit' &&
  (rule.to === undefined ||
    rule.balanceFrom < rule.to ||
    rule.balanceTo <= rule.balanceFrom ||
    rule.worth < rule.deposit)

const ofOne = (rule: Rule, known: Known): Finding[] => {
  const found: Finding[] = []
  const field = incomplete(rule)
  if (field !== null) found.push(error('field.missing', [rule.id], field))
  const { from, to } = spanOf(rule)
  if (from >= to) found.push(error('window.empty', [rule.id]))
  else if (to <= known.now) found.push(warning('window.past', [rule.id], new Date(to).toISOString()))
  if (depositBreach(rule)) found.push(error('deposit.windows', [rule.id]))
  if (savesNothing(rule)) found.push(warning('nothing.saved', [rule.id]))
  const least = leastAmountOf(rule)
  if (least > (known.mostCart ?? MOST_CART)) found.push(warning('threshold.unreachable', [rule.id], String(least)))
  found.push(...ofScope(rule, known))
  return found
}

const ofScope = (rule: Rule, { products }: Known): Finding[] => {
  const named = rule.products ?? []
  const barred = new Set(rule.notProducts)
  const categories = rule.categories ?? []
  const onlyBarred = named.length > 0 && categories.length === 0 && named.every((id) => barred.has(id))
  const noCategory =
    named.length === 0 && categories.length > 0 && categories.every((id) => rule.notCategories?.includes(id))
  if (onlyBarred || noCategory) return [error('scope.empty', [rule.id])]
  if (products === undefined) return []
  const unknown = named.filter((id) => !products.has(id))
  return unknown.length === 0 ? [] : [warning('product.unknown', [rule.id], unknown.slice(0, 5).join(', '))]
}

/** Rules that name the same product or category, or everything; pairs once, by the later start of their windows. */
const meetings = (rules: readonly Rule[], judge: (a: Rule, b: Rule) => Finding | null): Finding[] => {
  const byKey = new Map<string, Rule[]>()
  for (const rule of rules) {
    const keys = [...(rule.products ?? []).map((id) => `p ${id}`), ...(rule.categories ?? []).map((id) => `c ${id}`)]
    for (const key of keys.length === 0 ? ['everything'] : keys) {
      const here = byKey.get(key)
      if (here === undefined) byKey.set(key, [rule])
      else here.push(rule)
    }
  }
  const seen = new Set<string>()
  const found: Finding[] = []
  for (const list of byKey.values()) {
    list.sort((a, b) => spanOf(a).from - spanOf(b).from || byId(a, b))
    for (const [i, a] of list.entries()) {
      let named = 0
      for (let j = i + 1; j < list.length && named < MOST_PAIRS && spanOf(list[j]!).from < spanOf(a).to; j++) {
        const pair = [a.id, list[j]!.id].sort().join('\n')
        if (seen.has(pair)) continue
        const finding = judge(a, list[j]!)
        if (finding === null) continue
        seen.add(pair)
        found.push(finding)
        named++
      }
    }
  }
  return found
}

const sameAudience = (a: Rule, b: Rule): boolean => {
  const meet = (left: readonly string[] | undefined, right: readonly string[] | undefined) =>
    !left?.length || !right?.length || left.some((one) => right.includes(one))
  return (
    meet(a.levels, b.levels) && meet(a.channels, b.channels) && meet(a.regions, b.regions) && meet(a.shops, b.shops)
  )
}
const meet = (a: Rule, b: Rule): boolean => overlaps(spanOf(a), spanOf(b)) && sameAudience(a, b)

const flashOverlap = (a: Rule, b: Rule): Finding | null =>
  a.kind === 'flash' && b.kind === 'flash' && meet(a, b) && a.perCustomer === undefined && b.perCustomer === undefined
    ? warning('flash.overlap', [a.id, b.id].sort())
    : null

const listOf = (list: readonly string[] | undefined): string => JSON.stringify([...(list ?? [])].sort())
const scopeOf = (rule: Rule): string =>
  [rule.products, rule.categories, rule.notProducts, rule.notCategories, rule.shops].map(listOf).join()

/** Kinds of which a group lets one apply; a coupon is chosen, a unit price the lowest, an n-th piece not on every line. */
const ONE_OF_A_GROUP: ReadonlySet<Rule['kind']> = new Set(['percent', 'threshold', 'every', 'cross-shop', 'gift'])

/** Same things, same group, same priority, both without a minimum of their own: which one applies is nobody's decision. */
const groupConflict = (a: Rule, b: Rule): Finding | null => {
  const fights = a.group !== undefined && a.group === b.group && a.kind === b.kind && ONE_OF_A_GROUP.has(a.kind)
  const undecided = (a.priority ?? 0) === (b.priority ?? 0) && leastAmountOf(a) === leastAmountOf(b)
  return fights && undecided && meet(a, b) ? warning('group.conflict', [a.id, b.id].sort(), a.group) : null
}

/** `b` can never be the one: `a` of the same group comes first wherever and whenever `b` could. */
const beaten = (a: Rule, b: Rule): Finding | null => {
  if (a.group === undefined || a.group !== b.group || a.kind !== b.kind || !ONE_OF_A_GROUP.has(a.kind)) return null
  const [first, second] = (a.priority ?? 0) >= (b.priority ?? 0) ? [a, b] : [b, a]
  if ((first.priority ?? 0) === (second.priority ?? 0) || scopeOf(first) !== scopeOf(second)) return null
  const { from, to } = spanOf(second)
  const wider = spanOf(first).from <= from && spanOf(first).to >= to
  const easier =
    leastAmountOf(first) <= leastAmountOf(second) &&
    (first.leastPieces ?? 0) <= (second.leastPieces ?? 0) &&
    first.perCustomer === undefined &&
    !first.notWith?.length
  const forAll = ![first.levels, first.channels, first.regions].some((list) => list?.length)
  const byPieces = first.kind === 'threshold' && first.tiers.some(({ pieces }) => pieces !== undefined)
  return wider && easier && forAll && !byPieces && !savesNothing(first)
    ? warning('beaten.always', [second.id, first.id])
    : null
}

const sharedCodes = (rules: readonly Rule[]): Finding[] =>
  [
    ...Map.groupBy(
      rules.filter((rule) => rule.kind === 'coupon'),
      (rule) => rule.code,
    ),
  ].flatMap(([code, list]) =>
    list.some((a, i) => list.slice(i + 1, i + 50).some((b) => meet(a, b)))
      ? [
          warning(
            'coupon.code-shared',
            list.slice(0, 10).map(({ id }) => id),
            code,
          ),
        ]
      : [],
  )

const gaps = ({ campaigns }: RuleSet, rules: readonly Rule[]): Finding[] =>
  campaigns.flatMap(({ name, from, to }) => {
    const mine = rules.filter(({ campaign }) => campaign === name)
    const wanted: Span = { from: Date.parse(from), to: Date.parse(to) }
    return uncovered(wanted, mine.map(spanOf)).map((gap) =>
      warning(
        'campaign.gap',
        mine.slice(0, 10).map(({ id }) => id),
        `${name}: ${new Date(gap.from).toISOString()} – ${new Date(gap.to).toISOString()}`,
      ),
    )
  })

/** Errors first, then by rule. At most 500. Paused rules are judged only by themselves. */
export const check = (set: RuleSet, known: Known): Finding[] => {
  const running = set.rules.filter(({ paused }) => paused !== true)
  const found = [
    ...set.rules.flatMap((rule) => ofOne(rule, known)),
    ...gaps(set, running),
    ...meetings(
      running.filter(({ kind }) => kind === 'flash'),
      flashOverlap,
    ),
    ...meetings(
      running.filter(({ group }) => group !== undefined),
      (a, b) => beaten(a, b) ?? groupConflict(a, b),
    ),
    ...sharedCodes(running),
  ]
  const rank = ({ weight }: Finding) => (weight === 'error' ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_FINDINGS)
}
