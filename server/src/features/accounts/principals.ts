// Who a session cookie or an API key stands for, remembered for two seconds and forgotten at once on a change here.
// Another node learns of a change within those two seconds.
import { createHash } from 'node:crypto'
import type { Principal, Uuid } from '@ballast/contract'
import type { Database } from '../../platform/database/open.ts'
import { createCache } from './cache.ts'
import type { AccountsParts } from './parts.ts'
import type { Sessions } from './sessions.ts'
import { readKey, touchKey } from './store-keys.ts'
import { keyOfHash, tenantOfStaff } from './store-sign-in.ts'
import { readStaff } from './store-staff.ts'

export type StaffPrincipal = Extract<Principal, { kind: 'staff' }>
export type KeyPrincipal = Extract<Principal, { kind: 'key' }>

export interface Principals {
  /** `cookies`: Set-Cookie lines when the session was prolonged. */
  ofCookie(cookie: string | undefined): Promise<{ principal: StaffPrincipal; cookies: readonly string[] } | undefined>
  ofKey(secret: string): Promise<KeyPrincipal | undefined>
  forget(): void
}

export const KEY_MARK = 'blst_'
const TTL_MS = 2_000
/** Set over https alone, the prefixed name cannot be planted by a page of plain http. */
const sessionCookie = (publicUrl: string): RegExp =>
  publicUrl.startsWith('https://')
    ? /(?:^|;\s*)(__Secure-ballast\.session_token=[^;]+)/
    : /(?:^|;\s*)(ballast\.session_token=[^;]+)/

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const createPrincipals = (
  parts: Pick<AccountsParts, 'database' | 'clock' | 'config'> & { sessions: Sessions },
): Principals => {
  const pattern = sessionCookie(parts.config.publicUrl)
  const staff = createCache<StaffPrincipal>(parts.clock, { ttlMs: TTL_MS, limit: 10_000 })
  const keys = createCache<{ principal: KeyPrincipal; expiresAt: number }>(parts.clock, {
    ttlMs: TTL_MS,
    limit: 10_000,
  })
  return {
    ofCookie: async (header) => {
      const cookie = header === undefined ? undefined : pattern.exec(header)?.[1]
      if (cookie === undefined) return undefined
      const known = staff.get(cookie)
      if (known !== undefined) return { principal: known, cookies: [] }
      const remember = staff.open(cookie)
      const session = await parts.sessions.read(cookie)
      const principal = session && (await staffPrincipal(parts.database, session.staffId, session.sessionId))
      if (principal === undefined) return undefined
      remember(principal)
      return { principal, cookies: session?.cookies ?? [] }
    },
    ofKey: async (secret) => {
      const hash = hashOf(secret)
      const name = hash.toString('base64url')
      const known = keys.get(name)
      if (known !== undefined && known.expiresAt > parts.clock.now()) return known.principal
      const remember = keys.open(name)
      const found = await keyPrincipal(parts.database, hash, parts.clock.now())
      if (found !== undefined) remember(found)
      return found?.principal
    },
    forget: () => {
      staff.clear()
      keys.clear()
    },
  }
}

const staffPrincipal = async (database: Database, staffId: Uuid, sessionId: string) => {
  const found = await tenantOfStaff(database, staffId)
  if (found === undefined) return undefined
  const row = await database.as(found.tenant, (tx) => readStaff(tx, found.tenant, staffId))
  if (row === undefined || !row.active) return undefined
  const { name, role, teamIds } = row
  return { kind: 'staff', tenant: found.tenant, staffId, name, role, teamIds, sessionId } as const
}

const keyPrincipal = async (database: Database, hash: Buffer, now: number) => {
  const found = await keyOfHash(database, hash)
  if (found === undefined) return undefined
  const { tenant, id } = found
  return database.as(tenant, async (tx) => {
    const row = await readKey(tx, tenant, id)
    const expiresAt = row?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
    if (row === undefined || row.revokedAt !== null || expiresAt <= now) return undefined
    await touchKey(tx, tenant, { id, at: now })
    return { principal: { kind: 'key', tenant, keyId: id, permissions: row.permissions } as const, expiresAt }
  })
}
