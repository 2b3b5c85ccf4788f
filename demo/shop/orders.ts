// Two thousand orders in every status. The first fifteen are set by hand for demonstrations; the rest follow from their number.
import { colourText } from '../../server/src/features/answering/index.ts'
import type { Order, OrderItem } from '../../server/src/features/commerce/index.ts'
import { customerId } from './customers.ts'
import { policies } from './policies.ts'
import { bestSellers, products } from './products.ts'
import { DAY, HOUR, instant, type Mishap, parcelOf } from './traces.ts'

type OrderStatus = Order['status']
type Refund = NonNullable<Order['refund']>

const FIRST_NUMBER = 200_001
interface Plan {
  readonly customer: number
  readonly status: OrderStatus
  readonly daysAgo: number
  /** SKU and quantity. */
  readonly lines: readonly (readonly [string, number])[]
  /** What goes wrong on the way. */
  readonly mishap?: Mishap
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

/** Orders that everybody who demonstrates knows: every fifth goes to customer 30, who has many; 5, 6, 28, 29 have none. */
const planOfBestSellers = (index: number): Plan => {
  const product = bestSellers[(index * 7) % bestSellers.length]!
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

const FIRST_OF_THE_CROWD = 100
const CROWD_FROM = 31
const CROWD = 470
const MISHAPS: readonly (Mishap | undefined)[] = [
  undefined,
  'delayed',
  undefined,
  'nobody-home',
  undefined,
  undefined,
  'locker',
]
/** Most orders are long done; every status comes up among the last of each hundred. */
const CROWD_CYCLE: readonly OrderStatus[] = [
  ...Array.from({ length: 11 }, (): OrderStatus => 'completed'),
  ...([
    'shipped',
    'delivered',
    'shipped',
    'refunded',
    'paid',
    'cancelled',
    'partially-shipped',
    'refunding',
    'created',
  ] as const),
]

const lineOf = (number: number): readonly [string, number] => {
  const product = products[number % products.length]!
  const variant = product.variants[(number * 3) % product.variants.length]!
  return [variant.sku, number % 7 === 0 ? 2 : 1]
}

/** The other customers' orders, one to five each, of one to three things. Nobody's first order is older than two years. */
const planOfTheCrowd = (index: number): Plan => {
  const place = index - FIRST_OF_THE_CROWD
  const status = place === 0 ? 'shipped' : CROWD_CYCLE[place % CROWD_CYCLE.length]!
  const recent = { created: 1, paid: 1, shipped: 3, 'partially-shipped': 3, delivered: 5, refunding: 8 } as Partial<
    Record<OrderStatus, number>
  >
  const mishap: Mishap | undefined =
    place === 0 ? 'delayed' : status === 'shipped' ? MISHAPS[place % MISHAPS.length] : undefined
  const lines = 1 + (place % 3 === 0 ? 1 : 0) + (place % 11 === 0 ? 1 : 0)
  const wanted = status === 'partially-shipped' ? Math.max(2, lines) : place === 0 ? 1 : lines
  return {
    customer: CROWD_FROM + ((place * 37) % CROWD),
    status,
    daysAgo: mishap === 'delayed' ? 8 : (recent[status] ?? 12 + ((place * 13) % 700)),
    lines: Array.from({ length: wanted }, (_, line) => lineOf(place * 17 + line * 59)),
    ...(mishap ? { mishap } : {}),
  }
}

const planFor = (index: number): Plan => (index < FIRST_OF_THE_CROWD ? planOfBestSellers(index) : planOfTheCrowd(index))

const bySku = new Map(
  products.flatMap((product) => product.variants.map((variant) => [variant.sku, { product, variant }])),
)

const itemOf = ([sku, quantity]: readonly [string, number]): OrderItem => {
  const { product, variant } = bySku.get(sku)!
  const size = variant.size === 'one' ? '' : ` ${variant.size}`
  return {
    productId: product.id,
    sku,
    title: product.title,
    variant: { zh: `${colourText(variant.colour, 'zh')}${size}`, en: `${variant.colour}${size}` },
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

/** What was sent, in one parcel or, for every ninth order of several things, in two. */
const parcelsOf = (
  wanted: Plan,
  items: readonly OrderItem[],
  trip: { orderNumber: number; sentAt: number; today: number },
) => {
  const { status, mishap } = wanted
  if (!HAS_PARCELS.includes(status)) return []
  const sent = status === 'partially-shipped' ? items.slice(0, 1) : items
  const cut = sent.length > 1 && trip.orderNumber % 9 === 0 ? 1 : sent.length
  return [sent.slice(0, cut), sent.slice(cut)]
    .filter((part) => part.length > 0)
    .map((part, index) => parcelOf({ ...trip, status, items: part, index, ...(mishap ? { mishap } : {}) }))
}

const orderOf = (wanted: Plan, index: number, today: number): Order => {
  const orderNumber = FIRST_NUMBER + index
  const placedAt = today - wanted.daysAgo * DAY + (9 + (index % 10)) * HOUR
  const items = wanted.lines.map(itemOf)
  const goods = items.reduce((sum, item) => sum + item.price.amount * item.quantity, 0)
  const total = goods >= policies.freeShippingFrom ? goods : goods + policies.shippingFee
  return {
    orderNo: `BL${orderNumber}`,
    externalId: customerId(wanted.customer),
    status: wanted.status,
    placedAt: instant(placedAt),
    total: { amount: total, currency: 'CNY' },
    items,
    parcels: parcelsOf(wanted, items, { orderNumber, sentAt: placedAt + 20 * HOUR, today }),
    ...(wanted.status === 'refunding' || wanted.status === 'refunded'
      ? { refund: refundOf(wanted.status, goods, placedAt) }
      : {}),
  }
}

/** All orders, oldest number first. `today` is the epoch ms of the start of the shop's day; `count` at least 15. */
export const ordersAsOf = (today: number, count = 2_000): Order[] =>
  Array.from({ length: count }, (_, index) => orderOf(BY_HAND[index] ?? planFor(index), index, today))
