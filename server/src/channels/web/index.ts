// The web widget and the app SDK: our own protocol, over WebSocket, SSE or long poll.
import { defineChannel } from '../kit/index.ts'
import { capabilities } from './capabilities.ts'
import { parse } from './parse.ts'
import { send } from './send.ts'
import { settings } from './settings.ts'
import { verify } from './verify.ts'

export const web = defineChannel({
  id: 'web',
  label: 'Web widget',
  docsUrl: '/docs/live-protocol',
  settings,
  capabilities,
  unsigned: 'the visitor token is verified when the connection opens',
  verify,
  parse,
  send,
})
