// What a turn's decision may rest on, and what it may decide. Commerce and knowledge are described by shape: rules import neither.
import type { HandoverReason } from '@ballast/contract'
import type { Dialog, OrderTopic, ProductTopic } from './dialog.ts'
import type { Heard } from './hear.ts'

export interface KnownOrder {
  readonly orderNo: string
  readonly status: string
  readonly items: readonly { readonly productId: string }[]
  readonly refund?: object
}
export interface KnownProduct {
  readonly id: string
  readonly sizing: 'tops' | 'trousers' | 'shoes' | 'none'
}
export interface KnownPassage {
  readonly title: string
  readonly answer: string
  readonly topic: string
  /** 0…1: of passages with such a score, this share is what was asked. */
  readonly score: number
  /** False: the score is likeness, and says little where words are few. */
  readonly learned: boolean
  /** The only passage of its topic. */
  readonly alone: boolean
}

/** `undefined`: not looked up yet. */
export interface Known<O extends KnownOrder, P extends KnownProduct, K extends KnownPassage> {
  readonly text: string
  readonly verdict: Heard
  /** The shop vouched for this customer: their orders may be read. */
  readonly signedIn: boolean
  /** Best first. */
  readonly passages: readonly K[]
  /** What the product on view says to the error code that was typed; `unknown`: such a code is none of its. */
  readonly solution?: K | 'unknown'
  /** The product of the page the customer is on. */
  readonly pageProductId?: string
  /** The order of the page the customer is on. */
  readonly pageOrderNo?: string
  readonly orders?: readonly O[]
  readonly order?: { readonly orderNo: string; readonly found: O | null }
  readonly proof?: { readonly orderNo: string; readonly result: { readonly grant: string } | 'slow-down' | null }
  readonly products?: readonly P[]
  readonly coupons?: readonly object[]
  /** Something lies in the cart of the page the customer is on. */
  readonly hasCart?: boolean
  /** What lies there; what the shop no longer knows is left out. */
  readonly cart?: readonly { readonly product: P; readonly quantity: number }[]
}

export type Fetch =
  | { readonly kind: 'orders' }
  | { readonly kind: 'order'; readonly orderNo: string; readonly grant?: string }
  | { readonly kind: 'proof'; readonly orderNo: string; readonly phoneLast4: string }
  | { readonly kind: 'products'; readonly productId?: string }
  | { readonly kind: 'coupons' }
  | { readonly kind: 'cart' }

export type Line = 'greeting' | 'thanks' | 'bye' | 'no-orders' | 'no-sizes' | 'fine-no-person'

/** One decision. `fetch` asks to be decided again with more known. */
export type Choice<O extends KnownOrder, P extends KnownProduct, K extends KnownPassage> =
  | { readonly do: 'fetch'; readonly fetch: Fetch; readonly dialog: Dialog }
  | { readonly do: 'say'; readonly line: Line; readonly dialog: Dialog }
  | { readonly do: 'answer'; readonly passage: K; readonly dialog: Dialog }
  | { readonly do: 'show-order'; readonly about: OrderTopic; readonly order: O; readonly dialog: Dialog }
  | {
      readonly do: 'show-product'
      readonly about: ProductTopic
      readonly products: readonly P[]
      readonly dialog: Dialog
    }
  | {
      readonly do: 'price-cart'
      readonly cart: readonly { readonly product: P; readonly quantity: number }[]
      readonly dialog: Dialog
    }
  | { readonly do: 'show-coupons'; readonly dialog: Dialog }
  | { readonly do: 'advise-size'; readonly product: P | null; readonly measures: Measures; readonly dialog: Dialog }
  | { readonly do: 'ask'; readonly question: Question<O>; readonly dialog: Dialog }
  | { readonly do: 'hand-over'; readonly reason: HandoverReason; readonly dialog: Dialog }
  | { readonly do: 'unsure'; readonly near: readonly K[]; readonly dialog: Dialog }
  | { readonly do: 'silent'; readonly dialog: Dialog }

export interface Measures {
  readonly heightCm?: number
  readonly weightKg?: number
  readonly footMm?: number
}

export type Question<O extends KnownOrder> =
  | { readonly ask: 'which-order'; readonly orders: readonly O[] }
  | { readonly ask: 'order-number' }
  | { readonly ask: 'phone'; readonly orderNo: string; readonly again: boolean }
  | { readonly ask: 'no-such-order'; readonly orderNo: string }
  | { readonly ask: 'measures'; readonly shoes: boolean }
  | { readonly ask: 'which-product' }
