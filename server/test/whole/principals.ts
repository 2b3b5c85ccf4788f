// Everybody who might call: each with how they show who they are, and what the authorisation table lets them do.
import type { Access, Permission, Role } from '@ballast/contract'
import { roleHolds } from '@ballast/contract'
import type { WholeServer } from '../whole-server.ts'
import type { Colleague, Twin } from '../whole-tenants.ts'
import { ALL_PERMISSIONS, createKey } from '../whole-tenants.ts'

export interface Caller {
  readonly name: string
  readonly of: 'alpha' | 'beta'
  readonly kind: 'anyone' | 'visitor' | 'staff' | 'key'
  /** `alone`: in a session of its own, for calls that end it. */
  headers(permission: Permission | undefined, alone?: boolean): Promise<Record<string, string>>
  holds(permission: Permission): boolean
  /** Sees the inbox that only a team sees. */
  readonly seesRestricted: boolean
}

const never = () => false
const bearer = (token: string) => async () => ({ authorization: `Bearer ${token}` })

const colleague = (
  node: WholeServer,
  of: 'alpha' | 'beta',
  parts: { name: string; role: Role; who: Colleague; seesRestricted: boolean },
): Caller => ({
  name: parts.name,
  of,
  kind: 'staff',
  headers: async (_, alone) => ({
    cookie: (alone ? await node.signIn(parts.who.id) : parts.who.browser).cookie(),
    'sec-fetch-site': 'same-origin',
  }),
  holds: (permission) => roleHolds(parts.role, permission),
  seesRestricted: parts.seesRestricted,
})

/** An API key that holds everything but the one permission a route asks for. */
const keyWithout = (twin: Twin): Caller => {
  const made = new Map<Permission, Promise<{ secret: string }>>()
  return {
    name: 'key without',
    of: 'alpha',
    kind: 'key',
    headers: async (permission = 'facts.read') => {
      const rest = ALL_PERMISSIONS.filter((one) => one !== permission)
      const key = made.get(permission) ?? createKey(twin.owner.browser, rest)
      made.set(permission, key)
      return { authorization: `Bearer ${(await key).secret}` }
    },
    holds: never,
    seesRestricted: true,
  }
}

export const callersOf = (node: WholeServer, alpha: Twin, beta: Twin): Caller[] => {
  const visitor = (name: string, token: string, seesRestricted = false): Caller => ({
    name,
    of: 'alpha',
    kind: 'visitor',
    headers: bearer(token),
    holds: never,
    seesRestricted,
  })
  return [
    { name: 'anyone', of: 'alpha', kind: 'anyone', headers: async () => ({}), holds: never, seesRestricted: false },
    visitor('visitor', alpha.visitor.token),
    visitor('other visitor', alpha.neighbour.token),
    // The conversation in it is their own.
    visitor('verified visitor', alpha.customer.token, true),
    colleague(node, 'alpha', { name: 'outsider', role: 'agent', who: alpha.outsider, seesRestricted: false }),
    colleague(node, 'alpha', { name: 'viewer', role: 'viewer', who: alpha.viewer, seesRestricted: false }),
    colleague(node, 'alpha', { name: 'agent', role: 'agent', who: alpha.agent, seesRestricted: true }),
    colleague(node, 'alpha', { name: 'manager', role: 'manager', who: alpha.manager, seesRestricted: true }),
    colleague(node, 'alpha', { name: 'owner', role: 'owner', who: alpha.owner, seesRestricted: true }),
    keyWithout(alpha),
    {
      name: 'key with',
      of: 'alpha',
      kind: 'key',
      headers: bearer(alpha.key.secret),
      holds: () => true,
      seesRestricted: true,
    },
    colleague(node, 'beta', { name: 'other owner', role: 'owner', who: beta.owner, seesRestricted: true }),
  ]
}

/** What the table says before anything is looked up; undefined: go on. */
export const expectedRefusal = (caller: Caller, access: Access): string | undefined => {
  if (access === 'public') return undefined
  // A session is no visitor's token, and a key is a wrong one.
  if (access === 'visitor' && caller.kind !== 'visitor')
    return caller.kind === 'key' ? 'token.invalid' : 'auth.required'
  if (access === 'visitor') return undefined
  if (caller.kind === 'anyone') return 'auth.required'
  // A visitor's token is no sign-in: it never falls back to anything else.
  if (caller.kind === 'visitor') return 'auth.invalid'
  if (access === 'staff') return caller.kind === 'staff' ? undefined : 'auth.forbidden'
  return caller.holds(access) ? undefined : 'auth.forbidden'
}
