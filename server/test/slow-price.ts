// What a cart costs, worked out the slow and obvious way: every rule looked at, every piece on its own, every
// combination of coupons tried, exact whole numbers throughout. Property tests hold the fast way against it.
import type { Buyer, Cart, Rule, RuleOf, RuleSet } from '@ballast/contract/promotions'

interface Line {
  readonly productId: string
  readonly categories: readonly string[]
  readonly shop: string
  readonly list: bigint
  readonly quantity: number
  readonly weight: number
  amount: bigint
  kinds: string[]
  groups: string[]
  deposit: bigint
}
export interface SlowPrice {
  readonly amounts: number[]
  readonly shipping: number
  readonly duty: number
  readonly total: number
  readonly payNow: number
  readonly gifts: string[]
  readonly applied: string[]
}

const sum = (numbers: readonly bigint[]) => numbers.reduce((a, b) => a + b, 0n)
const least = (...numbers: bigint[]) => numbers.reduce((a, b) => (b < a ? b : a))
const rounded = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator)
const minus = (amount: bigint, pay: number) => amount - rounded(amount * BigInt(pay), 1000n)

const shareOut = (total: bigint, weights: readonly bigint[]): bigint[] => {
  const whole = sum(weights)
  if (whole === 0n) return weights.map(() => 0n)
  const parts = weights.map((weight) => (weight * total) / whole)
  const byRemainder = weights
    .map((weight, i) => ({ i, rest: (weight * total) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1))
  const left = Number(total - sum(parts))
  for (const { i } of byRemainder.slice(0, left)) parts[i]! += 1n
  return parts
}

const inScope = (rule: Rule, line: Line): boolean => {
  const products = rule.products ?? []
  const categories = rule.categories ?? []
  const everything = products.length === 0 && categories.length === 0
  const named = products.includes(line.productId) || categories.some((one) => line.categories.includes(one))
  const barred =
    (rule.notProducts ?? []).includes(line.productId) ||
    (rule.notCategories ?? []).some((one) => line.categories.includes(one))
  const shops = rule.shops ?? []
  return (everything || named) && !barred && (shops.length === 0 || shops.includes(line.shop))
}
const used = (buyer: Buyer, rule: Rule) =>
  (buyer.used ?? []).filter((one) => one.rule === rule.id).reduce((all, one) => all + one.count, 0)
const isFor = (rule: Rule, cart: Cart, buyer: Buyer, now: number): boolean => {
  if (rule.paused) return false
  const end = rule.kind === 'deposit' ? rule.balanceTo : rule.to
  if (rule.from !== undefined && now < Date.parse(rule.from)) return false
  if (end !== undefined && now >= Date.parse(end)) return false
  if ((rule.levels ?? []).length > 0 && !rule.levels!.includes(buyer.level ?? '')) return false
  if ((rule.channels ?? []).length > 0 && !rule.channels!.includes(cart.channel ?? '')) return false
  const regions = rule.regions ?? []
  if (regions.length > 0 && !regions.some((one) => `${cart.region ?? ''}-`.startsWith(`${one}-`))) return false
  if (rule.perCustomer !== undefined && used(buyer, rule) >= rule.perCustomer) return false
  return rule.kind !== 'coupon' || (buyer.coupons ?? []).includes(rule.code)
}
const barredFrom = (rule: Rule, line: Line): boolean =>
  (rule.group !== undefined && line.groups.includes(rule.group)) ||
  (rule.notWith ?? []).some((name) => line.kinds.includes(name) || line.groups.includes(name)) ||
  (rule.kind === 'deposit' && line.kinds.includes('deposit'))
const reaches = (rule: Rule, lines: readonly Line[], amounts: readonly bigint[]): boolean =>
  sum(amounts) >= BigInt(rule.leastAmount ?? 0) &&
  lines.reduce((all, line) => all + line.quantity, 0) >= (rule.leastPieces ?? 0)
const mark = (line: Line, rule: Rule) => {
  line.kinds.push(rule.kind)
  if (rule.group !== undefined) line.groups.push(rule.group)
}
const first = (a: Rule, b: Rule) => (b.priority ?? 0) - (a.priority ?? 0) || (a.id < b.id ? -1 : 1)

/** Piece by piece: the lowest price that is still open for it. */
const unitPrices = (rules: readonly Rule[], lines: readonly Line[], buyer: Buyer): string[] => {
  const applied = new Set<string>()
  const left = new Map<string, number>()
  const open = rules.filter((rule) => {
    const mine = lines.filter((line) => inScope(rule, line))
    return reaches(
      rule,
      mine,
      mine.map((line) => line.list * BigInt(line.quantity)),
    )
  })
  const unit = (rule: Rule, line: Line): bigint | null => {
    if (rule.kind === 'flash') return BigInt(rule.price)
    if (rule.kind !== 'member') return null
    const level = rule.prices.find((one) => one.level === buyer.level)
    if (level === undefined) return null
    return level.price === undefined ? rounded(line.list * BigInt(level.pay ?? 1000), 1000n) : BigInt(level.price)
  }
  for (const line of lines) {
    const pieces: bigint[] = []
    for (let piece = 0; piece < line.quantity; piece++) {
      const offers = open
        .filter((rule) => inScope(rule, line))
        .flatMap((rule) => {
          const price = unit(rule, line)
          const most =
            rule.kind === 'flash' && rule.perCustomer !== undefined ? rule.perCustomer - used(buyer, rule) : 1e9
          return price === null || price >= line.list || (left.get(rule.id) ?? most) <= 0 ? [] : [{ rule, price, most }]
        })
        .sort((a, b) => (a.price === b.price ? first(a.rule, b.rule) : a.price < b.price ? -1 : 1))
      const best = offers[0]
      pieces.push(best === undefined ? line.list : best.price)
      if (best === undefined) continue
      left.set(best.rule.id, (left.get(best.rule.id) ?? best.most) - 1)
      applied.add(best.rule.id)
      mark(line, best.rule)
    }
    line.amount = sum(pieces)
  }
  return [...applied]
}

const depositPieces = (rule: RuleOf<'deposit'>, lines: readonly Line[], buyer: Buyer, now: number): number[] => {
  if (rule.to === undefined || now < Date.parse(rule.to)) return lines.map(({ quantity }) => quantity)
  let paid = (buyer.paidDeposits ?? []).filter((one) => one.rule === rule.id).reduce((all, one) => all + one.count, 0)
  if (now < Date.parse(rule.balanceFrom)) return lines.map(() => 0)
  return lines.map(({ quantity }) => {
    const mine = Math.min(paid, quantity)
    paid -= mine
    return mine
  })
}

/** What the rule would take off each line it means; null: it does not apply. */
const offs = (rule: Rule, lines: readonly Line[], buyer: Buyer, now: number): Map<Line, bigint> | null => {
  const mine = lines.filter((line) => inScope(rule, line) && !barredFrom(rule, line))
  const amounts = mine.map((line) => line.amount)
  if (mine.length === 0 || !reaches(rule, mine, amounts)) return null
  const spread = (set: readonly Line[], off: bigint): [Line, bigint][] => {
    if (off === 0n) return []
    const parts = shareOut(
      off,
      set.map((line) => line.amount),
    )
    return set.map((line, i) => [line, parts[i]!])
  }
  const shops = [...Map.groupBy(mine, (line) => line.shop).values()]
  if (rule.kind === 'percent') return new Map(spread(mine, minus(sum(amounts), rule.pay)))
  if (rule.kind === 'nth') {
    const off = new Map<Line, bigint>()
    let most = rule.most ?? 1e9
    const sets = rule.across ? [mine] : [...Map.groupBy(mine, (line) => line.productId).values()]
    for (const set of sets) {
      const pieces = set
        .flatMap((line) =>
          Array.from({ length: line.quantity }, () => ({ line, unit: line.amount / BigInt(line.quantity) })),
        )
        .sort((a, b) => (a.unit === b.unit ? mine.indexOf(a.line) - mine.indexOf(b.line) : a.unit > b.unit ? -1 : 1))
      for (const [i, { line, unit }] of pieces.entries()) {
        if ((i + 1) % rule.n !== 0 || most-- <= 0) continue
        off.set(line, (off.get(line) ?? 0n) + minus(unit, rule.pay))
      }
    }
    return new Map([...off].filter(([, amount]) => amount > 0n))
  }
  if (rule.kind === 'deposit') {
    const pieces = depositPieces(rule, mine, buyer, now)
    const more = rule.worth > rule.deposit ? BigInt(rule.worth - rule.deposit) : 0n
    const meant = mine.filter((_, i) => pieces[i]! > 0)
    if (meant.length === 0) return null
    return new Map(meant.map((line) => [line, least(line.amount, more * BigInt(pieces[mine.indexOf(line)]!))]))
  }
  if (rule.kind === 'threshold')
    return new Map(
      shops.flatMap((set) => {
        const whole = sum(set.map((line) => line.amount))
        const count = set.reduce((all, line) => all + line.quantity, 0)
        const savings = rule.tiers
          .filter((tier) => whole >= BigInt(tier.amount ?? 0) && count >= (tier.pieces ?? 0))
          .map((tier) => (tier.minus === undefined ? minus(whole, tier.pay ?? 1000) : BigInt(tier.minus)))
        return spread(
          set,
          least(
            whole,
            savings.reduce((a, b) => (b > a ? b : a), 0n),
          ),
        )
      }),
    )
  if (rule.kind === 'every' || rule.kind === 'cross-shop')
    return new Map(
      (rule.kind === 'every' ? shops : [mine]).flatMap((set) => {
        const whole = sum(set.map((line) => line.amount))
        const times = whole / BigInt(rule.every)
        return spread(set, least(whole, times * BigInt(rule.minus), BigInt(rule.cap ?? 1e15)))
      }),
    )
  return null
}

const saved = (off: Map<Line, bigint> | null) => (off === null ? 0n : sum([...off.values()]))

const automatic = (rules: readonly Rule[], lines: readonly Line[], buyer: Buyer, now: number): string[] => {
  const applied: string[] = []
  for (const stage of [['percent', 'nth', 'deposit'], ['threshold', 'every'], ['cross-shop']]) {
    const here = rules.filter((rule) => stage.includes(rule.kind))
    const priorities = [...new Set(here.map((rule) => rule.priority ?? 0))].sort((a, b) => b - a)
    for (const priority of priorities) {
      const equals = here
        .filter((rule) => (rule.priority ?? 0) === priority)
        .map((rule) => ({ rule, alone: saved(offs(rule, lines, buyer, now)) }))
        .sort((a, b) => (a.alone === b.alone ? first(a.rule, b.rule) : a.alone > b.alone ? -1 : 1))
      for (const { rule } of equals) {
        const off = offs(rule, lines, buyer, now)
        if (off === null || (saved(off) === 0n && rule.kind !== 'deposit')) continue
        applied.push(rule.id)
        for (const [line, amount] of off) {
          line.amount -= amount
          mark(line, rule)
        }
        if (rule.kind !== 'deposit') continue
        const mine = [...off.keys()]
        const all = lines.filter((line) => inScope(rule, line) && (mine.includes(line) || !barredFrom(rule, line)))
        const pieces = depositPieces(rule, all, buyer, now)
        for (const line of mine) line.deposit = BigInt(rule.deposit * pieces[all.indexOf(line)]!)
      }
    }
  }
  return applied
}

const giftsOf = (rules: readonly Rule[], lines: readonly Line[]): string[] =>
  rules
    .filter((rule) => rule.kind === 'gift')
    .sort(first)
    .flatMap((rule) => {
      const mine = lines.filter((line) => inScope(rule, line) && !barredFrom(rule, line))
      const amounts = mine.map((line) => line.amount)
      if (mine.length === 0 || !reaches(rule, mine, amounts)) return []
      for (const line of mine) mark(line, rule)
      return [rule.id]
    })

const covering = <K extends Rule['kind']>(kind: K, rules: readonly Rule[], lines: readonly Line[]) => {
  const free = new Set(lines)
  return rules
    .filter((rule) => rule.kind === kind)
    .sort(first)
    .filter((rule) => {
      const mine = lines.filter((line) => inScope(rule, line))
      const listed = mine.map((line) => line.list * BigInt(line.quantity))
      return reaches(rule, mine, listed)
    })
    .map((rule) => {
      const mine = lines.filter((line) => free.has(line) && inScope(rule, line))
      for (const line of mine) free.delete(line)
      return { rule: rule as RuleOf<K & Rule['kind']>, mine }
    })
    .filter(({ mine }) => mine.length > 0)
}

const shippingOf = (rules: readonly Rule[], lines: readonly Line[]): bigint =>
  sum(
    covering('shipping', rules, lines).map(({ rule, mine }) => {
      if (rule.kind !== 'shipping') return 0n
      if (rule.freeFrom !== undefined && sum(mine.map((line) => line.amount)) >= BigInt(rule.freeFrom)) return 0n
      let fee = BigInt(rule.fee)
      if (rule.by === 'order' || rule.step === undefined) return fee
      let units = mine.reduce((all, line) => all + line.quantity * (rule.by === 'weight' ? line.weight : 1), 0)
      for (units -= rule.first ?? 0; units > 0; units -= rule.step) fee += BigInt(rule.stepFee ?? 0)
      return fee
    }),
  )

const dutyOf = (rules: readonly Rule[], lines: readonly Line[], shipping: bigint, buyer: Buyer): bigint => {
  const freight = shareOut(
    shipping,
    lines.map((line) => line.amount),
  )
  return sum(
    covering('duty', rules, lines).flatMap(({ rule, mine }) => {
      if (rule.kind !== 'duty') return []
      const value = (line: Line) => line.amount + (rule.withShipping ? freight[lines.indexOf(line)]! : 0n)
      const goods = Number(sum(mine.map(value)))
      const beyond = goods > (rule.quotaOrder ?? 1e15) || goods + (buyer.dutyYear ?? 0) > (rule.quotaYear ?? 1e15)
      return mine.map((line) => {
        const category = line.categories.find((one) => (rule.rates ?? []).some((row) => row.category === one))
        const { tariff, vat, consumption } =
          (rule.rates ?? []).find((row) => row.category === category)?.tax ?? rule.otherwise
        const inland = (vat + consumption) / (10_000 - consumption)
        const t = tariff / 10_000
        const millionths = beyond ? Math.round((t + (1 + t) * inland) * 1e6) : Math.round(inland * rule.factor * 100)
        return rounded(value(line) * BigInt(millionths), 1_000_000n)
      })
    }),
  )
}

/** Null: one of the coupons cannot be used in this combination. */
const withCoupons = (coupons: readonly Rule[], start: readonly Line[]): Line[] | null => {
  const lines = start.map((line) => ({ ...line, kinds: [...line.kinds], groups: [...line.groups] }))
  for (const rule of coupons) {
    if (rule.kind !== 'coupon') return null
    const mine = lines.filter((line) => inScope(rule, line) && !barredFrom(rule, line))
    const before = mine.map((line) => start[lines.indexOf(line)]!.amount)
    if (mine.length === 0 || !reaches(rule, mine, before)) return null
    const left = sum(mine.map((line) => line.amount))
    const off = least(
      left,
      rule.minus === undefined ? minus(left, rule.pay ?? 1000) : BigInt(rule.minus),
      BigInt(rule.cap ?? 1e15),
    )
    if (off === 0n) return null
    const parts = shareOut(
      off,
      mine.map((line) => line.amount),
    )
    for (const [i, line] of mine.entries()) {
      line.amount -= parts[i]!
      mark(line, rule)
    }
  }
  return lines
}

const subsets = <T>(list: readonly T[]): T[][] => {
  if (list.length === 0) return [[]]
  const rest = subsets(list.slice(1))
  return [...rest.map((more) => [list[0]!, ...more]), ...rest]
}

export const slowPrice = (set: RuleSet, cart: Cart, buyer: Buyer, now: number): SlowPrice => {
  const start: Line[] = cart.lines.map((line) => ({
    productId: line.productId,
    categories: line.categories ?? [],
    shop: line.shop ?? '',
    list: BigInt(line.price),
    quantity: line.quantity,
    weight: line.weight ?? 0,
    amount: BigInt(line.price) * BigInt(line.quantity),
    kinds: [],
    groups: [],
    deposit: 0n,
  }))
  const rules = set.rules.filter((rule) => isFor(rule, cart, buyer, now) && start.some((line) => inScope(rule, line)))
  const applied = unitPrices(
    rules.filter((rule) => rule.kind === 'flash' || rule.kind === 'member'),
    start,
    buyer,
  )
  applied.push(...automatic(rules, start, buyer, now))
  const gifts = giftsOf(rules, start)
  const totals = subsets(rules.filter((rule) => rule.kind === 'coupon').sort(first)).flatMap((coupons) => {
    const lines = withCoupons(coupons, start)
    if (lines === null) return []
    const shipping = shippingOf(rules, lines)
    const duty = dutyOf(rules, lines, shipping, buyer)
    return [{ coupons, lines, shipping, duty, total: sum(lines.map((line) => line.amount)) + shipping + duty }]
  })
  const cheapest = least(...totals.map(({ total }) => total))
  const fewest = Math.min(...totals.filter(({ total }) => total === cheapest).map(({ coupons }) => coupons.length))
  // Subsets come with the earlier coupons first, so the first of equals is the one that counts.
  const best = totals.find(({ total, coupons }) => total === cheapest && coupons.length === fewest)!
  applied.push(...best.coupons.map(({ id }) => id))
  const presale = best.lines.filter((line) => line.kinds.includes('deposit'))
  const deposits = sum(presale.map((line) => least(line.amount, line.deposit)))
  const waits =
    sum(presale.map((line) => line.amount)) -
    deposits +
    (presale.length === best.lines.length ? best.shipping + best.duty : 0n)
  const paid = rules.some(
    (rule) =>
      rule.kind === 'deposit' && applied.includes(rule.id) && rule.to !== undefined && now >= Date.parse(rule.to),
  )
  const payNow = presale.length === 0 ? best.total : paid ? best.total - deposits : best.total - waits
  return {
    amounts: best.lines.map(({ amount }) => Number(amount)),
    shipping: Number(best.shipping),
    duty: Number(best.duty),
    total: Number(best.total),
    payNow: Number(payNow),
    gifts,
    applied: applied.sort(),
  }
}
