// Prices that were told to customers, against the rules in force now: which are wrong, and what to say about it.
import type { Money } from '@ballast/contract/primitives'
import type { Buyer, Cart } from '@ballast/contract/promotions'
import { moneyText } from './money.ts'
import type { Compiled } from './opened.ts'
import { price } from './price.ts'

export interface Quote {
  readonly id: string
  readonly conversationId: string
  readonly messageId: string
  readonly locale: string
  readonly cart: Cart
  readonly buyer: Buyer
  /** The total that was told, minor units. */
  readonly amount: number
  readonly version: number
  /** Epoch ms. */
  readonly at: number
}
export interface WrongQuote {
  readonly quote: Quote
  /** What the same cart costs now; null: it has no price any more (another currency, or over its quota). */
  readonly now: number | null
}

/** Null: what was told is still right. */
export const recheck = (quote: Quote, compiled: Compiled, now: number): WrongQuote | null => {
  const { cart, buyer } = quote
  const result = price(compiled, { cart, buyer, now })
  if ('refused' in result || result.duty.refused) return { quote, now: null }
  return result.total === quote.amount ? null : { quote, now: result.total }
}

/** What is sent to the customer who was told the old price. */
export const correctionText = ({ quote, now }: WrongQuote): string => {
  const zh = /^zh\b/i.test(quote.locale)
  const { currency } = quote.cart
  const before = moneyText(quote.amount, currency)
  if (now === null)
    return zh
      ? `更正：此前告知您的价格 ${before} 已不再有效，活动规则有调整。非常抱歉，请联系人工客服确认最新价格。`
      : `A correction: the price of ${before} we told you no longer holds, because our offers have changed. We are sorry; please ask a colleague for the current price.`
  const after = moneyText(now, currency)
  return zh
    ? `更正：此前告知您的合计 ${before} 因活动规则调整，现在为 ${after}。给您带来不便，非常抱歉。`
    : `A correction: the total of ${before} we told you has changed with our offers; it is ${after} now. We are sorry for the trouble.`
}

/** The sums a correction states. */
export const sumsOf = ({ quote, now }: WrongQuote): Money[] => {
  const { currency } = quote.cart
  return [quote.amount, ...(now === null ? [] : [now])].map((amount) => ({ amount, currency }))
}
