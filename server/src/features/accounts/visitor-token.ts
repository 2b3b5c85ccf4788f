// The visitor token: who a widget is, signed by us and kept by the browser. No row exists for it.
// `base64url(JSON [version, tenant, inbox, contact, expires in seconds, external id or 0, sealed person or 0]).mac`
import { timingSafeEqual } from 'node:crypto'
import type { Principal, ProblemCode, Uuid } from '@ballast/contract'
import type { Secrets } from '../../platform/secrets/secrets.ts'

export const VISITOR_TOKEN_MS = 30 * 24 * 3_600_000
const VERSION = 1
const LONGEST = 4096

export type VisitorPrincipal = Extract<Principal, { kind: 'visitor' }>
export interface VisitorToken {
  readonly principal: VisitorPrincipal
  /** Epoch ms. */
  readonly expiresAt: number
  /** The person's name, phone… as signed by the shop, sealed under the tenant's key; base64url. */
  readonly sealedPerson?: string
}

type Signer = Pick<Secrets, 'hmac'>

export const issueToken = (signer: Signer, token: VisitorToken): string => {
  const { principal } = token
  const fields = [
    VERSION,
    principal.tenant,
    principal.inboxId,
    principal.contactId,
    Math.floor(token.expiresAt / 1000),
    principal.externalId ?? 0,
    token.sealedPerson ?? 0,
  ]
  const body = Buffer.from(JSON.stringify(fields)).toString('base64url')
  return `${body}.${macOf(signer, body).toString('base64url')}`
}

/** A few microseconds, no I/O. */
export const readToken = (
  signer: Signer,
  text: string,
  now: number,
): VisitorToken | { readonly refused: ProblemCode } => {
  const [body, mac, ...more] = text.split('.')
  if (text.length > LONGEST || !body || !mac || more.length > 0) return { refused: 'token.invalid' }
  const given = Buffer.from(mac, 'base64url')
  const right = macOf(signer, body)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { refused: 'token.invalid' }
  const fields = JSON.parse(Buffer.from(body, 'base64url').toString()) as Fields
  if (fields[0] !== VERSION) return { refused: 'token.invalid' }
  const token = fromFields(fields)
  return token.expiresAt > now ? token : { refused: 'token.expired' }
}

type Fields = [version: number, Uuid, Uuid, Uuid, expires: number, externalId: string | 0, person: string | 0]

const fromFields = ([, tenant, inboxId, contactId, expires, externalId, person]: Fields): VisitorToken => ({
  principal: {
    kind: 'visitor',
    tenant,
    inboxId,
    contactId,
    verified: externalId !== 0,
    ...(externalId === 0 ? {} : { externalId }),
  },
  expiresAt: expires * 1000,
  ...(person === 0 ? {} : { sealedPerson: person }),
})

const macOf = (signer: Signer, body: string): Buffer => signer.hmac('visitor-token', body)

/** Two devices of one customer meet at the same contact without asking the database. */
export const contactOfExternalId = (signer: Signer, tenant: Uuid, externalId: string): Uuid => {
  const bytes = signer.hmac('contact-of-external-id', JSON.stringify([tenant, externalId])).subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
