// The shop's systems as the product sees them: orders, parcels, products. An adapter per back end implements this port.
import type { Instant, Money } from '@ballast/contract'
import type { ORDER_STATUSES } from '@ballast/contract/parts'

/** The same words in several languages, by primary language subtag (`zh`, `en`). At least one is present. */
export type Localised = Readonly<Record<string, string>>

export type OrderStatus = (typeof ORDER_STATUSES)[number]

export interface OrderItem {
  readonly productId: string
  readonly sku: string
  readonly title: Localised
  readonly variant: Localised
  readonly quantity: number
  /** Per piece. */
  readonly price: Money
  readonly image?: string
}

export interface ParcelEvent {
  readonly at: Instant
  readonly text: Localised
}

export interface Parcel {
  readonly carrier: Localised
  readonly trackingNo: string
  /** Oldest first. */
  readonly events: readonly ParcelEvent[]
  /** When the carrier expects to deliver; absent once delivered or when unknown. */
  readonly eta?: Instant
  readonly skus: readonly string[]
}

export interface Refund {
  readonly amount: Money
  readonly status: 'requested' | 'approved' | 'paid'
  readonly requestedAt: Instant
  readonly paidAt?: Instant
}

export interface Order {
  readonly orderNo: string
  /** The shop's own id of the customer. */
  readonly externalId: string
  readonly status: OrderStatus
  readonly placedAt: Instant
  readonly total: Money
  readonly items: readonly OrderItem[]
  readonly parcels: readonly Parcel[]
  readonly refund?: Refund
}

export interface Variant {
  readonly sku: string
  /** `S`…`XXL`, `36`…`45`, or `one` for things without sizes. */
  readonly size: string
  /** Canonical English colour name, as `understand` reports it. */
  readonly colour: string
  /** Pieces that can be sold now. */
  readonly stock: number
}

export interface Product {
  readonly id: string
  readonly title: Localised
  readonly description?: Localised
  /** Words customers use for it, lower case, any language. */
  readonly aliases: readonly string[]
  /** Words for the kind of thing it is, lower case. They name it only while it is on view: many products share them. */
  readonly kinds?: readonly string[]
  readonly price: Money
  readonly variants: readonly Variant[]
  /** Which size table fits; `none`: it has no sizes. */
  readonly sizing: 'tops' | 'trousers' | 'shoes' | 'none'
  readonly image?: string
  readonly url?: string
}

/** A coupon one customer can still use, with everything it asks for. */
export interface Coupon {
  readonly code: string
  readonly title: Localised
  readonly off:
    | { readonly kind: 'amount'; readonly amount: Money }
    | { readonly kind: 'percent'; readonly percent: number }
  /** Least the goods must come to. */
  readonly minSpend: Money
  /** Name of the only category it is for; absent: for everything. */
  readonly category?: Localised
  readonly validFrom: Instant
  readonly validUntil: Instant
  /** How many times this customer may still use it: at least 1. */
  readonly usesLeft: number
}

/**
 * On whose behalf orders are read: the customer the shop vouched for, or the holder of a grant for one order.
 * The adapter enforces it: whoever asks never sees an order of somebody else, and cannot tell it exists.
 */
export type OnBehalf = { readonly as: string } | { readonly grant: string }

/** Every call may throw `commerce.unavailable`; nothing else is expected. */
export interface Commerce {
  /** The customer's orders, newest first. `limit` defaults to 20. */
  findOrders(query: { readonly as: string; readonly limit?: number }): Promise<readonly Order[]>
  /** One order, or null when there is none that this customer may see. */
  getOrder(who: OnBehalf, orderNo: string): Promise<Order | null>
  /** The parcels of an order with their traces; empty when there is none that this customer may see. */
  trace(who: OnBehalf, orderNo: string): Promise<readonly Parcel[]>
  /**
   * Order number and last four digits of the phone together open one order to somebody who is not signed in.
   * Answers a grant for that order only; null when they do not match; `slow-down` after too many tries on one number.
   */
  proveOrder(claim: {
    readonly orderNo: string
    readonly phoneLast4: string
  }): Promise<{ readonly grant: string } | 'slow-down' | null>
  /**
   * Products a text speaks of, best first; empty when it names none. `limit` defaults to 5.
   * `onView`: id of the product the customer is looking at; "this jacket" then means that one.
   */
  searchProducts(query: {
    readonly text: string
    readonly onView?: string
    readonly limit?: number
  }): Promise<readonly Product[]>
  getProduct(productId: string): Promise<Product | null>
  /** In the order asked for; ids the shop does not know are left out. */
  getProducts(productIds: readonly string[]): Promise<readonly Product[]>
  /** Pieces that can be sold now, or null for an unknown SKU. */
  getStock(sku: string): Promise<number | null>
  /** The coupons this customer can use today, the one that ends first in front. */
  listCoupons(query: { readonly as: string }): Promise<readonly Coupon[]>
}
