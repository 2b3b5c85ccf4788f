// Routes of inboxes, and the one a visitor's widget opens with.

import { problem } from '@ballast/contract/problems'
import * as contract from '@ballast/contract/routes/inboxes'
import { readExpectation } from '@ballast/contract/routes/visits'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Accounts } from './accounts.ts'
import { changeInbox } from './change-inbox.ts'
import { changeSettings, readSettings } from './channel-settings.ts'
import { createInbox } from './create-inbox.ts'
import { asMember } from './parts.ts'
import { rotateIdentitySecret } from './rotate-identity-secret.ts'
import { seesInbox } from './rules/visible-inboxes.ts'
import { startVisit } from './start-visit.ts'

export const serveInboxRoutes = (http: HttpServer, gate: Gate, accounts: Accounts): void => {
  serve(http, gate, contract.listInboxes, async ({ principal }) => {
    const inboxes = await accounts.directory.list(asMember(principal).tenant)
    return { inboxes: inboxes.filter((inbox) => seesInbox(principal, inbox)) }
  })
  serve(http, gate, contract.createInbox, async ({ principal, body }) => ({
    inbox: await createInbox(accounts, asMember(principal).tenant, body),
  }))
  serve(http, gate, contract.changeInbox, async ({ principal, params, body }) => ({
    inbox: await changeInbox(accounts, asMember(principal).tenant, { inboxId: params.inboxId, change: body }),
  }))
  serve(http, gate, contract.readInboxSettings, ({ principal, params }) =>
    readSettings(accounts, asMember(principal).tenant, params.inboxId),
  )
  serve(http, gate, contract.changeInboxSettings, ({ principal, params, body }) =>
    changeSettings(accounts, asMember(principal).tenant, { inboxId: params.inboxId, change: body.settings }),
  )
  serve(http, gate, contract.rotateIdentitySecret, ({ principal, params }) =>
    rotateIdentitySecret(accounts, asMember(principal).tenant, params.inboxId),
  )
  serveVisits(http, gate, accounts)
}

const serveVisits = (http: HttpServer, gate: Gate, accounts: Accounts): void => {
  serve(http, gate, contract.startVisit, async ({ params, body, request }) => {
    const { token, expiresAt, contactId, verified, open, expectation } = await startVisit(accounts, {
      publicKey: params.publicKey,
      origin: request.headers.origin,
      ...(body.token === undefined ? {} : { token: body.token }),
      ...(body.identity === undefined ? {} : { identity: body.identity }),
    })
    const { name, botName, locale, look } = open.inbox
    const { logo } = open.settings
    const mail = accounts.mailAvailable?.() ?? false
    return {
      token,
      expiresAt: new Date(expiresAt).toISOString(),
      contactId,
      verified,
      inbox: { name, botName, locale, look, mail, expectation, ...(typeof logo === 'string' ? { logo } : {}) },
    }
  })
  serve(http, gate, readExpectation, async ({ principal }) => {
    if (principal.kind !== 'visitor') throw new Error('a route for visitors was reached by another caller')
    const open = await accounts.directory.byId(principal.tenant, principal.inboxId)
    if (open === undefined || !open.inbox.enabled) throw problem('inbox.unknown')
    return accounts.expectations.of(open)
  })
}
