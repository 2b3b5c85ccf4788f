// Accounts' routes: each reads as who, what, reply. Admission and schema checks happened before.
import type { Principal } from '@ballast/contract'
import * as contract from '@ballast/contract/routes/accounts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressKey } from '../../platform/http/address-key.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Accounts } from './accounts.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import type { AccountsGate } from './gate.ts'
import { asMember } from './parts.ts'
import type { StaffPrincipal } from './principals.ts'
import { serveInboxRoutes } from './routes-inboxes.ts'
import { serveStaffRoutes } from './routes-staff.ts'
import { serveWorkspaceRoutes } from './routes-workspace.ts'
import { permissionsOf } from './rules/authorise.ts'
import { setPassword } from './set-password.ts'
import { signIn } from './sign-in.ts'
import { signInByLink } from './sign-in-by-link.ts'
import { viewStaff } from './staff-view.ts'
import { readStaff } from './store-staff.ts'
import { readTenant } from './store-tenants.ts'

export const registerAccountsRoutes = (http: HttpServer, gate: AccountsGate, accounts: Accounts): void => {
  // Whichever request prolongs a session also prolongs the browser's cookie, unless the route set one itself.
  http.app.addHook('onSend', async (request, reply) => {
    if (reply.getHeader('set-cookie') === undefined) addCookies(reply, gate.renewalOf(request))
  })
  serveSessionRoutes(http, gate, accounts)
  servePasswordRoutes(http, gate, accounts)
  serveStaffRoutes(http, gate, accounts)
  serveInboxRoutes(http, gate, accounts)
  serveWorkspaceRoutes(http, gate, accounts)
}

const addCookies = (reply: FastifyReply, cookies: readonly string[]): void => {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
}

const cookieOf = (request: FastifyRequest): string => request.headers.cookie ?? ''

/** Routes with access `staff` are only ever reached by a colleague. */
const asStaff = (principal: Principal): StaffPrincipal => {
  if (asMember(principal).kind === 'staff') return principal as StaffPrincipal
  throw new Error('a route for colleagues was reached by an API key')
}

const serveSessionRoutes = (http: HttpServer, gate: AccountsGate, accounts: Accounts): void => {
  serve(http, gate, contract.readSession, async ({ principal }) => {
    const by = asStaff(principal)
    const { staff, tenant } = await accounts.database.as(by.tenant, async (tx) => ({
      staff: (await readStaff(tx, by.tenant, by.staffId))!,
      tenant: (await readTenant(tx, by.tenant))!,
    }))
    const { id, name } = tenant
    const view = await viewStaff(accounts, by.tenant, staff)
    return { staff: view, tenant: { id, name }, permissions: permissionsOf(by.role) }
  })
  serve(http, gate, contract.signIn, async ({ body, request, reply }) => {
    const { staffId, cookies } = await signIn(accounts, { ...body, address: addressKey(request.ip) })
    addCookies(reply, cookies)
    return { staffId }
  })
  serve(http, gate, contract.signInByLink, async ({ body, request, reply }) => {
    const { staffId, needsPassword, cookies } = await signInByLink(accounts, {
      ...body,
      address: addressKey(request.ip),
    })
    addCookies(reply, cookies)
    return { staffId, needsPassword }
  })
  serve(http, gate, contract.signOut, async ({ request, reply }) => {
    addCookies(reply, await accounts.sessions.signOut(cookieOf(request)))
    accounts.principals.forget()
    return {}
  })
}

const servePasswordRoutes = (http: HttpServer, gate: AccountsGate, accounts: Accounts): void => {
  serve(http, gate, contract.setPassword, async ({ principal, body, request, reply }) => {
    addCookies(reply, await setPassword(accounts, asStaff(principal), { cookie: cookieOf(request), ...body }))
    return {}
  })
  serve(http, gate, contract.beginSecondFactor, ({ principal, body, request }) =>
    beginSecondFactor(accounts, asStaff(principal), { cookie: cookieOf(request), ...body }),
  )
  serve(http, gate, contract.confirmSecondFactor, async ({ principal, body, request, reply }) => {
    addCookies(reply, await confirmSecondFactor(accounts, asStaff(principal), { cookie: cookieOf(request), ...body }))
    return {}
  })
}
