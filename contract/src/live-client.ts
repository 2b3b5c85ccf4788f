// The visitor's side of the live protocol: for the widget, for `npm run ask`, for the load generator. It ships in the
// widget, so it imports types only. What is sent is kept until acknowledged; what arrives is handed on in order, once.
import type { Message, VisitContext } from './conversation.ts'
import type { LIVE_VERSION, ServerFrame, ServerFrameOf, VisitorFrame } from './live.ts'
import { createLink, type LinkOptions, type LiveState, type Timers } from './live-link.ts'
import { type Arrived, createOrder, type Order } from './live-order.ts'
import { createOutbox, type Kept, type Storage } from './live-outbox.ts'
import { type OpenPipe, PIPES, type PipeParts, type SeenUpTo, type TransportName } from './live-pipes.ts'
import { createSender } from './live-sender.ts'
import type { CustomerPart } from './parts.ts'

export type Ack = ServerFrameOf<'ack'>

/** A send the server will never take; `problem` is its answer. */
export class SendRefused extends Error {
  override readonly name = 'SendRefused'
  readonly problem: ServerFrameOf<'refused'>['problem']
  constructor(problem: ServerFrameOf<'refused'>['problem']) {
    super(problem.code)
    this.problem = problem
  }
}

export interface LiveOptions {
  readonly url: string
  /** A function is asked again when a token has expired. */
  readonly token: string | (() => Promise<string>)
  /** Every frame but `message`, `replay` and `ack`: those arrive as `onMessage` and as the promise of a send. */
  readonly onFrame?: (frame: ServerFrame) => void
  /** Once for each message, by ascending `seq` in a conversation. `changed`: seen before, edited or recalled since. */
  readonly onMessage: (message: Message, changed: boolean) => void
  readonly onState?: (state: LiveState, transport: TransportName) => void
  /** Best first. Default: websocket, sse, poll. */
  readonly transports?: readonly TransportName[]
  readonly locale?: string
  /** Messages of an existing conversation to fetch on a new device. Default 200. */
  readonly history?: number
  /** Keeps unacknowledged sends over a reload; use one key a visitor. */
  readonly storage?: Storage
  readonly random?: () => number
  readonly now?: () => number
  readonly fetch?: typeof fetch
  readonly WebSocket?: PipeParts['WebSocket']
  readonly timers?: Timers
  /** Calls `wake` when trying again is worthwhile; answers the function that stops it. Default: the browser's events. */
  readonly hints?: (wake: () => void) => () => void
  readonly pipes?: Readonly<Record<TransportName, OpenPipe>>
}
export interface LiveClient {
  /** The id stays the same however often it is resent. `acked` rejects with SendRefused, never for weather. */
  send(
    parts: CustomerPart[],
    more?: { context?: VisitContext; inReplyTo?: string; conversationId?: string },
  ): { id: string; acked: Promise<Ack> }
  /** Asks for a person. */
  askForPerson(): { id: string; acked: Promise<Ack> }
  /** Kept and resent like a send. The same id again changes that rating, in the order asked. */
  rate(frame: Extract<VisitorFrame, { t: 'rate' }>): { id: string; acked: Promise<Ack> }
  typing(on: boolean): void
  read(seq: number): void
  /** Edits or recalls an own message, or judges one of the bot: carried only while online. */
  change(frame: Extract<VisitorFrame, { t: 'edit' | 'recall' | 'judge' }>): void
  conversationId(): string | null
  state(): LiveState
  /** The network or the page came back: try now instead of waiting. */
  wake(): void
  close(): void
}

const VERSION: typeof LIVE_VERSION = 6
const ASK_AGAIN_MS = 3_000
/** Messages asked for again on reconnect, to learn of edits and recalls missed meanwhile. */
const OVERLAP = 20
const HISTORY = 200
const PASSING = ['rate.limited', 'server.busy', 'server.draining', 'server.error', 'request.timeout']

/** UUIDv7 from a clock and a source of chance. */
export const uuidV7 = (now: number, random: () => number): string => {
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')
  const time = Math.floor(now).toString(16).padStart(12, '0')
  const variant = (8 + Math.floor(random() * 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`
}

const SYSTEM_TIMERS: Timers = { set: (run, ms) => setTimeout(run, ms), clear: (timer) => clearTimeout(timer as number) }

/** Timers that end with the client, so that a program which closed it can exit. */
const ownTimers = (base: Timers): Timers & { clearAll(): void } => {
  const running = new Set<unknown>()
  const clear = (timer: unknown) => {
    running.delete(timer)
    base.clear(timer)
  }
  const set = (run: () => void, ms: number): unknown => {
    const timer = base.set(() => {
      running.delete(timer)
      run()
    }, ms)
    running.add(timer)
    return timer
  }
  return { set, clear, clearAll: () => [...running].forEach(clear) }
}

type EventSource = {
  addEventListener?(name: string, run: () => void): void
  removeEventListener?(name: string, run: () => void): void
}
/** In a browser: the network is back, or the page is looked at again. Phones freeze sockets of hidden pages. */
export const browserHints = (wake: () => void): (() => void) => {
  const page = globalThis as EventSource & { document?: EventSource & { visibilityState?: string } }
  const seen = () => page.document?.visibilityState === 'visible' && wake()
  page.addEventListener?.('online', wake)
  page.document?.addEventListener?.('visibilitychange', seen)
  return () => {
    page.removeEventListener?.('online', wake)
    page.document?.removeEventListener?.('visibilitychange', seen)
  }
}

const cryptoRandom = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32

/** The conversations this device knows, their order, and the resumes it has asked for. */
const createThreads = (parts: {
  options: LiveOptions
  timers: Timers
  now: () => number
  send: (frame: VisitorFrame) => boolean
}) => {
  const { options, timers, now, send } = parts
  const orders = new Map<string, Order>()
  const askedAt = new Map<string, number>()
  const seen = (overlap: number): SeenUpTo[] =>
    [...orders].slice(-20).map(([conversationId, order]) => ({
      conversationId,
      afterSeq: Math.max(0, order.last() - overlap),
    }))
  const orderOf = (conversationId: string, startAfter = 0): Order => {
    const order = orders.get(conversationId) ?? createOrder(startAfter)
    orders.set(conversationId, order)
    return order
  }
  const ask = (conversationId: string) => {
    const wait = (askedAt.get(conversationId) ?? Number.NEGATIVE_INFINITY) + ASK_AGAIN_MS - now()
    if (wait > 0) return
    askedAt.set(conversationId, now())
    // Without a line the next hello asks.
    if (!send({ t: 'resume', conversationId, afterSeq: orderOf(conversationId).last() })) return
    // The answer may be lost with its connection: ask until nothing is missing.
    timers.set(() => {
      if (orderOf(conversationId).gap()) ask(conversationId)
    }, ASK_AGAIN_MS)
  }
  const hand = (conversationId: string, arrived: Arrived) => {
    for (const message of arrived.fresh) options.onMessage(message, false)
    for (const message of arrived.updated) options.onMessage(message, true)
    if (orderOf(conversationId).gap()) ask(conversationId)
  }
  return { orders, seen, orderOf, ask, hand, forgetAsked: () => askedAt.clear() }
}

type Threads = ReturnType<typeof createThreads>

const onWelcome = (frame: ServerFrameOf<'welcome'>, threads: Threads, history: number) => {
  threads.forgetAsked()
  for (const [id, order] of threads.orders) if (order.gap()) threads.ask(id)
  const conversation = frame.conversation
  if (!conversation || threads.orders.has(conversation.id)) return
  const order = threads.orderOf(conversation.id, Math.max(0, conversation.seq - history))
  if (order.last() < conversation.seq) threads.ask(conversation.id)
}

/** Opens the live line and keeps it open until `close`. */
export const connectVisitor = (options: LiveOptions): LiveClient => {
  const now = options.now ?? Date.now
  const random = options.random ?? cryptoRandom
  const timers = ownTimers(options.timers ?? SYSTEM_TIMERS)
  const outbox = createOutbox(options.storage)
  const threads = createThreads({ options, timers, now, send: (frame) => link.send(frame) })
  const sender = createSender({ outbox, timers, send: (frame) => link.send(frame) })
  let current: string | null = null

  const put = (frame: Kept) => {
    const acked = outbox.put(frame)
    // A caller who does not look at the promise is not punished for a refusal.
    acked.catch(() => {})
    sender.go()
    return { id: frame.id, acked }
  }
  const onRefused = (frame: ServerFrameOf<'refused'>) => {
    const kept = frame.ref === undefined ? undefined : outbox.get(frame.ref)
    if (kept === undefined) return options.onFrame?.(frame)
    const { code } = frame.problem
    if (PASSING.includes(code))
      return sender.later(kept.id, (frame.retryAfterMs ?? 2_000) * (1 + random()), code !== 'server.error')
    outbox.refuse(kept.id, new SendRefused(frame.problem))
    sender.go()
  }
  const onFrame = (frame: ServerFrame) => {
    if (frame.t === 'message') {
      current = frame.message.conversationId
      threads.hand(current, threads.orderOf(current).message(frame.message))
    } else if (frame.t === 'replay') {
      threads.hand(frame.conversationId, threads.orderOf(frame.conversationId).replay(frame))
    } else if (frame.t === 'updated') {
      const { conversationId, seq } = frame.message
      if (seq <= threads.orderOf(conversationId).last()) options.onMessage(frame.message, true)
    } else if (frame.t === 'ack') {
      current = frame.conversationId
      threads.orderOf(frame.conversationId)
      outbox.ack(frame)
      sender.go()
    } else if (frame.t === 'refused') onRefused(frame)
    else {
      if (frame.t === 'welcome') {
        current = frame.conversation?.id ?? current
        onWelcome(frame, threads, options.history ?? HISTORY)
        sender.afresh()
      }
      options.onFrame?.(frame)
    }
  }
  const link = createLink(linkOptions(options, { threads, onFrame, now, random, timers }))
  const unhint = (options.hints ?? browserHints)(link.wake)
  return {
    send: (parts, more = {}) => put({ t: 'send', id: uuidV7(now(), random), parts, ...more }),
    askForPerson: () =>
      put({ t: 'person', id: uuidV7(now(), random), ...(current ? { conversationId: current } : {}) }),
    rate: put,
    typing: (on) => void (current && link.send({ t: 'typing', conversationId: current, on })),
    read: (seq) => void (current && link.send({ t: 'read', conversationId: current, seq })),
    change: (frame) => void link.send(frame),
    conversationId: () => current,
    state: link.state,
    wake: link.wake,
    close: () => {
      unhint()
      link.close()
      timers.clearAll()
    },
  }
}

const linkOptions = (
  options: LiveOptions,
  made: {
    threads: Threads
    onFrame: (frame: ServerFrame) => void
    now: () => number
    random: () => number
    timers: Timers
  },
): LinkOptions => ({
  transports: options.transports ?? ['websocket', 'sse', 'poll'],
  pipes: options.pipes ?? PIPES,
  parts: {
    url: options.url,
    fetch: options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args)),
    WebSocket: options.WebSocket ?? (globalThis.WebSocket as unknown as PipeParts['WebSocket']),
  },
  token: options.token,
  hello: (token) => ({
    t: 'hello',
    v: VERSION,
    token,
    resume: made.threads.seen(OVERLAP),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
  }),
  seen: () => made.threads.seen(0),
  onFrame: made.onFrame,
  onState: options.onState ?? (() => {}),
  now: made.now,
  random: made.random,
  timers: made.timers,
})
