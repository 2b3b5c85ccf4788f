// What the bot remembers between two turns of one conversation. Small JSON: numbers and ids, never a customer's words.
export const ORDER_TOPICS = ['order-where', 'tracking-number', 'order-status', 'order-eta', 'refund-progress'] as const
export type OrderTopic = (typeof ORDER_TOPICS)[number]
export const isOrderTopic = (intent: string): intent is OrderTopic =>
  (ORDER_TOPICS as readonly string[]).includes(intent)

export type ProductTopic = 'price' | 'stock'
export const isProductTopic = (intent: string): intent is ProductTopic => intent === 'price' || intent === 'stock'

/** The question the bot asked last and still waits for. */
export type Pending =
  | { readonly ask: 'which-order'; readonly about: OrderTopic; readonly candidates: readonly string[] }
  | { readonly ask: 'order-number'; readonly about: OrderTopic }
  | { readonly ask: 'phone'; readonly about: OrderTopic; readonly orderNo: string }
  | { readonly ask: 'measures'; readonly productId?: string }
  | { readonly ask: 'which-product'; readonly about: ProductTopic }
  | { readonly ask: 'person' }

export interface Dialog {
  readonly pending: Pending | null
  /** What the last answered question was about, for "and the other one?". */
  readonly topic?: OrderTopic | ProductTopic
  readonly orderNo?: string
  readonly productId?: string
  /** The product that was on view when goods were last spoken of. */
  readonly onView?: string
  /** Order number -> grant, for customers who are not signed in. */
  readonly grants?: Readonly<Record<string, string>>
  readonly heightCm?: number
  readonly weightKg?: number
  /** Turns in a row the bot could not make sense of. */
  readonly failures: number
  /** Wrong answers to "last four digits". */
  readonly wrongProofs: number
}

export const EMPTY_DIALOG: Dialog = { pending: null, failures: 0, wrongProofs: 0 }
