// A widget opens: check the site, join the visit to a person, hand out a token. Writes nothing.
import type { ProblemCode, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Expectation } from '@ballast/contract/routes/visits'
import type { Accounts } from './accounts.ts'
import type { OpenInbox } from './inbox-directory.ts'
import type { Identity } from './rules/identity.ts'
import { joinVisit } from './rules/join-visit.ts'
import { siteMayEmbed } from './rules/origins.ts'
import { verifyIdentity } from './verify-identity.ts'
import { contactOfExternalId, issueToken, readToken, VISITOR_TOKEN_MS, type VisitorToken } from './visitor-token.ts'

export interface VisitInput {
  readonly publicKey: string
  readonly origin: string | undefined
  readonly token?: string
  /** JWT of the shop's back end. */
  readonly identity?: string
}
export interface Visit {
  readonly token: string
  /** Epoch ms. */
  readonly expiresAt: number
  readonly contactId: Uuid
  readonly verified: boolean
  readonly open: OpenInbox
  readonly expectation: Expectation
}

const granted = <T extends object>(result: T | { readonly refused: ProblemCode }): T => {
  if ('refused' in result) throw problem(result.refused)
  return result
}

export const startVisit = async (accounts: Accounts, input: VisitInput): Promise<Visit> => {
  const open = await accounts.directory.byPublicKey(input.publicKey)
  if (open === undefined || !open.inbox.enabled) throw problem('inbox.unknown')
  if (!siteMayEmbed(open.inbox.origins, input.origin, new URL(accounts.config.publicUrl).origin))
    throw problem('inbox.origin-refused')
  const now = accounts.clock.now()
  const held = input.token === undefined ? undefined : heldBy(accounts, open.tenant, input.token)
  const check = { audience: input.publicKey, keys: open.identityKeys, now }
  const identity = input.identity === undefined ? undefined : granted(await verifyIdentity(input.identity, check))
  const signed = identity && {
    contactId: contactOfExternalId(accounts.secrets, open.tenant, identity.externalId),
    externalId: identity.externalId,
  }
  const joined = granted(joinVisit(held?.principal, signed, accounts.ids.uuid()))
  if (identity !== undefined && signed !== undefined) {
    const { contactId, formerContactId } = joined
    const former = formerContactId === undefined ? {} : { formerContactId }
    await accounts.onIdentified?.({ tenant: open.tenant, inboxId: open.inbox.id, ...identity, contactId, ...former })
  }
  const [visit, expectation] = await Promise.all([
    handOut(accounts, open, { joined, identity, held, now }),
    accounts.expectations.of(open),
  ])
  return { ...visit, expectation }
}

const heldBy = (accounts: Accounts, tenant: Uuid, text: string): VisitorToken => {
  const held = granted(readToken(accounts.secrets, text, accounts.clock.now()))
  if (held.principal.tenant !== tenant) throw problem('token.invalid')
  return held
}

const handOut = async (
  accounts: Accounts,
  open: OpenInbox,
  visit: {
    joined: { contactId: Uuid; externalId?: string }
    identity: Identity | undefined
    held: VisitorToken | undefined
    now: number
  },
): Promise<Omit<Visit, 'expectation'>> => {
  const { joined, identity, held, now } = visit
  const verified = joined.externalId !== undefined
  // Only a new signature prolongs a verified visit; a device that is merely kept open falls back to anonymous.
  const prolonged = Math.floor((now + VISITOR_TOKEN_MS) / 1000) * 1000
  const expiresAt = verified && identity === undefined && held ? held.expiresAt : prolonged
  const { contactId, externalId } = joined
  const sealedPerson = identity === undefined ? held?.sealedPerson : await sealPerson(accounts, open.tenant, identity)
  const token = issueToken(accounts.secrets, {
    principal: {
      kind: 'visitor',
      tenant: open.tenant,
      inboxId: open.inbox.id,
      contactId,
      verified,
      ...(externalId === undefined ? {} : { externalId }),
    },
    expiresAt,
    ...(sealedPerson === undefined ? {} : { sealedPerson }),
  })
  return { token, expiresAt, contactId, verified, open }
}

const sealPerson = async (accounts: Accounts, tenant: Uuid, { person }: Identity): Promise<string | undefined> => {
  if (Object.keys(person).length === 0) return undefined
  return (await accounts.secrets.sealForTenant(tenant, JSON.stringify(person))).toString('base64url')
}
