// The believable shop, whole: the same for everybody on the same day, fresh on the next.
import type { Order, Product } from '../../server/src/features/commerce/index.ts'
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
  readonly knowledge: readonly DemoKnowledge[]
  readonly staff: typeof staff
  readonly policies: typeof policies
}

const SHANGHAI_OFFSET = 8 * HOUR

/** `now` in epoch ms; only its day (in Shanghai) matters. */
export const buildDemoShop = (now: number): DemoShop => {
  const today = Math.floor((now + SHANGHAI_OFFSET) / DAY) * DAY - SHANGHAI_OFFSET
  return {
    name: { zh: '山脊线运动', en: 'Ridgeline' },
    products,
    orders: ordersAsOf(today),
    customers,
    knowledge,
    staff,
    policies,
  }
}
export { pictureOf } from './products.ts'
