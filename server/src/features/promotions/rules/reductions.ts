// What one rule would take off a cart as it stands: percent, n-th piece, deposit, threshold, every and cross-shop.
import type { RuleOf } from '@ballast/contract/promotions'
import { allocate, minusOf } from './money.ts'
import type { Ready } from './opened.ts'
import {
  type Candidate,
  freeLines,
  missingOf,
  type NoReduction,
  piecesOf,
  type Reduction,
  type State,
  sumOf,
} from './pricing-state.ts'

type Result = Reduction | NoReduction
const NOTHING: NoReduction = { outcome: 'nothing' }

const shared = (state: State, lines: readonly number[], total: number): Result => {
  if (total <= 0) return NOTHING
  const weights = lines.map((line) => state.amounts[line]!)
  return { lines, parts: allocate(total, weights), total }
}

const percent = (state: State, { rule }: Ready, lines: readonly number[]): Result =>
  shared(state, lines, minusOf(sumOf(lines, state.amounts), (rule as RuleOf<'percent'>).pay))

/** Of every n pieces, the dearest first, the last one is cheaper. */
const nth = (state: State, ready: Ready, lines: readonly number[]): Result => {
  const rule = ready.rule as RuleOf<'nth'>
  const sets = rule.across ? [[...lines]] : [...Map.groupBy(lines, (line) => state.lines[line]!.productId).values()]
  const parts = new Map<number, number>()
  let most = rule.most ?? Infinity
  let longest = 0
  let total = 0
  for (const set of sets) {
    const units = new Map(set.map((line) => [line, Math.floor(state.amounts[line]! / state.lines[line]!.quantity)]))
    set.sort((a, b) => units.get(b)! - units.get(a)! || a - b)
    let before = 0
    for (const line of set) {
      const { quantity } = state.lines[line]!
      const pieces = Math.min(most, Math.floor((before + quantity) / rule.n) - Math.floor(before / rule.n))
      before += quantity
      most -= pieces
      const off = pieces * minusOf(units.get(line)!, rule.pay)
      if (off > 0) parts.set(line, off)
      total += off
    }
    longest = Math.max(longest, before)
  }
  if (total > 0) return { lines: [...parts.keys()], parts: [...parts.values()], total }
  return longest < rule.n ? { outcome: 'below', missing: { pieces: rule.n - longest } } : NOTHING
}

/** Pieces of each line a deposit stands for now: all while deposits are taken, afterwards those that were paid. */
export const depositPieces = (state: State, ready: Ready, lines: readonly number[]): number[] | null => {
  const rule = ready.rule as RuleOf<'deposit'>
  const { now, buyer } = state
  const begun = rule.from === undefined || now >= Date.parse(rule.from)
  if (begun && (rule.to === undefined || now < Date.parse(rule.to)))
    return lines.map((line) => state.lines[line]!.quantity)
  let paid = 0
  for (const one of buyer.paidDeposits ?? []) if (one.rule === rule.id) paid += one.count
  if (paid === 0 || now < Date.parse(rule.balanceFrom) || now >= Date.parse(rule.balanceTo)) return null
  return lines.map((line) => {
    const pieces = Math.min(paid, state.lines[line]!.quantity)
    paid -= pieces
    return pieces
  })
}

const deposit = (state: State, ready: Ready, lines: readonly number[]): Result => {
  const rule = ready.rule as RuleOf<'deposit'>
  const pieces = depositPieces(state, ready, lines)
  if (pieces === null) return { outcome: 'not-now' }
  const more = Math.max(0, rule.worth - rule.deposit)
  const meant = lines.filter((_, n) => pieces[n]! > 0)
  const parts = lines.flatMap((line, n) => (pieces[n]! > 0 ? [Math.min(state.amounts[line]!, more * pieces[n]!)] : []))
  const total = parts.reduce((sum, part) => sum + part, 0)
  return { lines: meant, parts, total }
}

interface Sum {
  readonly lines: readonly number[]
  readonly amount: number
  readonly pieces: number
}
const byShop = (state: State, lines: readonly number[]): Sum[] => {
  const first = state.lines[lines[0]!]!.shop
  const one = lines.every((line) => state.lines[line]!.shop === first)
  const groups = one ? [lines] : [...Map.groupBy(lines, (line) => state.lines[line]!.shop ?? '').values()]
  return groups.map((group) => ({
    lines: group,
    amount: sumOf(group, state.amounts),
    pieces: piecesOf(group, state.lines),
  }))
}

/** `saved`: what a sum of one shop is reduced by; a number of the whole. */
const perSum = (state: State, sums: readonly Sum[], saved: (sum: Sum) => number): Reduction | null => {
  const lines: number[] = []
  const parts: number[] = []
  let total = 0
  for (const sum of sums) {
    const off = Math.min(sum.amount, saved(sum))
    if (off <= 0) continue
    lines.push(...sum.lines)
    parts.push(
      ...allocate(
        off,
        sum.lines.map((line) => state.amounts[line]!),
      ),
    )
    total += off
  }
  return total > 0 ? { lines, parts, total } : null
}

const threshold = (state: State, ready: Ready, lines: readonly number[]): Result => {
  const { tiers } = ready.rule as RuleOf<'threshold'>
  const sums = byShop(state, lines)
  const off = perSum(state, sums, ({ amount, pieces }) => {
    let best = 0
    for (const tier of tiers) {
      if (amount < (tier.amount ?? 0) || pieces < (tier.pieces ?? 0)) continue
      best = Math.max(best, tier.minus ?? minusOf(amount, tier.pay ?? 1000))
    }
    return best
  })
  if (off !== null) return off
  // The nearest step is what a customer wants to hear of.
  const gap = (wanted: (tier: (typeof tiers)[number]) => number | undefined, has: (sum: Sum) => number) => {
    const gaps = tiers.flatMap((tier) => sums.map((sum) => (wanted(tier) ?? 0) - has(sum))).filter((short) => short > 0)
    return gaps.length === 0 ? undefined : Math.min(...gaps)
  }
  const amount = gap(
    (tier) => tier.amount,
    (sum) => sum.amount,
  )
  if (amount !== undefined) return { outcome: 'below', missing: { amount } }
  const pieces = gap(
    (tier) => tier.pieces,
    (sum) => sum.pieces,
  )
  return pieces === undefined ? NOTHING : { outcome: 'below', missing: { pieces } }
}

const every = (state: State, ready: Ready, lines: readonly number[]): Result => {
  const rule = ready.rule as RuleOf<'every'> | RuleOf<'cross-shop'>
  const whole = { lines, amount: sumOf(lines, state.amounts), pieces: 0 }
  const sums = rule.kind === 'every' ? byShop(state, lines) : [whole]
  const off = perSum(state, sums, ({ amount }) =>
    Math.min(Math.floor(amount / rule.every) * rule.minus, rule.cap ?? Infinity),
  )
  if (off !== null) return off
  const nearest = Math.max(...sums.map(({ amount }) => amount))
  return nearest < rule.every ? { outcome: 'below', missing: { amount: rule.every - nearest } } : NOTHING
}

const BY_KIND: Partial<Record<Ready['kind'], (state: State, ready: Ready, lines: readonly number[]) => Result>> = {
  percent,
  nth,
  deposit,
  threshold,
  every,
  'cross-shop': every,
}

export const reduce = (state: State, candidate: Candidate): Result => {
  const { ready } = candidate
  const { free, by } = freeLines(candidate, state.marks)
  if (free.length === 0) return by === undefined ? NOTHING : { outcome: 'taken', by }
  const { rule } = ready
  if (rule.leastAmount !== undefined || rule.leastPieces !== undefined) {
    const missing = missingOf(ready, sumOf(free, state.amounts), piecesOf(free, state.lines))
    if (missing !== null) return { outcome: 'below', missing }
  }
  return BY_KIND[ready.kind]!(state, ready, free)
}
