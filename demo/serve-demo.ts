// The demo shop inside a running server: fills a workspace once, serves the storefront, vouches for demo customers.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problem } from '@ballast/contract/problems'
import { SignJWT } from 'jose'
import type { BallastServer } from '../server/src/build-server.ts'
import { demoCommerce } from '../server/src/features/commerce/index.ts'
import { importEntries } from '../server/src/features/knowledge/index.ts'
import type { Clock } from '../server/src/platform/clock.ts'
import { servePages } from '../server/src/platform/http/static-pages.ts'
import { buildDemoShop, pictureOf } from './shop/index.ts'
import { readyEntries } from './shop/ready-entries.ts'

const here = dirname(fileURLToPath(import.meta.url))
const DAY_MS = 86_400_000
const LOOPBACK = /^(::ffff:)?127\.|^::1$/

/** Kept with the keys, readable by its owner only: what a backup with them restores is this same shop again. */
interface Kept {
  readonly tenant: string
  readonly ownerId: string
  readonly inboxId: string
  readonly publicKey: string
  readonly keyId: string
  readonly secret: string
  /** An entry of the shop's own; made when it is first missing. */
  readonly open?: { readonly publicKey: string; readonly apiKey: string }
}

export interface DemoParts {
  readonly server: BallastServer
  readonly dataDir: string
  readonly say: (text: string) => void
}

export const commerceOf = (clock: Clock, sign: (text: string) => string) =>
  demoCommerce({ shop: buildDemoShop, clock, sign })

const fill = async ({ server, say }: DemoParts): Promise<Kept> => {
  const { accounts } = server
  const shop = buildDemoShop(Date.now())
  say('Filling the demo shop…')
  const [owner, ...others] = shop.staff
  const { tenant, ownerId } = await accounts.createTenant({ name: `${shop.name.zh} ${shop.name.en}`, owner })
  for (const colleague of others) await accounts.invite(tenant, { ...colleague, teamIds: [] })
  const inbox = await accounts.createInbox(tenant, {
    name: 'Ridgeline 山脊线运动',
    channel: 'web',
    locale: 'zh-CN',
  })
  const { keyId, secret } = await accounts.rotateIdentitySecret(tenant, inbox.id)
  return { tenant, ownerId, inboxId: inbox.id, publicKey: inbox.publicKey, keyId, secret }
}

const withOpenInbox = async ({ server }: DemoParts, kept: Kept): Promise<Kept> => {
  if (kept.open !== undefined && (await server.accounts.inboxes.byPublicKey(kept.open.publicKey)) !== undefined)
    return kept
  const apiKey = `demo_${randomBytes(24).toString('base64url')}`
  const { publicKey } = await server.accounts.createInbox(kept.tenant, {
    name: 'Terminal 终端',
    channel: 'open',
    locale: 'zh-CN',
    settings: { apiKey, customerIds: true },
  })
  return { ...kept, open: { publicKey, apiKey } }
}

const keptOrFilled = async (parts: DemoParts): Promise<Kept> => {
  const secrets = join(parts.dataDir, 'secrets')
  const file = join(secrets, 'demo.json')
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
    // The file may be older than the database beside it.
    if ((await parts.server.accounts.inboxes.byId(kept.tenant, kept.inboxId)) !== undefined) return kept
  }
  const kept = await fill(parts)
  mkdirSync(secrets, { recursive: true, mode: 0o700 })
  // Renamed into place: half a file would keep every later start from working.
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return kept
}

/** What the shop's own back end does: says who is signed in, for ten minutes. */
const vouchFor = (kept: Kept, customer: { externalId: string; name: string; phone: string; level: string | null }) =>
  new SignJWT({ name: customer.name, phone: customer.phone, ...(customer.level ? { level: customer.level } : {}) })
    .setProtectedHeader({ alg: 'HS256', kid: kept.keyId })
    .setSubject(customer.externalId)
    .setAudience(kept.publicKey)
    .setIssuedAt()
    .setExpirationTime('9m')
    .sign(new TextEncoder().encode(kept.secret))

const serveShop = ({ server: { http } }: DemoParts, kept: Kept): void => {
  const { app } = http
  const shop = buildDemoShop(Date.now())
  app.get('/demo/shop.json', async () => ({
    inbox: kept.publicKey,
    shopName: shop.name,
    customers: shop.customers.map(({ externalId, name, level }) => ({ id: externalId, name, level })),
  }))
  // The key reads everything said over that inbox: it is for this machine's terminal, not for visitors of a public demo.
  app.get('/demo/open.json', async ({ ip }) => {
    if (!LOOPBACK.test(ip)) throw problem('request.not-found')
    return kept.open
  })
  app.get('/demo/products.json', async () =>
    shop.products.map(({ id, title, price, variants, description }) => ({
      id,
      title,
      price,
      description: description ?? { zh: '', en: '' },
      image: `/demo/pictures/${id}.svg`,
      stock: variants.reduce((sum, variant) => sum + variant.stock, 0),
    })),
  )
  app.get<{ Params: { file: string } }>('/demo/pictures/:file', async ({ params }, reply) => {
    const picture = pictureOf(params.file.replace(/\.svg$/, ''))
    if (picture === undefined) throw problem('request.not-found')
    return reply.type('image/svg+xml').header('cache-control', 'public, max-age=3600').send(picture)
  })
  app.get<{ Querystring: { customer?: string; inbox?: string } }>('/demo/identity', async ({ query }) => {
    const customer = shop.customers.find(({ externalId }) => externalId === query.customer)
    if (customer === undefined || query.inbox !== kept.publicKey) throw problem('request.not-found')
    return { jwt: await vouchFor(kept, customer) }
  })
  app.get('/', async (_, reply) => reply.redirect('/demo/'))
  servePages(http, { root: join(here, 'storefront'), prefix: '/demo/', kind: 'app' })
}

/** Fills the demo once, serves the storefront at `/`. `deskLink` makes a new sign-in link for the owner. */
export const openDemoShop = async (
  parts: DemoParts,
): Promise<{ tenant: string; publicKey: string; deskLink(): Promise<string> }> => {
  const filled = await keptOrFilled(parts)
  const kept = await withOpenInbox(parts, filled)
  if (kept !== filled) writeFileSync(join(parts.dataDir, 'demo.json'), JSON.stringify(kept), { mode: 0o600 })
  await importEntries(parts.server.knowledge, kept.tenant, readyEntries(buildDemoShop(Date.now()).knowledge))
  serveShop(parts, kept)
  return {
    tenant: kept.tenant,
    publicKey: kept.publicKey,
    deskLink: () => parts.server.accounts.oneTimeLink(kept.ownerId, DAY_MS),
  }
}
