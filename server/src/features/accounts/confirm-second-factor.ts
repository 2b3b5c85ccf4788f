// Confirms the second factor with its first code; from then on every sign-in asks for one.
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { beginGuess } from './guard.ts'
import { newFact } from './parts.ts'
import type { StaffPrincipal } from './principals.ts'
import { markSecured } from './store-staff.ts'

export const confirmSecondFactor = async (
  accounts: Accounts,
  by: StaffPrincipal,
  input: { cookie: string; code: string },
): Promise<readonly string[]> => {
  const { tenant, staffId } = by
  const guess = await beginGuess(accounts, { account: staffId })
  const cookies = await accounts.sessions.confirmSecondFactor(input.cookie, input.code)
  if (cookies === undefined) throw problem('auth.invalid')
  await guess.wasRight()
  await accounts.database.as(tenant, async (tx) => {
    await markSecured(tx, { tenant, id: staffId }, 'second-factor')
    const data = { staffId, what: 'second-factor' } as const
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'staff.secured', subject: staffId, data })])
  })
  accounts.principals.forget()
  return cookies
}
