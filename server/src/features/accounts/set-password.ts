// Sets or changes one's own password; other devices are signed out.
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { beginGuess } from './guard.ts'
import { newFact } from './parts.ts'
import type { StaffPrincipal } from './principals.ts'
import { markSecured } from './store-staff.ts'

export const setPassword = async (
  accounts: Accounts,
  by: StaffPrincipal,
  change: { cookie: string; current?: string; next: string },
): Promise<readonly string[]> => {
  const { tenant, staffId } = by
  const guess = change.current === undefined ? undefined : await beginGuess(accounts, { account: staffId })
  const { cookie, current, next } = change
  const cookies = await accounts.sessions.setPassword(cookie, current === undefined ? { next } : { current, next })
  if (cookies === undefined) throw problem('auth.invalid')
  await guess?.wasRight()
  await accounts.database.as(tenant, async (tx) => {
    await markSecured(tx, { tenant, id: staffId }, 'password')
    const data = { staffId, what: 'password' } as const
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'staff.secured', subject: staffId, data })])
  })
  accounts.principals.forget()
  return cookies
}
