// The gate: who is asking, and may they. HTTP routes, socket handshakes and hello frames all pass here.
import type { IncomingHttpHeaders } from 'node:http'
import type { Access, Principal } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { FastifyRequest } from 'fastify'
import { isOurOrigin } from '../../platform/http/refuse-cross-site.ts'
import type { Gate } from '../../platform/http/serve.ts'
import type { Accounts } from './accounts.ts'
import { KEY_MARK } from './principals.ts'
import { authorise } from './rules/authorise.ts'
import { readToken, type VisitorPrincipal } from './visitor-token.ts'

export interface UpgradeRequest {
  readonly headers: IncomingHttpHeaders
}

export interface AccountsGate extends Gate {
  /**
   * Who opens a socket. A visitor may come without a token (`anyone`) and show it in the first frame.
   * @throws Problem auth.*, token.*
   */
  principalOfUpgrade(request: UpgradeRequest, kind: 'visitor' | 'staff'): Promise<Principal>
  /** Set-Cookie lines that prolong the session this request was admitted by. */
  renewalOf(request: FastifyRequest): readonly string[]
}

type Caller = { readonly principal: Principal; readonly cookies: readonly string[] }

export const createGate = (accounts: Accounts): AccountsGate => {
  const renewals = new WeakMap<FastifyRequest, readonly string[]>()
  return {
    admit: async (access, request) => {
      const { principal, cookies } = await callerOf(accounts, access, request.headers)
      const refusal = authorise(principal, access)
      if (refusal !== undefined) throw problem(refusal.refused)
      if (cookies.length > 0) renewals.set(request, cookies)
      return principal
    },
    renewalOf: (request) => renewals.get(request) ?? [],
    principalOfUpgrade: async ({ headers }, kind) => {
      if (kind === 'visitor')
        return headers.authorization === undefined ? { kind: 'anyone' } : visitorOf(accounts, headers)
      const { principal } = await memberOf(accounts, headers)
      if (principal.kind === 'anyone') throw problem('auth.required')
      // Browsers let any site open a socket here with our cookie, and no preflight stops them.
      if (principal.kind === 'staff' && !isOurOrigin(headers.origin, headers.host, accounts.config.publicUrl))
        throw problem('auth.forbidden', { detail: 'The socket was opened by another site.' })
      return principal
    },
  }
}

const callerOf = async (accounts: Accounts, access: Access, headers: IncomingHttpHeaders): Promise<Caller> => {
  if (access === 'public') return { principal: { kind: 'anyone' }, cookies: [] }
  if (access === 'visitor') return { principal: visitorOf(accounts, headers), cookies: [] }
  return memberOf(accounts, headers)
}

const visitorOf = (accounts: Accounts, headers: IncomingHttpHeaders): VisitorPrincipal => {
  const token = /^(?:visitor|bearer) (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (token === undefined) throw problem('auth.required')
  const read = readToken(accounts.secrets, token, accounts.clock.now())
  if ('refused' in read) throw problem(read.refused)
  return read.principal
}

const memberOf = async (accounts: Accounts, headers: IncomingHttpHeaders): Promise<Caller> => {
  if (headers.authorization !== undefined) {
    const secret = /^bearer (\S+)$/i.exec(headers.authorization)?.[1]
    // A visitor's token, or anything else that is not a key, never falls back to the cookie beside it.
    if (secret === undefined || !secret.startsWith(KEY_MARK)) throw problem('auth.invalid')
    const principal = await accounts.principals.ofKey(secret)
    if (principal === undefined) throw problem('auth.invalid')
    return { principal, cookies: [] }
  }
  return (await accounts.principals.ofCookie(headers.cookie)) ?? { principal: { kind: 'anyone' }, cookies: [] }
}
