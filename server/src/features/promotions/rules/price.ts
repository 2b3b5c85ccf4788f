// What a cart costs for this customer at this moment, and why: every rule that has to do with it says its part.
import type { Buyer, Cart, Priced, RuleOf } from '@ballast/contract/promotions'
import { type Added, additionsOf, addUp, tellAdditions } from './after-goods.ts'
import { applyCoupons } from './coupons.ts'
import { type Compiled, refusedTo } from './opened.ts'
import { type Candidate, candidateOf, newState, type State, say } from './pricing-state.ts'
import { depositPieces } from './reductions.ts'
import { applyGifts, applyStage, byPriority, STAGE_OF, STAGES } from './stages.ts'
import { applyUnitPrices } from './unit-prices.ts'

export interface Asked {
  readonly cart: Cart
  readonly buyer: Buyer
  /** Epoch ms. */
  readonly now: number
}
export type PriceResult = Priced | { readonly refused: 'currency.differs' }

/** By stage. Coupons the customer does not hold are not spoken of. */
const candidatesOf = (compiled: Compiled, state: State): Candidate[][] => {
  const { cart, buyer, now } = state
  const stages: Candidate[][] = Array.from({ length: STAGES }, () => [])
  const held = new Set(buyer.coupons)
  const sorted = compiled.candidates(cart, now).sort((a, b) => a - b)
  for (const number of sorted) {
    const ready = compiled.ready(number)
    if (ready.rule.kind === 'coupon' && !held.has(ready.rule.code)) continue
    const candidate = candidateOf(ready, cart)
    if (candidate.lines.length === 0) continue
    const refused = refusedTo(ready, cart, buyer)
    if (refused === null) stages[STAGE_OF[ready.kind]]!.push(candidate)
    else say(state, ready, refused)
  }
  return stages
}

const protectionsOf = (state: State, candidates: Candidate[]): Priced['protectedDays'] => {
  const best = new Map<number, { rule: string; line: number; days: number }>()
  for (const { ready, lines } of candidates.sort(byPriority)) {
    const { days } = ready.rule as RuleOf<'protection'>
    let longest = false
    for (const line of lines) {
      if ((best.get(line)?.days ?? 0) >= days) continue
      best.set(line, { rule: ready.id, line, days })
      longest = true
    }
    say(state, ready, longest ? 'applied' : 'beaten', longest ? {} : { by: best.get(lines[0]!)!.rule })
  }
  return [...best.values()].sort((a, b) => a.line - b.line)
}

/** Which part of the total is the deposit's, and which waits for the balance. */
const presaleOf = (
  state: State,
  deposits: readonly Candidate[],
  { total, added }: { total: number; added: number },
): Pick<Priced, 'deposit' | 'balance' | 'payNow'> => {
  let [amount, waits, lines] = [0, 0, 0]
  let [from, to] = [-Infinity, Infinity]
  let paid = false
  for (const { ready, lines: meant } of deposits) {
    const rule = ready.rule as RuleOf<'deposit'>
    const mine = meant.filter((line) => state.marks[line]!.some(({ by }) => by === ready.id))
    if (mine.length === 0) continue
    const pieces = depositPieces(state, ready, mine)!
    for (const [n, line] of mine.entries()) {
      const part = Math.min(state.amounts[line]!, rule.deposit * pieces[n]!)
      amount += part
      waits += state.amounts[line]! - part
    }
    lines += mine.length
    from = Math.max(from, Date.parse(rule.balanceFrom))
    to = Math.min(to, Date.parse(rule.balanceTo))
    paid ||= rule.to !== undefined && state.now >= Date.parse(rule.to)
  }
  if (lines === 0) return { payNow: total }
  // Nothing is sent before the balance is paid: a cart of presales alone pays its freight and duty then.
  if (lines === state.lines.length) waits += added
  const window = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
  return {
    deposit: { amount, paid },
    balance: { amount: waits, ...window },
    payNow: paid ? total - amount : total - waits,
  }
}

const discountsOf = (state: State): Priced['discounts'] =>
  state.steps.flatMap(({ rule, kind, outcome, amount }) =>
    outcome === 'applied' && amount > 0 && kind !== 'shipping' && kind !== 'duty' ? [{ rule, amount }] : [],
  )

const linesOf = (state: State, { dutyOf }: Added): Priced['lines'] =>
  state.lines.map(({ productId, quantity, price }, i) => ({
    productId,
    quantity,
    list: price * quantity,
    off: state.offs[i]!,
    amount: state.amounts[i]!,
    duty: dutyOf[i] ?? 0,
  }))

/** Refuses a cart in another currency than the rules'. */
export const price = (compiled: Compiled, { cart, buyer, now }: Asked): PriceResult => {
  if (cart.currency !== compiled.currency) return { refused: 'currency.differs' }
  const state = newState(cart, buyer, now)
  const stages = candidatesOf(compiled, state)
  applyUnitPrices(state, stages[0]!)
  applyStage(state, stages[1]!)
  applyStage(state, stages[2]!)
  applyStage(state, stages[3]!)
  const gifts = applyGifts(state, stages[4]!)
  const additions = additionsOf(state, stages[6]!, stages[7]!)
  applyCoupons(state, stages[5]!, additions)
  const added = addUp(state, additions, state.amounts)
  tellAdditions(state, additions, added)
  const protectedDays = protectionsOf(state, stages[8]!)
  const goods = state.amounts.reduce((sum, amount) => sum + amount, 0)
  const total = goods + added.shipping + added.duty
  const deposits = stages[1]!.filter(({ ready }) => ready.kind === 'deposit')
  return {
    currency: cart.currency,
    lines: linesOf(state, added),
    discounts: discountsOf(state),
    goods,
    shipping: added.shipping,
    duty: {
      amount: added.duty,
      ...(added.over === null ? {} : { over: added.over }),
      ...(added.refused ? { refused: true as const } : {}),
    },
    ...presaleOf(state, deposits, { total, added: added.shipping + added.duty }),
    gifts,
    protectedDays,
    total,
    proof: state.steps,
  }
}
