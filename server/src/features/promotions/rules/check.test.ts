// What `check` must see, and what it must leave alone.
import { FINDING_CODES, type Rule, type RuleSet } from '@ballast/contract/promotions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buyers, carts, rules as manyRules, NOW as PRICE_NOW } from '../../../../test/promotion-arbitraries.ts'
import { check, type Known } from './check.ts'
import { compile } from './compile.ts'
import { findingWords } from './finding-words.ts'
import { open } from './opened.ts'
import { price } from './price.ts'
import { uncovered } from './spans.ts'

const NOW = Date.parse('2026-11-11T00:00:00Z')
const day = (n: number) => new Date(NOW + n * 86_400_000).toISOString()
const codes = (rules: Rule[], more: { campaigns?: RuleSet['campaigns']; known?: Partial<Known> } = {}) =>
  check({ currency: 'CNY', campaigns: [], ...more, rules }, { now: NOW, ...more.known }).map(({ code, rules }) =>
    [code, ...rules].join(' '),
  )
const flash = (id: string, more: Partial<Rule> = {}): Rule =>
  ({ id, name: id, kind: 'flash', price: 100, products: ['coat'], ...more }) as Rule
const full = (id: string, more: object = {}): Rule =>
  ({ id, name: id, kind: 'threshold', tiers: [{ amount: 100, minus: 10 }], ...more }) as Rule

test('a sound set has nothing to say', () => {
  expect(codes([flash('a', { to: day(1) }), flash('b', { from: day(1) }), full('c'), full('d')])).toEqual([])
})

test('what is wrong with one rule', () => {
  expect(codes([full('a', { tiers: [{ amount: 5 }] })])).toContain('field.missing a')
  expect(codes([full('a', { from: day(2), to: day(1) })])).toEqual(['window.empty a'])
  expect(codes([full('a', { to: day(-1) })])).toEqual(['window.past a'])
  expect(codes([full('a', { leastAmount: 900_000_000 })])).toEqual(['threshold.unreachable a'])
  expect(codes([flash('a', { notProducts: ['coat'] })])).toEqual(['scope.empty a'])
  expect(codes([flash('a')], { known: { products: new Set() } })).toEqual(['product.unknown a'])
  expect(codes([{ id: 'a', name: 'a', kind: 'percent', pay: 1000 }])).toEqual(['nothing.saved a'])
  const presale = { id: 'a', name: 'a', kind: 'deposit', deposit: 10, worth: 20, to: day(2) } as const
  expect(codes([{ ...presale, balanceFrom: day(2), balanceTo: day(4) }])).toEqual([])
  expect(codes([{ ...presale, balanceFrom: day(1), balanceTo: day(4) }])).toEqual(['deposit.windows a'])
})

test('rules that meet: flash prices, groups, codes; not when audiences or times differ', () => {
  expect(codes([flash('a'), flash('b')])).toEqual(['flash.overlap a b'])
  expect(codes([flash('a', { levels: ['x'] }), flash('b', { levels: ['y'] })])).toEqual([])
  expect(codes([flash('a', { paused: true }), flash('b')])).toEqual([])
  expect(codes([full('a', { group: 'g' }), full('b', { group: 'g' })])).toEqual(['group.conflict a b'])
  expect(codes([full('a', { group: 'g', priority: 2 }), full('b', { group: 'g' })])).toEqual(['beaten.always b a'])
  const bigger = full('b', { group: 'g', tiers: [{ amount: 500, minus: 80 }] })
  expect(codes([full('a', { group: 'g' }), { ...bigger, priority: 2 }])).toEqual([])
  const coupon = (id: string) => ({ id, name: id, kind: 'coupon', code: 'X', minus: 5 }) as const
  expect(codes([coupon('a'), coupon('b')])).toEqual(['coupon.code-shared a b'])
})

test('a day without the promised campaign is named', () => {
  const campaigns = [{ name: '双11', from: day(0), to: day(5) }]
  const covered = [full('a', { campaign: '双11', to: day(2) }), full('b', { campaign: '双11', from: day(3) })]
  const [gap, ...rest] = check({ currency: 'CNY', campaigns, rules: covered }, { now: NOW })
  expect([gap?.code, gap?.weight, gap?.detail, rest]).toEqual([
    'campaign.gap',
    'warning',
    `双11: ${day(2)} – ${day(3)}`,
    [],
  ])
  expect(codes([], { campaigns })).toEqual(['campaign.gap'])
  expect(
    uncovered({ from: 0, to: 10 }, [
      { from: -5, to: 3 },
      { from: 2, to: 4 },
      { from: 12, to: 20 },
    ]),
  ).toEqual([{ from: 4, to: 10 }])
})

test('what is said to be always beaten never applies, whatever is bought', () => {
  fc.assert(
    fc.property(manyRules(14), carts, buyers, (list, cart, buyer) => {
      const grouped = list.map((rule) => ({ ...rule, group: 'g' }))
      const set = { currency: 'CNY', campaigns: [], rules: grouped }
      const dead = check(set, { now: PRICE_NOW }).filter(({ code }) => code === 'beaten.always')
      if (dead.length === 0) return
      const found = price(open(compile(set)), { cart, buyer, now: PRICE_NOW })
      if ('refused' in found) throw new Error(found.refused)
      for (const { rules } of dead) {
        const loser = found.proof.find(({ rule }) => rule === rules[0])
        const winner = found.proof.find(({ rule }) => rule === rules[1])
        if (winner?.outcome === 'applied') expect(loser?.outcome ?? 'absent').not.toBe('applied')
      }
    }),
    { numRuns: 2_000 },
  )
})

test('every finding has words in both languages', () => {
  for (const code of FINDING_CODES) {
    const finding = { code, weight: 'warning' as const, rules: ['a', 'b'], detail: 'D' }
    const nameOf = (id: string) => `name of ${id}`
    expect(findingWords(finding, 'zh', nameOf)).toMatch(/[\u4e00-\u9fff].*。|[\u4e00-\u9fff]/)
    const english = findingWords(finding, 'en', nameOf)
    expect(english).toMatch(/\.$/)
    if (code !== 'campaign.gap') expect(english).toContain('name of a')
  }
})

test('20,000 rules are checked in a moment', () => {
  const rules = Array.from({ length: 20_000 }, (_, i) =>
    i % 2 === 0
      ? flash(`f${i}`, { products: [`p${i % 500}`] })
      : full(`t${i}`, { group: `g${i % 50}`, categories: [`c${i % 100}`] }),
  )
  const started = performance.now()
  expect(check({ currency: 'CNY', campaigns: [], rules }, { now: NOW })).toHaveLength(500)
  expect(performance.now() - started).toBeLessThan(3_000)
})
