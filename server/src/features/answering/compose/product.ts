// Replies about goods: price and stock as the shop reports them at this moment, sizes as the table says.
import type { Part } from '@ballast/contract'
import { type Product, productCard } from '../../commerce/index.ts'
import type { Offer } from '../offers.ts'
import type { ProductTopic } from '../rules/dialog.ts'
import type { Heard } from '../rules/hear.ts'
import type { Measures } from '../rules/known.ts'
import { clothesSize, shoeSize } from '../rules/size-table.ts'
import { colourText, inLanguage, type Language, moneyText } from './language.ts'
import { offeredPrice } from './offer.ts'

type Variant = Product['variants'][number]

export const stockOf = (variants: readonly Variant[]): number =>
  variants.reduce((total, variant) => total + variant.stock, 0)

const priceLine = (product: Product, language: Language): string => {
  const title = inLanguage(product.title, language)
  const price = moneyText(product.price)
  return language === 'zh' ? `${title}现价 ${price}。` : `${title}: ${price}.`
}

type Wanted = Pick<Heard['entities'], 'size' | 'colour'>

const sizeWanted = (product: Product, wanted: Wanted): string | undefined =>
  product.sizing === 'none' ? undefined : wanted.size

/** Those a wish leaves. */
export const matchingVariants = (product: Product, wanted: Wanted): Variant[] => {
  const size = sizeWanted(product, wanted)
  return product.variants.filter(
    (variant) => (!wanted.colour || variant.colour === wanted.colour) && (!size || variant.size === size),
  )
}

const countText = (stock: number, language: Language): string => {
  if (language === 'zh') return stock > 0 ? `有货，还有 ${stock} 件` : '暂时无货'
  return stock > 0 ? `in stock, ${stock} left` : 'out of stock'
}

/** What of the wish this product comes in at all: a backpack has no size L, a jacket may not come in pink. */
const unknownWish = (product: Product, wanted: Wanted, language: Language): string | null => {
  const colours = [...new Set(product.variants.map((variant) => variant.colour))]
  if (wanted.colour && !colours.includes(wanted.colour)) {
    const names = colours.map((colour) => colourText(colour, language)).join(language === 'zh' ? '、' : ', ')
    const colour = colourText(wanted.colour, language)
    return language === 'zh' ? `没有${colour}，有${names}。` : `It does not come in ${colour}; it comes in ${names}.`
  }
  if (wanted.size && product.sizing !== 'none' && !product.variants.some((variant) => variant.size === wanted.size)) {
    return language === 'zh' ? `没有 ${wanted.size} 码。` : `It does not come in size ${wanted.size}.`
  }
  return null
}

const stockLine = (product: Product, wanted: Wanted, language: Language): string => {
  const title = inLanguage(product.title, language)
  const unknown = unknownWish(product, wanted, language)
  if (unknown) return language === 'zh' ? `${title}${unknown}` : `${title}: ${unknown}`
  const size = sizeWanted(product, wanted)
  const wish = [wanted.colour && colourText(wanted.colour, language), size].filter(Boolean).join(' ')
  const count = countText(stockOf(matchingVariants(product, wanted)), language)
  if (language === 'zh') return `${title}${wish ? `（${wish}）` : ''}${count}。`
  return `${title}${wish ? ` (${wish})` : ''}: ${count}.`
}

/** More are no answer any more. */
export const MOST_SHOWN = 3

const HINT = {
  zh: '想要的颜色尺码缺货时，可以在商品页点“到货提醒”。',
  en: 'If the colour or size you want is gone, press “Notify me” on the product page.',
} as const

export const productReply = (
  products: readonly Product[],
  about: ProductTopic,
  more: {
    readonly wanted: Wanted
    readonly language: Language
    /** What the rules in force make of its price. */
    readonly offerOf: (product: Product) => Offer | null
  },
): Part[] => {
  const { wanted, language, offerOf } = more
  const shown = products.slice(0, MOST_SHOWN)
  const line = (product: Product): string => {
    if (about === 'stock') return stockLine(product, wanted, language)
    const offer = offerOf(product)
    return offer === null ? priceLine(product, language) : offeredPrice(product, offer, language)
  }
  const lines = shown.map(line)
  const card = (product: Product): Part => {
    const { goods, currency } = offerOf(product)?.price ?? { goods: product.price.amount, ...product.price }
    return productCard({ ...product, price: { amount: goods, currency } }, language)
  }
  const hint = about === 'stock' && !wanted.size && !wanted.colour ? [HINT[language]] : []
  return [{ kind: 'text', text: [...lines, ...hint].join('\n') }, ...shown.map(card)]
}

const NO_SIZE = {
  zh: '按这个数据，尺码表里没有合适的尺码。我可以为您转人工再确认。',
  en: 'The size table has no size for these measures. I can get a person to check with you.',
} as const

const isShoes = (product: Product | null, measures: Measures): boolean =>
  product ? product.sizing === 'shoes' : measures.footMm !== undefined

/** Null: the table ends before these measures. */
export const sizeFor = (product: Product | null, measures: Measures): string | null => {
  if (isShoes(product, measures)) return measures.footMm === undefined ? null : shoeSize(measures.footMm)
  const { heightCm, weightKg } = measures
  return heightCm === undefined || weightKg === undefined ? null : clothesSize(heightCm, weightKg)
}

export const sizeReply = (product: Product | null, measures: Measures, language: Language): Part[] => {
  const size = sizeFor(product, measures)
  if (!size) return [{ kind: 'text', text: NO_SIZE[language] }]
  const title = product ? inLanguage(product.title, language) : ''
  const given = isShoes(product, measures)
    ? { zh: `脚长 ${measures.footMm! / 10} 厘米`, en: `For a foot of ${measures.footMm! / 10} cm` }
    : {
        zh: `身高 ${measures.heightCm} 厘米、体重 ${measures.weightKg} 公斤`,
        en: `For ${measures.heightCm} cm and ${measures.weightKg} kg`,
      }
  const text =
    language === 'zh'
      ? `${given.zh}，按尺码表${title}建议选 ${size} 码。`
      : `${given.en} the size table says ${size}${title ? ` for the ${title}` : ''}.`
  return [{ kind: 'text', text }, ...(product ? [productCard(product, language)] : [])]
}
