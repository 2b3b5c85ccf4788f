// Sign-in by a one-time link. The link is spent in one statement; a second factor is still asked for.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { beginGuess } from './guard.ts'
import { newFact } from './parts.ts'
import { hashOf } from './principals.ts'
import { asCookieHeader } from './sessions.ts'
import { spendCode } from './sign-in.ts'
import { consumeLink, type Found, linkIsOpen, staffOfLink } from './store-sign-in.ts'
import { readStaff, type StaffRow } from './store-staff.ts'

export interface LinkSignIn {
  readonly token: string
  readonly code?: string
  readonly address: string
}
export interface LinkSignedIn {
  readonly staffId: Uuid
  readonly needsPassword: boolean
  readonly cookies: readonly string[]
}

export const signInByLink = async (accounts: Accounts, input: LinkSignIn): Promise<LinkSignedIn> => {
  const guess = await beginGuess(accounts, { address: input.address })
  const hash = hashOf(input.token)
  const found = await staffOfLink(accounts.database, hash)
  const staff = found && (await ownerOfOpenLink(accounts, found, hash))
  if (found === undefined || staff === undefined) throw problem('auth.invalid')
  await guess.wasRight()
  const hasFactor = await accounts.sessions.hasSecondFactor(found.id)
  if (hasFactor && input.code === undefined) throw problem('auth.second-factor')
  const cookies = await accounts.sessions.openByLink(found.id)
  try {
    if (hasFactor) await proveCode(accounts, { staffId: found.id, code: input.code ?? '', cookies })
    await spendLink(accounts, found, hash)
  } catch (error) {
    await accounts.sessions.signOut(asCookieHeader(cookies))
    throw error
  }
  return { staffId: found.id, needsPassword: !staff.hasPassword, cookies }
}

const ownerOfOpenLink = (accounts: Accounts, found: Found, hash: Buffer): Promise<StaffRow | undefined> =>
  accounts.database.as(found.tenant, async (tx) => {
    if (!(await linkIsOpen(tx, found.tenant, { hash, now: accounts.clock.now() }))) return undefined
    const staff = await readStaff(tx, found.tenant, found.id)
    return staff?.active ? staff : undefined
  })

const proveCode = async (
  accounts: Accounts,
  proof: { staffId: Uuid; code: string; cookies: readonly string[] },
): Promise<void> => {
  const guess = await beginGuess(accounts, { account: proof.staffId })
  const isRight =
    (await spendCode(accounts, proof.staffId, proof.code)) &&
    (await accounts.sessions.checkCode(proof.cookies, proof.code))
  if (!isRight) throw problem('auth.second-factor', { detail: 'The code is wrong or was used.' })
  await guess.wasRight()
}

const spendLink = (accounts: Accounts, { tenant, id }: Found, hash: Buffer): Promise<void> =>
  accounts.database.as(tenant, async (tx) => {
    if (!(await consumeLink(tx, tenant, { hash, now: accounts.clock.now() }))) throw problem('auth.invalid')
    const data = { staffId: id, method: 'link' } as const
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'staff.signed-in', subject: id, data })])
  })
