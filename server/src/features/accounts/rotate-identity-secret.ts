// A new secret for the shop's back end to sign customers' identity with. The one before stays valid until the next turn.
import { randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { newFact } from './parts.ts'
import { addIdentityKey, lockInbox } from './store-inboxes.ts'

export const rotateIdentitySecret = async (
  accounts: Accounts,
  tenant: Uuid,
  inboxId: Uuid,
): Promise<{ secret: string; keyId: string }> => {
  const secret = randomBytes(32).toString('base64url')
  const keyId = randomBytes(6).toString('hex')
  const sealed = await accounts.secrets.sealForTenant(tenant, secret)
  await accounts.database.as(tenant, async (tx) => {
    if ((await lockInbox(tx, tenant, inboxId)) === undefined) throw problem('inbox.unknown')
    await addIdentityKey(tx, { tenant, inboxId, at: accounts.clock.now() }, { keyId, sealed })
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'inbox.changed', subject: inboxId, data: { inboxId } })])
  })
  accounts.directory.forget()
  return { secret, keyId }
}
