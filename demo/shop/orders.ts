// A hundred orders in every status. The first fifteen are set by hand for demonstrations; the rest follow from their number.
import type { Order, OrderItem } from '../../server/src/features/commerce/index.ts'
import { customerId } from './customers.ts'
import { policies } from './policies.ts'
import { products } from './products.ts'
import { DAY, HOUR, instant, parcelOf } from './traces.ts'

type OrderStatus = Order['status']
type Refund = NonNullable<Order['refund']>

const FIRST_NUMBER = 200_001
const COLOURS: Readonly<Record<string, string>> = {
  black: '黑色',
  white: '白色',
  grey: '灰色',
  navy: '藏青色',
  blue: '蓝色',
  orange: '橙色',
  red: '红色',
  green: '绿色',
  pink: '粉色',
  purple: '紫色',
}

interface Plan {
  readonly customer: number
  readonly status: OrderStatus
  readonly daysAgo: number
  /** SKU and quantity. */
  readonly lines: readonly (readonly [string, number])[]
}
const plan = (
  customer: number,
  status: OrderStatus,
  daysAgo: number,
  ...lines: (readonly [string, number])[]
): Plan => ({
  customer,
  status,
  daysAgo,
  lines,
})

const BY_HAND: readonly Plan[] = [
  plan(1, 'shipped', 3, ['RL01-BLACK-42', 1]),
  plan(2, 'shipped', 3, ['RL13-GREEN-M', 1]),
  plan(3, 'shipped', 3, ['RL08-BLUE-L', 1]),
  plan(3, 'paid', 1, ['RL07-GREY-L', 1]),
  plan(3, 'delivered', 8, ['RL17-GREY-ONE', 1]),
  plan(4, 'shipped', 2, ['RL02-GREEN-43', 1]),
  plan(4, 'created', 1, ['RL19-BLUE-ONE', 2]),
  plan(4, 'completed', 40, ['RL12-NAVY-L', 1]),
  plan(7, 'refunding', 9, ['RL10-BLACK-M', 1]),
  plan(8, 'refunded', 14, ['RL05-BLUE-XL', 2]),
  plan(9, 'partially-shipped', 4, ['RL18-PURPLE-ONE', 1], ['RL20-BLACK-ONE', 1]),
  plan(10, 'delivered', 6, ['RL09-RED-S', 1]),
  plan(11, 'paid', 1, ['RL06-WHITE-M', 3]),
  plan(12, 'cancelled', 5, ['RL16-NAVY-ONE', 1]),
  plan(13, 'delivered', 5, ['RL03-RED-44', 1]),
]
const CYCLE: readonly OrderStatus[] = [
  'completed',
  'shipped',
  'delivered',
  'paid',
  'completed',
  'refunded',
  'shipped',
  'cancelled',
  'created',
  'refunding',
]

/** Orders beyond those set by hand: every fifth goes to customer 30, who has many; 5, 6, 28, 29 have none. */
const planFor = (index: number): Plan => {
  const product = products[(index * 7) % products.length]!
  const variant = product.variants[(index * 3) % product.variants.length]!
  const status = CYCLE[index % CYCLE.length]!
  const fresh = status === 'paid' || status === 'created'
  const underWay = status === 'shipped'
  return {
    customer: index % 5 === 0 ? 30 : 14 + (index % 14),
    status,
    daysAgo: fresh ? 1 : underWay ? 3 : 6 + (index % 50),
    lines: [[variant.sku, 1 + (index % 2)]],
  }
}

const itemOf = ([sku, quantity]: readonly [string, number]): OrderItem => {
  const product = products.find((candidate) => sku.startsWith(`${candidate.id}-`))!
  const variant = product.variants.find((candidate) => candidate.sku === sku)!
  const size = variant.size === 'one' ? '' : ` ${variant.size}`
  return {
    productId: product.id,
    sku,
    title: product.title,
    variant: { zh: `${COLOURS[variant.colour]}${size}`, en: `${variant.colour}${size}` },
    quantity,
    price: product.price,
    ...(product.image ? { image: product.image } : {}),
  }
}

const refundOf = (status: OrderStatus, amount: number, placedAt: number): Refund => ({
  amount: { amount, currency: 'CNY' },
  status: status === 'refunded' ? 'paid' : 'approved',
  requestedAt: instant(placedAt + 3 * DAY),
  ...(status === 'refunded' ? { paidAt: instant(placedAt + 5 * DAY) } : {}),
})

const HAS_PARCELS: readonly OrderStatus[] = [
  'partially-shipped',
  'shipped',
  'delivered',
  'completed',
  'refunding',
  'refunded',
]

const orderOf = (wanted: Plan, index: number, today: number): Order => {
  const orderNumber = FIRST_NUMBER + index
  const placedAt = today - wanted.daysAgo * DAY + (9 + (index % 10)) * HOUR
  const items = wanted.lines.map(itemOf)
  const goods = items.reduce((sum, item) => sum + item.price.amount * item.quantity, 0)
  const total = goods >= policies.freeShippingFrom ? goods : goods + policies.shippingFee
  const sent = wanted.status === 'partially-shipped' ? items.slice(0, 1) : items
  const parcels = HAS_PARCELS.includes(wanted.status)
    ? [parcelOf({ orderNumber, status: wanted.status, sentAt: placedAt + 20 * HOUR, today, items: sent })]
    : []
  return {
    orderNo: `BL${orderNumber}`,
    externalId: customerId(wanted.customer),
    status: wanted.status,
    placedAt: instant(placedAt),
    total: { amount: total, currency: 'CNY' },
    items,
    parcels,
    ...(wanted.status === 'refunding' || wanted.status === 'refunded'
      ? { refund: refundOf(wanted.status, goods, placedAt) }
      : {}),
  }
}

/** All orders, oldest number first. `today` is the epoch ms of the start of the shop's day; `count` at least 15. */
export const ordersAsOf = (today: number, count = 100): Order[] =>
  Array.from({ length: count }, (_, index) => orderOf(BY_HAND[index] ?? planFor(index), index, today))
