// Killed between storing an answer and delivering it: the next process delivers it, under the same id.
import { join } from 'node:path'
import { createOpenClient, verifyWebhook } from '@ballast/contract/open-client'
import { afterEach, expect, test } from 'vitest'
import { tokenOfLink } from '../../server/test/accounts-server.ts'
import { API_KEY, SIGNING_SECRET, startEndpoint, until } from '../../server/test/open-server.ts'
import { clearAway, newFolder, startServer } from './server-process.ts'

afterEach(clearAway)
/** An attempt of a killed process holds its event three times as long as an attempt may take. */
const ALLOWED = { ALLOW_PRIVATE_WEBHOOKS: 'true', WEBHOOK_TIMEOUT_SECONDS: '1' }

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: new URL(url).origin,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: JSON.stringify(body),
  })

test('what was stored is delivered after a SIGKILL', async () => {
  const endpoint = await startEndpoint()
  endpoint.state.answer = (_, reply) => reply.writeHead(503).end()
  const dataDir = join(newFolder(), 'data')
  const first = startServer(dataDir, ALLOWED)
  const { url, deskLink } = await first.ready
  const signedIn = await post(`${url}/api/session/link`, { token: tokenOfLink(deskLink) })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const settings = { apiKey: API_KEY, signingSecret: SIGNING_SECRET, webhookUrl: endpoint.url }
  const made = await post(`${url}/api/inboxes`, { name: 'App', channel: 'open', settings }, { cookie })
  const { inbox } = (await made.json()) as { inbox: { publicKey: string } }
  const client = createOpenClient({ baseUrl: url, publicKey: inbox.publicKey, apiKey: API_KEY })
  const { id } = await client.send({ sender: { id: 'u' }, message: { id: 'm', text: '退货政策是什么' } })
  await until(() => endpoint.calls.length > 0)
  first.signal('SIGKILL')
  await first.ended
  const tried = endpoint.calls.length
  endpoint.state.answer = (_, reply) => reply.writeHead(200).end()
  await startServer(dataDir, ALLOWED).ready
  const call = await until(
    () => endpoint.calls.slice(tried).find(({ event }) => event.type === 'message_created'),
    60_000,
  )
  expect(await verifyWebhook(call, [SIGNING_SECRET])).toMatchObject({ data: { in_reply_to: id } })
  await new Promise((done) => setTimeout(done, 1000))
  expect(endpoint.calls.slice(tried).filter(({ event }) => event.id === call.event.id)).toHaveLength(1)
  await endpoint.stop()
}, 120_000)
