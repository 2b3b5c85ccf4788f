// What the shop's signed identity must say, once its signature has been checked.
import type { ProblemCode } from '@ballast/contract'

/** Longest life of a signed identity, seconds: it is a hand-over, not a session. */
export const MAX_IDENTITY_SECONDS = 600
/** How far the shop's clock and ours may differ, seconds. */
export const CLOCK_SKEW_SECONDS = 60

export interface Person {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  readonly level?: string
  readonly locale?: string
}
export interface Identity {
  /** The shop's own id of this customer. */
  readonly externalId: string
  readonly person: Person
}

const LIMITS = { name: 120, email: 320, phone: 40, level: 64, locale: 35 } as const

/** Text the database can hold: no U+0000, no half of a surrogate pair. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed()

/** `claims` have passed signature, audience and expiry. Wrongly typed or overlong fields refuse the whole identity. */
export const readIdentity = (
  claims: Readonly<Record<string, unknown>>,
  nowMs: number,
): Identity | { readonly refused: ProblemCode } => {
  const now = nowMs / 1000
  const { sub, exp, iat } = claims
  if (!isText(sub) || sub.length === 0 || sub.length > 128) return { refused: 'token.invalid' }
  if (typeof exp !== 'number' || exp - now > MAX_IDENTITY_SECONDS + CLOCK_SKEW_SECONDS)
    return { refused: 'token.invalid' }
  if (
    iat !== undefined &&
    (typeof iat !== 'number' || iat > now + CLOCK_SKEW_SECONDS || exp - iat > MAX_IDENTITY_SECONDS)
  )
    return { refused: 'token.invalid' }
  const person: { -readonly [K in keyof Person]: string } = {}
  for (const [field, limit] of Object.entries(LIMITS) as [keyof Person, number][]) {
    const value = claims[field]
    if (value === undefined || value === null) continue
    if (!isText(value) || value.length > limit) return { refused: 'token.invalid' }
    person[field] = value
  }
  return { externalId: sub, person }
}
