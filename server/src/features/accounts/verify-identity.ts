// Checks the short-lived JWT with which a shop's back end vouches for its customer. Only HS256, only our audience.
import type { ProblemCode } from '@ballast/contract'
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { CLOCK_SKEW_SECONDS, type Identity, readIdentity } from './rules/identity.ts'

export interface IdentityCheck {
  /** Whom the token must be meant for: the inbox's public key. */
  readonly audience: string
  readonly keys: readonly { readonly keyId: string; readonly secret: string }[]
  readonly now: number
}

type Refused = { readonly refused: ProblemCode }

export const verifyIdentity = async (jwt: string, check: IdentityCheck): Promise<Identity | Refused> => {
  const keyId = keyIdOf(jwt)
  if (keyId === 'unreadable') return { refused: 'token.invalid' }
  // Without `kid` every key of the inbox is tried: there are two at most.
  const keys = keyId.name === undefined ? check.keys : check.keys.filter((key) => key.keyId === keyId.name)
  let verdict: Refused = { refused: 'token.invalid' }
  for (const key of keys) {
    const result = await verifyWith(jwt, key.secret, check)
    if ('claims' in result) return readIdentity(result.claims, check.now)
    if (result.refused === 'token.expired') verdict = result
  }
  return verdict
}

const keyIdOf = (jwt: string): { name: string | undefined } | 'unreadable' => {
  try {
    return { name: decodeProtectedHeader(jwt).kid }
  } catch {
    return 'unreadable'
  }
}

const verifyWith = async (
  jwt: string,
  secret: string,
  check: IdentityCheck,
): Promise<{ claims: JWTPayload } | Refused> => {
  try {
    const { payload } = await jwtVerify(jwt, Buffer.from(secret), {
      algorithms: ['HS256'],
      audience: check.audience,
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: new Date(check.now),
      requiredClaims: ['sub', 'aud', 'exp'],
    })
    return { claims: payload }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { refused: 'token.expired' }
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { refused: 'token.invalid' }
    throw error
  }
}
