// Changes a colleague's role, teams or name, or switches their access off: then every session ends at once.
import type { FactType, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Tx } from '../../platform/database/open.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { byWhom, type Member, newFact } from './parts.ts'
import { decideStaffChange, type StaffChange, type StaffEffect } from './rules/staff-changes.ts'
import { type StaffView, viewStaff } from './staff-view.ts'
import { closeLinks } from './store-sign-in.ts'
import {
  allTeamsExist,
  lockOwners,
  lockStaff,
  markFactorRemoved,
  readStaff,
  setStaffTeams,
  updateStaff,
} from './store-staff.ts'

export const changeStaff = async (
  accounts: Accounts,
  by: Member,
  input: { staffId: Uuid; change: StaffChange },
): Promise<StaffView> => {
  const { tenant } = by
  const { row, effects } = await accounts.database.as(tenant, (tx) => commitChange(accounts, tx, { by, ...input }))
  if (effects.includes('factor-removed')) await accounts.sessions.removeSecondFactor(input.staffId)
  if (effects.includes('removed')) await accounts.sessions.endAll(input.staffId)
  accounts.principals.forget()
  return viewStaff(accounts, tenant, row)
}

const commitChange = async (
  accounts: Accounts,
  tx: Tx,
  { by, staffId, change }: { by: Member; staffId: Uuid; change: StaffChange },
) => {
  const { tenant } = by
  const owners = await lockOwners(tx, tenant)
  const state = await lockStaff(tx, tenant, staffId)
  if (state === undefined) throw problem('staff.not-found')
  const otherOwners = owners.filter((owner) => owner !== staffId).length
  const decision = decideStaffChange(state, change, { principal: by, otherOwners })
  if ('refused' in decision) throw problem(decision.refused)
  if (!(await allTeamsExist(tx, tenant, change.teamIds ?? []))) throw problem('team.not-found')
  const next = {
    name: change.name ?? state.name,
    role: change.role ?? state.role,
    active: change.active ?? state.active,
  }
  await updateStaff(tx, { tenant, id: staffId }, next)
  if (change.teamIds !== undefined) await setStaffTeams(tx, { tenant, id: staffId }, change.teamIds)
  if (decision.effects.includes('factor-removed')) await markFactorRemoved(tx, { tenant, id: staffId })
  if (decision.effects.includes('removed')) await closeLinks(tx, tenant, staffId)
  await appendFacts(
    tx,
    decision.effects.map((effect) => factOf(accounts, effect, { by, staffId, role: next.role })),
  )
  return { row: (await readStaff(tx, tenant, staffId))!, effects: decision.effects }
}

const FACT_OF = {
  'role-changed': 'staff.role-changed',
  removed: 'staff.removed',
  restored: 'staff.role-changed',
  'factor-removed': 'staff.changed',
  changed: 'staff.changed',
} as const satisfies Record<StaffEffect, FactType>

const factOf = (
  accounts: Accounts,
  effect: StaffEffect,
  { by, staffId, role }: { by: Member; staffId: Uuid; role: StaffView['role'] },
) => {
  const about = { tenant: by.tenant, subject: staffId }
  const data = { staffId, ...byWhom(by) }
  const type = FACT_OF[effect]
  if (type === 'staff.role-changed') return newFact(accounts, { ...about, type, data: { ...data, role } })
  return newFact(accounts, { ...about, type, data })
}
