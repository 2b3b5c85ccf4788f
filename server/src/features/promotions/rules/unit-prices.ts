// First stage: what a piece costs. Flash and member prices never add up: each piece pays the lowest that is left for it.
import type { RuleOf } from '@ballast/contract/promotions'
import { share } from './money.ts'
import { type Ready, usedOf } from './opened.ts'
import { type Candidate, missingOf, piecesOf, type State, say, takeOff } from './pricing-state.ts'

interface Offer {
  readonly ready: Ready
  readonly unit: number
}

const unitFor = (ready: Ready, state: State, line: number): number | null => {
  const list = state.lines[line]!.price
  if (ready.kind === 'flash') return (ready.rule as RuleOf<'flash'>).price
  const mine = (ready.rule as RuleOf<'member'>).prices.find(({ level }) => level === state.buyer.level)
  if (mine === undefined) return null
  return mine.price ?? share(list, mine.pay ?? 1000, 1000)
}

const cheaperFirst = (a: Offer, b: Offer): number =>
  a.unit - b.unit || b.ready.priority - a.ready.priority || (a.ready.id < b.ready.id ? -1 : 1)

/** Pieces a flash price is still open for to this customer; shared by all lines of the cart. */
const leftOf = ({ kind, rule }: Ready, state: State): number =>
  kind === 'flash' && rule.perCustomer !== undefined ? rule.perCustomer - usedOf(state.buyer, rule.id) : Infinity

/** Which candidates have a word to say, by line; the others are told why not. */
const offersOf = (state: State, candidates: readonly Candidate[]): Map<number, Offer[]> => {
  const offers = new Map<number, Offer[]>()
  for (const { ready, lines } of candidates) {
    const listed = lines.reduce((sum, line) => sum + state.lines[line]!.price * state.lines[line]!.quantity, 0)
    const missing = missingOf(ready, listed, piecesOf(lines, state.lines))
    if (missing !== null) {
      say(state, ready, 'below', { missing })
      continue
    }
    let cheaper = false
    let meant = false
    for (const line of lines) {
      const unit = unitFor(ready, state, line)
      meant ||= unit !== null
      if (unit === null || unit >= state.lines[line]!.price) continue
      cheaper = true
      const here = offers.get(line)
      if (here === undefined) offers.set(line, [{ ready, unit }])
      else here.push({ ready, unit })
    }
    if (!cheaper) say(state, ready, meant ? 'nothing' : 'level')
  }
  return offers
}

export const applyUnitPrices = (state: State, candidates: readonly Candidate[]): void => {
  if (candidates.length === 0) return
  const offers = offersOf(state, candidates)
  const left = new Map<Ready, number>()
  const gained = new Map<Ready, number>()
  const beaten = new Map<Ready, Ready>()
  const inOrder = [...offers.keys()].sort((a, b) => a - b)
  for (const line of inOrder) {
    const { price, quantity } = state.lines[line]!
    let open = quantity
    let first: Ready | undefined
    for (const { ready, unit } of offers.get(line)!.sort(cheaperFirst)) {
      const most = left.get(ready) ?? leftOf(ready, state)
      const pieces = Math.min(open, most)
      if (pieces <= 0) {
        if (!beaten.has(ready) && first !== undefined) beaten.set(ready, first)
        continue
      }
      first ??= ready
      left.set(ready, most - pieces)
      open -= pieces
      const off = (price - unit) * pieces
      gained.set(ready, (gained.get(ready) ?? 0) + off)
      takeOff(state, ready, { lines: [line], parts: [off], total: off })
    }
  }
  for (const [ready, amount] of gained) say(state, ready, 'applied', { amount })
  for (const [ready, by] of beaten) if (!gained.has(ready)) say(state, ready, 'beaten', { by: by.id })
}
