// A product as customers and colleagues are shown it: the words of one language, the shop's price and stock of this moment.
import type { ProductCard } from '@ballast/contract/parts'
import type { Money } from '@ballast/contract/primitives'
import type { Static } from 'typebox'

interface Shown {
  readonly id: string
  /** Words by primary language subtag. */
  readonly title: Readonly<Record<string, string>>
  readonly price: Money
  readonly variants: readonly { readonly stock: number }[]
  readonly image?: string
  readonly url?: string
}

/** `language`: the words wanted, if the shop has them; otherwise any there are. */
export const productCard = (product: Shown, language?: string): Static<typeof ProductCard> => {
  const { id, title, price, variants, image, url } = product
  const words = (language === undefined ? undefined : title[language]) ?? Object.values(title)[0] ?? ''
  return {
    kind: 'product-card',
    productId: id,
    title: words.slice(0, 200).toWellFormed(),
    price,
    stock: variants.reduce((total, { stock }) => total + stock, 0),
    ...(image ? { image } : {}),
    ...(url ? { url } : {}),
  }
}

export const MOST_PRODUCTS = 50
const LONGEST_ID = 64

/** The ids of a comma-separated list, each once, in its order. Null: too many, or longer than an id is. */
export const idsIn = (list: string): string[] | null => {
  const named = list.split(',').map((id) => id.trim())
  const ids = [...new Set(named.filter((id) => id !== ''))]
  return ids.length > MOST_PRODUCTS || ids.some((id) => id.length > LONGEST_ID) ? null : ids
}
