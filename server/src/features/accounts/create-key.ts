// Creates an API key: a random secret shown once and kept as a hash.
import { randomBytes } from 'node:crypto'
import type { Permission, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { type Member, newFact } from './parts.ts'
import { hashOf, KEY_MARK } from './principals.ts'
import { holdsAll } from './rules/authorise.ts'
import { insertKey } from './store-keys.ts'

export interface NewKey {
  readonly name: string
  readonly permissions: readonly Permission[]
  /** Epoch ms. */
  readonly expiresAt?: number
}

/** Only a person makes keys, and only keys that can do no more than the person. */
export const createKey = async (
  accounts: Accounts,
  by: Member,
  input: NewKey,
): Promise<{ id: Uuid; secret: string }> => {
  if (by.kind !== 'staff' || !holdsAll(by, input.permissions)) throw problem('auth.forbidden')
  const now = accounts.clock.now()
  if (input.expiresAt !== undefined && !(input.expiresAt > now))
    throw problem('request.invalid', { path: '/expiresAt', detail: 'The key would have expired already.' })
  const { tenant, staffId } = by
  const id = accounts.ids.uuid()
  const secret = `${KEY_MARK}${randomBytes(32).toString('base64url')}`
  await accounts.database.as(tenant, async (tx) => {
    await insertKey(tx, tenant, {
      id,
      name: input.name,
      prefix: secret.slice(0, KEY_MARK.length + 6),
      hash: hashOf(secret),
      permissions: [...new Set(input.permissions)],
      createdAt: new Date(now),
      expiresAt: input.expiresAt === undefined ? null : new Date(input.expiresAt),
    })
    const data = { keyId: id, byStaffId: staffId }
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'key.created', subject: id, data })])
  })
  return { id, secret }
}
