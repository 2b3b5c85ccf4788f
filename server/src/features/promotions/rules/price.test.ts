// The fast way to a price is held against a slow and obvious one, and against what must be true of any price.
import { Priced, Rule, type RuleSet } from '@ballast/contract/promotions'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { buyers, carts, NOW, ruleSets, rules } from '../../../../test/promotion-arbitraries.ts'
import { slowPrice } from '../../../../test/slow-price.ts'
import { change, compile, setOf } from './compile.ts'
import { open } from './opened.ts'
import { type Asked, price } from './price.ts'

const priced = (set: RuleSet, asked: Asked): Priced => {
  const result = price(open(compile(set)), asked)
  if ('refused' in result) throw new Error(result.refused)
  return result
}
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1_000)
const holds = <T extends unknown[]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...values: T) => void,
) =>
  fc.assert(
    fc.property(...(arbitraries as [fc.Arbitrary<unknown>]), (...values) => check(...(values as unknown as T))),
    {
      numRuns: RUNS,
    },
  )
const isRule = Compile(Rule)
const isPriced = Compile(Priced)

test('what is generated is what the contract allows', () => {
  holds<[RuleSet]>([ruleSets], ({ rules }) => {
    for (const rule of rules) expect(isRule.Check(rule) ? null : JSON.stringify(rule)).toBeNull()
  })
})

test('equals the slow and obvious way', () => {
  holds<[RuleSet, Asked['cart'], Asked['buyer']]>([ruleSets, carts, buyers], (set, cart, buyer) => {
    const fast = priced(set, { cart, buyer, now: NOW })
    expect(isPriced.Check(fast)).toBe(true)
    const moneyKinds = new Set(['shipping', 'duty', 'protection', 'gift'])
    const applied = fast.proof.filter(({ outcome, kind }) => outcome === 'applied' && !moneyKinds.has(kind))
    expect({
      amounts: fast.lines.map(({ amount }) => amount),
      shipping: fast.shipping,
      duty: fast.duty.amount,
      total: fast.total,
      payNow: fast.payNow,
      gifts: fast.gifts.map(({ rule }) => rule),
      applied: applied.map(({ rule }) => rule).sort(),
    }).toEqual(slowPrice(set, cart, buyer, NOW))
  })
})

test('sums are exact and nothing is ever negative', () => {
  holds<[RuleSet, Asked['cart'], Asked['buyer']]>([ruleSets, carts, buyers], (set, cart, buyer) => {
    const found = priced(set, { cart, buyer, now: NOW })
    const sum = (list: readonly { readonly amount: number }[]) => list.reduce((all, { amount }) => all + amount, 0)
    for (const line of found.lines) {
      expect(line.amount).toBeGreaterThanOrEqual(0)
      expect(line.list - sum(line.off)).toBe(line.amount)
    }
    const list = found.lines.reduce((all, line) => all + line.list, 0)
    expect(list - sum(found.discounts)).toBe(found.goods)
    expect(sum(found.lines)).toBe(found.goods)
    expect(found.goods + found.shipping + found.duty.amount).toBe(found.total)
    expect(found.payNow).toBeGreaterThanOrEqual(0)
    expect(found.payNow).toBeLessThanOrEqual(found.total)
    if (found.deposit && found.balance && !found.deposit.paid)
      expect(found.payNow + found.balance.amount).toBe(found.total)
  })
})

test('the order of the rules means nothing', () => {
  holds<[RuleSet, Asked['cart'], Asked['buyer'], number]>(
    [ruleSets, carts, buyers, fc.nat()],
    (set, cart, buyer, turn) => {
      const at = set.rules.length === 0 ? 0 : turn % set.rules.length
      const turned = { ...set, rules: [...set.rules.slice(at), ...set.rules.slice(0, at)].reverse() }
      const asked = { cart, buyer, now: NOW }
      expect(priced(turned, asked)).toEqual(priced(set, asked))
    },
  )
})

test('an item every rule excludes changes nothing for the others', () => {
  holds<[RuleSet, Asked['cart'], Asked['buyer']]>([ruleSets, carts, buyers], (set, cart, buyer) => {
    const fenced = {
      ...set,
      rules: set.rules.map((rule) => ({ ...rule, notProducts: [...(rule.notProducts ?? []), 'card'] })),
    }
    const before = priced(fenced, { cart, buyer, now: NOW })
    const more = { ...cart, lines: [...cart.lines, { productId: 'card', price: 50_000, quantity: 2 }] }
    const after = priced(fenced, { cart: more, buyer, now: NOW })
    const freight = set.rules.some((rule) => rule.kind === 'duty' && rule.withShipping)
    const presale = before.balance !== undefined
    // Freight is shared with the new item too, so duty on freight falls, and with it which coupon saves most.
    if (freight) return
    expect(after.lines.slice(0, -1).map(({ amount, off }) => [amount, off])).toEqual(
      before.lines.map(({ amount, off }) => [amount, off]),
    )
    if (!presale) expect(after.total).toBe(before.total + 100_000)
  })
})

test('one more coupon in the pocket never costs more', () => {
  holds<[RuleSet, Asked['cart'], Asked['buyer']]>([ruleSets, carts, buyers], (set, cart, buyer) => {
    const coupons = buyer.coupons ?? []
    const before = priced(set, { cart, buyer: { ...buyer, coupons: coupons.slice(1) }, now: NOW })
    expect(priced(set, { cart, buyer, now: NOW }).total).toBeLessThanOrEqual(before.total)
  })
})

test('a lower flash price, a longer tier or a bigger coupon never costs more where nothing follows it', () => {
  holds<[Asked['cart'], number, number, number]>(
    [carts, fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(0, 1, 2)],
    (cart, minus, more, which) => {
      const rule = (amount: number): Rule =>
        which === 0
          ? { id: 'r', name: 'R', kind: 'flash', price: Math.max(0, 30_000 - amount) }
          : which === 1
            ? { id: 'r', name: 'R', kind: 'threshold', tiers: [{ amount: 10_000, minus: amount }] }
            : { id: 'r', name: 'R', kind: 'coupon', code: 'c', minus: amount, leastAmount: 10_000 }
      const total = (amount: number) =>
        priced({ currency: 'CNY', campaigns: [], rules: [rule(amount)] }, { cart, buyer: { coupons: ['c'] }, now: NOW })
          .total
      expect(total(minus + more)).toBeLessThanOrEqual(total(minus))
    },
  )
})

test('a cart in another currency is refused, not converted', () => {
  const compiled = open(compile({ currency: 'CNY', campaigns: [], rules: [] }))
  const cart = { currency: 'USD', lines: [{ productId: 'coat', price: 1, quantity: 1 }] }
  expect(price(compiled, { cart, buyer: {}, now: NOW })).toEqual({ refused: 'currency.differs' })
})

test('many coupons that all stack are found without trying them all', () => {
  const list: Rule[] = Array.from({ length: 40 }, (_, i) => ({
    id: `c${i}`,
    name: `C${i}`,
    kind: 'coupon',
    code: `c${i}`,
    minus: 100 + i,
  }))
  const cart = { currency: 'CNY', lines: [{ productId: 'coat', price: 1_000_000, quantity: 1 }] }
  const buyer = { coupons: list.map(({ id }) => id) }
  const started = performance.now()
  const { total } = priced({ currency: 'CNY', campaigns: [], rules: list }, { cart, buyer, now: NOW })
  expect(total).toBe(1_000_000 - list.reduce((sum, _, i) => sum + 100 + i, 0))
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('a compiled set changed piece by piece equals the set compiled whole', () => {
  holds<[Rule[], Rule[], number[]]>(
    [rules(20), rules(8), fc.array(fc.nat({ max: 25 }), { maxLength: 5 })],
    (before, put, remove) => {
      const ids = remove.map((n) => `r${String(n).padStart(2, '0')}`)
      const start = compile({ currency: 'CNY', campaigns: [], rules: before })
      const changed = change(start, { put, remove: ids })
      const kept = before.filter(({ id }) => !ids.includes(id) && !put.some((rule) => rule.id === id))
      const whole = compile({ currency: 'CNY', campaigns: [], rules: [...kept, ...put] })
      expect(setOf(changed)).toEqual(setOf(whole))
      expect(Buffer.from(changed.buffer).equals(Buffer.from(whole.buffer))).toBe(true)
    },
  )
})
