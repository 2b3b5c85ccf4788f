// The demo shop behind the commerce port: in memory, the same for everybody, able to be slow or broken in tests.
import { timingSafeEqual } from 'node:crypto'
import { createProductIndex } from './match-products.ts'
import type { Commerce, Coupon, OnBehalf, Order, Product } from './port.ts'
import { createProofLimit } from './proof-limit.ts'

const DAY = 86_400_000

export interface DemoCommerceOptions {
  /** The shop as it is on the day of `now` (epoch ms): the same object all day. Called once an hour. */
  readonly shop: (now: number) => {
    readonly orders: readonly Order[]
    readonly products: readonly Product[]
    readonly customers: readonly { readonly externalId: string; readonly phone: string }[]
    readonly couponsOf: (externalId: string) => readonly Coupon[]
  }
  readonly clock: { now(): number }
  /** Keyed signature of a text, hex: what a grant is made of. The key never leaves the server. */
  readonly sign: (text: string) => string
  /** Run before each answer: wait to be slow, throw to be broken. */
  readonly before?: () => Promise<void>
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export const demoCommerce = (options: DemoCommerceOptions): Commerce => {
  const today = byDay(options)
  const mayTry = createProofLimit(options.clock)
  const grantFor = (orderNo: string) => `${orderNo}.${options.sign(`order-grant:${orderNo}`)}`
  const maySee = (who: OnBehalf, order: Order): boolean =>
    'as' in who ? order.externalId === who.as : same(who.grant, grantFor(order.orderNo))
  const open = async () => {
    await options.before?.()
    return today()
  }
  const visible = async (who: OnBehalf, orderNo: string): Promise<Order | null> => {
    const order = (await open()).orders.get(orderNo.toUpperCase())
    return order && maySee(who, order) ? order : null
  }
  return {
    findOrders: async ({ as, limit = 20 }) => ((await open()).ordersOf.get(as) ?? []).slice(0, limit),
    getOrder: visible,
    trace: async (who, orderNo) => (await visible(who, orderNo))?.parcels ?? [],
    proveOrder: async ({ orderNo, phoneLast4 }) => {
      const shop = await open()
      if (!mayTry(orderNo.toUpperCase())) return 'slow-down'
      const order = shop.orders.get(orderNo.toUpperCase())
      const phone = order && shop.phoneOf.get(order.externalId)
      return order && phone && same(phone.slice(-4), phoneLast4) ? { grant: grantFor(order.orderNo) } : null
    },
    searchProducts: async ({ text, onView, limit = 5 }) => (await open()).names.match(text, onView).slice(0, limit),
    getProduct: async (productId) => (await open()).products.get(productId) ?? null,
    getProducts: async (productIds) => {
      const { products } = await open()
      return productIds.flatMap((id) => products.get(id) ?? [])
    },
    getStock: async (sku) => (await open()).stockOf.get(sku) ?? null,
    listCoupons: async ({ as }) => (await open()).couponsOf(as),
  }
}

/** The shop with its look-up tables, rebuilt when the day changes. */
const byDay = ({ shop, clock }: DemoCommerceOptions) => {
  let built: ReturnType<typeof tablesOf> | undefined
  let today: ReturnType<typeof shop> | undefined
  let hour = -1
  return () => {
    // Days change at any hour somewhere; an hour's grain keeps every zone's midnight fresh.
    const now = Math.floor((clock.now() * 24) / DAY)
    if (built && now === hour) return built
    hour = now
    const before = today
    today = shop(clock.now())
    if (!built || today !== before) built = tablesOf(today)
    return built
  }
}

const tablesOf = (shop: ReturnType<DemoCommerceOptions['shop']>) => ({
  names: createProductIndex(shop.products),
  products: new Map(shop.products.map((product) => [product.id, product])),
  stockOf: new Map(shop.products.flatMap(({ variants }) => variants.map(({ sku, stock }) => [sku, stock] as const))),
  couponsOf: shop.couponsOf,
  orders: new Map(shop.orders.map((order) => [order.orderNo, order])),
  ordersOf: Map.groupBy(
    shop.orders.toSorted((a, b) => b.placedAt.localeCompare(a.placedAt) || b.orderNo.localeCompare(a.orderNo)),
    (order) => order.externalId,
  ),
  phoneOf: new Map(shop.customers.map((customer) => [customer.externalId, customer.phone])),
})
