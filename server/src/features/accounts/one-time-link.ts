// A one-time sign-in link: 32 random bytes, stored as a hash, in the fragment so that no server logs it.
import { randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Tx } from '../../platform/database/open.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { type AccountsParts, newFact } from './parts.ts'
import { hashOf } from './principals.ts'
import { insertLink, tenantOfStaff } from './store-sign-in.ts'
import { readStaff } from './store-staff.ts'

export const LINK_MS = 15 * 60_000
/** An invitation is passed on by hand and the account behind it is still empty. */
export const INVITATION_MS = 24 * 3_600_000

export interface LinkOwner {
  readonly tenant: Uuid
  readonly staffId: Uuid
  /** How long the link works, ms. */
  readonly forMs: number
}

/** Part of the caller's transaction. Returns the address to hand to the colleague. */
export const makeLink = async (parts: AccountsParts, tx: Tx, owner: LinkOwner): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const now = parts.clock.now()
  await insertLink(tx, {
    tenant: owner.tenant,
    hash: hashOf(token),
    staffId: owner.staffId,
    now,
    expiresAt: now + owner.forMs,
  })
  return new URL(`/desk/#link=${token}`, parts.config.publicUrl).href
}

/**
 * For the operator's own terminal: no caller's rights are checked.
 * @throws Problem staff.not-found
 */
export const oneTimeLink = async (parts: AccountsParts, staffId: Uuid, forMs: number = LINK_MS): Promise<string> => {
  const found = await tenantOfStaff(parts.database, staffId)
  if (found === undefined) throw problem('staff.not-found')
  const { tenant } = found
  return parts.database.as(tenant, async (tx) => {
    const staff = await readStaff(tx, tenant, staffId)
    if (staff === undefined || !staff.active) throw problem('staff.not-found')
    await appendFacts(tx, [newFact(parts, { tenant, type: 'staff.link-made', subject: staffId, data: { staffId } })])
    return makeLink(parts, tx, { tenant, staffId, forMs })
  })
}
