// A product with picture, price and stock.
import type { Part } from '@ballast/contract/parts'
import { formatMoney } from '../format.ts'
import { LINK, safeUrl } from '../links.ts'
import type { Words } from '../locales/words.ts'

const LOW = 10
type Product = Extract<Part, { kind: 'product-card' }>

const stockLine = (stock: number, words: Words): string =>
  stock === 0 ? words.product.soldOut : stock < LOW ? words.product.lowStock(stock) : words.product.inStock

export const ProductCard = ({ part, words }: { part: Product; words: Words }) => {
  const image = safeUrl(part.image)
  const url = safeUrl(part.url)
  return (
    <article class="card product" aria-label={part.title}>
      {image !== undefined && <img src={image} alt="" loading="lazy" />}
      <div>
        <p class="name">{part.title}</p>
        {part.price !== undefined && <p class="price">{formatMoney(part.price, words.locale)}</p>}
        {part.stock !== undefined && (
          <p class={part.stock < LOW ? 'stock low' : 'stock'}>{stockLine(part.stock, words)}</p>
        )}
        {url !== undefined && (
          <a href={url} {...LINK}>
            {words.product.view}
          </a>
        )}
      </div>
    </article>
  )
}
