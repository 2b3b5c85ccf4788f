// Inboxes, and the visit that opens a widget.
import { Type } from 'typebox'
import { Hours, Look } from '../look.ts'
import { Closed, Instant, Locale, OneOf, SafeUrl, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'
import { Expectation } from './visits.ts'

export const Inbox = Closed({
  id: Uuid,
  name: Text(120),
  channel: Text(32),
  publicKey: Text(64, { description: 'Names the inbox in the widget’s script tag. Not a secret.' }),
  origins: Type.Array(Text(300), { description: 'Sites that may embed the widget; empty: any.' }),
  teamIds: Type.Array(Uuid, { description: 'Teams that see this inbox; empty: everyone.' }),
  locale: Locale,
  botName: Text(60),
  enabled: Type.Boolean(),
  look: Look,
  hours: Type.Union([Hours, Type.Null()], { description: 'When people answer; null: always.' }),
})
export const listInboxes = route({
  name: 'listInboxes',
  method: 'GET',
  path: '/api/inboxes',
  tag: 'Inboxes',
  summary: 'Inboxes the caller sees.',
  access: 'inboxes.read',
  reply: Closed({ inboxes: Type.Array(Inbox) }),
  problems: [],
})
export const createInbox = route({
  name: 'createInbox',
  method: 'POST',
  path: '/api/inboxes',
  tag: 'Inboxes',
  summary: 'Create an inbox on a channel.',
  access: 'inboxes.manage',
  body: Closed({
    name: Text(120, { minLength: 1 }),
    channel: Text(32),
    locale: Type.Optional(Locale),
    origins: Type.Optional(Type.Array(Text(300), { maxItems: 50 })),
    teamIds: Type.Optional(Type.Array(Uuid)),
    settings: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Type.Unknown())),
  }),
  reply: Closed({ inbox: Inbox }),
  problems: ['channel.unknown', 'team.not-found'],
})
export const changeInbox = route({
  name: 'changeInbox',
  method: 'PATCH',
  path: '/api/inboxes/:inboxId',
  tag: 'Inboxes',
  summary: 'Change an inbox.',
  access: 'inboxes.manage',
  params: Closed({ inboxId: Uuid }),
  body: Closed({
    name: Type.Optional(Text(120, { minLength: 1 })),
    locale: Type.Optional(Locale),
    botName: Type.Optional(Text(60)),
    origins: Type.Optional(Type.Array(Text(300), { maxItems: 50 })),
    teamIds: Type.Optional(Type.Array(Uuid)),
    enabled: Type.Optional(Type.Boolean()),
    look: Type.Optional(Look),
    hours: Type.Optional(Type.Union([Hours, Type.Null()])),
  }),
  reply: Closed({ inbox: Inbox }),
  problems: ['inbox.unknown', 'team.not-found'],
})
const SettingsView = Closed({
  channel: Text(32),
  form: Type.Array(
    Closed({
      name: Text(64),
      label: Text(120),
      help: Text(500),
      secret: Type.Boolean(),
      required: Type.Boolean(),
      type: OneOf(['text', 'number', 'switch', 'choice', 'list'] as const),
      choices: Type.Optional(Type.Array(Type.String())),
      default: Type.Optional(Type.Unknown()),
    }),
    { description: 'What the channel can be told, in order.' },
  ),
  values: Type.Record(Type.String(), Type.Unknown(), { description: 'Secrets that are set read ••••.' }),
})
export const readInboxSettings = route({
  name: 'readInboxSettings',
  method: 'GET',
  path: '/api/inboxes/:inboxId/settings',
  tag: 'Inboxes',
  summary: 'What the inbox’s channel can be told and what it was told. Secrets never leave the server.',
  access: 'inboxes.manage',
  params: Closed({ inboxId: Uuid }),
  reply: SettingsView,
  problems: ['inbox.unknown', 'channel.unknown'],
})
export const changeInboxSettings = route({
  name: 'changeInboxSettings',
  method: 'PATCH',
  path: '/api/inboxes/:inboxId/settings',
  tag: 'Inboxes',
  summary: 'Change some settings of the inbox’s channel. Null removes one; a secret sent back masked stays as it is.',
  access: 'inboxes.manage',
  params: Closed({ inboxId: Uuid }),
  body: Closed({ settings: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown()) }),
  reply: SettingsView,
  problems: ['inbox.unknown', 'channel.unknown'],
})
export const rotateIdentitySecret = route({
  name: 'rotateIdentitySecret',
  method: 'POST',
  path: '/api/inboxes/:inboxId/identity-secret',
  tag: 'Inboxes',
  summary: 'Make a new secret with which the shop’s back end signs customers’ identity. Shown once.',
  access: 'settings.manage',
  params: Closed({ inboxId: Uuid }),
  body: Closed({}),
  reply: Closed({ secret: Text(128), keyId: Text(64) }),
  problems: ['inbox.unknown'],
})
export const startVisit = route({
  name: 'startVisit',
  method: 'POST',
  path: '/visit/:publicKey',
  tag: 'Visitors',
  summary: 'A widget opens: get a visitor token and the inbox’s looks. Writes nothing to the database.',
  access: 'public',
  params: Closed({ publicKey: Text(64) }),
  body: Closed({
    token: Type.Optional(Text(4096, { description: 'The visitor’s present token, to be renewed.' })),
    identity: Type.Optional(
      Text(4096, {
        description:
          'A short-lived JWT from the shop’s back end: {sub, aud: inbox public key, exp, name?, email?, phone?, level?}.',
      }),
    ),
    locale: Type.Optional(Locale),
  }),
  reply: Closed({
    token: Text(4096),
    expiresAt: Instant,
    contactId: Uuid,
    verified: Type.Boolean(),
    inbox: Closed({
      name: Text(120),
      botName: Text(60),
      locale: Locale,
      logo: Type.Optional(SafeUrl),
      look: Look,
      mail: Type.Boolean({ description: 'Whether a transcript can be sent by mail.' }),
      expectation: Expectation,
    }),
  }),
  problems: ['inbox.unknown', 'inbox.origin-refused', 'token.invalid', 'token.expired', 'identity.conflict'],
})
