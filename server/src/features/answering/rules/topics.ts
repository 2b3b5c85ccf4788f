// Which knowledge treats what an intent asks about.

const TOPIC_BONUS = 0.32
/** What a passage of another topic loses when the intent is clear. */
const TOPIC_MALUS = 0.2

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
/** intent -> topics so wide that being of them says little: their passages need their own words. */
const WIDE_TOPICS_OF: Readonly<Record<string, readonly string[]>> = {
  'order-where': ['delivery-time'],
  'order-status': ['delivery-time'],
  'wrong-item': ['exchange'],
  'price-match': ['price'],
  'live-price': ['price'],
  'material-care': ['product'],
  'user-manual': ['product', 'care'],
  recommendation: ['product'],
  comparison: ['product'],
  allergy: ['product'],
  'age-safety': ['product'],
  authenticity: ['shop', 'product'],
  gift: ['shop'],
  'bulk-purchase': ['shop'],
  cooperation: ['shop'],
  'small-talk': ['shop'],
  escalation: ['shop'],
  praise: ['shop'],
}

/** The knowledge topics an intent asks about; its own name is one. */
export const topicsOf = (intent: string): readonly string[] => [intent, ...(TOPICS_OF[intent] ?? [])]

/** Topics that no intent speaks of: what belongs to them is not told by the intent. */
const TOLD = new Set([
  ...Object.keys(TOPICS_OF),
  ...Object.values(TOPICS_OF).flat(),
  ...Object.values(WIDE_TOPICS_OF).flat(),
])

/** What a passage gains by treating what the intent asks about, or loses by treating something else. */
export const bonusOf = (passage: Of, intent: string): number => {
  if (isOf(passage, intent)) return TOPIC_BONUS
  const whole = wholeTopic(passage)
  return WIDE_TOPICS_OF[intent]?.includes(whole) || !TOLD.has(whole) ? 0 : -TOPIC_MALUS
}

/** Entries on a part of a topic, `return.box`, belong to it; an intent's own name is a topic, too. */
export const isOf = (passage: Of, intent: string): boolean => {
  const whole = wholeTopic(passage)
  return whole === intent || (TOPICS_OF[intent]?.includes(whole) ?? false)
}
export const wholeTopic = ({ topic }: Of): string => topic.split('.', 1)[0]!
