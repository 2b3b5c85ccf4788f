// Help of a product by QR code: a code names a product and the inbox its chat comes in by; `/h/<code>` is its page.
import { Type } from 'typebox'
import { ProductCard } from '../parts.ts'
import { Closed, Instant, SafeUrl, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

/** Letters and digits nobody mixes up when they read them aloud. */
export const CODE_PATTERN = '^[2-9a-hjkmnp-tv-z]{8}$'
const Code = Type.String({ pattern: CODE_PATTERN })
const Count = Type.Integer({ minimum: 0 })
const ProductId = Text(64, { minLength: 1 })

export const HelpCode = Closed({
  code: Code,
  productId: ProductId,
  title: Text(200, { description: 'As the shop calls the product now, or called it when the code was made.' }),
  image: Type.Optional(SafeUrl),
  inShop: Type.Boolean({ description: 'The shop still knows the product; its help stays either way.' }),
  inboxId: Uuid,
  on: Type.Boolean(),
  url: Type.String({ description: 'What the QR code says.' }),
  createdAt: Instant,
  entries: Type.Integer({ minimum: 0, description: 'Published entries about this product.' }),
  scans: Type.Integer({ minimum: 0, description: 'The page was opened; last 30 days, as the others.' }),
  questions: Type.Integer({ minimum: 0, description: 'Something was typed on the page.' }),
  unknown: Type.Integer({ minimum: 0, description: 'Of them, those the page had no answer to.' }),
})

const one = { params: Closed({ code: Code }), problems: ['help.not-found'] } as const

export const listHelpCodes = route({
  name: 'listHelpCodes',
  method: 'GET',
  path: '/api/help/codes',
  tag: 'Product help',
  summary: 'Codes of product help, newest first; at most 500 a page.',
  access: 'knowledge.read',
  query: Closed({
    search: Type.Optional(Text(200)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  }),
  reply: Closed({ codes: Type.Array(HelpCode), total: Count }),
  problems: ['commerce.unavailable'],
})
export const makeHelpCodes = route({
  name: 'makeHelpCodes',
  method: 'POST',
  path: '/api/help/codes',
  tag: 'Product help',
  summary: 'Make codes for products. One that has a code in this inbox keeps it, turned on again.',
  access: 'knowledge.write',
  body: Closed({
    inboxId: Uuid,
    productIds: Type.Array(ProductId, { minItems: 1, maxItems: 100, uniqueItems: true }),
    locale: Type.Optional(Text(35, { description: 'Language the names are kept in.' })),
  }),
  reply: Closed({ codes: Type.Array(HelpCode) }),
  problems: ['product.not-found', 'inbox.unknown', 'commerce.unavailable'],
})
export const switchHelpCode = route({
  name: 'switchHelpCode',
  method: 'PATCH',
  path: '/api/help/codes/:code',
  tag: 'Product help',
  summary: 'Turn a code off, or on again: who scans one that is off is told so.',
  access: 'knowledge.write',
  ...one,
  body: Closed({ on: Type.Boolean() }),
  reply: Closed({ code: HelpCode }),
  problems: ['help.not-found', 'commerce.unavailable'],
})
export const searchHelpProducts = route({
  name: 'searchHelpProducts',
  method: 'GET',
  path: '/api/help/products',
  tag: 'Product help',
  summary: 'Products of the shop that a text names, or that has this very id.',
  access: 'knowledge.read',
  query: Closed({ search: Text(200, { minLength: 1 }), locale: Type.Optional(Text(35)) }),
  reply: Closed({ products: Type.Array(ProductCard) }),
  problems: ['commerce.unavailable'],
})
export const readHelpPicture = route({
  name: 'readHelpPicture',
  method: 'GET',
  path: '/api/help/codes/:code/qr',
  tag: 'Product help',
  summary: 'The QR code as a picture: SVG, or PNG of 16 pixels a module.',
  access: 'knowledge.read',
  ...one,
  bytes: 'reply',
  query: Closed({ as: Type.Optional(Type.Union([Type.Literal('svg'), Type.Literal('png')])) }),
  reply: Type.Unknown({ description: 'The picture.' }),
})
export const printHelpCodes = route({
  name: 'printHelpCodes',
  method: 'GET',
  path: '/api/help/sheet',
  tag: 'Product help',
  summary: 'A page of labels to print: QR code, name and address of each product.',
  access: 'knowledge.read',
  bytes: 'reply',
  query: Closed({
    codes: Text(1000, { minLength: 8, description: 'Codes, a comma between; at most 100.' }),
    copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: 'Of each; default 1.' })),
    locale: Type.Optional(Text(35)),
  }),
  reply: Type.Unknown({ description: 'HTML.' }),
  problems: ['help.not-found', 'commerce.unavailable'],
})
