// How a shopper's widget opens: the one public route of visitors.
import { Type } from 'typebox'
import { Closed, Instant, Locale, SafeUrl, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

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
    inbox: Closed({ name: Text(120), botName: Text(60), locale: Locale, logo: Type.Optional(SafeUrl) }),
  }),
  problems: ['inbox.unknown', 'inbox.origin-refused', 'token.invalid', 'token.expired', 'identity.conflict'],
})
