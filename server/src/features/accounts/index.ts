// The door of accounts: who belongs to a workspace, who is asking, and what they may do.
import type { Principal, ProblemCode, Role, Uuid } from '@ballast/contract'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Accounts as Inside } from './accounts.ts'
import { createInbox, type NewInbox } from './create-inbox.ts'
import { createTenant, type NewTenant } from './create-tenant.ts'
import { createExpectations } from './expectations.ts'
import { type AccountsGate, createGate } from './gate.ts'
import { createInboxDirectory, type Inbox, type InboxDirectory } from './inbox-directory.ts'
import { type Invitation, inviteStaff } from './invite-staff.ts'
import { LINK_MS, oneTimeLink } from './one-time-link.ts'
import type { AccountsParts } from './parts.ts'
import { createPrincipals } from './principals.ts'
import { rotateIdentitySecret } from './rotate-identity-secret.ts'
import { registerAccountsRoutes } from './routes.ts'
import { permissionsOf } from './rules/authorise.ts'
import type { Person } from './rules/identity.ts'
import { createSessions } from './sessions.ts'
import { listStaff, listTeams } from './store-staff.ts'
import { contactOfExternalId, issueToken, readToken, type VisitorToken } from './visitor-token.ts'

export { accountsConfig } from './config.ts'
export type { AccountsGate } from './gate.ts'
export { guardPanel } from './guard-panel.ts'
export type { OpenInbox } from './inbox-directory.ts'
export type { AccountsParts, AtDesk, Identified, Queue } from './parts.ts'
/** The one decision about access; socket verbs and bus verbs ask it too. */
export { authorise } from './rules/authorise.ts'
/** What a colleague keeps for themselves or shares with all. */
export { decideKeeping, seesKept } from './rules/sharing.ts'
export type { VisitorToken } from './visitor-token.ts'

/** A colleague as other features may know them: no address. */
export interface Colleague {
  readonly id: Uuid
  readonly name: string
  readonly role: Role
  readonly teamIds: readonly Uuid[]
  readonly active: boolean
}

export interface AccountsDoor {
  /** Migrates the schema `auth`. Await once before serving. */
  prepare(): Promise<void>
  /** Drops expired sessions; worth running once a day. */
  tidy(): Promise<void>
  readonly gate: AccountsGate
  readonly inboxes: InboxDirectory
  readonly visitors: {
    issueToken(token: VisitorToken): string
    /** Microseconds, no I/O. `refused`: token.invalid or token.expired. */
    readToken(text: string): VisitorToken | { readonly refused: ProblemCode }
    /** Name, phone… as the shop signed them; for the contact made with the first message. */
    personOf(token: VisitorToken): Promise<Person | undefined>
    /** The contact of a customer the shop vouches for: the same wherever they come in. */
    contactOf(tenant: Uuid, externalId: string): Uuid
  }
  /** The first owner gets in by `oneTimeLink(ownerId)`. */
  createTenant(input: NewTenant): Promise<{ tenant: Uuid; ownerId: Uuid }>
  /** An address to open once in a browser. `forMs`: how long it works, default 15 minutes. @throws Problem staff.not-found */
  oneTimeLink(staffId: Uuid, forMs?: number): Promise<string>
  /** For the operator and the demo: an invitation as the workspace itself. */
  invite(tenant: Uuid, invitation: Invitation): Promise<{ staffId: Uuid; link: string }>
  createInbox(tenant: Uuid, inbox: NewInbox): Promise<Inbox>
  /** Everybody of a workspace, switched-off colleagues included. */
  colleagues(tenant: Uuid): Promise<Colleague[]>
  /** Null: there is no such team. */
  teamName(tenant: Uuid, teamId: Uuid): Promise<string | null>
  /** A new secret for the shop's back end; shown once. */
  rotateIdentitySecret(tenant: Uuid, inboxId: Uuid): Promise<{ secret: string; keyId: string }>
  /** Rights were changed on another node: nothing remembered of them holds. */
  forget(): void
  registerRoutes(http: HttpServer): void
}

export const createAccounts = (parts: AccountsParts): AccountsDoor => {
  const inside = assemble(parts)
  const gate = createGate(inside)
  const { database, secrets, clock } = parts
  return {
    prepare: () => inside.sessions.prepare(),
    tidy: () => inside.sessions.tidy(),
    gate,
    inboxes: inside.directory,
    visitors: {
      issueToken: (token) => issueToken(secrets, token),
      readToken: (text) => readToken(secrets, text, clock.now()),
      personOf: (token) => openPerson(parts, token),
      contactOf: (tenant, externalId) => contactOfExternalId(secrets, tenant, externalId),
    },
    createTenant: (input) => createTenant(parts, input),
    oneTimeLink: (staffId, forMs = LINK_MS) => oneTimeLink(parts, staffId, forMs),
    invite: async (tenant, invitation) => {
      const { staff, link } = await inviteStaff(inside, operator(tenant), invitation)
      return { staffId: staff.id, link }
    },
    createInbox: (tenant, inbox) => createInbox(inside, tenant, inbox),
    colleagues: async (tenant) => {
      const rows = await database.as(tenant, (tx) => listStaff(tx, tenant))
      return rows.map(({ id, name, role, teamIds, active }) => ({ id, name, role, teamIds, active }))
    },
    teamName: async (tenant, teamId) => {
      const teams = await database.as(tenant, (tx) => listTeams(tx, tenant))
      return teams.find((team) => team.id === teamId)?.name ?? null
    },
    rotateIdentitySecret: (tenant, inboxId) => rotateIdentitySecret(inside, tenant, inboxId),
    forget: () => {
      inside.principals.forget()
      inside.directory.forget()
      inside.expectations.forget()
    },
    registerRoutes: (http) => registerAccountsRoutes(http, gate, inside),
  }
}

const assemble = (parts: AccountsParts): Inside => {
  const sessions = createSessions({
    pool: parts.database.poolFor('auth'),
    secret: parts.secrets.hmac('auth-library', 'secret').toString('base64url'),
    publicUrl: parts.config.publicUrl,
    idleSeconds: parts.config.sessionIdleMinutes * 60,
  })
  const principals = createPrincipals({ ...parts, sessions })
  const expectations = createExpectations(parts)
  return { ...parts, sessions, principals, directory: createInboxDirectory(parts), expectations }
}

/** Whoever runs the program holds every right in its workspaces. */
const operator = (tenant: Uuid): Extract<Principal, { kind: 'key' }> => ({
  kind: 'key',
  tenant,
  keyId: tenant,
  permissions: permissionsOf('owner'),
})

const openPerson = async (parts: AccountsParts, token: VisitorToken): Promise<Person | undefined> => {
  if (token.sealedPerson === undefined) return undefined
  const sealed = Buffer.from(token.sealedPerson, 'base64url')
  return JSON.parse(await parts.secrets.openForTenant(token.principal.tenant, sealed)) as Person
}
