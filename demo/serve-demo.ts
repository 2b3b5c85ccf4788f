// The demo shop inside a running server: fills a workspace once, serves the storefront, vouches for demo customers.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BallastServer } from '../server/src/build-server.ts'
import { demoCommerce } from '../server/src/features/commerce/index.ts'
import { importEntries } from '../server/src/features/knowledge/index.ts'
import type { Clock } from '../server/src/platform/clock.ts'
import { serveShop } from './serve-shop.ts'
import { buildDemoShop } from './shop/index.ts'
import { readyEntries } from './shop/ready-entries.ts'

const DAY_MS = 86_400_000
/** Each import is one transaction; this many keep it well under a second. */
const ENTRIES_AT_ONCE = 80

/** Kept beside the data, readable by its owner only: the demo's own back end would keep the secret the same way. */
interface Kept {
  readonly tenant: string
  readonly ownerId: string
  readonly inboxId: string
  readonly publicKey: string
  readonly keyId: string
  readonly secret: string
  /** Digest of the entries that were imported last: a start with the same ones has nothing to do. */
  readonly imported?: string
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

const keptOrFilled = async (parts: DemoParts): Promise<Kept> => {
  const file = join(parts.dataDir, 'demo.json')
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
    // The file may be older than the database beside it.
    if ((await parts.server.accounts.inboxes.byId(kept.tenant, kept.inboxId)) !== undefined) return kept
  }
  const kept = await fill(parts)
  writeFileSync(file, JSON.stringify(kept), { mode: 0o600 })
  return kept
}

/** Puts the shop's knowledge in, unless these very entries were put in by an earlier start. */
const bringKnowledge = async ({ server, dataDir }: DemoParts, kept: Kept): Promise<void> => {
  const entries = readyEntries(buildDemoShop(Date.now()).knowledge)
  const imported = createHash('sha256').update(JSON.stringify(entries)).digest('hex')
  if (kept.imported === imported) return
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
    await importEntries(server.knowledge, kept.tenant, entries.slice(from, from + ENTRIES_AT_ONCE))
  }
  writeFileSync(join(dataDir, 'demo.json'), JSON.stringify({ ...kept, imported }), { mode: 0o600 })
}

/** Fills the demo once, serves the storefront at `/`. `deskLink` makes a new sign-in link for the owner. */
export const openDemoShop = async (
  parts: DemoParts,
): Promise<{ tenant: string; publicKey: string; deskLink(): Promise<string> }> => {
  const kept = await keptOrFilled(parts)
  await bringKnowledge(parts, kept)
  serveShop(parts.server.http, kept)
  return {
    tenant: kept.tenant,
    publicKey: kept.publicKey,
    deskLink: () => parts.server.accounts.oneTimeLink(kept.ownerId, DAY_MS),
  }
}
