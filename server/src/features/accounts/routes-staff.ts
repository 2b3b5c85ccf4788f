// Routes of colleagues, teams and API keys.
import * as contract from '@ballast/contract/routes/accounts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Accounts } from './accounts.ts'
import { changeStaff } from './change-staff.ts'
import { createKey } from './create-key.ts'
import { createSignInLink } from './create-sign-in-link.ts'
import { createTeam } from './create-team.ts'
import { inviteStaff } from './invite-staff.ts'
import { asMember } from './parts.ts'
import { revokeKey } from './revoke-key.ts'
import { viewStaff } from './staff-view.ts'
import { type KeyRow, listKeys } from './store-keys.ts'
import { listStaff, listTeams } from './store-staff.ts'

export const serveStaffRoutes = (http: HttpServer, gate: Gate, accounts: Accounts): void => {
  serve(http, gate, contract.listStaff, async ({ principal }) => {
    const { tenant } = asMember(principal)
    const rows = await accounts.database.as(tenant, (tx) => listStaff(tx, tenant))
    return { staff: await Promise.all(rows.map((row) => viewStaff(accounts, tenant, row))) }
  })
  serve(http, gate, contract.inviteStaff, ({ principal, body }) => inviteStaff(accounts, asMember(principal), body))
  serve(http, gate, contract.changeStaff, async ({ principal, params, body }) => ({
    staff: await changeStaff(accounts, asMember(principal), { staffId: params.staffId, change: body }),
  }))
  serve(http, gate, contract.createSignInLink, async ({ principal, params }) => ({
    link: await createSignInLink(accounts, asMember(principal), params.staffId),
  }))
  serve(http, gate, contract.listTeams, async ({ principal }) => {
    const { tenant } = asMember(principal)
    return { teams: await accounts.database.as(tenant, (tx) => listTeams(tx, tenant)) }
  })
  serve(http, gate, contract.createTeam, async ({ principal, body }) => ({
    team: await createTeam(accounts, asMember(principal), body.name),
  }))
  serveKeyRoutes(http, gate, accounts)
}

const serveKeyRoutes = (http: HttpServer, gate: Gate, accounts: Accounts): void => {
  serve(http, gate, contract.listKeys, async ({ principal }) => {
    const { tenant } = asMember(principal)
    const rows = await accounts.database.as(tenant, (tx) => listKeys(tx, tenant))
    return { keys: rows.map(viewKey) }
  })
  serve(http, gate, contract.createKey, ({ principal, body: { expiresAt, ...key } }) =>
    createKey(accounts, asMember(principal), {
      ...key,
      ...(expiresAt === undefined ? {} : { expiresAt: Date.parse(expiresAt) }),
    }),
  )
  serve(http, gate, contract.revokeKey, async ({ principal, params }) => {
    await revokeKey(accounts, asMember(principal), params.keyId)
    return {}
  })
}

const viewKey = (row: KeyRow) => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  permissions: row.permissions,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
})
