// The workspace itself: its name, whether its first steps are done, and how far they have come.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { byWhom, type Member, newFact } from './parts.ts'
import { countStaff, countWebInboxes, lockTenant, readTenant, type TenantRow, updateTenant } from './store-tenants.ts'

export interface Workspace extends TenantRow {
  readonly webInboxes: number
  readonly staff: number
  readonly entries: number
  readonly conversations: number
}

export const readWorkspace = async (accounts: Accounts, tenant: Uuid): Promise<Workspace> => {
  const [own, entries, conversations] = await Promise.all([
    accounts.database.as(tenant, async (tx) => ({
      tenant: await readTenant(tx, tenant),
      webInboxes: await countWebInboxes(tx, tenant),
      staff: await countStaff(tx, tenant),
    })),
    accounts.counts.entries(tenant),
    accounts.counts.conversations(tenant),
  ])
  if (own.tenant === undefined) throw problem('tenant.unknown')
  return { ...own.tenant, webInboxes: own.webInboxes, staff: own.staff, entries, conversations }
}

export interface WorkspaceChange {
  readonly name?: string
  readonly setUp?: boolean
}

/** Sessions read the name with every look at themselves: a new one is seen at once. A change to what is already so is none. */
export const changeWorkspace = async (
  accounts: Accounts,
  by: Member,
  change: WorkspaceChange,
): Promise<{ name: string; setUp: boolean }> => {
  const { tenant } = by
  const asked = change.name?.trim()
  if (asked === '') throw problem('request.invalid', { path: '/name' })
  return accounts.database.as(tenant, async (tx) => {
    const before = await lockTenant(tx, tenant)
    if (before === undefined) throw problem('tenant.unknown')
    const next = { name: asked ?? before.name, setUp: change.setUp ?? before.setUp }
    if (next.name === before.name && next.setUp === before.setUp) return next
    await updateTenant(tx, tenant, next)
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'tenant.changed', subject: tenant, data: byWhom(by) })])
    return next
  })
}
