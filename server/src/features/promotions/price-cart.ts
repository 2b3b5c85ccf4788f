// What a cart costs, with its proof in words: under the rules in force, or under any version before it is published.
import { problem, type Uuid } from '@ballast/contract'
import type { Buyer, Cart, Priced } from '@ballast/contract/promotions'
import { openRules, type RulesInForce } from './in-force.ts'
import type { PromotionParts } from './parts.ts'
import { findRule } from './rules/compile.ts'
import { price } from './rules/price.ts'
import { proofWords } from './rules/words.ts'

export interface PricedCart {
  readonly version: number
  readonly price: Priced
  readonly words: { readonly zh: string[]; readonly en: string[] }
}

/** Pure once it has its rules. @throws Problem rules.currency-differs */
export const priceUnder = (
  { version, compiled }: RulesInForce,
  asked: { readonly cart: Cart; readonly buyer: Buyer; readonly now: number },
): PricedCart => {
  const found = price(compiled, asked)
  if ('refused' in found) throw problem('rules.currency-differs')
  const nameOf = (id: string, tongue: 'zh' | 'en') => {
    const rule = findRule(compiled.block, id)
    return (tongue === 'en' ? rule?.nameEn : undefined) ?? rule?.name ?? id
  }
  return { version, price: found, words: { zh: proofWords(found, 'zh', nameOf), en: proofWords(found, 'en', nameOf) } }
}

/** @throws Problem rules.version-unknown, rules.none-in-force, rules.currency-differs */
export const priceCart = async (
  parts: Pick<PromotionParts, 'blocks' | 'inForce' | 'clock'>,
  tenant: Uuid,
  asked: { readonly cart: Cart; readonly buyer?: Buyer; readonly now?: number; readonly version?: number },
): Promise<PricedCart> => {
  const rules =
    asked.version === undefined
      ? await parts.inForce.get(tenant)
      : openRules(asked.version, await parts.blocks.load(tenant, asked.version))
  if (rules === null) throw problem('rules.none-in-force')
  return priceUnder(rules, { cart: asked.cart, buyer: asked.buyer ?? {}, now: asked.now ?? parts.clock.now() })
}
