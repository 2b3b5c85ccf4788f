// A stand-in for the server: serves the built widget and a shop page, speaks the visitor's live frames, and can cut sockets,
// refuse, or stay silent when a test asks. Keeps what it stored, so "shown once" and "stored once" can be told apart.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { buffer, json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Conversation, ConversationStatus, Message } from '@ballast/contract/conversation'
import { type ServerFrame, VISITOR_FRAMES, type VisitorFrame } from '@ballast/contract/live'
import type { Look } from '@ballast/contract/look'
import type { Part } from '@ballast/contract/parts'
import { Problem, type ProblemCode } from '@ballast/contract/problems'
import { startVisit } from '@ballast/contract/routes/inboxes'
import { type Expectation, readExpectation } from '@ballast/contract/routes/visits'
import { Compile } from 'typebox/compile'
import { WebSocketServer } from 'ws'
import { createMockChanges } from './mock-changes.ts'

const STOREFRONT = fileURLToPath(new URL('../../demo/storefront', import.meta.url))
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}
/** As strict as the real server means to be: a style or script that needs more breaks here first. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:; media-src 'self' blob:; connect-src 'self' ws:; frame-ancestors 'self'; base-uri 'none'"
/** As the real server sends it: in the frame the microphone, and nothing else, may be asked for. */
const PERMISSIONS = 'camera=(), microphone=(self), geolocation=(), payment=(), usb=()'
const CHECK_VISIT = Compile(startVisit.reply)
const CHECK_EXPECTATION = Compile(readExpectation.reply)
const CHECKS = Object.fromEntries(Object.entries(VISITOR_FRAMES).map(([name, schema]) => [name, Compile(schema)]))

export interface MockOptions {
  /** Folder of the built widget. */
  dist: string
  /** Parts the bot answers with, or null for silence. */
  answer?: (text: string) => Part[] | null
  locale?: string
  /** Whether a transcript can be sent by mail; yes unless said. */
  mail?: boolean
  look?: Look
  /** Sites that may show the panel in a frame, as a policy writes them. */
  ancestors?: string
  /** More answers by exact path, for the shop's own addresses. */
  json?: Record<string, (url: URL) => unknown>
}

/** Matroska, which is what Chromium records into, or else a picture. */
const mimeOf = (content: Buffer) =>
  content.toString('latin1', 0, 4) === '\x1a\x45\xdf\xa3' ? 'audio/webm' : 'image/png'

/** A connected device, whatever carries its frames. */
interface Device {
  send(frame: ServerFrame): void
  cut(): void
}

export const startMock = async (options: MockOptions) => {
  const conversationId = randomUUID()
  const contactId = randomUUID()
  const stored: Message[] = []
  const byClientId = new Map<string, number>()
  const frames: VisitorFrame[] = []
  const broken: string[] = []
  const visits: { token?: string; identity?: string; locale?: string }[] = []
  const devices = new Set<Device>()
  const files = new Map<string, Buffer>()
  let expectation: Expectation = { open: true, opensAt: null, staffed: true, waiting: 2, waitMs: 170_000 }
  let expectationsRead = 0
  let attributes = 'data-inbox="demo"'
  let age = 0
  let status: ConversationStatus = 'bot'
  let version = 0
  let swallow = 0
  let refuseNext: { code: string; retryAfterMs?: number } | null = null
  let customerReadSeq = 0
  const mails: string[] = []
  let mailRefused: string | null = null

  const now = () => new Date(Date.now() - age).toISOString()
  const conversation = (): Conversation => ({
    id: conversationId,
    contactId,
    inboxId: contactId,
    channel: 'web',
    status,
    assigneeId: null,
    teamId: null,
    seq: stored.length,
    version,
    locale: 'zh-CN',
    handoverReason: status === 'waiting' ? 'asked' : null,
    waitingSince: status === 'waiting' ? now() : null,
    snoozedUntil: null,
    openedAt: now(),
    updatedAt: now(),
    resolvedAt: null,
    customerReadSeq,
    agentReadSeq: 0,
  })
  const toAll = (frame: ServerFrame) => {
    for (const device of devices) device.send(frame)
  }
  const store = (
    author: Message['author'],
    parts: Part[],
    more: Partial<Pick<Message, 'id' | 'turn' | 'sentAt'>> = {},
  ): Message => {
    const message: Message = {
      id: randomUUID(),
      conversationId,
      seq: stored.length + 1,
      author,
      channel: 'web',
      parts,
      note: false,
      sentAt: now(),
      recalled: false,
      delivery: 'sent',
      ...more,
    }
    stored.push(message)
    version++
    toAll({ t: 'message', message })
    return message
  }
  const setStatus = (next: ConversationStatus) => {
    status = next
    version++
    toAll({ t: 'conversation', conversation: conversation() })
  }
  const answer = (text: string) => {
    const parts = status === 'bot' ? (options.answer?.(text) ?? null) : null
    if (parts === null) return
    toAll({ t: 'typing', conversationId, author: { kind: 'bot', name: '小舟' }, on: true })
    setTimeout(() => store({ kind: 'bot', name: '小舟' }, parts, { turn: { outcome: 'answered' } }), 120)
  }
  const onSend = (device: Device, frame: Extract<VisitorFrame, { t: 'send' }>) => {
    if (refuseNext !== null) {
      const { code, retryAfterMs } = refuseNext
      refuseNext = null
      const refused: ServerFrame = { t: 'refused', ref: frame.id, problem: { code, status: 429, message: code } }
      return device.send(retryAfterMs === undefined ? refused : { ...refused, retryAfterMs })
    }
    const before = byClientId.get(frame.id)
    const message =
      before === undefined ? store({ kind: 'customer' }, frame.parts, { id: frame.id }) : stored[before - 1]!
    byClientId.set(frame.id, message.seq)
    const ack: ServerFrame = {
      t: 'ack',
      id: frame.id,
      conversationId,
      messageId: message.id,
      seq: message.seq,
      sentAt: message.sentAt,
      duplicate: before !== undefined,
    }
    // A cut between COMMIT and acknowledgement: stored, but the visitor cannot know.
    if (swallow > 0) {
      swallow--
      return device.cut()
    }
    device.send(ack)
    if (before === undefined) answer(frame.parts[0]?.kind === 'text' ? frame.parts[0].text : '')
  }
  const replay = (device: Device, afterSeq: number) => {
    const messages = stored.filter(({ seq }) => seq > afterSeq)
    device.send({ t: 'replay', conversationId, afterSeq, messages, lastSeq: stored.length, complete: true })
  }
  const changes = createMockChanges({ conversationId, stored, toAll, store })
  const onFrame = (device: Device, frame: VisitorFrame) => {
    frames.push(frame)
    if (!CHECKS[frame.t]?.Check(frame)) broken.push(JSON.stringify(frame))
    if (frame.t === 'hello') {
      const known = stored.length > 0 ? conversation() : null
      const welcome: ServerFrame = {
        t: 'welcome',
        v: 2,
        serverTime: now(),
        heartbeatMs: 20_000,
        contactId,
        conversation: known,
      }
      device.send(welcome)
      for (const { afterSeq } of frame.resume ?? []) replay(device, afterSeq)
    } else if (frame.t === 'resume') replay(device, frame.afterSeq)
    else if (frame.t === 'send') onSend(device, frame)
    else if (frame.t === 'read') {
      customerReadSeq = Math.max(customerReadSeq, frame.seq)
      toAll({ t: 'read', conversationId, by: 'customer', seq: customerReadSeq })
    } else if (changes.take(device, frame)) return
    else if (frame.t === 'person') {
      setStatus('waiting')
      store({ kind: 'system' }, [{ kind: 'system', code: 'handed-over' }])
      const seq = store({ kind: 'system' }, [{ kind: 'system', code: 'queue-position', position: 3 }]).seq
      const ack: ServerFrame = {
        t: 'ack',
        id: frame.id,
        conversationId,
        messageId: stored.at(-1)!.id,
        seq,
        sentAt: now(),
        duplicate: false,
      }
      device.send(ack)
    }
  }

  const serveFile = async (reply: ServerResponse, folder: string, name: string) => {
    const body = await readFile(join(folder, name)).catch(() => null)
    if (body === null) return reply.writeHead(404).end()
    reply.writeHead(200, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'content-security-policy': CSP.replace(
        "frame-ancestors 'self'",
        `frame-ancestors ${options.ancestors ?? "'self'"}`,
      ),
      'permissions-policy': PERMISSIONS,
    })
    reply.end(body)
  }
  const sendJson = (reply: ServerResponse, value: unknown) => {
    reply.writeHead(200, { 'content-type': 'application/json' })
    reply.end(JSON.stringify(value))
  }
  const picture = (reply: ServerResponse, id: string) => {
    const hue = [...id].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 360
    reply.writeHead(200, { 'content-type': 'image/svg+xml' })
    reply.end(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="hsl(${hue} 28% 84%)"/><circle cx="200" cy="210" r="96" fill="hsl(${hue} 30% 58%)"/></svg>`,
    )
  }
  /** Server-sent events: the hello is in the address. */
  const onEvents = (reply: ServerResponse, url: URL) => {
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    const device: Device = {
      send: (frame) => reply.write(`data: ${JSON.stringify(frame)}\n\n`),
      cut: () => reply.destroy(),
    }
    devices.add(device)
    reply.on('close', () => devices.delete(device))
    const resume = (url.searchParams.get('resume') ?? '').split(',').filter(Boolean)
    onFrame(device, {
      t: 'hello',
      v: 1,
      resume: resume.map((pair) => ({ conversationId: pair.split(':')[0]!, afterSeq: Number(pair.split(':')[1]) })),
    })
  }
  const onFrames = async (request: IncomingMessage, reply: ServerResponse) => {
    const frames: ServerFrame[] = []
    const device: Device = { send: (frame) => frames.push(frame), cut: () => reply.destroy() }
    for (const frame of (await json(request)) as VisitorFrame[]) onFrame(device, frame)
    sendJson(reply, { frames })
  }
  const onVisit = async (request: IncomingMessage, reply: ServerResponse) => {
    const body = (await json(request)) as (typeof visits)[number]
    visits.push(body)
    const inbox = {
      name: '岸边小店',
      botName: '小舟',
      locale: options.locale ?? 'zh-CN',
      look: options.look ?? {},
      mail: options.mail !== false,
      expectation,
    }
    const verified = body.identity !== undefined
    const answer = { token: `token-${visits.length}`, expiresAt: now(), contactId, verified, inbox }
    if (!CHECK_VISIT.Check(answer)) broken.push(JSON.stringify(answer))
    sendJson(reply, answer)
  }
  const onTranscript = async (request: IncomingMessage, reply: ServerResponse) => {
    const { email } = (await json(request)) as { email: string }
    if (!/^Bearer token-/.test(request.headers.authorization ?? '')) return reply.writeHead(401).end('{}')
    const code = mailRefused ?? (/^\S+@\S+\.\S+$/.test(email) ? null : 'mail.address-invalid')
    if (code === null) {
      mails.push(email)
      return sendJson(reply, {})
    }
    const told = new Problem(code as ProblemCode)
    reply.writeHead(told.status, { 'content-type': 'application/problem+json' })
    reply.end(JSON.stringify(told.toBody()))
  }
  const onExpectation = (request: IncomingMessage, reply: ServerResponse) => {
    if (!/^Bearer token-/.test(request.headers.authorization ?? '')) return reply.writeHead(401).end('{}')
    expectationsRead++
    if (!CHECK_EXPECTATION.Check(expectation)) broken.push(JSON.stringify(expectation))
    sendJson(reply, expectation)
  }
  /** Stands in for the sniffing: a name that ends in .svg is refused, a recording is a sound, everything else a picture. */
  const onFile = async (request: IncomingMessage, reply: ServerResponse, url: URL) => {
    const fileId = url.pathname.split('/')[3]
    if (!/^Bearer token-/.test(request.headers.authorization ?? '')) return reply.writeHead(401).end('{}')
    if (request.method === 'GET') {
      const content = files.get(fileId ?? '')
      if (content === undefined) return reply.writeHead(404).end('{}')
      reply.writeHead(200, { 'content-type': mimeOf(content) })
      return reply.end(content)
    }
    const content = await buffer(request)
    const name = url.searchParams.get('name') ?? ''
    if (name.endsWith('.svg')) {
      reply.writeHead(415, { 'content-type': 'application/problem+json' })
      return reply.end(JSON.stringify(new Problem('file.type-refused').toBody()))
    }
    const id = randomUUID()
    files.set(id, content)
    const mime = mimeOf(content)
    const shape = mime === 'image/png' ? { kind: 'image', width: 1, height: 1 } : { kind: 'audio' }
    sendJson(reply, { fileId: id, mime, name, bytes: content.length, ...shape })
  }
  const onRequest = (request: IncomingMessage, reply: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://mock')
    const made = options.json?.[url.pathname]
    if (made !== undefined) return sendJson(reply, made(url))
    if (url.pathname === '/live/visitor/events') return onEvents(reply, url)
    if (url.pathname === '/live/visitor/frames') return void onFrames(request, reply)
    if (url.pathname === '/visit/expectation') return void onExpectation(request, reply)
    if (url.pathname.startsWith('/visit/files')) return void onFile(request, reply, url)
    if (/^\/visit\/conversations\/[\w-]+\/transcript$/.test(url.pathname)) return void onTranscript(request, reply)
    if (url.pathname.startsWith('/visit/')) return void onVisit(request, reply)
    if (url.pathname === '/shop') {
      reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP })
      return reply.end(
        `<!doctype html><html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width"></head><body><main><h1>Shop</h1></main><script async src="/widget/loader.js" ${attributes}></script></body></html>`,
      )
    }
    if (url.pathname.startsWith('/demo/pictures/')) return picture(reply, url.pathname)
    if (url.pathname.startsWith('/widget/'))
      return void serveFile(reply, options.dist, url.pathname.slice('/widget/'.length))
    if (url.pathname.startsWith('/storefront/'))
      return void serveFile(reply, STOREFRONT, url.pathname.slice('/storefront/'.length) || 'index.html')
    reply.writeHead(404).end()
  }

  const http = createServer(onRequest)
  const live = new WebSocketServer({ server: http, path: '/live/visitor' })
  live.on('connection', (socket) => {
    const device: Device = { send: (frame) => socket.send(JSON.stringify(frame)), cut: () => socket.terminate() }
    devices.add(device)
    socket.on('message', (data) => onFrame(device, JSON.parse(String(data)) as VisitorFrame))
    socket.on('close', () => devices.delete(device))
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const { port } = http.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    stored,
    frames,
    visits,
    /** Frames that do not fit the contract. */
    broken,
    store,
    setStatus,
    /** Addresses a transcript was sent to. */
    mails,
    refuseMail: (code: string | null) => {
      mailRefused = code
    },
    /** Refuses, or swallows with its line, the next edit, recall, judgement or rating. */
    refuseChange: changes.refuse,
    swallowRating: changes.swallow,
    partial: (messageId: string, text: string) => toAll({ t: 'partial', conversationId, messageId, text }),
    /** How often the panel asked; what it is told from now on. */
    expectationsRead: () => expectationsRead,
    expect: (next: Partial<Expectation>) => {
      expectation = { ...expectation, ...next }
    },
    /** What the script tag of the shop's page says from now on. */
    tag: (next: string) => {
      attributes = next
    },
    /** The visitor has read all there is. */
    read: () => {
      customerReadSeq = stored.length
    },
    /** Everything from now on happened so long ago. */
    ago: (ms: number) => {
      age = ms
    },
    typing: (on: boolean) => toAll({ t: 'typing', conversationId, author: { kind: 'agent', name: '林小满' }, on }),
    /** The next `count` sends are stored but the socket dies before the acknowledgement. */
    swallowAcks: (count: number) => {
      swallow = count
    },
    refuse: (code: string, retryAfterMs?: number) => {
      refuseNext = retryAfterMs === undefined ? { code } : { code, retryAfterMs }
    },
    cut: () => {
      for (const device of devices) device.cut()
    },
    async close() {
      for (const device of devices) device.cut()
      live.close()
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
}
export type Mock = Awaited<ReturnType<typeof startMock>>
