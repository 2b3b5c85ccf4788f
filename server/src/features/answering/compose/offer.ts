// Prices in words, as the rules in force make them: one product, or the cart of the page, with what was taken off and why.
import type { Money } from '@ballast/contract'
import type { Product } from '../../commerce/index.ts'
import type { Goods, Offer } from '../offers.ts'
import { countFact, type Fact, moneyFact, wordsFact } from '../rules/guard/fact.ts'
import { inLanguage, type Language, moneyText } from './language.ts'

const sum = (offer: Offer, amount: number): Money => ({ amount, currency: offer.price.currency })

/** Everything the offer lets the bot state. */
export const offerFacts = (offer: Offer, language: Language): Fact[] => {
  const { price, words } = offer
  const sums = [price.goods, price.total, price.shipping, price.payNow, price.duty.amount]
  const listed = price.lines.flatMap((line) => [line.list, line.amount, ...line.off.map(({ amount }) => amount)])
  const steps = price.proof.map(({ amount }) => Math.abs(amount))
  const balance = [price.deposit?.amount, price.balance?.amount].filter((amount) => amount !== undefined)
  return [
    ...[...sums, ...listed, ...steps, ...balance].map((amount) => moneyFact(sum(offer, amount))),
    moneyFact(sum(offer, listTotal(offer))),
    moneyFact(sum(offer, listTotal(offer) - price.goods)),
    ...words[language].map(wordsFact),
    ...price.lines.map(({ quantity }) => countFact(quantity)),
    countFact(price.lines.reduce((pieces, { quantity }) => pieces + quantity, 0)),
  ]
}

const listTotal = ({ price }: Offer): number => price.lines.reduce((total, { list }) => total + list, 0)

/** What changed the price, one rule a line. */
const applied = ({ price, words }: Offer, language: Language): string[] =>
  price.proof.flatMap(({ outcome, kind, amount }, at) =>
    outcome === 'applied' && (amount !== 0 || kind === 'gift') ? [words[language][at]!] : [],
  )

/** One piece of a product: what it costs now, and what it would without the rules. */
export const offeredPrice = (product: Product, offer: Offer, language: Language): string => {
  const title = inLanguage(product.title, language)
  const { goods, shipping, total } = offer.price
  const [now, list] = [moneyText(sum(offer, goods)), moneyText(sum(offer, listTotal(offer)))]
  const why = applied(offer, language)
  const cheaper = goods !== listTotal(offer)
  if (language === 'zh') {
    const before = cheaper ? `（原价 ${list}）` : ''
    const post =
      shipping > 0 ? `另需运费 ${moneyText(sum(offer, shipping))}，合计 ${moneyText(sum(offer, total))}。` : ''
    return [`${title}现价 ${now}${before}。${post}`, ...why].join('\n')
  }
  const before = cheaper ? ` (before: ${list})` : ''
  const post =
    shipping > 0 ? ` Shipping is ${moneyText(sum(offer, shipping))}, ${moneyText(sum(offer, total))} in all.` : ''
  return [`${title}: ${now}${before}.${post}`, ...why].join('\n')
}

/** The whole cart. */
export const offeredCart = (goods: readonly Goods[], offer: Offer, language: Language): string => {
  const pieces = goods.reduce((all, { quantity }) => all + quantity, 0)
  const [list, total] = [moneyText(sum(offer, listTotal(offer))), moneyText(sum(offer, offer.price.total))]
  const head =
    language === 'zh'
      ? `购物车里共 ${pieces} 件，原价合计 ${list}，现在应付 ${total}。`
      : `Your cart holds ${pieces} items, ${list} before offers; you pay ${total}.`
  return [head, ...applied(offer, language)].join('\n')
}

/** No rules are in force: the shop's prices, added up. */
export const plainCart = (goods: readonly Goods[], language: Language): { text: string; facts: Fact[] } => {
  const { currency } = goods[0]!.product.price
  const total = {
    amount: goods.reduce((all, { product, quantity }) => all + product.price.amount * quantity, 0),
    currency,
  }
  const pieces = goods.reduce((all, { quantity }) => all + quantity, 0)
  const text =
    language === 'zh'
      ? `购物车里共 ${pieces} 件，按现价合计 ${moneyText(total)}，运费和优惠以结算页为准。`
      : `Your cart holds ${pieces} items, ${moneyText(total)} at today’s prices; shipping and offers show at checkout.`
  return { text, facts: [moneyFact(total), countFact(pieces)] }
}
