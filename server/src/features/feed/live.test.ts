import type { AddressInfo } from 'node:net'
import type { Principal, ServerFrame, ServerFrameOf, Uuid } from '@ballast/contract'
import { connectVisitor } from '@ballast/contract/live-client'
import { readEvents } from '@ballast/contract/live-pipes'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { fakeLive } from '../../../test/fake-live-parts.ts'
import { memoryBus } from '../../platform/bus/memory.ts'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config/read-config.ts'
import { httpConfig } from '../../platform/http/config.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import { createIds } from '../../platform/ids.ts'
import { createHub } from '../../platform/live/hub.ts'
import { attachWebSockets } from '../../platform/live/websocket.ts'
import { silentLog } from '../../platform/log.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { type LiveBench, liveContract, type Refusal, seqsOf, type TestDevice } from './live.contract.ts'
import { openLive } from './live.ts'
import { readSeen } from './live-http.ts'
import type { Staff, Visitor } from './live-parts.ts'

const log = silentLog
const ids = createIds(systemClock)
const TENANTS = { ours: ids.uuid(), other: ids.uuid() }
const staffNamed = (name: string, role: Staff['role'] = 'agent'): Staff => ({
  kind: 'staff',
  tenant: TENANTS.ours,
  staffId: ids.uuid(),
  name,
  role,
  teamIds: [],
  sessionId: 's',
})

const startServer = async () => {
  const metrics = createMetrics({ processMetrics: false })
  const http = createHttp({ log, metrics, config: readConfig({ http: httpConfig }, {}).http })
  const hub = createHub({ log, metrics })
  const bus = memoryBus({ log })
  const sockets = attachWebSockets({ server: http.app.server, hub, log, metrics, rate: { perSecond: 200, burst: 200 } })
  const limits = { replayPage: 4, acceptMs: 300, pollMs: 1_500, helloMs: 200 }
  const fake = fakeLive({ hub, bus, clock: systemClock, log, limits })
  const desks = new Map<string, Principal>()
  const stopLive = openLive(fake.parts, {
    http,
    sockets,
    staffOf: async (request) => desks.get(request.headers.cookie ?? '') ?? { kind: 'anyone' },
    isOurOrigin: (origin) => origin === undefined || origin === 'https://ours.test',
  })
  await http.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.app.server.address() as AddressInfo
  const stop = async () => {
    stopLive()
    await hub.drain(100)
    sockets.close()
    http.app.server.closeAllConnections()
    await http.close()
  }
  return { ...fake, hub, desks, url: `http://127.0.0.1:${port}`, stop }
}
type Server = Awaited<ReturnType<typeof startServer>>

/** Frames as they arrive, and waiting for one of them. */
const inbox = () => {
  const frames: ServerFrame[] = []
  const next: TestDevice['next'] = async (t, match = () => true) => {
    const find = () => frames.find((frame) => frame.t === t && match(frame as never))
    await expect.poll(find, { timeout: 2_000, interval: 5 }).toBeDefined()
    return find() as never
  }
  return { frames, next }
}

type Connect = (
  server: Server,
  token: string,
  resume: { conversationId: Uuid; afterSeq: number }[],
) => Promise<TestDevice | Refusal>

const overWebSocket: Connect = async (server, token, resume) => {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/visitor`)
  const { frames, next } = inbox()
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  socket.on('error', () => {})
  await new Promise((done) => socket.once('open', done))
  const closed = new Promise<string>((done) => socket.once('close', (code, reason) => done(`${code} ${reason}`)))
  const send = async (frame: object | string) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  await send({ t: 'hello', v: 1, token, resume })
  const first = await Promise.race([next('welcome'), closed])
  if (typeof first !== 'string') return { frames, next, send, close: () => socket.close() }
  expect(first).toMatch(/^4401/)
  return { refused: (frames[0] as ServerFrameOf<'refused'>).problem.code }
}

/** POST up, answers into the same inbox; a refused token as the servers tells it. */
const poster = (server: Server, token: string, frames: ServerFrame[]) => async (frame: object | string) => {
  const reply = await fetch(`${server.url}/live/visitor/frames`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof frame === 'string' ? frame : JSON.stringify(frame),
  })
  if (reply.status !== 202) throw new Error(`status ${reply.status}`)
  frames.push(...((await reply.json()) as { frames: ServerFrame[] }).frames)
}
const seenText = (resume: { conversationId: Uuid; afterSeq: number }[]) =>
  resume.map(({ conversationId, afterSeq }) => `${conversationId}:${afterSeq}`).join()

const overSse: Connect = async (server, token, resume) => {
  const abort = new AbortController()
  const { frames, next } = inbox()
  const reply = await fetch(`${server.url}/live/visitor/events?token=${token}&resume=${seenText(resume)}`, {
    signal: abort.signal,
  })
  if (!reply.ok) return { refused: ((await reply.json()) as { code: string }).code }
  void readEvents(
    reply.body!,
    (data) => frames.push(JSON.parse(data)),
    () => {},
  ).catch(() => {})
  await next('welcome')
  return { frames, next, send: poster(server, token, frames), close: () => abort.abort() }
}

const overPoll: Connect = async (server, token, resume) => {
  const session = ids.uuid()
  const abort = new AbortController()
  const { frames, next } = inbox()
  const ask = async (more: string) =>
    fetch(`${server.url}/live/visitor/poll?session=${session}&resume=${seenText(resume)}${more}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: abort.signal,
    })
  const reply = await ask('&hello=1')
  const body = (await reply.json()) as { frames: ServerFrame[]; code: string }
  if (!reply.ok) return { refused: body.code }
  frames.push(...body.frames)
  const loop = async () => {
    while (!abort.signal.aborted) {
      const more = (await (await ask('')).json()) as { frames: ServerFrame[] }
      frames.push(...more.frames)
    }
  }
  loop().catch(() => {})
  await next('welcome')
  return { frames, next, send: poster(server, token, frames), close: () => abort.abort() }
}

const startBench = (connect: Connect) => async (): Promise<LiveBench & { stop(): Promise<void> }> => {
  const server = await startServer()
  const agent = staffNamed('Lin')
  return {
    connect: (token, resume = []) => connect(server, token, resume),
    token: (person, tenant = 'ours') => {
      const known: Visitor = {
        kind: 'visitor',
        tenant: TENANTS[tenant],
        inboxId: ids.uuid(),
        contactId: ids.uuid(),
        verified: false,
      }
      if (!server.visitors.has(person)) server.visitors.set(person, known)
      return person
    },
    expiredToken: () => {
      server.visitors.set('old', 'expired')
      return 'old'
    },
    stored: () => server.stored,
    say: async (conversationId, value, note = false) => {
      await server.parts.reply(agent, { conversationId, id: ids.uuid(), parts: [{ kind: 'text', text: value }], note })
    },
    id: () => ids.uuid(),
    stop: server.stop,
  }
}

liveContract('WebSocket', startBench(overWebSocket))
liveContract('SSE', startBench(overSse))
liveContract('long poll', startBench(overPoll))

describe('the client on a real server', () => {
  test.each(['websocket', 'sse', 'poll'] as const)(
    'sends, is answered, and survives a drain over %s',
    async (transport) => {
      const server = await startServer()
      const visitor: Visitor = {
        kind: 'visitor',
        tenant: TENANTS.ours,
        inboxId: ids.uuid(),
        contactId: ids.uuid(),
        verified: false,
      }
      server.visitors.set('ann', visitor)
      const got: string[] = []
      const client = connectVisitor({
        url: server.url,
        token: 'ann',
        transports: [transport],
        WebSocket: WebSocket as never,
        onMessage: (message) =>
          got.push(`${message.seq} ${message.parts[0]!.kind === 'text' ? message.parts[0]!.text : ''}`),
      })
      try {
        await client.send([{ kind: 'text', text: 'a' }]).acked
        await expect.poll(() => got).toEqual(['1 a', '2 re: a'])
        await server.hub.drain(50)
        await client.send([{ kind: 'text', text: 'b' }]).acked
        await expect.poll(() => got, { timeout: 3_000 }).toEqual(['1 a', '2 re: a', '3 b', '4 re: b'])
      } finally {
        client.close()
        await server.stop()
      }
    },
  )
})

describe('a visitor', () => {
  test('who says nothing is closed; before hello nothing else is answered', async () => {
    const server = await startServer()
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/visitor`)
    const { frames, next } = inbox()
    socket.on('message', (data) => frames.push(JSON.parse(String(data))))
    const closed = new Promise<number>((done) => socket.once('close', done))
    await new Promise((done) => socket.once('open', done))
    socket.send(JSON.stringify({ t: 'resume', conversationId: ids.uuid(), afterSeq: 0 }))
    expect((await next('refused')).problem.code).toBe('frame.hello-first')
    expect(await closed).toBe(4401)
    await server.stop()
  })
  test('resumes an event stream by the id of the last event', async () => {
    const server = await startServer()
    const device = (await overSse(server, tokenFor(server, 'ann'), [])) as TestDevice
    await device.send({ t: 'send', id: ids.uuid(), parts: [{ kind: 'text', text: 'hi' }] })
    const { conversationId } = await device.next('ack')
    const reply = await fetch(`${server.url}/live/visitor/events?token=ann`, {
      headers: { 'last-event-id': `${conversationId}:1` },
    })
    const { frames, next } = inbox()
    void readEvents(
      reply.body!,
      (data) => frames.push(JSON.parse(data)),
      () => {},
    ).catch(() => {})
    await next('replay')
    expect(seqsOf(frames)).toEqual([2])
    await server.stop()
  })
  test.each([
    ['', []],
    ['junk', []],
    [`${TENANTS.ours}:x`, []],
    [
      `${TENANTS.ours}:3,nonsense,${TENANTS.other}:0`,
      [
        { conversationId: TENANTS.ours, afterSeq: 3 },
        { conversationId: TENANTS.other, afterSeq: 0 },
      ],
    ],
  ])('a cursor %j is read', (text, seen) => {
    expect(readSeen(text)).toEqual(seen)
  })
})

const tokenFor = (server: Server, name: string): string => {
  server.visitors.set(name, {
    kind: 'visitor',
    tenant: TENANTS.ours,
    inboxId: ids.uuid(),
    contactId: ids.uuid(),
    verified: false,
  })
  return name
}
const openDeskSocket = async (server: Server, staff: Staff) => {
  server.desks.set(staff.name, staff)
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/desk`, { headers: { cookie: staff.name } })
  const { frames, next } = inbox()
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await new Promise((done, fail) => socket.once('open', done).once('error', fail))
  const send = (frame: object) => socket.send(JSON.stringify(frame))
  send({ t: 'hello', v: 1 })
  await next('welcome')
  return { frames, next, send, close: () => socket.close() }
}

describe('a desk', () => {
  const withConversation = async () => {
    const server = await startServer()
    const visitor = (await overWebSocket(server, tokenFor(server, 'ann'), [])) as TestDevice
    await visitor.send({ t: 'send', id: ids.uuid(), parts: [{ kind: 'text', text: 'hi' }] })
    const { conversationId } = await visitor.next('ack')
    return { server, visitor, conversationId }
  }
  test('watches, replies, writes notes; the customer sees replies only', async () => {
    const { server, visitor, conversationId } = await withConversation()
    const lin = await openDeskSocket(server, staffNamed('Lin'))
    lin.send({ t: 'watch', conversationId, afterSeq: 0 })
    expect((await lin.next('replay')).messages.map(({ seq }) => seq)).toEqual([1, 2])
    const id = ids.uuid()
    lin.send({ t: 'reply', id: ids.uuid(), conversationId, parts: [{ kind: 'text', text: 'inside' }], note: true })
    lin.send({ t: 'reply', id, conversationId, parts: [{ kind: 'text', text: 'hello' }], note: false })
    expect(await lin.next('ack', (ack) => ack.id === id)).toMatchObject({ seq: 4, duplicate: false })
    await visitor.next('message', (frame) => frame.message.id === id)
    expect(visitor.frames.filter((frame) => frame.t === 'message' && frame.message.note)).toEqual([])
    expect(seqsOf(lin.frames)).toEqual([1, 2, 3, 4])
    await server.stop()
  })
  test('typing is seen by the other side, not by oneself; presence says who watches', async () => {
    const { server, visitor, conversationId } = await withConversation()
    const [lin, mei] = [
      await openDeskSocket(server, staffNamed('Lin')),
      await openDeskSocket(server, staffNamed('Mei')),
    ]
    lin.send({ t: 'watch', conversationId, afterSeq: 0 })
    mei.send({ t: 'watch', conversationId, afterSeq: 0 })
    for (const desk of [lin, mei]) await desk.next('presence', (frame) => frame.staff.length === 2)
    lin.send({ t: 'typing', conversationId, on: true })
    expect((await visitor.next('typing')).author).toMatchObject({ kind: 'agent', name: 'Lin' })
    await mei.next('typing', (frame) => frame.author.name === 'Lin')
    await visitor.send({ t: 'typing', conversationId, on: true })
    await lin.next('typing', (frame) => frame.author.kind === 'customer')
    expect(lin.frames.filter((frame) => frame.t === 'typing' && frame.author.kind === 'agent')).toEqual([])
    mei.close()
    await lin.next('presence', (frame) => frame.staff.length === 1 && frame.staff[0]!.name === 'Lin')
    await server.stop()
  })
  test('a viewer reads and may not write; another workspace sees nothing; a page elsewhere may not connect', async () => {
    const { server, visitor, conversationId } = await withConversation()
    const viewer = await openDeskSocket(server, staffNamed('Vic', 'viewer'))
    viewer.send({ t: 'watch', conversationId, afterSeq: 0 })
    await viewer.next('replay')
    for (const frame of [
      { t: 'reply', id: ids.uuid(), conversationId, parts: [{ kind: 'text', text: 'x' }], note: false },
      { t: 'reply', id: ids.uuid(), conversationId, parts: [{ kind: 'text', text: 'x' }], note: true },
      { t: 'read', conversationId, seq: 1 },
      { t: 'typing', conversationId, on: true },
      { t: 'recall', conversationId, messageId: ids.uuid() },
    ])
      viewer.send(frame)
    await expect
      .poll(
        () => viewer.frames.filter((frame) => frame.t === 'refused' && frame.problem.code === 'auth.forbidden').length,
      )
      .toBe(5)
    const foreign = await openDeskSocket(server, { ...staffNamed('Eve', 'owner'), tenant: TENANTS.other })
    foreign.send({ t: 'watch', conversationId, afterSeq: 0 })
    expect((await foreign.next('refused')).problem.code).toBe('conversation.not-found')
    await visitor.send({ t: 'send', id: ids.uuid(), parts: [{ kind: 'text', text: 'more' }] })
    await viewer.next('message')
    expect(foreign.frames.some((frame) => frame.t === 'message')).toBe(false)
    const dial = (options: object) =>
      new Promise<number>((done) => {
        const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/desk`, options)
        socket.on('error', () => {})
        socket.on('unexpected-response', (_, reply) => done(reply.statusCode ?? 0))
        socket.on('open', () => done(101))
      })
    expect(await dial({ headers: { cookie: 'Vic', origin: 'https://evil.test' } })).toBe(403)
    expect(await dial({})).toBe(401)
    await server.stop()
  })
  test('is shown out when the colleague is removed or gets another role', async () => {
    const server = await startServer()
    const lin = staffNamed('Lin')
    const desk = await openDeskSocket(server, lin)
    const subject = `facts.${TENANTS.ours}.${lin.staffId}`
    server.parts.bus.publish(subject, { facts: [{ type: 'staff.signed-in' }] })
    desk.send({ t: 'ping' })
    await desk.next('pong')
    server.parts.bus.publish(subject, { facts: [{ type: 'staff.removed' }] })
    expect(await desk.next('bye')).toMatchObject({ reason: 'auth' })
    await expect.poll(() => server.hub.size).toBe(0)
    await server.stop()
  })
  test('unwatch ends it', async () => {
    const { server, visitor, conversationId } = await withConversation()
    const lin = await openDeskSocket(server, staffNamed('Lin'))
    lin.send({ t: 'watch', conversationId, afterSeq: 2 })
    await lin.next('replay')
    lin.send({ t: 'unwatch', conversationId })
    lin.send({ t: 'ping', n: 1 })
    await lin.next('pong')
    await visitor.send({ t: 'send', id: ids.uuid(), parts: [{ kind: 'text', text: 'more' }] })
    await visitor.next('message', (frame) => frame.message.seq === 4)
    expect(lin.frames.some((frame) => frame.t === 'message')).toBe(false)
    await server.stop()
  })
})
