import { ORDER_STATUSES } from '@ballast/contract/parts'
import { expect, test } from 'vitest'
import { buildDemoShop, pictureOf } from './index.ts'

const NOON = Date.parse('2026-03-10T04:00:00Z')
const HOUR = 3_600_000

test('the same day gives the same shop, the next day moves every date on', () => {
  expect(buildDemoShop(NOON)).toEqual(buildDemoShop(NOON + 3 * HOUR))
  const [today, tomorrow] = [buildDemoShop(NOON), buildDemoShop(NOON + 24 * HOUR)].map((shop) => shop.orders[0]!)
  expect(Date.parse(tomorrow!.placedAt) - Date.parse(today!.placedAt)).toBe(24 * HOUR)
})

test('a hundred orders cover every status, belong to customers, and add up', () => {
  const shop = buildDemoShop(NOON)
  expect(shop.orders).toHaveLength(100)
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
  const skus = products.flatMap((product) => product.variants.map((variant) => variant.sku))
  expect(new Set(skus).size).toBe(skus.length)
  for (const product of products) {
    expect(pictureOf(product.id)).toMatch(/^<svg .*<\/svg>$/)
    expect(product.description).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
  }
  expect(pictureOf('RL99')).toBeUndefined()
})

test('knowledge keys are unique and both languages are complete', () => {
  const { knowledge } = buildDemoShop(NOON)
  expect(knowledge.length).toBeGreaterThanOrEqual(40)
  expect(new Set(knowledge.map((entry) => entry.key)).size).toBe(knowledge.length)
  for (const { zh, en } of knowledge) {
    for (const text of [zh, en]) expect(text.questions.length).toBeGreaterThanOrEqual(4)
    expect(en.answer).not.toMatch(/[\u3400-\u9fff]/)
  }
})
