// Creates a team.
import type { Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { byWhom, type Member, newFact } from './parts.ts'
import { insertTeam, type TeamRow } from './store-staff.ts'

export const createTeam = async (accounts: Accounts, by: Member, name: string): Promise<TeamRow> => {
  const { tenant } = by
  const id: Uuid = accounts.ids.uuid()
  await accounts.database.as(tenant, async (tx) => {
    await insertTeam(tx, { tenant, id, name })
    const data = { teamId: id, ...byWhom(by) }
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'team.created', subject: id, data })])
  })
  return { id, name }
}
