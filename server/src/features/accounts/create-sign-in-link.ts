// A new sign-in link for a colleague who lost the invitation or the password.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { INVITATION_MS, LINK_MS, makeLink } from './one-time-link.ts'
import { byWhom, type Member, newFact } from './parts.ts'
import { mayGrant } from './rules/staff-changes.ts'
import { readStaff } from './store-staff.ts'

/** A link is access as that colleague, so it asks for all of their rights. */
export const createSignInLink = (accounts: Accounts, by: Member, staffId: Uuid): Promise<string> =>
  accounts.database.as(by.tenant, async (tx) => {
    const { tenant } = by
    const staff = await readStaff(tx, tenant, staffId)
    if (staff === undefined || !staff.active) throw problem('staff.not-found')
    if (!mayGrant(by, staff.role)) throw problem('auth.forbidden')
    const data = { staffId, ...byWhom(by) }
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'staff.link-made', subject: staffId, data })])
    return makeLink(accounts, tx, { tenant, staffId, forMs: staff.hasPassword ? LINK_MS : INVITATION_MS })
  })
