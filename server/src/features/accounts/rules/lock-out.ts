// Repeated failures lock an account or an address out for a while, longer each time.
export interface Failures {
  readonly failures: number
  /** Epoch ms of the last failure. */
  readonly lastAt: number
  readonly lockedUntil: number | null
}
export interface LockOutLimits {
  /** Failures before the first lock. */
  readonly allowed: number
  /** A quiet time after which failures are forgotten, ms. */
  readonly forgetMs: number
  /** The first lock, ms; it doubles with each further failure. */
  readonly firstLockMs: number
  readonly longestLockMs: number
}

/** Per account. Ten guesses, then a minute, two, four … at most an hour. */
export const ACCOUNT_LIMITS: LockOutLimits = {
  allowed: 10,
  forgetMs: 24 * 3_600_000,
  firstLockMs: 60_000,
  longestLockMs: 3_600_000,
}
/** Per network address: an office behind one address mistypes too, so it gets more. */
export const ADDRESS_LIMITS: LockOutLimits = {
  allowed: 50,
  forgetMs: 3_600_000,
  firstLockMs: 60_000,
  longestLockMs: 900_000,
}

export const isLocked = (state: Failures | undefined, now: number): boolean =>
  state?.lockedUntil != null && state.lockedUntil > now

export const afterFailure = (state: Failures | undefined, now: number, limits: LockOutLimits): Failures => {
  const remembered = state !== undefined && now - state.lastAt < limits.forgetMs ? state.failures : 0
  const failures = remembered + 1
  if (failures < limits.allowed) return { failures, lastAt: now, lockedUntil: null }
  const doublings = Math.min(failures - limits.allowed, 20)
  const lockMs = Math.min(limits.firstLockMs * 2 ** doublings, limits.longestLockMs)
  return { failures, lastAt: now, lockedUntil: now + lockMs }
}
