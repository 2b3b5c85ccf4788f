import { ORDER_STATUSES } from '@ballast/contract/parts'
import { expect, test } from 'vitest'
import { createProductIndex } from '../../server/src/features/commerce/match-products.ts'
import { customers, INTERESTING } from './customers.ts'
import { buildDemoShop, pictureOf } from './index.ts'

const NOON = Date.parse('2026-03-10T04:00:00Z')
const HOUR = 3_600_000

test('the same day gives the same shop, the next day moves every date on', () => {
  const { orders } = buildDemoShop(NOON)
  expect(buildDemoShop(NOON + 3 * HOUR).orders).toBe(orders)
  buildDemoShop(NOON + 24 * HOUR)
  expect(buildDemoShop(NOON).orders).toEqual(orders)
  const [today, tomorrow] = [buildDemoShop(NOON), buildDemoShop(NOON + 24 * HOUR)].map((shop) => shop.orders[0]!)
  expect(Date.parse(tomorrow!.placedAt) - Date.parse(today!.placedAt)).toBe(24 * HOUR)
})

test('two thousand orders cover every status, belong to customers, and add up', () => {
  const shop = buildDemoShop(NOON)
  expect(shop.orders).toHaveLength(2_000)
  expect(new Set(shop.orders.map((order) => order.status))).toEqual(new Set(ORDER_STATUSES))
  const ids = new Set(shop.customers.map((customer) => customer.externalId))
  for (const order of shop.orders) {
    expect(ids.has(order.externalId)).toBe(true)
    const goods = order.items.reduce((sum, item) => sum + item.price.amount * item.quantity, 0)
    expect(order.total.amount).toBe(goods >= 19_900 ? goods : goods + 1_000)
  }
})

test('traces run forward and never lie in the future; tracking numbers are unique', () => {
  const parcels = buildDemoShop(NOON).orders.flatMap((order) => order.parcels.map((parcel) => ({ order, parcel })))
  for (const { order, parcel } of parcels) {
    const times = [order.placedAt, ...parcel.events.map((event) => event.at)].map((at) => Date.parse(at))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(NOON)
  }
  expect(new Set(parcels.map(({ parcel }) => parcel.trackingNo)).size).toBe(parcels.length)
})

test('every product has a picture and stock keeping units of its own', () => {
  const { products } = buildDemoShop(NOON)
  expect(products.length).toBeGreaterThanOrEqual(200)
  const skus = products.flatMap((product) => product.variants.map((variant) => variant.sku))
  expect(new Set(skus).size).toBe(skus.length)
  for (const product of products) {
    expect(pictureOf(product.id)).toMatch(/^<svg .*<\/svg>$/)
    expect(product.description).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
  }
  expect(pictureOf('RL999')).toBeUndefined()
})

test('knowledge keys are unique and both languages are complete', () => {
  const { knowledge } = buildDemoShop(NOON)
  expect(knowledge.length).toBeGreaterThanOrEqual(150)
  expect(new Set(knowledge.map((entry) => entry.key)).size).toBe(knowledge.length)
  for (const { zh, en } of knowledge) {
    for (const text of [zh, en]) expect(text.questions.length, text.title).toBeGreaterThanOrEqual(3)
    expect(en.answer).not.toMatch(/[\u3400-\u9fff]/)
  }
})

test('a picture stands on no ground of its own and follows the colour', () => {
  expect(pictureOf('RL01')).not.toContain('<rect')
  expect(pictureOf('RL01', 'white')).not.toBe(pictureOf('RL01', 'black'))
})

test('every product can be named in both languages, and its full name means it alone', async () => {
  const { products } = buildDemoShop(NOON)
  const { match } = createProductIndex(products)
  for (const { id, title } of products) {
    for (const name of Object.values(title)) expect(match(`${name}?`).map((product) => product.id)).toEqual([id])
  }
})

test('five hundred customers: those with a coupon for it have the level and have not used it up', () => {
  const { customers, couponsOf } = buildDemoShop(NOON)
  expect(new Set(customers.map(({ externalId }) => externalId)).size).toBe(500)
  expect(new Set(customers.map(({ phone }) => phone)).size).toBe(500)
  const codes = (id: string) => couponsOf(id).map(({ code }) => code)
  expect(codes('demo-005')).toContain('WELCOME20')
  expect(codes('demo-001')).not.toContain('WELCOME20')
  expect(codes('demo-003')).toContain('GOLD95')
  expect(codes('demo-005')).not.toContain('GOLD95')
  expect(couponsOf('nobody')).toEqual([])
  for (const { externalId } of customers) {
    for (const coupon of couponsOf(externalId)) {
      expect(coupon.usesLeft).toBeGreaterThan(0)
      expect(Date.parse(coupon.validUntil)).toBeGreaterThan(NOON)
    }
  }
})

test('the customers offered at the storefront are in the situation they are offered for', () => {
  const { orders } = buildDemoShop(NOON)
  const of = (id: string) => orders.filter((order) => order.externalId === id)
  expect(of('demo-001').map(({ orderNo, status }) => `${orderNo} ${status}`)).toEqual(['BL200001 shipped'])
  expect(of('demo-005')).toEqual([])
  expect(of('demo-007').some(({ refund }) => refund && !refund.paidAt)).toBe(true)
  expect(of('demo-031').some(({ parcels }) => /延误/.test(parcels[0]?.events.at(-1)?.text.zh ?? ''))).toBe(true)
  expect(INTERESTING.every(({ id }) => customers.some(({ externalId }) => externalId === id))).toBe(true)
})
