// Money, proofs and corrections as a customer reads them; what changed between two versions.
import type { Cart, Priced, Rule } from '@ballast/contract/promotions'
import { describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { compile } from './compile.ts'
import { allocate, moneyText, share } from './money.ts'
import { open } from './opened.ts'
import { price } from './price.ts'
import { correctionText, recheck } from './quotes.ts'
import { proofWords } from './words.ts'

const NOW = Date.parse('2026-11-11T12:00:00.000Z')
const RULES: Rule[] = [
  { id: 'full', name: '满300减40', nameEn: '40 off 300', kind: 'threshold', tiers: [{ amount: 30_000, minus: 4_000 }] },
  {
    id: 'big',
    name: '满1000减200',
    nameEn: '200 off 1000',
    kind: 'threshold',
    tiers: [{ amount: 100_000, minus: 20_000 }],
  },
  { id: 'new', name: '新人券', nameEn: 'Welcome', kind: 'coupon', code: 'NEW', minus: 1_000, group: 'c' },
  { id: 'vip', name: '九折券', nameEn: '10 % off', kind: 'coupon', code: 'VIP', pay: 900, group: 'c' },
  { id: 'ship', name: '包邮', nameEn: 'Free delivery', kind: 'shipping', by: 'order', fee: 1_200, freeFrom: 20_000 },
]
const CART: Cart = { currency: 'CNY', lines: [{ productId: 'coat', price: 19_900, quantity: 2 }] }
const buyer = { coupons: ['NEW', 'VIP'] }
const priced = (rules: Rule[], cart = CART): Priced =>
  price(open(compile({ currency: 'CNY', campaigns: [], rules })), { cart, buyer, now: NOW }) as Priced
const nameOf = (id: string, tongue: 'zh' | 'en') => {
  const rule = RULES.find((one) => one.id === id)
  return (tongue === 'en' ? rule?.nameEn : rule?.name) ?? id
}

test('money is written from its digits', () => {
  expect(moneyText(123_456_789, 'CNY')).toBe('¥1,234,567.89')
  expect(moneyText(5, 'USD')).toBe('$0.05')
  expect(moneyText(-120, 'EUR')).toBe('-€1.20')
  expect(moneyText(1_200, 'JPY')).toBe('JP¥1,200')
  expect(moneyText(1_234, 'CHF')).toBe('CHF 12.34')
})

test('rounding is half up, sharing is exact', () => {
  expect([share(5, 500, 1000), share(1, 333, 1000), share(9_007_199_254_740, 999, 1000)]).toEqual([
    3, 0, 8_998_192_055_485,
  ])
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(allocate(2, [3, 3, 4])).toEqual([1, 0, 1])
  expect(allocate(7, [0, 0])).toEqual([0, 0])
  const big = allocate(9_000_000_000_001, [5_000_000_000_000, 5_000_000_000_000])
  expect(big).toEqual([4_500_000_000_001, 4_500_000_000_000])
})

describe('the proof', () => {
  test('says rule by rule what it did, in both languages', () => {
    const found = priced(RULES)
    expect(found.total).toBe(32_220)
    expect(proofWords(found, 'zh', nameOf)).toEqual([
      '满减「满300减40」：-¥40.00',
      '满减「满1000减200」：还差 ¥642.00',
      '优惠券「九折券」：-¥35.80',
      '优惠券「新人券」：未使用，「九折券」更合适',
      '运费「包邮」：免运费',
      '合计 ¥322.20',
    ])
    expect(proofWords(found, 'en', nameOf)).toEqual([
      '40 off 300 (spend-and-save): -¥40.00',
      '200 off 1000 (spend-and-save): ¥642.00 short of it',
      '10 % off (coupon): -¥35.80',
      'Welcome (coupon): not used, “10 % off” is better or comes first',
      'Free delivery (shipping): free',
      'Total ¥322.20',
    ])
  })
  test('of a presale names deposit and balance', () => {
    const presale: Rule = {
      id: 'pre',
      name: '双11预售',
      kind: 'deposit',
      deposit: 5_000,
      worth: 10_000,
      to: '2026-11-12T00:00:00Z',
      balanceFrom: '2026-11-12T00:00:00Z',
      balanceTo: '2026-11-14T00:00:00Z',
    }
    const found = priced([presale])
    expect([found.total, found.payNow, found.balance?.amount]).toEqual([29_800, 10_000, 19_800])
    expect(proofWords(found, 'zh', (id) => id).at(-1)).toBe('定金 ¥100.00，尾款 ¥198.00')
  })
})

test('a price told is wrong when the rules say another, and the correction says both', () => {
  const { total } = priced(RULES)
  const quote = {
    id: 'q',
    conversationId: 'c',
    messageId: 'm',
    locale: 'zh-CN',
    cart: CART,
    buyer,
    amount: total,
    version: 1,
    at: NOW,
  }
  const set = (rules: Rule[], currency = 'CNY') => open(compile({ currency, campaigns: [], rules }))
  expect(recheck(quote, set(RULES), NOW)).toBeNull()
  const wrong = recheck(quote, set(RULES.slice(1)), NOW)!
  expect(wrong.now).toBe(35_820)
  expect(correctionText(wrong)).toBe(
    '更正：此前告知您的合计 ¥322.20 因活动规则调整，现在为 ¥358.20。给您带来不便，非常抱歉。',
  )
  expect(correctionText({ ...wrong, quote: { ...quote, locale: 'en' } })).toContain('¥322.20 we told you has changed')
  expect(recheck(quote, set(RULES, 'USD'), NOW)).toMatchObject({ now: null })
  expect(correctionText({ quote, now: null })).toContain('已不再有效')
})

test('two versions differ by what was added, removed and changed, field by field', () => {
  const set = (rules: Rule[]) => ({ currency: 'CNY', campaigns: [], rules })
  const after = [{ ...RULES[0]!, priority: 3 } as Rule, ...RULES.slice(2), { ...RULES[1]!, id: 'huge' } as Rule]
  const found = compare(set(RULES), set(after))
  expect(found.added.map(({ id }) => id)).toEqual(['huge'])
  expect(found.removed.map(({ id }) => id)).toEqual(['big'])
  expect(found.changed.map(({ after, fields }) => [after.id, fields])).toEqual([['full', ['priority']]])
  expect(found.head).toBe(false)
  expect(compare(set(RULES), set(RULES))).toMatchObject({ added: [], removed: [], changed: [] })
})
