import { Type } from 'typebox'
import { PERMISSIONS, ROLES } from '../permissions.ts'
import { Closed, Instant, Locale, OneOf, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

export const Staff = Closed({
  id: Uuid,
  name: Text(120),
  email: Text(320),
  role: OneOf(ROLES),
  teamIds: Type.Array(Uuid),
  locale: Type.Union([Locale, Type.Null()]),
  secondFactor: Type.Boolean(),
  active: Type.Boolean(),
})
export const Team = Closed({ id: Uuid, name: Text(120) })
const Permission = OneOf(Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[])

export const readSession = route({
  name: 'readSession',
  method: 'GET',
  path: '/api/session',
  tag: 'Session',
  summary: 'Who is signed in, with role and permissions.',
  access: 'staff',
  reply: Closed({ staff: Staff, tenant: Closed({ id: Uuid, name: Text(120) }), permissions: Type.Array(Permission) }),
  problems: [],
})
export const signIn = route({
  name: 'signIn',
  method: 'POST',
  path: '/api/session',
  tag: 'Session',
  summary: 'Sign in with e-mail and password, and the code of the second factor when there is one.',
  access: 'public',
  body: Closed({ email: Text(320), password: Text(256), code: Type.Optional(Text(16)) }),
  reply: Closed({ staffId: Uuid }),
  problems: ['auth.invalid', 'auth.second-factor', 'auth.locked'],
})
export const signInByLink = route({
  name: 'signInByLink',
  method: 'POST',
  path: '/api/session/link',
  tag: 'Session',
  summary: 'Sign in with a one-time link. Each link works once and for a short time.',
  access: 'public',
  body: Closed({ token: Text(256), code: Type.Optional(Text(16)) }),
  reply: Closed({ staffId: Uuid, needsPassword: Type.Boolean() }),
  problems: ['auth.invalid', 'auth.second-factor', 'auth.locked'],
})
export const signOut = route({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  tag: 'Session',
  summary: 'Sign out on this device.',
  access: 'staff',
  reply: Closed({}),
  problems: [],
})
export const setPassword = route({
  name: 'setPassword',
  method: 'PUT',
  path: '/api/session/password',
  tag: 'Session',
  summary: 'Set or change your own password (12 characters or more).',
  access: 'staff',
  body: Closed({ current: Type.Optional(Text(256)), next: Text(256, { minLength: 12 }) }),
  reply: Closed({}),
  problems: ['auth.invalid'],
})
export const beginSecondFactor = route({
  name: 'beginSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor',
  tag: 'Session',
  summary: 'Begin a time-based second factor; confirm it with a code.',
  access: 'staff',
  body: Closed({ password: Text(256) }),
  reply: Closed({ uri: Text(500), backupCodes: Type.Array(Text(32)) }),
  problems: ['auth.invalid'],
})
export const confirmSecondFactor = route({
  name: 'confirmSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor/confirm',
  tag: 'Session',
  summary: 'Confirm the second factor with its first code.',
  access: 'staff',
  body: Closed({ code: Text(16) }),
  reply: Closed({}),
  problems: ['auth.invalid'],
})
export const listStaff = route({
  name: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  tag: 'Staff',
  summary: 'Colleagues of this workspace.',
  access: 'staff.read',
  reply: Closed({ staff: Type.Array(Staff) }),
  problems: [],
})
export const inviteStaff = route({
  name: 'inviteStaff',
  method: 'POST',
  path: '/api/staff',
  tag: 'Staff',
  summary: 'Invite a colleague; the reply carries a one-time sign-in link for you to pass on.',
  access: 'staff.manage',
  body: Closed({
    name: Text(120, { minLength: 1 }),
    email: Text(320, { minLength: 3 }),
    role: OneOf(ROLES),
    teamIds: Type.Optional(Type.Array(Uuid)),
  }),
  reply: Closed({ staff: Staff, link: Text(500) }),
  problems: ['auth.forbidden', 'team.not-found', 'staff.exists'],
})
export const createSignInLink = route({
  name: 'createSignInLink',
  method: 'POST',
  path: '/api/staff/:staffId/link',
  tag: 'Staff',
  summary: 'Make a new one-time sign-in link for a colleague who lost theirs or their password.',
  access: 'staff.manage',
  params: Closed({ staffId: Uuid }),
  reply: Closed({ link: Text(500) }),
  problems: ['staff.not-found', 'auth.forbidden'],
})
export const changeStaff = route({
  name: 'changeStaff',
  method: 'PATCH',
  path: '/api/staff/:staffId',
  tag: 'Staff',
  summary: 'Change a colleague’s role, teams or name, or switch their access off.',
  access: 'staff.manage',
  params: Closed({ staffId: Uuid }),
  body: Closed({
    name: Type.Optional(Text(120, { minLength: 1 })),
    role: Type.Optional(OneOf(ROLES)),
    teamIds: Type.Optional(Type.Array(Uuid)),
    active: Type.Optional(Type.Boolean()),
    secondFactor: Type.Optional(
      Type.Literal(false, { description: 'Removes a lost second factor and signs the colleague out everywhere.' }),
    ),
  }),
  reply: Closed({ staff: Staff }),
  problems: ['staff.not-found', 'staff.last-owner', 'team.not-found', 'auth.forbidden'],
})
export const listTeams = route({
  name: 'listTeams',
  method: 'GET',
  path: '/api/teams',
  tag: 'Staff',
  summary: 'Teams of this workspace.',
  access: 'staff.read',
  reply: Closed({ teams: Type.Array(Team) }),
  problems: [],
})
export const createTeam = route({
  name: 'createTeam',
  method: 'POST',
  path: '/api/teams',
  tag: 'Staff',
  summary: 'Create a team.',
  access: 'teams.manage',
  body: Closed({ name: Text(120, { minLength: 1 }) }),
  reply: Closed({ team: Team }),
  problems: [],
})
export const listKeys = route({
  name: 'listKeys',
  method: 'GET',
  path: '/api/keys',
  tag: 'API keys',
  summary: 'API keys of this workspace, without their secrets.',
  access: 'keys.manage',
  reply: Closed({
    keys: Type.Array(
      Closed({
        id: Uuid,
        name: Text(120),
        prefix: Text(16),
        permissions: Type.Array(Permission),
        createdAt: Instant,
        lastUsedAt: Type.Union([Instant, Type.Null()]),
        expiresAt: Type.Union([Instant, Type.Null()]),
      }),
    ),
  }),
  problems: [],
})
export const createKey = route({
  name: 'createKey',
  method: 'POST',
  path: '/api/keys',
  tag: 'API keys',
  summary: 'Create an API key. The secret is shown once.',
  access: 'keys.manage',
  body: Closed({
    name: Text(120, { minLength: 1 }),
    permissions: Type.Array(Permission, { minItems: 1 }),
    expiresAt: Type.Optional(Instant),
  }),
  reply: Closed({ id: Uuid, secret: Text(128) }),
  problems: [],
})
export const revokeKey = route({
  name: 'revokeKey',
  method: 'DELETE',
  path: '/api/keys/:keyId',
  tag: 'API keys',
  summary: 'Revoke an API key at once.',
  access: 'keys.manage',
  params: Closed({ keyId: Uuid }),
  reply: Closed({}),
  problems: ['key.not-found'],
})
