// Brings a colleague in: a row, their teams, and the link with which they sign in for the first time.
import type { Role, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { INVITATION_MS, makeLink } from './one-time-link.ts'
import { byWhom, type Member, newFact } from './parts.ts'
import { mayGrant } from './rules/staff-changes.ts'
import { emailIndexOf, normaliseEmail, type StaffView, viewStaff } from './staff-view.ts'
import { allTeamsExist, insertStaff, readStaff, setStaffTeams } from './store-staff.ts'

export interface Invitation {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly teamIds?: readonly Uuid[]
}

export const inviteStaff = async (
  accounts: Accounts,
  by: Member,
  invitation: Invitation,
): Promise<{ staff: StaffView; link: string }> => {
  if (!mayGrant(by, invitation.role)) throw problem('auth.forbidden')
  if (!/^\S+@\S+$/.test(normaliseEmail(invitation.email))) throw problem('request.invalid', { path: '/email' })
  const { tenant } = by
  const id = accounts.ids.uuid()
  const emailSealed = await accounts.secrets.sealForTenant(tenant, invitation.email.trim())
  const { name, role, teamIds = [] } = invitation
  const emailIndex = emailIndexOf(accounts, invitation.email)
  const { row, link } = await accounts.database.as(tenant, async (tx) => {
    if (!(await allTeamsExist(tx, tenant, teamIds))) throw problem('team.not-found')
    const isNew = await insertStaff(tx, { tenant, id, name, emailSealed, emailIndex, role })
    if (!isNew) throw problem('staff.exists')
    await setStaffTeams(tx, { tenant, id }, teamIds)
    const data = { staffId: id, role, ...byWhom(by) }
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'staff.invited', subject: id, data })])
    const invitationLink = await makeLink(accounts, tx, { tenant, staffId: id, forMs: INVITATION_MS })
    return { row: await readStaff(tx, tenant, id), link: invitationLink }
  })
  return { staff: await viewStaff(accounts, tenant, row!), link }
}
