import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import { MAX_FRAME_BYTES, type ServerFrame, VISITOR_FRAMES } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { silentLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import type { LiveConnection } from './device.ts'
import { createHub } from './hub.ts'
import { attachWebSockets, type SocketEndpoint, type WebSocketParts } from './websocket.ts'

const TENANT = '019a0000-0000-7000-8000-000000000001'
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

type Endpoint = SocketEndpoint<typeof VISITOR_FRAMES>
const start = async (endpoint: Partial<Endpoint> = {}, more: Partial<WebSocketParts> = {}) => {
  const server: Server = createServer()
  const metrics = createMetrics({ processMetrics: false })
  const hub = createHub({ log: silentLog, metrics, maxBufferedBytes: 256 * 1024 })
  const sockets = attachWebSockets({ server, hub, log: silentLog, metrics, ...more })
  const connections: LiveConnection[] = []
  sockets.add({
    path: '/live',
    frames: VISITOR_FRAMES,
    allowsOrigin: (origin) => origin !== 'https://evil.example',
    admit: async () => ({ tenant: TENANT, principal: { kind: 'anyone' } }),
    open: (connection) => {
      connections.push(connection)
      connection.join('all')
      return (frame) => {
        if (frame.t === 'ping') connection.send({ t: 'pong', serverTime: '', ...(frame.n && { n: frame.n }) })
        if (frame.t === 'person') throw problem('conversation.not-found')
        if (frame.t === 'recall') throw new Error('secret cause')
      }
    },
    ...endpoint,
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  closers.push(() => {
    sockets.close()
    server.closeAllConnections()
    server.close()
  })
  return { server, hub, port, sockets, connections, url: `ws://127.0.0.1:${port}/live` }
}

const dial = async (url: string, options: object = {}) => {
  const socket = new WebSocket(url, options)
  const frames: ServerFrame[] = []
  const waiters: (() => void)[] = []
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    for (const wake of waiters.splice(0)) wake()
  })
  const closed = new Promise<number>((done) => socket.on('close', done))
  await new Promise((done, fail) => socket.once('open', done).once('error', fail))
  closers.push(() => socket.terminate())
  const until = async (count: number) => {
    while (frames.length < count) await new Promise<void>((wake) => waiters.push(wake))
    return frames
  }
  return { socket, frames, until, closed, say: (value: unknown) => socket.send(JSON.stringify(value)) }
}
const refusalOf = (url: string, headers: object = {}) =>
  new Promise<[number | undefined, string]>((done) => {
    const socket = new WebSocket(url, { headers: { ...headers } })
    socket.on('error', () => {})
    socket.on('unexpected-response', (_request, reply) => {
      let body = ''
      reply.on('data', (chunk) => {
        body += chunk
      })
      reply.on('end', () => done([reply.statusCode, JSON.parse(body).code]))
    })
  })

describe('handshake', () => {
  it('is refused with a status and a code', async () => {
    const { url, port } = await start({
      admit: async (request) => {
        if (request.url?.includes('broken')) throw new Error('cause')
        throw problem('token.expired')
      },
    })
    expect(await refusalOf(url)).toEqual([401, 'token.expired'])
    expect(await refusalOf(`${url}?broken`)).toEqual([500, 'server.error'])
    expect(await refusalOf(`ws://127.0.0.1:${port}/elsewhere`)).toEqual([404, 'request.not-found'])
    expect(await refusalOf(url, { origin: 'https://evil.example' })).toEqual([403, 'inbox.origin-refused'])
  })

  it('is refused while draining', async () => {
    const { url } = await start({}, { isDraining: () => true })
    expect(await refusalOf(url)).toEqual([503, 'server.draining'])
  })

  it('survives callers that vanish during it', async () => {
    let admitted = () => {}
    const waiting = new Promise<void>((done) => {
      admitted = done
    })
    const { hub, port, url } = await start({
      admit: async () => {
        await waiting
        return { tenant: TENANT, principal: { kind: 'anyone' } }
      },
    })
    const raw = connect(port, '127.0.0.1')
    raw.write(
      'GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await new Promise((done) => setTimeout(done, 30))
    raw.resetAndDestroy()
    await new Promise((done) => setTimeout(done, 30))
    admitted()
    const { until, say } = await dial(url)
    say({ t: 'ping', n: 1 })
    await until(1)
    expect(hub.size).toBe(1)
  })
})

describe('frames', () => {
  it('that are malformed, unknown or wrong are refused with the path, and the socket stays open', async () => {
    const { url } = await start()
    const { socket, say, until } = await dial(url)
    socket.send('{"t":')
    say({ t: 'launch' })
    say({ t: '__proto__' })
    say({ t: 'typing', conversationId: TENANT, on: 'yes' })
    say({ t: 'send', id: TENANT, parts: [{ kind: 'text', text: 'a', bold: 1 }] })
    socket.send(Buffer.from([1, 2, 3]))
    say({ t: 'person', id: TENANT })
    say({ t: 'recall', conversationId: TENANT, messageId: TENANT })
    say({ t: 'ping', n: 7 })
    const frames = await until(9)
    const told = frames.map((frame) =>
      frame.t === 'refused' ? [frame.problem.code, frame.problem.path, frame.ref] : frame.t,
    )
    expect(told.sort()).toEqual(
      [
        ['request.invalid', '', undefined],
        ['frame.unknown', '/t', undefined],
        ['frame.unknown', '/t', undefined],
        ['request.invalid', '/on', undefined],
        ['request.invalid', '/parts/0/bold', TENANT],
        ['request.unsupported-type', undefined, undefined],
        ['conversation.not-found', undefined, TENANT],
        ['server.error', undefined, TENANT],
        'pong',
      ].sort(),
    )
    expect(JSON.stringify(frames)).not.toContain('secret cause')
  })

  it('of any kind never crash the server', async () => {
    const { url } = await start({}, { rate: { perSecond: 1e6, burst: 1e6 } })
    const { socket, until } = await dial(url)
    const junk = fc.sample(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array()), {
      numRuns: 300,
      seed: 7,
    })
    for (const each of junk) socket.send(each)
    expect((await until(300)).every((frame) => frame.t === 'refused')).toBe(true)
  })

  it('that are too large close the socket, nobody else’s', async () => {
    const { url } = await start()
    const [big, other] = [await dial(url), await dial(url)]
    big.socket.send('x'.repeat(MAX_FRAME_BYTES + 1))
    expect(await big.closed).toBe(1009)
    other.say({ t: 'ping', n: 1 })
    expect((await other.until(1))[0]?.t).toBe('pong')
  })

  it('over the rate are refused with the time to wait, and floods are cut off', async () => {
    const { url } = await start({}, { rate: { perSecond: 1, burst: 2 } })
    const { say, until, closed } = await dial(url)
    for (let n = 1; n <= 3; n++) say({ t: 'ping', n })
    const frames = await until(3)
    const refused = frames.find((frame) => frame.t === 'refused')
    expect(refused).toMatchObject({ problem: { code: 'rate.limited' } })
    expect(refused?.t === 'refused' && (refused.retryAfterMs ?? 0)).toBeGreaterThan(500)
    for (let n = 0; n < 600; n++) say({ t: 'ping' })
    expect(await closed).toBe(4429)
  })

  it('of one device are handled one after another', async () => {
    const seen: number[] = []
    const { url } = await start({
      open: (connection) => async (frame) => {
        if (frame.t !== 'ping') return
        await new Promise((done) => setTimeout(done, frame.n === 1 ? 40 : 0))
        seen.push(frame.n ?? 0)
        connection.send({ t: 'pong', serverTime: '' })
      },
    })
    const { say, until } = await dial(url)
    for (let n = 1; n <= 5; n++) say({ t: 'ping', n })
    await until(5)
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })
})

describe('writes', () => {
  it('are one system call a tick and socket, each frame its own message', async () => {
    const { url, hub, server } = await start()
    const calls = new Map<Socket, number>()
    server.prependListener('upgrade', (_request, socket) => {
      if (!(socket instanceof Socket)) return
      for (const name of ['_write', '_writev'] as const) {
        const original = (socket[name] as (...args: unknown[]) => void).bind(socket)
        socket[name] = (...args: unknown[]) => {
          calls.set(socket, (calls.get(socket) ?? 0) + 1)
          original(...args)
        }
      }
    })
    const clients = [await dial(url), await dial(url)]
    await new Promise((done) => setTimeout(done, 20))
    calls.clear()
    for (let n = 0; n < 10; n++) hub.toRoom('all', { t: 'pong', n, serverTime: '' })
    for (const client of clients)
      expect((await client.until(10)).map((frame) => frame.t === 'pong' && frame.n)).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
      ])
    expect([...calls.values()]).toEqual([1, 1])
  })

  it('to a device that does not read end with bye slow; the others keep receiving', async () => {
    const { url, hub } = await start()
    const [slow, quick] = [await dial(url), await dial(url)]
    slow.socket.pause()
    const text = 'x'.repeat(32 * 1024)
    let sent = 0
    while (hub.size === 2 && sent < 2_000) {
      hub.toRoom('all', { t: 'pong', n: ++sent, serverTime: text })
      await new Promise((done) => setImmediate(done))
    }
    expect(hub.size).toBe(1)
    expect((await quick.until(sent)).length).toBe(sent)
    slow.socket.resume()
    expect(await slow.closed).toBe(4413)
    expect(slow.frames.at(-1)).toMatchObject({ t: 'bye', reason: 'slow' })
    expect(slow.frames.length).toBeLessThan(sent + 1)
  })

  it('drain: bye, then close 4503', async () => {
    const { url, hub } = await start()
    const client = await dial(url)
    await hub.drain(500)
    expect(await client.closed).toBe(4503)
    expect(client.frames).toEqual([{ t: 'bye', reason: 'draining', retryAfterMs: 500 }])
  })
})

describe('the end', () => {
  it('cuts devices that do not answer the good-bye, so that the server can close', async () => {
    const { url, hub, server, sockets } = await start()
    const client = await dial(url)
    client.socket.pause()
    await hub.drain(500)
    sockets.close()
    await new Promise<void>((done) => server.close(() => done()))
    client.socket.resume()
    expect(await client.closed).toBeGreaterThan(1000)
  })
})

describe('heartbeat', () => {
  it('ends sockets that give no sign of life and keeps those that do', async () => {
    const { url, hub } = await start({}, { heartbeatMs: 60 })
    const alive = await dial(url)
    const dead = await dial(url, { autoPong: false })
    expect(await dead.closed).toBe(1006)
    await expect.poll(() => hub.size).toBe(1)
    expect(alive.socket.readyState).toBe(WebSocket.OPEN)
  })
})
