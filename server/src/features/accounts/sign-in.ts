// Sign-in by e-mail and password, with the code of the second factor when there is one.

import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { beginGuess } from './guard.ts'
import { newFact } from './parts.ts'
import type { SignedIn } from './sessions.ts'
import { emailIndexOf } from './staff-view.ts'
import { type Found, staffOfEmail, useCodeOnce } from './store-sign-in.ts'

export interface SignInInput {
  readonly email: string
  readonly password: string
  readonly code?: string
  /** The caller's network address, as guesses are counted. */
  readonly address: string
}
export interface SignInResult {
  readonly staffId: Uuid
  readonly cookies: readonly string[]
}

export const signIn = async (accounts: Accounts, input: SignInInput): Promise<SignInResult> => {
  const emailIndex = emailIndexOf(accounts, input.email)
  const guess = await beginGuess(accounts, { account: emailIndex.toString('hex'), address: input.address })
  const candidates = await staffOfEmail(accounts.database, emailIndex)
  const { found, result } = await tryEach(accounts, candidates, input)
  if (result.outcome === 'open' && found !== undefined) {
    await guess.wasRight()
    await recordSignIn(accounts, found, input.code === undefined ? 'password' : 'second-factor')
    return { staffId: found.id, cookies: result.cookies }
  }
  if (result.outcome === 'code-needed') await guess.wasRight()
  if (result.outcome === 'code-needed') throw problem('auth.second-factor')
  if (result.outcome === 'code-wrong') throw problem('auth.second-factor', { detail: 'The code is wrong or was used.' })
  throw problem(result.outcome === 'locked' ? 'auth.locked' : 'auth.invalid')
}

/** One address may belong to colleagues of several workspaces; the password tells which. None: as slow as a wrong one. */
const tryEach = async (
  accounts: Accounts,
  candidates: readonly Found[],
  input: SignInInput,
): Promise<{ found?: Found; result: SignedIn }> => {
  const proof = { password: input.password, ...(input.code === undefined ? {} : { code: input.code }) }
  for (const found of candidates) {
    const result = await accounts.sessions.signIn(found.id, proof, (code) => spendCode(accounts, found.id, code))
    if (result.outcome !== 'wrong') return { found, result }
  }
  if (candidates.length > 0) return { result: { outcome: 'wrong' } }
  return { result: await accounts.sessions.signIn(accounts.ids.uuid(), proof, async () => false) }
}

/** A code works once: who looks over a shoulder cannot use it again within its half minute. */
export const spendCode = (accounts: Accounts, staffId: Uuid, code: string): Promise<boolean> =>
  useCodeOnce(accounts.database, accounts.secrets.hmac('used-code', `${staffId} ${code}`), accounts.clock.now())

const recordSignIn = (accounts: Accounts, { tenant, id }: Found, method: 'password' | 'second-factor') =>
  accounts.database.as(tenant, (tx) =>
    appendFacts(tx, [
      newFact(accounts, { tenant, type: 'staff.signed-in', subject: id, data: { staffId: id, method } }),
    ]),
  )
