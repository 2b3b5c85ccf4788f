// Revokes an API key at once.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { type Member, newFact } from './parts.ts'
import { revokeKey as markRevoked } from './store-keys.ts'

export const revokeKey = async (accounts: Accounts, by: Member, keyId: Uuid): Promise<void> => {
  if (by.kind !== 'staff') throw problem('auth.forbidden')
  const { tenant, staffId } = by
  await accounts.database.as(tenant, async (tx) => {
    if (!(await markRevoked(tx, tenant, { id: keyId, at: accounts.clock.now() }))) throw problem('key.not-found')
    const data = { keyId, byStaffId: staffId }
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'key.revoked', subject: keyId, data })])
  })
  accounts.principals.forget()
}
