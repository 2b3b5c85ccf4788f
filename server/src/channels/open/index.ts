// The open channel: a shop connects any entry of its own over HTTP.
import { defineChannel } from '../kit/index.ts'
import { capabilities } from './capabilities.ts'
import { parse } from './parse.ts'
import { asData, send, tell } from './send.ts'
import { settings } from './settings.ts'
import { verify } from './verify.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

export const open = defineChannel({
  id: 'open',
  label: 'Open channel',
  docsUrl: 'https://www.standardwebhooks.com',
  settings,
  capabilities,
  verify,
  parse,
  send,
  tell,
  asData,
  isFetched: ({ webhookUrl }) => webhookUrl === undefined,
  strictIds: true,
  // The schedule of Standard Webhooks.
  retryAfterMs: [5 * SECOND, 5 * MINUTE, 30 * MINUTE, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR)],
})
