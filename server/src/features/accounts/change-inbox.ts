// Changes an inbox.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { checkHours } from './check-hours.ts'
import { checkOrigins } from './check-origins.ts'
import { type Inbox, withoutSettings } from './inbox-directory.ts'
import { newFact } from './parts.ts'
import { lockInbox, updateInbox } from './store-inboxes.ts'
import { allTeamsExist } from './store-staff.ts'

export type InboxChange = Partial<
  Pick<Inbox, 'name' | 'locale' | 'botName' | 'origins' | 'teamIds' | 'enabled' | 'look' | 'hours'>
>

export const changeInbox = async (
  accounts: Accounts,
  tenant: Uuid,
  { inboxId, change }: { inboxId: Uuid; change: InboxChange },
): Promise<Inbox> => {
  checkOrigins(change.origins)
  checkHours(change.hours)
  const inbox = await accounts.database.as(tenant, async (tx) => {
    const row = await lockInbox(tx, tenant, inboxId)
    if (row === undefined) throw problem('inbox.unknown')
    if (!(await allTeamsExist(tx, tenant, change.teamIds ?? []))) throw problem('team.not-found')
    const next = { ...row, ...change }
    await updateInbox(tx, tenant, next)
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'inbox.changed', subject: inboxId, data: { inboxId } })])
    return withoutSettings(next)
  })
  accounts.directory.forget()
  accounts.expectations.forget()
  return inbox
}
