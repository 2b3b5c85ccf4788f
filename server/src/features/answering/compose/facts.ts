// What a reply may state because the shop's systems said so in this turn. Beside each composed reply stands its list.
import { type Coupon, type Order, type Product, productCard } from '../../commerce/index.ts'
import { countFact, type Fact, instantFact, moneyFact, wordsFact } from '../rules/guard/fact.ts'
import type { Heard } from '../rules/hear.ts'
import type { Measures } from '../rules/known.ts'
import { inLanguage, type Language } from './language.ts'
import { orderLabel } from './order.ts'
import { matchingVariants, sizeFor, stockOf } from './product.ts'

const words = (...texts: readonly string[]): Fact[] => texts.filter(Boolean).map(wordsFact)

export const orderFacts = (order: Order, language: Language): Fact[] => {
  const { items, parcels, refund } = order
  return [
    ...words(order.orderNo, orderLabel(order, language)),
    moneyFact(order.total),
    instantFact(order.placedAt),
    ...items.flatMap((item) => [
      countFact(item.quantity),
      ...words(`${inLanguage(item.title, language)} ${inLanguage(item.variant, language)}`),
    ]),
    ...parcels.flatMap(({ carrier, trackingNo, events, eta }) => [
      ...words(inLanguage(carrier, language), trackingNo, ...events.map(({ text }) => inLanguage(text, language))),
      ...events.map(({ at }) => instantFact(at)),
      ...(eta ? [instantFact(eta)] : []),
    ]),
    ...(refund ? [moneyFact(refund.amount), instantFact(refund.requestedAt)] : []),
    ...(refund?.paidAt ? [instantFact(refund.paidAt)] : []),
  ]
}

const goodsFacts = (product: Product, language: Language): Fact[] => {
  const { title, stock } = productCard(product, language)
  return [
    moneyFact(product.price),
    ...words(inLanguage(product.title, language), title),
    ...(stock === undefined ? [] : [countFact(stock)]),
  ]
}

export const productFacts = (
  products: readonly Product[],
  { wanted, language }: { readonly wanted: Heard['entities']; readonly language: Language },
): Fact[] => [
  ...products.flatMap((product) => [
    ...goodsFacts(product, language),
    countFact(stockOf(matchingVariants(product, wanted))),
  ]),
  ...(wanted.size ? words(wanted.size) : []),
]

export const couponFacts = (coupons: readonly Coupon[]): Fact[] =>
  coupons.flatMap(({ code, off, minSpend, category, validUntil }) => [
    ...words(code, ...Object.values(category ?? {})),
    off.kind === 'amount' ? moneyFact(off.amount) : { kind: 'share', percent: off.percent, off: true },
    moneyFact(minSpend),
    instantFact(validUntil),
  ])

/** What the customer measured, and what the table says to it. */
export const sizeFacts = (product: Product | null, measures: Measures, language: Language): Fact[] => {
  const { heightCm, weightKg, footMm } = measures
  const size = sizeFor(product, measures)
  return [
    ...[heightCm, weightKg, footMm === undefined ? undefined : footMm / 10].flatMap((measure) =>
      measure === undefined ? [] : [countFact(measure)],
    ),
    ...(size === null ? [] : words(size)),
    ...(product === null ? [] : goodsFacts(product, language)),
  ]
}
