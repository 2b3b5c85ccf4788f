// Which knowledge treats what an intent asks about.

interface Of {
  readonly topic: string
}

/** intent -> topics of the knowledge that treat it, the likeliest first, where the names differ. */
const TOPICS_OF: Readonly<Record<string, readonly string[]>> = {
  'refund-progress': ['refund-time'],
  'refund-where': ['refund-time'],
  'order-eta': ['delivery-time'],
  'delivery-date': ['delivery-time'],
  'express-choice': ['delivery-time'],
  'parcel-lost': ['delivery-time'],
  'missing-item': ['delivery-time'],
  'cross-border': ['delivery-time', 'shipping-fee'],
  'free-shipping': ['shipping-fee'],
  'change-order': ['cancel-order'],
  'parcel-damaged': ['warranty'],
  'quality-defect': ['warranty'],
  'wrong-item': ['warranty'],
  'return-shipping-fee': ['return'],
  'return-address': ['return'],
  pickup: ['return'],
  'size-advice': ['exchange', 'size'],
  'price-protection': ['price'],
  'coupon-not-working': ['coupon'],
  points: ['membership'],
  instalments: ['payment'],
  'cash-on-delivery': ['payment'],
  'payment-failed': ['payment'],
  'paid-twice': ['payment'],
  'invoice-correct': ['invoice'],
  'restock-notice': ['stock'],
  'material-care': ['care'],
  'store-location': ['hours'],
  'account-login': ['account'],
  'account-change': ['account'],
  privacy: ['account'],
}
/** The knowledge topics an intent asks about; its own name is one. */
export const topicsOf = (intent: string): readonly string[] => [intent, ...(TOPICS_OF[intent] ?? [])]

/** Entries on a part of a topic, `return.box`, belong to it; an intent's own name is a topic, too. */
export const isOf = (passage: Of, intent: string): boolean => {
  const whole = wholeTopic(passage)
  return whole === intent || (TOPICS_OF[intent]?.includes(whole) ?? false)
}
const wholeTopic = ({ topic }: Of): string => topic.split('.', 1)[0]!
