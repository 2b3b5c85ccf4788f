// The written rows of the catalogue as products: names customers use, variants and stock that follow from their place.
import type { Product } from '../../../server/src/features/commerce/index.ts'
import { type Kind, kinds } from './kinds.ts'
import { carriedRows } from './rows-carried.ts'
import { wornRows } from './rows-worn.ts'

/** How a product is drawn and where it stands. */
export interface Look {
  readonly category: string
  readonly shape: string
  readonly colour: string
  readonly print: string
}
export interface Listed {
  readonly product: Product
  readonly look: Look
}

const SIZES: Readonly<Record<Product['sizing'], readonly string[]>> = {
  shoes: ['36', '37', '38', '39', '40', '41', '42', '43', '44', '45'],
  tops: ['S', 'M', 'L', 'XL', 'XXL'],
  trousers: ['S', 'M', 'L', 'XL', 'XXL'],
  none: ['one'],
}

/** Stock without dice: most sizes are there, about one in nine is gone. */
export const variantsOf = (
  id: string,
  {
    colours,
    sizing,
    fixed = {},
  }: { colours: readonly string[]; sizing: Product['sizing']; fixed?: Readonly<Record<string, number>> },
): Product['variants'] =>
  colours.flatMap((colour, c) =>
    SIZES[sizing].map((size, s) => {
      const sku = `${id}-${colour}-${size}`.toUpperCase()
      return { sku, size, colour, stock: fixed[sku] ?? (Number(id.slice(2)) * 7 + c * 5 + s * 3) % 23 }
    }),
  )

const both = (text: string): readonly [zh: string, en: string] => {
  const [zh, en] = text.split('/')
  return [zh!.trim(), en!.trim()]
}

const aliasesOf = (kind: Kind, series: readonly [string, string], titles: readonly string[]): string[] => [
  ...titles.map((title) => title.toLowerCase()),
  ...kind.zh.map((word) => `${series[0]}${word}`),
  ...kind.en.map((word) => `${series[1].toLowerCase()} ${word}`),
  ...(kind.taken ? [] : [...kind.zh, ...kind.en]),
]

const listed = (line: string, index: number): Listed => {
  const [kindName, series, rest, price, colourList, print, about] = line.split(';').map((part) => part.trim())
  const kind = kinds.get(kindName!)
  if (kind === undefined) throw new Error(`no kind ${kindName}`)
  const names = both(series!)
  const [zh, en] = both(rest!)
  const [zhText, enText] = both(about!)
  const title = { zh: `${names[0]}${zh}`, en: `${names[1]} ${en}` }
  const id = `RL${String(index).padStart(2, '0')}`
  const colours = colourList!.split(',')
  return {
    product: {
      id,
      title,
      description: { zh: `${zhText}。`, en: `${enText}.` },
      aliases: aliasesOf(kind, names, [title.zh, title.en]),
      kinds: [...kind.zh, ...kind.en],
      price: { amount: Number(price) * 100, currency: 'CNY' },
      variants: variantsOf(id, { colours, sizing: kind.sizing }),
      sizing: kind.sizing,
      image: `/demo/pictures/${id}.svg`,
      url: `/demo/#/p/${id}`,
    },
    look: { category: kind.category, shape: kind.shape, colour: colours[0]!, print: print! },
  }
}

/** `first`: the number of the first of them. */
export const writtenProducts = (first: number): Listed[] =>
  `${wornRows.trim()}\n${carriedRows.trim()}`.split('\n').map((line, index) => listed(line, first + index))
