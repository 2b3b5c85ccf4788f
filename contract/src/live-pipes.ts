// Three ways to carry live frames: WebSocket, SSE down with POST up, long poll. All speak the same frames.

import type { Static } from 'typebox'
import type { Hello, ServerFrame, VisitorFrame } from './live.ts'

export type TransportName = 'websocket' | 'sse' | 'poll'
export type HelloFrame = Static<typeof Hello>
export type SeenUpTo = NonNullable<HelloFrame['resume']>[number]

export interface Pipe {
  /** Frames are delivered in order or the pipe closes. */
  send(frame: VisitorFrame): void
  close(): void
}
export interface PipeEvents {
  frame(frame: ServerFrame): void
  /** Something arrived, if only a heartbeat. */
  alive(): void
  /** Once. `code` is the WebSocket close code or HTTP status, where there was one. */
  closed(code?: number): void
}
export interface PipeParts {
  /** Origin of the server, `https://…`; '' for the page's own. */
  readonly url: string
  readonly fetch: typeof fetch
  readonly WebSocket: (new (url: string) => WebSocketLike) | undefined
}
export interface WebSocketLike {
  onopen: ((event: never) => void) | null
  onmessage: ((event: { data: unknown } & never) => void) | null
  onclose: ((event: { code: number } & never) => void) | null
  onerror: ((event: never) => void) | null
  send(text: string): void
  close(code?: number): void
}
export type OpenPipe = (parts: PipeParts, hello: HelloFrame, seen: () => SeenUpTo[], events: PipeEvents) => Pipe

const readJson = (text: string): ServerFrame | undefined => {
  try {
    return JSON.parse(text) as ServerFrame
  } catch {
    return undefined
  }
}

export const websocketPipe: OpenPipe = (parts, hello, _seen, events) => {
  if (parts.WebSocket === undefined) throw new Error('no WebSocket here')
  // Older browsers want a whole address.
  const origin = parts.url || (globalThis as { location?: { origin: string } }).location?.origin || ''
  const socket = new parts.WebSocket(`${origin.replace(/^http/, 'ws')}/live/visitor`)
  let open = false
  const early: VisitorFrame[] = []
  const write = (frame: VisitorFrame) => (open ? socket.send(JSON.stringify(frame)) : early.push(frame))
  socket.onopen = () => {
    open = true
    write(hello)
    for (const frame of early.splice(0)) write(frame)
  }
  socket.onmessage = ({ data }: { data: unknown }) => {
    events.alive()
    const frame = readJson(String(data))
    if (frame === undefined) socket.close()
    else events.frame(frame)
  }
  socket.onclose = ({ code }: { code: number }) => events.closed(code)
  socket.onerror = () => {}
  return { send: write, close: () => socket.close(1000) }
}

interface Wire {
  get(path: string): Promise<Response>
  up: Pipe
  over: () => boolean
  fail(code?: number): void
}

/** What SSE and long poll share: frames go up by POST, one request at a time, replies come back with it. */
const httpWire = (parts: PipeParts, hello: HelloFrame, events: PipeEvents): Wire => {
  const abort = new AbortController()
  const headers = { authorization: `Bearer ${hello.token ?? ''}`, 'content-type': 'application/json' }
  const queue: VisitorFrame[] = []
  let over = false
  let busy = false
  const fail = (code?: number) => {
    if (over) return
    over = true
    abort.abort()
    events.closed(code)
  }
  const flush = async () => {
    if (busy || over || queue.length === 0) return
    busy = true
    try {
      const body = JSON.stringify(queue.splice(0, 20))
      const reply = await parts.fetch(`${parts.url}/live/visitor/frames`, {
        method: 'POST',
        headers,
        body,
        signal: abort.signal,
      })
      if (!reply.ok) return fail(reply.status)
      const { frames } = (await reply.json()) as { frames: ServerFrame[] }
      events.alive()
      for (const frame of frames) if (!over) events.frame(frame)
    } catch {
      return fail()
    } finally {
      busy = false
    }
    void flush()
  }
  return {
    get: (path) => parts.fetch(`${parts.url}${path}`, { headers, signal: abort.signal }),
    over: () => over,
    fail,
    up: {
      send: (frame) => {
        queue.push(frame)
        // One turn later, so that frames sent together travel together.
        void Promise.resolve().then(flush)
      },
      close: () => fail(1000),
    },
  }
}

const question = (hello: HelloFrame, seen: readonly SeenUpTo[] = [], more = '') =>
  `?resume=${seen.map(({ conversationId, afterSeq }) => `${conversationId}:${afterSeq}`).join()}${hello.locale === undefined ? '' : `&locale=${hello.locale}`}${more}`

/** Hands each `data:` line of an event stream on; comments only count as life. */
export const readEvents = async (body: ReadableStream<Uint8Array>, data: (text: string) => void, alive: () => void) => {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    alive()
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data:')) data(line.slice(5).trim())
  }
}

export const ssePipe: OpenPipe = (parts, hello, _seen, events) => {
  const wire = httpWire(parts, hello, events)
  const listen = async () => {
    const reply = await wire.get(`/live/visitor/events${question(hello, hello.resume)}`)
    if (!reply.ok || reply.body === null) return wire.fail(reply.status)
    const hand = (text: string) => {
      if (!wire.over()) events.frame(JSON.parse(text) as ServerFrame)
    }
    await readEvents(reply.body, hand, events.alive)
    wire.fail()
  }
  listen().catch(() => wire.fail())
  return wire.up
}

export const pollPipe: OpenPipe = (parts, hello, seen, events) => {
  const wire = httpWire(parts, hello, events)
  const listen = async () => {
    // Names this line, so that the server keeps what arrives between two polls.
    const session = `&session=${Math.random().toString(36).slice(2)}`
    for (let first = true; !wire.over(); first = false) {
      const askedAt = Date.now()
      const reply = await wire.get(
        `/live/visitor/poll${question(hello, first ? hello.resume : seen(), first ? `${session}&hello=1` : session)}`,
      )
      if (!reply.ok) return wire.fail(reply.status)
      const { frames } = (await reply.json()) as { frames: ServerFrame[] }
      events.alive()
      for (const frame of frames) if (!wire.over()) events.frame(frame)
      // An empty answer at once comes from something in between; asking again at once would hammer it.
      if (frames.length === 0 && Date.now() - askedAt < 1_000) await new Promise((done) => setTimeout(done, 1_000))
    }
  }
  listen().catch(() => wire.fail())
  return wire.up
}

export const PIPES: Readonly<Record<TransportName, OpenPipe>> = {
  websocket: websocketPipe,
  sse: ssePipe,
  poll: pollPipe,
}
