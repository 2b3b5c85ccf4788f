// The demo shop's own web server, inside ours: the storefront, its data and pictures, and the back end that vouches for customers.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problem } from '@ballast/contract/problems'
import { jwtVerify, SignJWT } from 'jose'
import type { Product } from '../server/src/features/commerce/index.ts'
import type { HttpServer } from '../server/src/platform/http/http-server.ts'
import { servePages } from '../server/src/platform/http/static-pages.ts'
import { buildDemoShop, categories, INTERESTING, listings, pictureOf } from './shop/index.ts'

const here = dirname(fileURLToPath(import.meta.url))
const COLOUR = /^[a-z]{1,12}$/
const MOST_ORDERS = 50
const LOOPBACK = /^(::ffff:)?127\.|^::1$/

export interface Vouching {
  readonly publicKey: string
  readonly keyId: string
  readonly secret: string
  /** An entry of the shop's own. */
  readonly open?: { readonly publicKey: string; readonly apiKey: string }
}

type Customer = ReturnType<typeof buildDemoShop>['customers'][number]

const keyOf = ({ secret }: Vouching) => new TextEncoder().encode(secret)

/** What the shop's own back end does: says who is signed in, for nine minutes. */
const vouchFor = (vouching: Vouching, { name, phone, level, externalId }: Customer): Promise<string> =>
  new SignJWT({ name, phone, level })
    .setProtectedHeader({ alg: 'HS256', kid: vouching.keyId })
    .setSubject(externalId)
    .setAudience(vouching.publicKey)
    .setIssuedAt()
    .setExpirationTime('9m')
    .sign(keyOf(vouching))

/** Whom a token speaks for; undefined when it is none of ours or too old. */
const vouchedFor = async (vouching: Vouching, authorization: string | undefined): Promise<string | undefined> => {
  try {
    const jwt = (authorization ?? '').replace(/^Bearer /, '')
    return (await jwtVerify(jwt, keyOf(vouching), { audience: vouching.publicKey, algorithms: ['HS256'] })).payload.sub
  } catch {
    return undefined
  }
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]

/** A product as the storefront reads it: stock is a row a colour, a column a size. */
const listed = ({ id, title, price, description, image, kinds, variants }: Product, category: string) => {
  const colours = distinct(variants.map((variant) => variant.colour))
  const sizes = distinct(variants.map((variant) => variant.size))
  const left = new Map(variants.map((variant) => [`${variant.colour} ${variant.size}`, variant.stock]))
  return {
    id,
    title,
    price,
    description: description ?? { zh: '', en: '' },
    image,
    category,
    kinds: (kinds ?? []).join(' '),
    colours,
    sizes,
    stock: colours.map((colour) => sizes.map((size) => left.get(`${colour} ${size}`) ?? 0)),
  }
}

/** Serves everything under `/demo/`; `/` leads there. */
export const serveShop = (http: HttpServer, vouching: Vouching): void => {
  const { app } = http
  const shop = () => buildDemoShop(Date.now())
  const customerOf = (id: string | undefined) => shop().customers.find(({ externalId }) => externalId === id)
  const { freeShippingFrom, shippingFee } = shop().policies
  app.get('/demo/shop.json', async () => ({
    inbox: vouching.publicKey,
    shopName: shop().name,
    categories,
    shipping: { freeFrom: freeShippingFrom, fee: shippingFee },
    customers: INTERESTING.map(({ id, about }) => ({ id, about, name: customerOf(id)?.name })),
  }))
  // The key reads everything said over that inbox: it is for this machine's terminal, not for visitors of a public demo.
  app.get('/demo/open.json', async ({ ip }) => {
    if (!LOOPBACK.test(ip)) throw problem('request.not-found')
    return vouching.open
  })
  const catalogue = listings.map(({ product, look }) => listed(product, look.category))
  app.get('/demo/products.json', async () => catalogue)
  app.get<{ Params: { file: string }; Querystring: { colour?: string } }>(
    '/demo/pictures/:file',
    async ({ params, query }, reply) => {
      const colour = COLOUR.test(query.colour ?? '') ? query.colour : undefined
      const picture = pictureOf(params.file.replace(/\.svg$/, ''), colour)
      if (picture === undefined) throw problem('request.not-found')
      return reply.type('image/svg+xml').header('cache-control', 'public, max-age=3600').send(picture)
    },
  )
  app.get<{ Querystring: { customer?: string; inbox?: string } }>('/demo/identity', async ({ query }) => {
    const customer = customerOf(query.customer)
    if (customer === undefined || query.inbox !== vouching.publicKey) throw problem('request.not-found')
    return { jwt: await vouchFor(vouching, customer) }
  })
  app.get('/demo/orders.json', async ({ headers }, reply) => {
    const customer = await vouchedFor(vouching, headers.authorization)
    if (customer === undefined) throw problem('auth.required')
    const own = shop().orders.filter(({ externalId }) => externalId === customer)
    const orders = own.toSorted((a, b) => b.placedAt.localeCompare(a.placedAt)).slice(0, MOST_ORDERS)
    void reply.header('cache-control', 'no-store')
    return { orders, coupons: shop().couponsOf(customer) }
  })
  app.get('/', async (_, reply) => reply.redirect('/demo/'))
  servePages(http, { root: join(here, 'storefront'), prefix: '/demo/', kind: 'app' })
}
