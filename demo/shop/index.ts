// The believable shop, whole: the same for everybody on the same day, fresh on the next.
import type { Coupon, Order, Product } from '../../server/src/features/commerce/index.ts'
import { couponsAsOf } from './coupons.ts'
import { customers, type DemoCustomer } from './customers.ts'
import { type DemoKnowledge, knowledge } from './knowledge.ts'
import { ordersAsOf } from './orders.ts'
import { policies } from './policies.ts'
import { products } from './products.ts'
import { staff } from './staff.ts'
import { DAY, HOUR } from './traces.ts'

export interface DemoShop {
  readonly name: { readonly zh: string; readonly en: string }
  readonly products: readonly Product[]
  readonly orders: readonly Order[]
  readonly customers: readonly DemoCustomer[]
  /** What a customer can use today; empty for somebody unknown. */
  readonly couponsOf: (externalId: string) => readonly Coupon[]
  readonly knowledge: readonly DemoKnowledge[]
  readonly staff: typeof staff
  readonly policies: typeof policies
}

const SHANGHAI_OFFSET = 8 * HOUR

const buildFor = (today: number): DemoShop => {
  const orders = ordersAsOf(today)
  return {
    name: { zh: '山脊线运动', en: 'Ridgeline' },
    products,
    orders,
    customers,
    couponsOf: couponsAsOf(today, customers, orders),
    knowledge,
    staff,
    policies,
  }
}

let held: { readonly today: number; readonly shop: DemoShop } | undefined

/** `now` in epoch ms; only its day (in Shanghai) matters. Asked again on the same day it answers the same object. */
export const buildDemoShop = (now: number): DemoShop => {
  const today = Math.floor((now + SHANGHAI_OFFSET) / DAY) * DAY - SHANGHAI_OFFSET
  if (held?.today !== today) held = { today, shop: buildFor(today) }
  return held.shop
}
export { categories } from './catalogue/kinds.ts'
export { INTERESTING } from './customers.ts'
export { listings, pictureOf } from './products.ts'
