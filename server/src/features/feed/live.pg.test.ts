// The live endpoints on the real verbs and PostgreSQL, with the client the widget ships.
import type { AddressInfo } from 'node:net'
import type { Message, Principal, ServerFrame, Uuid } from '@ballast/contract'
import { plainText } from '@ballast/contract'
import { connectVisitor, type LiveClient } from '@ballast/contract/live-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { memoryBus } from '../../platform/bus/memory.ts'
import { readConfig } from '../../platform/config/read-config.ts'
import { httpConfig } from '../../platform/http/config.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import { createHub } from '../../platform/live/hub.ts'
import { attachWebSockets } from '../../platform/live/websocket.ts'
import { silentLog as log } from '../../platform/log.ts'
import { createMetrics } from '../../platform/metrics.ts'
import type { VisitorToken } from '../accounts/index.ts'
import { createConversations } from '../conversations/index.ts'
import { openLive, publishCommitted, startFanOut, wireLive } from './index.ts'

type Visitor = Extract<Principal, { kind: 'visitor' }>

const startServer = async (shop: Shop) => {
  const metrics = createMetrics({ processMetrics: false })
  const http = createHttp({ log, metrics, config: readConfig({ http: httpConfig }, {}).http })
  const hub = createHub({ log, metrics })
  const bus = memoryBus({ log })
  const sockets = attachWebSockets({ server: http.app.server, hub, log, metrics })
  const conversations = createConversations({ ...shop.parts, published: (one) => publishCommitted(bus, one) })
  const intake = shop.intake(async (turn) => turnResult({ parts: [{ kind: 'text', text: `re: ${turn.text}` }] }), {
    conversations,
  })
  const fanOut = startFanOut({ bus, hub, conversations, log })
  const tokens = new Map<string, Visitor>()
  const inbox = {
    ...shop.inbox,
    name: 'Shop',
    channel: 'web',
    publicKey: 'k',
    origins: [],
    teamIds: [],
    enabled: true,
    look: {},
    hours: null,
  }
  const parts = wireLive({
    hub,
    bus,
    log,
    clock: shop.clock,
    deskOpened: () => () => undefined,
    conversations,
    intake,
    visitors: {
      personOf: async () => undefined,
      readToken: (text): VisitorToken | { refused: 'token.invalid' } => {
        const principal = tokens.get(text)
        return principal ? { principal, expiresAt: shop.clock.now() + 1_000_000 } : { refused: 'token.invalid' }
      },
    },
    inboxes: {
      byId: async (tenant) => ({ tenant, inbox, settings: {}, identityKeys: [] }),
      visible: async () => [shop.inbox.id],
      forget: () => undefined,
    },
  })
  const desks = new Map<string, Principal>()
  const stopLive = openLive(parts, {
    http,
    sockets,
    staffOf: async (request) => desks.get(request.headers.cookie ?? '') ?? { kind: 'anyone' },
    isOurOrigin: () => true,
  })
  await http.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.app.server.address() as AddressInfo
  const stop = async () => {
    fanOut.stop()
    await fanOut.settle()
    stopLive()
    await hub.drain(100)
    sockets.close()
    // Connections opened ahead and never used count as busy until their headers time out.
    http.app.server.closeAllConnections()
    await http.close()
  }
  return { http, hub, tokens, desks, url: `http://127.0.0.1:${port}`, stop }
}

let shop: Shop
let server: Awaited<ReturnType<typeof startServer>>
const clients: LiveClient[] = []
beforeAll(async () => {
  shop = await newShop()
  server = await startServer(shop)
})
afterAll(async () => {
  for (const client of clients) client.close()
  await server?.stop()
  await shop?.database.drop()
})

const text = (value: string) => [{ kind: 'text' as const, text: value }]
const line = (message: Message) => `${message.seq} ${plainText(message.parts)}`
const customer = (contactId: Uuid, transport: 'websocket' | 'sse' | 'poll' = 'websocket') => {
  const lines: string[] = []
  const messages: Message[] = []
  server.tokens.set(contactId, shop.visitor(contactId))
  const client = connectVisitor({
    url: server.url,
    token: contactId,
    transports: [transport],
    WebSocket: WebSocket as never,
    onMessage: (message, changed) => {
      messages.push(message)
      lines.push(changed ? `${message.seq} changed` : line(message))
    },
  })
  clients.push(client)
  return { client, lines, messages }
}
const desk = async (name: string) => {
  const staff = shop.staff(name)
  server.desks.set(name, staff)
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/desk`, { headers: { cookie: name } })
  const frames: ServerFrame[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await new Promise((done) => socket.once('open', done))
  const send = (frame: object) => socket.send(JSON.stringify(frame))
  send({ t: 'hello', v: 1 })
  await expect.poll(() => frames.some((frame) => frame.t === 'welcome')).toBe(true)
  return { send, frames, staff }
}

describe('live on the real verbs', () => {
  test.each(['websocket', 'sse', 'poll'] as const)('a customer asks and is answered over %s', async (transport) => {
    const { client, lines, messages } = customer(shop.ids.uuid(), transport)
    const { acked } = client.send(text('几天到'))
    expect(await acked).toMatchObject({ seq: 1, duplicate: false, reply: 'sent' })
    await expect.poll(() => lines, { timeout: 5_000 }).toEqual(['1 几天到', '2 re: 几天到'])
    expect(JSON.stringify(messages)).not.toContain('verdict')
  })
  test('a second device catches up and both go on in order', async () => {
    const contactId = shop.ids.uuid()
    const phone = customer(contactId)
    await phone.client.send(text('one')).acked
    const laptop = customer(contactId)
    await expect.poll(() => laptop.lines, { timeout: 5_000 }).toEqual(['1 one', '2 re: one'])
    await laptop.client.send(text('two')).acked
    for (const { lines } of [phone, laptop])
      await expect.poll(() => lines, { timeout: 5_000 }).toEqual(['1 one', '2 re: one', '3 two', '4 re: two'])
  })
  test('a colleague watches, notes and replies; the note stays inside, its number is no gap', async () => {
    const { client, lines } = customer(shop.ids.uuid())
    const { conversationId } = await client.askForPerson().acked
    const lin = await desk('Lin')
    lin.send({ t: 'watch', conversationId, afterSeq: 0 })
    await expect.poll(() => lin.frames.some((frame) => frame.t === 'replay')).toBe(true)
    const before = lines.length
    lin.send({ t: 'reply', id: shop.ids.uuid(), conversationId, parts: text('inside only'), note: true })
    lin.send({ t: 'reply', id: shop.ids.uuid(), conversationId, parts: text('hello'), note: false })
    await expect.poll(() => lin.frames.filter((frame) => frame.t === 'ack' || frame.t === 'refused').length).toBe(2)
    await expect.poll(() => lines.slice(before).join(), { timeout: 8_000 }).toMatch(/\d+ hello$/)
    expect(lines.join()).not.toContain('inside only')
    expect(lin.frames.some((frame) => frame.t === 'message' && frame.message.note)).toBe(true)
  })
  test("another customer's conversation is not found", async () => {
    const ann = customer(shop.ids.uuid())
    const { conversationId } = await ann.client.send(text('mine')).acked
    const bob = customer(shop.ids.uuid())
    await expect(bob.client.send(text('let me in'), { conversationId }).acked).rejects.toThrow('conversation.not-found')
  })
})
