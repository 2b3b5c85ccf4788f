// What is added to the goods: shipping and cross-border duty. Which rule covers which line does not depend on amounts,
// so it is decided once and then worked out for every combination of coupons.
import type { RuleOf } from '@ballast/contract/promotions'
import { allocate, share } from './money.ts'
import { type Candidate, missingOf, piecesOf, type State, say } from './pricing-state.ts'
import { byPriority } from './stages.ts'

interface Covered<K extends 'shipping' | 'duty'> {
  readonly id: string
  readonly rule: RuleOf<K>
  readonly lines: readonly number[]
}
interface DutyCovered extends Covered<'duty'> {
  /** Parts of a million, a line: within the quota and beyond it. */
  readonly within: readonly number[]
  readonly beyond: readonly number[]
}
export interface Additions {
  readonly shipping: readonly Covered<'shipping'>[]
  readonly duty: readonly DutyCovered[]
}
export interface Added {
  readonly shipping: number
  readonly duty: number
  readonly dutyOf: readonly number[]
  readonly over: 'order' | 'year' | null
  readonly refused: boolean
}

const MILLION = 1_000_000
type Tax = RuleOf<'duty'>['otherwise']

/** VAT is due on the price with consumption tax in it: (vat + consumption) / (1 - consumption). */
const inland = ({ vat, consumption }: Tax): number => (vat + consumption) / (10_000 - consumption)
export const withinRate = (tax: Tax, factor: number): number => Math.round(inland(tax) * factor * 100)
export const beyondRate = (tax: Tax): number => {
  const tariff = tax.tariff / 10_000
  return Math.round((tariff + (1 + tariff) * inland(tax)) * MILLION)
}

const taxOf = (rule: RuleOf<'duty'>, categories: readonly string[] | undefined): Tax => {
  for (const category of categories ?? []) {
    const row = rule.rates?.find((one) => one.category === category)
    if (row !== undefined) return row.tax
  }
  return rule.otherwise
}

/** Each line belongs to the first rule that means it. */
const cover = <K extends 'shipping' | 'duty'>(state: State, candidates: Candidate[]): Covered<K>[] => {
  const owner = new Map<number, string>()
  const covered: Covered<K>[] = []
  for (const { ready, lines } of candidates.sort(byPriority)) {
    const listed = lines.reduce((sum, line) => sum + state.lines[line]!.price * state.lines[line]!.quantity, 0)
    const missing = missingOf(ready, listed, piecesOf(lines, state.lines))
    if (missing !== null) {
      say(state, ready, 'below', { missing })
      continue
    }
    const free = lines.filter((line) => !owner.has(line))
    if (free.length === 0) {
      say(state, ready, 'beaten', { by: owner.get(lines[0]!)! })
      continue
    }
    for (const line of free) owner.set(line, ready.id)
    covered.push({ id: ready.id, rule: ready.rule as RuleOf<K>, lines: free })
  }
  return covered
}

export const additionsOf = (state: State, shipping: Candidate[], duty: Candidate[]): Additions => ({
  shipping: cover<'shipping'>(state, shipping),
  duty: cover<'duty'>(state, duty).map((one) => {
    const taxes = one.lines.map((line) => taxOf(one.rule, state.lines[line]!.categories))
    return {
      ...one,
      within: taxes.map((tax) => withinRate(tax, one.rule.factor)),
      beyond: taxes.map(beyondRate),
    }
  }),
})

const feeOf = (state: State, { rule, lines }: Covered<'shipping'>, amounts: readonly number[]): number => {
  let goods = 0
  let units = 0
  for (const line of lines) {
    const { quantity, weight = 0 } = state.lines[line]!
    goods += amounts[line]!
    units += rule.by === 'weight' ? weight * quantity : quantity
  }
  if (rule.freeFrom !== undefined && goods >= rule.freeFrom) return 0
  if (rule.by === 'order' || rule.step === undefined) return rule.fee
  const more = Math.max(0, units - (rule.first ?? 0))
  return rule.fee + Math.ceil(more / rule.step) * (rule.stepFee ?? 0)
}

const overOf = (rule: RuleOf<'duty'>, goods: number, year: number): 'order' | 'year' | null => {
  if (rule.quotaOrder !== undefined && goods > rule.quotaOrder) return 'order'
  return rule.quotaYear !== undefined && year + goods > rule.quotaYear ? 'year' : null
}

export const addUp = (state: State, additions: Additions, amounts: readonly number[]): Added => {
  let shipping = 0
  for (const one of additions.shipping) shipping += feeOf(state, one, amounts)
  let over: Added['over'] = null
  let refused = false
  let duty = 0
  const dutyOf: number[] = additions.duty.length === 0 ? [] : amounts.map(() => 0)
  for (const one of additions.duty) {
    const freight = one.rule.withShipping ? allocate(shipping, amounts) : null
    const value = (line: number) => amounts[line]! + (freight?.[line] ?? 0)
    const goods = one.lines.reduce((sum, line) => sum + value(line), 0)
    const beyond = overOf(one.rule, goods, state.buyer.dutyYear ?? 0)
    over ??= beyond
    refused ||= beyond !== null && one.rule.over === 'refuse'
    for (const [n, line] of one.lines.entries()) {
      dutyOf[line] = share(value(line), (beyond === null ? one.within : one.beyond)[n]!, MILLION)
      duty += dutyOf[line]
    }
  }
  return { shipping, duty, dutyOf, over, refused }
}

export const tellAdditions = (state: State, additions: Additions, added: Added): void => {
  for (const one of additions.shipping)
    state.steps.push({ rule: one.id, kind: 'shipping', outcome: 'applied', amount: feeOf(state, one, state.amounts) })
  for (const { id, lines } of additions.duty) {
    const amount = lines.reduce((sum, line) => sum + added.dutyOf[line]!, 0)
    state.steps.push({ rule: id, kind: 'duty', outcome: 'applied', amount })
  }
}
