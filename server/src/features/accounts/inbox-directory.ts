// Inboxes as other parts need them: by the public key of a script tag, by id, with settings and secrets opened.
// Remembered, because every message of the shop asks for the same one: until a change is heard of, at most ten seconds.
import type { Principal, Uuid } from '@ballast/contract'
import { createCache } from './cache.ts'
import type { AccountsParts } from './parts.ts'
import { seesInbox } from './rules/visible-inboxes.ts'
import { type InboxRow, listIdentityKeys, listInboxes, readInbox } from './store-inboxes.ts'
import { inboxOfPublicKey } from './store-sign-in.ts'

export type Inbox = Omit<InboxRow, 'settingsSealed'>
/** An inbox with what only the server may see. */
export interface OpenInbox {
  readonly tenant: Uuid
  readonly inbox: Inbox
  readonly settings: Readonly<Record<string, unknown>>
  /** Newest first. */
  readonly identityKeys: readonly { readonly keyId: string; readonly secret: string }[]
}

export interface InboxDirectory {
  /** Switched-off inboxes are found too: the caller decides what that means. */
  byPublicKey(publicKey: string): Promise<OpenInbox | undefined>
  byId(tenant: Uuid, inboxId: Uuid): Promise<OpenInbox | undefined>
  list(tenant: Uuid): Promise<readonly Inbox[]>
  /** Ids of the inboxes the caller may see. */
  visible(principal: Principal): Promise<Uuid[]>
  forget(): void
}

const TTL_MS = 10_000

type Parts = Pick<AccountsParts, 'database' | 'clock' | 'secrets'>

export const createInboxDirectory = (parts: Parts): InboxDirectory => {
  const open = createCache<OpenInbox | 'none'>(parts.clock, { ttlMs: TTL_MS, limit: 5_000 })
  const lists = createCache<readonly Inbox[]>(parts.clock, { ttlMs: TTL_MS, limit: 5_000 })
  const remembered = async (key: string, read: () => Promise<OpenInbox | undefined>) => {
    const known = open.get(key)
    if (known !== undefined) return known === 'none' ? undefined : known
    const remember = open.open(key)
    const found = await read()
    remember(found ?? 'none')
    return found
  }
  const list = async (tenant: Uuid): Promise<readonly Inbox[]> => {
    const known = lists.get(tenant)
    if (known !== undefined) return known
    const remember = lists.open(tenant)
    const rows = await parts.database.as(tenant, (tx) => listInboxes(tx, tenant))
    const inboxes = rows.map(withoutSettings)
    remember(inboxes)
    return inboxes
  }
  return {
    byPublicKey: (publicKey) =>
      remembered(`key ${publicKey}`, async () => {
        const found = await inboxOfPublicKey(parts.database, publicKey)
        return found && openInbox(parts, found.tenant, found.id)
      }),
    byId: (tenant, inboxId) => remembered(`id ${tenant} ${inboxId}`, () => openInbox(parts, tenant, inboxId)),
    list,
    visible: async (principal) => {
      if (principal.kind === 'anyone') return []
      const inboxes = await list(principal.tenant)
      return inboxes.filter((inbox) => seesInbox(principal, inbox)).map((inbox) => inbox.id)
    },
    forget: () => {
      open.clear()
      lists.clear()
    },
  }
}

export const withoutSettings = ({ settingsSealed, ...inbox }: InboxRow): Inbox => inbox

const openInbox = async (parts: Parts, tenant: Uuid, inboxId: Uuid): Promise<OpenInbox | undefined> => {
  const found = await parts.database.as(tenant, async (tx) => {
    const inbox = await readInbox(tx, tenant, inboxId)
    return inbox && { inbox, keys: await listIdentityKeys(tx, tenant, inboxId) }
  })
  if (found === undefined) return undefined
  const unseal = (sealed: Buffer) => parts.secrets.openForTenant(tenant, sealed)
  const { settingsSealed } = found.inbox
  const settings = settingsSealed === null ? {} : JSON.parse(await unseal(settingsSealed))
  const identityKeys = await Promise.all(
    found.keys.map(async ({ keyId, sealed }) => ({ keyId, secret: await unseal(sealed) })),
  )
  return { tenant, inbox: withoutSettings(found.inbox), settings, identityKeys }
}
