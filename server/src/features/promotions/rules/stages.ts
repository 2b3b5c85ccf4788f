// In which order automatic rules come: by stage, within a stage by priority, among equals the one that saves most first.
import type { RuleKind } from '@ballast/contract/promotions'
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
import { reduce } from './reductions.ts'

/** Kinds of one stage are decided together, stages one after the other. */
export const STAGE_OF: Readonly<Record<RuleKind, number>> = {
  flash: 0,
  member: 0,
  percent: 1,
  nth: 1,
  deposit: 1,
  threshold: 2,
  every: 2,
  'cross-shop': 3,
  gift: 4,
  coupon: 5,
  shipping: 6,
  duty: 7,
  protection: 8,
}
export const STAGES = 9

export const byPriority = (a: Candidate, b: Candidate): number =>
  b.ready.priority - a.ready.priority || (a.ready.id < b.ready.id ? -1 : a.ready.id > b.ready.id ? 1 : 0)

const tell = (state: State, { ready }: Candidate, result: Reduction | NoReduction): boolean => {
  if ('outcome' in result) {
    const { outcome, ...more } = result
    say(state, ready, outcome, more)
    return false
  }
  takeOff(state, ready, result)
  say(state, ready, 'applied', { amount: result.total })
  return true
}

/** Rules of one priority: each is weighed on the cart as it stands before any of them, then they go in that order. */
const applyEquals = (state: State, equals: readonly Candidate[]): void => {
  const weighed = equals.map((candidate) => {
    const result = reduce(state, candidate)
    return { candidate, result, saved: 'outcome' in result ? 0 : result.total }
  })
  weighed.sort((a, b) => b.saved - a.saved || byPriority(a.candidate, b.candidate))
  let changed = false
  for (const { candidate, result } of weighed)
    changed = tell(state, candidate, changed ? reduce(state, candidate) : result) || changed
}

export const applyStage = (state: State, candidates: Candidate[]): void => {
  candidates.sort(byPriority)
  for (let start = 0; start < candidates.length; ) {
    let end = start + 1
    while (candidates[end]?.ready.priority === candidates[start]!.ready.priority) end++
    applyEquals(state, candidates.slice(start, end))
    start = end
  }
}

/** Gifts count what is left after automatic discounts, before coupons. */
export const applyGifts = (
  state: State,
  candidates: Candidate[],
): { rule: string; productId: string; quantity: number }[] => {
  const given: { rule: string; productId: string; quantity: number }[] = []
  for (const candidate of candidates.sort(byPriority)) {
    const { ready } = candidate
    if (ready.rule.kind !== 'gift') continue
    const { free, by } = freeLines(candidate, state.marks)
    if (free.length === 0) {
      say(state, ready, 'taken', by === undefined ? {} : { by })
      continue
    }
    const missing = missingOf(ready, sumOf(free, state.amounts), piecesOf(free, state.lines))
    if (missing !== null) {
      say(state, ready, 'below', { missing })
      continue
    }
    for (const line of free) state.marks[line] = marked(state.marks[line]!, ready)
    for (const gift of ready.rule.gifts) given.push({ rule: ready.id, ...gift })
    say(state, ready, 'applied')
  }
  return given
}
