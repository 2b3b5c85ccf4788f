// Keys in three layers: the root key wraps a key for each tenant, which wraps a key for each person. Erasing a person's
// wrapped key makes everything sealed under it unreadable, in backups too.
import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { createBoundedCache } from './bounded-cache.ts'
import { openBytes, SealBroken, sealBytes } from './cipher.ts'

export interface PersonKey {
  /** `context` says what the text is (`message`, `phone`); it must be the same when opening. */
  seal(text: string, context: string): Buffer
  /** @throws SealBroken */
  open(sealed: Buffer, context: string): string
}

export interface Secrets {
  /** A new person key wrapped by the tenant's key: what contacts.person_key stores. */
  newPersonKey(tenant: Uuid): Promise<{ wrapped: Buffer }>
  /** Cached. @throws SealBroken for another tenant's key. */
  openPersonKey(tenant: Uuid, wrapped: Buffer): Promise<PersonKey>
  /** After erasure: this process forgets the opened key at once. */
  forgetPersonKey(tenant: Uuid, wrapped: Buffer): void
  /** Texts that belong to the tenant rather than a person: channel credentials. */
  sealForTenant(tenant: Uuid, text: string): Promise<Buffer>
  openForTenant(tenant: Uuid, sealed: Buffer): Promise<string>
  /** HMAC-SHA-256 under a key of its own for each purpose, derived from the root key. 32 bytes. */
  hmac(purpose: string, data: string): Buffer
}

export interface TenantKeyStore {
  readTenantKey(tenant: Uuid): Promise<Buffer | undefined>
  /** Keeps the first key written: a second one, written at the same time elsewhere, is ignored. */
  writeTenantKey(tenant: Uuid, wrapped: Buffer): Promise<void>
}

export interface SecretsParts {
  /** 32 bytes, from `loadRootKey`. */
  readonly rootKey: Buffer
  readonly store: TenantKeyStore
  /** Opened person keys kept in memory, ~0.5 kB each. Default 20,000. */
  readonly cachedPersons?: number
  /** Opened tenant keys kept in memory. Default 2,000. */
  readonly cachedTenants?: number
}

const KEY_BYTES = 32

const derive = (rootKey: Buffer, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', rootKey, '', `ballast ${purpose}`, KEY_BYTES)))

const createPersonKey = (key: KeyObject): PersonKey => ({
  seal: (text, context) => sealBytes(key, text, Buffer.from(context)),
  open: (sealed, context) => openBytes(key, sealed, Buffer.from(context)).toString('utf8'),
})

/** Reads or makes the key of a tenant; calls at the same time share one attempt. */
const createTenantKeys = (parts: SecretsParts) => {
  const wrapping = derive(parts.rootKey, 'tenant keys')
  const opened = createBoundedCache<KeyObject>(parts.cachedTenants ?? 2_000)
  const running = new Map<Uuid, Promise<KeyObject>>()
  const load = async (tenant: Uuid): Promise<KeyObject> => {
    const context = Buffer.from(`tenant key ${tenant}`)
    let wrapped = await parts.store.readTenantKey(tenant)
    if (wrapped === undefined) {
      await parts.store.writeTenantKey(tenant, sealBytes(wrapping, randomBytes(KEY_BYTES), context))
      // Read back: another process may have written first, and its key is the one that counts.
      wrapped = await parts.store.readTenantKey(tenant)
      if (wrapped === undefined) throw new Error(`The key of tenant ${tenant} was not kept.`)
    }
    const key = createSecretKey(openBytes(wrapping, wrapped, context))
    opened.set(tenant, key)
    return key
  }
  return async (tenant: Uuid): Promise<KeyObject> => {
    const known = opened.get(tenant)
    if (known) return known
    const attempt = running.get(tenant) ?? load(tenant).finally(() => running.delete(tenant))
    running.set(tenant, attempt)
    return attempt
  }
}

export const createSecrets = (parts: SecretsParts): Secrets => {
  const tenantKey = createTenantKeys(parts)
  const persons = createBoundedCache<PersonKey>(parts.cachedPersons ?? 20_000)
  const purposes = new Map<string, KeyObject>()
  const personContext = (tenant: Uuid) => Buffer.from(`person key ${tenant}`)
  const textContext = (tenant: Uuid) => Buffer.from(`tenant text ${tenant}`)
  const cacheKey = (tenant: Uuid, wrapped: Buffer) => tenant + wrapped.toString('latin1')
  return {
    newPersonKey: async (tenant) => ({
      wrapped: sealBytes(await tenantKey(tenant), randomBytes(KEY_BYTES), personContext(tenant)),
    }),
    openPersonKey: async (tenant, wrapped) => {
      const id = cacheKey(tenant, wrapped)
      const known = persons.get(id)
      if (known) return known
      const plain = openBytes(await tenantKey(tenant), wrapped, personContext(tenant))
      if (plain.length !== KEY_BYTES) throw new SealBroken()
      const key = createPersonKey(createSecretKey(plain))
      persons.set(id, key)
      return key
    },
    forgetPersonKey: (tenant, wrapped) => persons.delete(cacheKey(tenant, wrapped)),
    sealForTenant: async (tenant, text) => sealBytes(await tenantKey(tenant), text, textContext(tenant)),
    openForTenant: async (tenant, sealed) =>
      openBytes(await tenantKey(tenant), sealed, textContext(tenant)).toString('utf8'),
    hmac: (purpose, data) => {
      // Purposes are words in our code, so this map stays small.
      const key = purposes.get(purpose) ?? derive(parts.rootKey, `hmac ${purpose}`)
      purposes.set(purpose, key)
      return createHmac('sha256', key).update(data).digest()
    },
  }
}
