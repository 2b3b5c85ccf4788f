import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createBoundedCache } from './bounded-cache.ts'
import { SealBroken } from './cipher.ts'
import { loadRootKey } from './root-key.ts'
import { createSecrets, type TenantKeyStore } from './secrets.ts'

const ONE = '019a0000-0000-7000-8000-000000000001'
const TWO = '019a0000-0000-7000-8000-000000000002'

const memoryStore = () => {
  const kept = new Map<string, Buffer>()
  const store: TenantKeyStore = {
    readTenantKey: async (tenant) => kept.get(tenant),
    writeTenantKey: async (tenant, wrapped) => {
      await new Promise((done) => setImmediate(done))
      if (!kept.has(tenant)) kept.set(tenant, wrapped)
    },
  }
  return { store, kept }
}
const rootKey = randomBytes(32)
const create = (store = memoryStore().store, key = rootKey) => createSecrets({ rootKey: key, store })
const personOf = async (secrets = create(), tenant = ONE) => {
  const { wrapped } = await secrets.newPersonKey(tenant)
  return secrets.openPersonKey(tenant, wrapped)
}

describe('person keys', () => {
  it('open what they sealed, whatever the text', async () => {
    const key = await personOf()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, context) => {
        expect(key.open(key.seal(text, context), context)).toBe(text)
      }),
    )
  })

  it('refuse anything changed, cut or sealed for another context', async () => {
    const key = await personOf()
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, change) => {
        const sealed = key.seal(text, 'message')
        const changed = Buffer.from(sealed)
        const place = at % sealed.length
        changed[place] = (changed[place] ?? 0) ^ change
        expect(() => key.open(changed, 'message')).toThrow(SealBroken)
        expect(() => key.open(sealed.subarray(0, at % sealed.length), 'message')).toThrow(SealBroken)
        expect(() => key.open(sealed, 'phone')).toThrow(SealBroken)
      }),
    )
  })

  it('never seal the same text to the same bytes', async () => {
    const key = await personOf()
    const sealed = Array.from({ length: 2_000 }, () => key.seal('好', 'message').toString('hex'))
    expect(new Set(sealed).size).toBe(2_000)
  })

  it('of one person do not open another’s, nor does another tenant open the key', async () => {
    const secrets = create()
    const [a, b] = [await personOf(secrets), await personOf(secrets)]
    expect(() => b.open(a.seal('x', 'message'), 'message')).toThrow(SealBroken)
    const { wrapped } = await secrets.newPersonKey(ONE)
    await expect(secrets.openPersonKey(TWO, wrapped)).rejects.toThrow(SealBroken)
  })
})

describe('tenant keys', () => {
  it('are made once, however many ask at once and in however many processes', async () => {
    const { store, kept } = memoryStore()
    const [here, there] = [create(store), create(store)]
    const wrapped = await Promise.all([here, here, there, there].map((secrets) => secrets.newPersonKey(ONE)))
    expect(kept.size).toBe(1)
    for (const each of wrapped)
      for (const secrets of [here, there, create(store)])
        expect(await secrets.openPersonKey(ONE, each.wrapped)).toHaveProperty('seal')
  })

  it('seal credentials for one tenant only, and nothing opens with another root key', async () => {
    const { store } = memoryStore()
    const sealed = await create(store).sealForTenant(ONE, 'token-密钥')
    expect(await create(store).openForTenant(ONE, sealed)).toBe('token-密钥')
    await expect(create(store).openForTenant(TWO, sealed)).rejects.toThrow(SealBroken)
    await expect(create(store, randomBytes(32)).openForTenant(ONE, sealed)).rejects.toThrow(SealBroken)
  })
})

describe('hmac', () => {
  it('differs by purpose, data and root key, and is the same elsewhere', () => {
    const secrets = create()
    const mac = secrets.hmac('visitor', 'data')
    expect(mac).toHaveLength(32)
    expect(create().hmac('visitor', 'data').equals(mac)).toBe(true)
    for (const other of [
      secrets.hmac('blind', 'data'),
      secrets.hmac('visitor', 'date'),
      create(undefined, randomBytes(32)).hmac('visitor', 'data'),
    ])
      expect(other.equals(mac)).toBe(false)
  })
})

describe('bounded cache', () => {
  it('forgets what was unused longest', () => {
    const cache = createBoundedCache<number>(2)
    cache.set('a', 1)
    cache.set('b', 2)
    cache.get('a')
    cache.set('c', 3)
    expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([1, undefined, 3, 2])
  })
})

describe('root key', () => {
  const folders: string[] = []
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'root-key-'))
    folders.push(made)
    return made
  }
  afterEach(() => {
    for (const made of folders.splice(0)) rmSync(made, { recursive: true })
  })

  it('is made once, for its owner only, and nothing else is left beside it', () => {
    const dataDir = folder()
    const first = loadRootKey({ configured: undefined, dataDir })
    expect(first).toHaveLength(32)
    expect(loadRootKey({ configured: undefined, dataDir }).equals(first)).toBe(true)
    expect(statSync(join(dataDir, 'secrets', 'root.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(dataDir, 'secrets'))).toEqual(['root.key'])
  })

  it('comes from the configuration when given, and no file is made', () => {
    const dataDir = folder()
    const configured = rootKey.toString('base64')
    expect(loadRootKey({ configured, dataDir }).equals(rootKey)).toBe(true)
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('that is damaged stops the start instead of being replaced', () => {
    const dataDir = folder()
    loadRootKey({ configured: undefined, dataDir })
    const file = join(dataDir, 'secrets', 'root.key')
    writeFileSync(file, 'short')
    expect(() => loadRootKey({ configured: undefined, dataDir })).toThrow('not 32 bytes')
    expect(readFileSync(file, 'utf8')).toBe('short')
  })
})
