// The demo shop inside a running server: fills a workspace once, serves the storefront, vouches for demo customers.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Principal } from '@ballast/contract'
import type { BallastServer } from '../server/src/build-server.ts'
import { saveCannedReply } from '../server/src/features/canned/index.ts'
import { demoCommerce } from '../server/src/features/commerce/index.ts'
import { importEntries } from '../server/src/features/knowledge/index.ts'
import type { Clock } from '../server/src/platform/clock.ts'
import { serveShop } from './serve-shop.ts'
import { cannedReplies } from './shop/canned-replies.ts'
import { buildDemoShop } from './shop/index.ts'
import { readyEntries } from './shop/ready-entries.ts'

const DAY_MS = 86_400_000
/** Each import is one transaction; this many keep it well under a second. */
const ENTRIES_AT_ONCE = 80

/** Kept with the keys, readable by its owner only: what a backup with them restores is this same shop again. */
interface Kept {
  readonly tenant: string
  readonly ownerId: string
  readonly inboxId: string
  readonly publicKey: string
  readonly keyId: string
  readonly secret: string
  /** Digest of the entries that were imported last: a start with the same ones has nothing to do. */
  readonly imported?: string
  /** Canned replies were written once; what the shop's people make of them is theirs. */
  readonly replies?: true
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

const fileOf = (dataDir: string): string => join(dataDir, 'secrets', 'demo.json')

/** Renamed into place: half a file would keep every later start from working. */
const keep = (dataDir: string, kept: Kept): void => {
  const file = fileOf(dataDir)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const keptOrFilled = async (parts: DemoParts): Promise<Kept> => {
  const file = fileOf(parts.dataDir)
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
    // The file may be older than the database beside it.
    if ((await parts.server.accounts.inboxes.byId(kept.tenant, kept.inboxId)) !== undefined) return kept
  }
  const kept = await fill(parts)
  keep(parts.dataDir, kept)
  return kept
}

/** Puts the shop's knowledge in, unless these very entries were put in by an earlier start. */
const bringKnowledge = async ({ server }: DemoParts, kept: Kept): Promise<Kept> => {
  const entries = readyEntries(buildDemoShop(Date.now()).knowledge)
  const imported = createHash('sha256').update(JSON.stringify(entries)).digest('hex')
  if (kept.imported === imported) return kept
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
    await importEntries(server.knowledge, kept.tenant, entries.slice(from, from + ENTRIES_AT_ONCE))
  }
  return { ...kept, imported }
}

/** Writes the agents' canned replies, once. What an interrupted start wrote already stays as it is. */
const bringReplies = async ({ server }: DemoParts, kept: Kept): Promise<Kept> => {
  if (kept.replies) return kept
  const { tenant } = kept
  const house: Principal = { kind: 'key', tenant, keyId: tenant, permissions: ['canned-replies.manage'] }
  const drafts = cannedReplies.flatMap(({ zh, en }) => [
    { ...zh, locale: 'zh-CN', shared: true },
    { ...en, locale: 'en', shared: true },
  ])
  for (const draft of drafts)
    await saveCannedReply(server.canned, house, { replyId: server.canned.ids.uuid(), draft }).catch((error) => {
      if (error?.code !== 'canned-reply.shortcut-taken') throw error
    })
  return { ...kept, replies: true }
}

/** Fills the demo once, serves the storefront at `/`. `deskLink` makes a new sign-in link for the owner. */
export const openDemoShop = async (
  parts: DemoParts,
): Promise<{ tenant: string; publicKey: string; deskLink(): Promise<string> }> => {
  const filled = await keptOrFilled(parts)
  const opened = await withOpenInbox(parts, filled)
  const kept = await bringReplies(parts, await bringKnowledge(parts, opened))
  if (kept !== filled) keep(parts.dataDir, kept)
  serveShop(parts.server.http, kept)
  return {
    tenant: kept.tenant,
    publicKey: kept.publicKey,
    deskLink: () => parts.server.accounts.oneTimeLink(kept.ownerId, DAY_MS),
  }
}
