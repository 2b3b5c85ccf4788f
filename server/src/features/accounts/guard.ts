// Counts guesses at a secret. A guess is counted before it is checked, so a thousand at once are still a thousand.
import { problem } from '@ballast/contract/problems'
import type { AccountsParts } from './parts.ts'
import { ACCOUNT_LIMITS, ADDRESS_LIMITS, afterFailure, isLocked, type LockOutLimits } from './rules/lock-out.ts'
import { changeFailures, forgetFailures } from './store-sign-in.ts'

export interface Guess {
  /** The guess was right, or nothing was guessed. */
  wasRight(): Promise<void>
}

type Parts = Pick<AccountsParts, 'database' | 'secrets' | 'clock'>

/**
 * Counts one guess against an account, an address, or both.
 * @throws Problem auth.locked
 */
export const beginGuess = async (parts: Parts, about: { account?: string; address?: string }): Promise<Guess> => {
  const account = about.account === undefined ? undefined : parts.secrets.hmac('guess-account', about.account)
  const address = about.address === undefined ? undefined : parts.secrets.hmac('guess-address', about.address)
  if (address !== undefined) await count(parts, address, ADDRESS_LIMITS)
  if (account !== undefined) await count(parts, account, ACCOUNT_LIMITS)
  return {
    wasRight: async () => {
      if (account !== undefined) await forgetFailures(parts.database, account)
      if (address !== undefined) await takeBack(parts, address)
    },
  }
}

const count = async (parts: Parts, key: Buffer, limits: LockOutLimits): Promise<void> => {
  const now = parts.clock.now()
  let locked = false
  await changeFailures(parts.database, key, (state) => {
    locked = isLocked(state, now)
    return locked && state !== undefined ? state : afterFailure(state, now, limits)
  })
  if (locked) throw problem('auth.locked')
}

/** Others behind the same address may be guessing: only this one guess is taken back. */
const takeBack = (parts: Parts, key: Buffer): Promise<void> =>
  changeFailures(parts.database, key, (state) => ({
    failures: Math.max(0, (state?.failures ?? 0) - 1),
    lastAt: state?.lastAt ?? parts.clock.now(),
    lockedUntil: null,
  }))
