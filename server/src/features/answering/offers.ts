// What the rules in force make of the prices of a turn. The rules are taken once a turn: no answer mixes two versions.
import type { Uuid } from '@ballast/contract'
import type { Buyer, Cart, Priced } from '@ballast/contract/promotions'
import type { Product } from '../commerce/index.ts'
import { type PricedCart, priceUnder, type RulesInForce } from '../promotions/index.ts'
import type { Told, TurnInput } from './turn.ts'

export interface Goods {
  readonly product: Product
  readonly quantity: number
}
export interface Offer {
  readonly price: Priced
  readonly words: PricedCart['words']
  readonly told: Told
}
/** Null: no rules are in force, or they are in another currency; then the shop's own price stands. */
export type Offers = (goods: readonly Goods[]) => Offer | null

const NO_OFFERS: Offers = () => null

const offerUnder = (rules: RulesInForce, input: TurnInput, goods: readonly Goods[]): Offer | null => {
  const { currency } = goods[0]!.product.price
  if (goods.some(({ product }) => product.price.currency !== currency)) return null
  const { level, verified } = input.contact
  const buyer: Buyer = verified && level !== null ? { level } : {}
  const lines = goods.map(({ product, quantity }) => ({ productId: product.id, price: product.price.amount, quantity }))
  const cart: Cart = { currency, lines, ...(input.channel === undefined ? {} : { channel: input.channel }) }
  try {
    const { price, words, version } = priceUnder(rules, { cart, buyer, now: input.now })
    return price.duty.refused ? null : { price, words, told: { cart, buyer, amount: price.total, version } }
  } catch {
    return null
  }
}

/** The offers of one turn. */
export const offersFor = async (
  rulesOf: ((tenant: Uuid) => Promise<RulesInForce | null>) | undefined,
  input: TurnInput,
): Promise<Offers> => {
  const rules = await rulesOf?.(input.tenant)
  if (!rules) return NO_OFFERS
  return (goods) => (goods.length === 0 ? null : offerUnder(rules, input, goods))
}
