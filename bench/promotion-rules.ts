// Rules and carts as a large shop has them before a big day: what the benchmark of promotions works on.
import type { Buyer, Cart, Rule } from '../contract/src/promotions.ts'

export const NOW = Date.UTC(2026, 10, 11, 12)
const day = (n: number) => new Date(NOW + n * 86_400_000).toISOString()
const PRODUCTS_A_RULE = 3

/** As a large shop before a big day: most rules name products or categories, a few are for everything. */
export const shopRules = (count: number): Rule[] => {
  const products = Math.max(200, Math.floor(count / 2))
  return Array.from({ length: count }, (_, i): Rule => {
    const shared = { id: `rule-${String(i).padStart(6, '0')}`, name: `双11 活动规则 ${i}`, nameEn: `Rule ${i}` }
    const when = { from: day(-1), to: day(i % 3 === 0 ? 1 : 3) }
    const named = { products: Array.from({ length: PRODUCTS_A_RULE }, (_, n) => `p${(i * 7 + n * 13) % products}`) }
    const category = { categories: [`c${i % 60}`] }
    const one = { ...shared, ...when }
    switch (i % 10) {
      case 0:
      case 1:
        return { ...one, ...named, kind: 'flash', price: 2_000 + (i % 900) }
      case 2:
        return { ...one, ...named, kind: 'member', prices: [{ level: 'gold', pay: 950 }] }
      case 3:
        return { ...one, ...named, kind: 'percent', pay: 880, group: 'item', priority: i % 5 }
      case 4:
        return { ...one, ...named, kind: 'nth', n: 2, pay: 500, group: 'item' }
      case 5:
        return { ...one, ...named, kind: 'gift', gifts: [{ productId: 'bag', quantity: 1 }], leastAmount: 10_000 }
      case 6:
        return { ...one, ...named, kind: 'coupon', code: `code-${i % 500}`, minus: 500, leastAmount: 5_000, group: 'c' }
      case 7:
        return { ...one, ...named, kind: 'threshold', tiers: [{ amount: 30_000, minus: 4_000 }], group: 'full' }
      case 8:
        return { ...one, ...named, kind: 'protection', days: 15 }
      default:
        return i % 100 === 9
          ? { ...one, ...category, kind: 'every', every: 20_000, minus: 2_000, cap: 10_000, group: 'full' }
          : i % 500 === 19
            ? { ...one, kind: 'cross-shop', every: 30_000, minus: 5_000, cap: 25_000 }
            : { ...one, ...named, kind: 'coupon', code: `code-${i % 500}`, pay: 900, cap: 3_000, group: `c${i % 3}` }
    }
  })
}
export const cartOf = (n: number, count: number): { cart: Cart; buyer: Buyer } => {
  const products = Math.max(200, Math.floor(count / 2))
  const lines = Array.from({ length: 10 }, (_, i) => ({
    productId: `p${(n * 17 + i * 29) % products}`,
    shop: i % 2 === 0 ? 'a' : 'b',
    categories: [`c${(n + i * 3) % 60}`],
    price: 3_000 + ((n * 31 + i * 977) % 40_000),
    quantity: 1 + ((n + i) % 3),
  }))
  const coupons = Array.from({ length: 5 }, (_, i) => `code-${(n * 3 + i * 101) % 500}`)
  return { cart: { currency: 'CNY', lines, region: 'CN-GD' }, buyer: { level: 'gold', coupons } }
}
