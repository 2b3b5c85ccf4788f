// The open channel over HTTP. Whoever calls shows the inbox's API key (`Authorization: Bearer …`) or a Standard Webhooks
// signature; both are checked over the raw bytes before anything is read, so these routes are not served by `serve`.
import { Type } from 'typebox'
import { OpenEvent, OpenMessage, OpenReceipt, OpenTyping } from '../open.ts'
import { Closed, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

const tag = 'Open channel'
const params = Closed({ publicKey: Text(64) })
const refusals = ['inbox.unknown', 'signature.invalid'] as const
const Done = Closed({ ok: Type.Literal(true) })

export const sendOpenMessage = route({
  name: 'sendOpenMessage',
  method: 'POST',
  path: '/open/v1/channels/:publicKey/messages',
  tag,
  summary: 'A customer’s message. Stored once a message id; answered after COMMIT.',
  access: 'public',
  params,
  body: OpenMessage,
  bodyLimit: 256 * 1024,
  reply: Type.Union([Closed({ id: Uuid, seq: Type.Integer() }), Done]),
  problems: [...refusals, 'message.id-reused', 'message.too-long', 'message.empty', 'identity.conflict'],
})
export const sendOpenTyping = route({
  name: 'sendOpenTyping',
  method: 'POST',
  path: '/open/v1/channels/:publicKey/typing',
  tag,
  summary: 'The customer types, or stopped.',
  access: 'public',
  params,
  body: OpenTyping,
  reply: Done,
  problems: [...refusals],
})
export const sendOpenReceipt = route({
  name: 'sendOpenReceipt',
  method: 'POST',
  path: '/open/v1/channels/:publicKey/receipts',
  tag,
  summary: 'A message of ours was delivered, read, or could not be shown.',
  access: 'public',
  params,
  body: OpenReceipt,
  reply: Done,
  problems: [...refusals],
})
export const listOpenEvents = route({
  name: 'listOpenEvents',
  method: 'GET',
  path: '/open/v1/channels/:publicKey/events',
  tag,
  summary: 'Events after a cursor, in order, each at least once; waits up to `wait` seconds for the first.',
  access: 'public',
  params,
  query: Closed({
    after: Type.Optional(
      Text(20, { description: 'The cursor of the page before; `latest`: only what comes from now on.' }),
    ),
    wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 25 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Closed({ events: Type.Array(OpenEvent), cursor: Text(20) }),
  problems: [...refusals],
})
export const replayOpenEvent = route({
  name: 'replayOpenEvent',
  method: 'POST',
  path: '/open/v1/channels/:publicKey/events/:eventId/replay',
  tag,
  summary: 'Send a past event to the webhook once more.',
  access: 'public',
  params: Closed({ publicKey: Text(64), eventId: Uuid }),
  reply: Done,
  problems: [...refusals, 'request.not-found'],
})
export const readOpenFile = route({
  name: 'readOpenFile',
  method: 'GET',
  path: '/open/v1/channels/:publicKey/files/:fileId',
  tag,
  summary: 'A file a message names by `fileId`.',
  access: 'public',
  bytes: 'reply',
  params: Closed({ publicKey: Text(64), fileId: Uuid }),
  reply: Type.Unknown({ description: 'The file.' }),
  problems: [...refusals, 'file.not-found'],
})
