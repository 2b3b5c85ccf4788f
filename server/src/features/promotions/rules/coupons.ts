// Which of the coupons a customer holds are worth using together: the combination with the lowest total, shipping and
// duty counted in. Whole combinations are skipped when not even everything left could beat the best one found.
import type { RuleOf } from '@ballast/contract/promotions'
import { type Additions, addUp } from './after-goods.ts'
import { allocate, minusOf } from './money.ts'
import {
  type Candidate,
  freeLines,
  marked,
  missingOf,
  type NoReduction,
  piecesOf,
  type Reduction,
  type State,
  say,
  sumOf,
  takeOff,
} from './pricing-state.ts'
import { byPriority } from './stages.ts'

/** Combinations looked at before the best so far is taken: about 20 ms. Ten coupons that all fit make 1,024. */
export const MOST_LOOKS = 20_000

interface Tried {
  readonly amounts: readonly number[]
  readonly marks: State['marks']
}

/** Minimums count what lines cost before any coupon; what is taken off counts what is left. */
export const couponOff = (state: State, candidate: Candidate, tried: Tried): Reduction | NoReduction => {
  const { ready } = candidate
  const rule = ready.rule as RuleOf<'coupon'>
  const { free, by } = freeLines(candidate, tried.marks)
  if (free.length === 0) return by === undefined ? { outcome: 'nothing' } : { outcome: 'taken', by }
  const missing = missingOf(ready, sumOf(free, state.amounts), piecesOf(free, state.lines))
  if (missing !== null) return { outcome: 'below', missing }
  const left = sumOf(free, tried.amounts)
  const wanted = rule.minus ?? minusOf(left, rule.pay ?? 1000)
  const total = Math.min(left, wanted, rule.cap ?? Infinity)
  if (total <= 0) return { outcome: 'nothing' }
  const weights = free.map((line) => tried.amounts[line]!)
  return { lines: free, parts: allocate(total, weights), total }
}

const after = ({ amounts, marks }: Tried, candidate: Candidate, off: Reduction): Tried => {
  const less = [...amounts]
  const more = [...marks]
  for (const [n, line] of off.lines.entries()) {
    less[line]! -= off.parts[n]!
    more[line] = marked(marks[line]!, candidate.ready)
  }
  return { amounts: less, marks: more }
}

interface Best {
  total: number
  chosen: readonly number[]
}

/** Indexes of the best combination. Ties: fewer coupons, then those that come first. */
const search = (
  state: State,
  usable: readonly Candidate[],
  alone: readonly number[],
  additions: Additions,
): number[] => {
  const goods = state.amounts.reduce((sum, amount) => sum + amount, 0)
  const least = addUp(state, additions, state.amounts).shipping
  const best: Best = { total: Infinity, chosen: [] }
  const rest = [...alone, 0]
  for (let i = alone.length - 1; i >= 0; i--) rest[i] = alone[i]! + rest[i + 1]!
  let looks = 0
  const look = (at: number, tried: Tried, chosen: readonly number[], left: number): void => {
    const bound = Math.max(0, left - rest[at]!) + least
    if (bound > best.total || (bound === best.total && chosen.length >= best.chosen.length)) return
    if (++looks > MOST_LOOKS) return
    if (at === usable.length) {
      const { shipping, duty } = addUp(state, additions, tried.amounts)
      const total = left + shipping + duty
      if (total < best.total || (total === best.total && chosen.length < best.chosen.length)) {
        best.total = total
        best.chosen = chosen
      }
      return
    }
    const off = couponOff(state, usable[at]!, tried)
    if ('parts' in off) look(at + 1, after(tried, usable[at]!, off), [...chosen, at], left - off.total)
    look(at + 1, tried, chosen, left)
  }
  look(0, state, [], goods)
  return [...best.chosen]
}

export const applyCoupons = (state: State, candidates: Candidate[], additions: Additions): void => {
  const usable: Candidate[] = []
  const alone: number[] = []
  for (const candidate of candidates.sort(byPriority)) {
    const off = couponOff(state, candidate, state)
    if ('outcome' in off) {
      const { outcome, ...more } = off
      say(state, candidate.ready, outcome, more)
      continue
    }
    usable.push(candidate)
    alone.push(off.total)
  }
  if (usable.length === 0) return
  const chosen = search(state, usable, alone, additions)
  const offs: Reduction[] = []
  let tried: Tried = state
  for (const at of chosen) {
    const off = couponOff(state, usable[at]!, tried) as Reduction
    offs.push(off)
    tried = after(tried, usable[at]!, off)
  }
  for (const [n, at] of chosen.entries()) {
    takeOff(state, usable[at]!.ready, offs[n]!)
    say(state, usable[at]!.ready, 'applied', { amount: offs[n]!.total })
  }
  const winner = chosen[0] === undefined ? {} : { by: usable[chosen[0]]!.ready.id }
  for (const [at, { ready }] of usable.entries()) if (!chosen.includes(at)) say(state, ready, 'beaten', winner)
}
