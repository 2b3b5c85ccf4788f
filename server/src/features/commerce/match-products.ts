// Which products a text speaks of: one walk along the text over an index of all names. The longest known name wins, so
// "running shorts" is not "shorts" only.
import type { Product } from './port.ts'

const HAN = /[\u3400-\u9fff]/
/** Names are found by their first characters; a name is never shorter. */
const START = 2

interface Named {
  readonly name: string
  /** Latin names must stand alone; a plural s may follow. */
  readonly bounded: boolean
  /** Those that own this name, in the order of the catalogue. */
  readonly owners: Product[]
  /** Those this is only the kind of: named by it while on view. */
  readonly kindOf: Set<string>
}

export interface ProductIndex {
  /** Best first; only those whose longest name in the text is as long as the best one's. `onView`: id of the product on view. */
  match(text: string, onView?: string): Product[]
}

const bounded = (text: string, from: number, length: number): boolean =>
  !/[a-z0-9]/.test(text[from - 1] ?? ' ') && !/[a-rt-z0-9]/.test(text[from + length] ?? ' ')

const namesOf = (product: Product): Set<string> =>
  new Set(
    [...product.aliases, product.id, ...Object.values(product.title)].map((name) =>
      name.normalize('NFKC').toLowerCase(),
    ),
  )

const byStartOf = (products: readonly Product[]): Map<string, Named[]> => {
  const byName = new Map<string, Named>()
  const named = (name: string): Named => {
    const known = byName.get(name)
    if (known) return known
    const made: Named = { name, bounded: !HAN.test(name), owners: [], kindOf: new Set() }
    byName.set(name, made)
    return made
  }
  for (const product of products) {
    for (const name of namesOf(product)) if (name.length >= START) named(name).owners.push(product)
    for (const kind of product.kinds ?? []) if (kind.length >= START) named(kind).kindOf.add(product.id)
  }
  return Map.groupBy(byName.values(), ({ name }) => name.slice(0, START))
}

export const createProductIndex = (products: readonly Product[]): ProductIndex => {
  const byStart = byStartOf(products)
  const byId = new Map(products.map((product) => [product.id, product]))
  const place = new Map(products.map((product, index) => [product, index]))
  return {
    match: (text, onView) => {
      const folded = text.normalize('NFKC').toLowerCase()
      let longest = 0
      let viewed = 0
      let found: Product[] = []
      for (let at = 0; at + START <= folded.length; at++) {
        for (const entry of byStart.get(folded.slice(at, at + START)) ?? []) {
          const { length } = entry.name
          if (!folded.startsWith(entry.name, at) || (entry.bounded && !bounded(folded, at, length))) continue
          const isOnView =
            onView !== undefined && (entry.kindOf.has(onView) || entry.owners.some((p) => p.id === onView))
          if (isOnView) viewed = Math.max(viewed, length)
          if (entry.owners.length === 0 || length < longest) continue
          found = length > longest ? [...entry.owners] : [...found, ...entry.owners]
          longest = length
        }
      }
      const product = viewed > 0 && viewed >= longest ? byId.get(onView!) : undefined
      return product ? [product] : [...new Set(found)].sort((a, b) => place.get(a)! - place.get(b)!)
    },
  }
}
