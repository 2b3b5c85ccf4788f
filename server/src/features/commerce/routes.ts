// The shop's goods over HTTP, for what a customer has on view or in the cart.
import { problem } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/conversations'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Commerce } from './port.ts'
import { idsIn, MOST_PRODUCTS, productCard } from './rules/product-card.ts'

export const serveCommerce = (http: HttpServer, gate: Gate, { commerce }: { readonly commerce: Commerce }): void => {
  serve(http, gate, routes.listProducts, async ({ query }) => {
    const ids = idsIn(query.ids)
    if (ids === null) throw problem('request.invalid', { path: '/query/ids', detail: `At most ${MOST_PRODUCTS} ids.` })
    const language = query.locale?.split('-')[0]?.toLowerCase()
    const products = ids.length === 0 ? [] : await commerce.getProducts(ids)
    return { products: products.map((product) => productCard(product, language)) }
  })
}
