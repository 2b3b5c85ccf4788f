// Begins a time-based second factor: the address for an authenticator app, and codes for the day the phone is lost.
import { problem } from '@ballast/contract/problems'
import type { Accounts } from './accounts.ts'
import { beginGuess } from './guard.ts'
import type { StaffPrincipal } from './principals.ts'
import { readStaff } from './store-staff.ts'

const LONGEST_LABEL = 200

export const beginSecondFactor = async (
  accounts: Accounts,
  by: StaffPrincipal,
  input: { cookie: string; password: string },
): Promise<{ uri: string; backupCodes: string[] }> => {
  const { tenant, staffId } = by
  const guess = await beginGuess(accounts, { account: staffId })
  const begun = await accounts.sessions.beginSecondFactor(input.cookie, input.password)
  if (begun === undefined) throw problem('auth.invalid')
  await guess.wasRight()
  const staff = await accounts.database.as(tenant, (tx) => readStaff(tx, tenant, staffId))
  const email = staff && (await accounts.secrets.openForTenant(tenant, staff.emailSealed))
  return { uri: labelled(begun.uri, email ?? 'staff'), backupCodes: begun.backupCodes }
}

/** The library only knows a colleague's id; the app should show an address the colleague recognises. */
const labelled = (uri: string, email: string): string => {
  const label = encodeURIComponent(email)
  return `otpauth://totp/Ballast:${label.length > LONGEST_LABEL ? 'staff' : label}?${uri.slice(uri.indexOf('?') + 1)}`
}
