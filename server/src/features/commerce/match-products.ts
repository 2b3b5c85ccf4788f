// Which products a text speaks of: the longest known name in it wins, so "running shorts" is not "shorts" only.
import type { Product } from './port.ts'

const HAN = /[\u3400-\u9fff]/

const occurs = (text: string, alias: string): boolean => {
  if (HAN.test(alias)) return text.includes(alias)
  for (let at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + alias.length] ?? ' '
    if (!/[a-z0-9]/.test(before) && !/[a-rt-z0-9]/.test(after)) return true
  }
  return false
}

/** Best first; only those whose longest alias in the text is as long as the best one's. */
export const matchProducts = (products: readonly Product[], text: string): Product[] => {
  const folded = text.normalize('NFKC').toLowerCase()
  const found = products
    .map((product) => {
      const names = [
        ...product.aliases,
        product.id.toLowerCase(),
        ...Object.values(product.title).map((t) => t.toLowerCase()),
      ]
      const length = Math.max(0, ...names.filter((name) => occurs(folded, name)).map((name) => name.length))
      return { product, length }
    })
    .filter(({ length }) => length > 0)
  const longest = Math.max(0, ...found.map(({ length }) => length))
  return found.filter(({ length }) => length === longest).map(({ product }) => product)
}
