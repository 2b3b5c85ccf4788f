// The live connection of one visitor: says hello, keeps what is unsent until it is acknowledged or refused, comes back
// after every cut with growing, jittered pauses, and asks for what it missed. Frames are those of contract/live.
import type { ServerFrame, ServerFrameOf, VisitorFrame } from '@ballast/contract/live'

type FrameOf<T extends VisitorFrame['t']> = Extract<VisitorFrame, { t: T }>
export type Kept = FrameOf<'send'> | FrameOf<'person'>
/** A frame waiting for its acknowledgement; `at` is when the visitor made it (epoch ms). */
export interface Waiting {
  readonly frame: Kept
  readonly at: number
}
export type LinkState = 'connecting' | 'open' | 'offline'

export interface ConnectionParts {
  readonly url: string
  readonly token: string
  readonly locale: string
  /** How far each thread is known; read anew at every hello. */
  readonly seen: () => { conversationId: string; afterSeq: number }[]
  readonly waiting: readonly Waiting[]
  readonly onFrame: (frame: ServerFrame, willRetry: boolean) => void
  readonly onState: (state: LinkState) => void
  readonly onOutbox: (waiting: readonly Waiting[]) => void
  /** The token is no longer good: start the visit again. */
  readonly onTokenRefused: () => void
}

export interface Connection {
  /** Kept, and sent again with the same id, until the server has stored or refused it. */
  post(frame: Kept): void
  /** Sent now or not at all: typing, read marks, resume. */
  tell(frame: FrameOf<'typing' | 'read' | 'resume'>): void
  close(): void
}

const LIVE_VERSION = 1
const AUTH_CLOSED = 4401
const TRANSIENT = new Set(['rate.limited', 'server.busy', 'server.draining', 'commerce.unavailable'])
const MAX_REFUSALS = 4
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 20_000
const HELLO_TIMEOUT = 10_000

/** Full jitter between half and the whole of a doubling pause, so a thousand tabs never come back together. */
export const pauseBefore = (attempt: number, random: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random / 2)

const parse = (data: unknown): ServerFrame | null => {
  try {
    const frame = JSON.parse(String(data)) as ServerFrame
    return typeof frame?.t === 'string' ? frame : null
  } catch {
    return null
  }
}

export const openConnection = (parts: ConnectionParts): Connection => {
  const outbox = new Map<string, Waiting & { refusals: number }>()
  for (const entry of parts.waiting) outbox.set(entry.frame.id, { ...entry, refusals: 0 })
  let socket: WebSocket | null = null
  let welcomed = false
  let closed = false
  let attempt = 0
  let minimumPause = 0
  let heartbeatMs = 25_000
  let lastHeard = 0
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined
  let watchTimer: ReturnType<typeof setTimeout> | undefined
  const resendTimers = new Set<ReturnType<typeof setTimeout>>()

  const saved = () => parts.onOutbox([...outbox.values()].map(({ frame, at }) => ({ frame, at })))
  const write = (frame: VisitorFrame) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }
  const resend = (id: string) => {
    const entry = outbox.get(id)
    if (entry !== undefined && welcomed) write(entry.frame)
  }
  const watch = () => {
    clearTimeout(watchTimer)
    watchTimer = setTimeout(() => {
      if (Date.now() - lastHeard > heartbeatMs * 2.5) return drop()
      write({ t: 'ping' })
      watch()
    }, heartbeatMs)
  }
  /** The socket is gone or as good as gone: stop listening to it and come back later. */
  const drop = () => {
    clearTimeout(watchTimer)
    const old = socket
    socket = null
    welcomed = false
    if (old !== null) {
      old.onopen = old.onmessage = old.onclose = null
      old.close()
    }
    if (closed) return
    parts.onState('offline')
    clearTimeout(reconnectTimer)
    reconnectTimer = setTimeout(connect, Math.max(minimumPause, pauseBefore(attempt++, Math.random())))
    minimumPause = 0
  }
  const settle = (id: string) => {
    if (outbox.delete(id)) saved()
  }
  const onWelcome = (frame: ServerFrameOf<'welcome'>) => {
    welcomed = true
    attempt = 0
    heartbeatMs = Math.max(1_000, frame.heartbeatMs)
    watch()
    parts.onState('open')
    parts.onFrame(frame, false)
    for (const id of outbox.keys()) resend(id)
  }
  const onRefused = (frame: ServerFrameOf<'refused'>) => {
    const entry = frame.ref === undefined ? undefined : outbox.get(frame.ref)
    const again = entry !== undefined && TRANSIENT.has(frame.problem.code) && entry.refusals < MAX_REFUSALS
    if (entry !== undefined && again) {
      entry.refusals++
      const timer = setTimeout(
        () => {
          resendTimers.delete(timer)
          resend(entry.frame.id)
        },
        frame.retryAfterMs ?? 1_000 * 2 ** entry.refusals,
      )
      resendTimers.add(timer)
    } else if (entry !== undefined) settle(entry.frame.id)
    parts.onFrame(frame, again)
    if (!welcomed && frame.problem.code.startsWith('token.')) parts.onTokenRefused()
  }
  const onFrame = (frame: ServerFrame) => {
    lastHeard = Date.now()
    if (frame.t === 'welcome') return onWelcome(frame)
    if (frame.t === 'refused') return onRefused(frame)
    if (frame.t === 'bye') {
      minimumPause = frame.retryAfterMs
      if (frame.reason === 'auth') return parts.onTokenRefused()
    }
    if (frame.t === 'ack') settle(frame.id)
    parts.onFrame(frame, false)
  }
  const connect = () => {
    if (closed) return
    parts.onState('connecting')
    lastHeard = Date.now()
    const next = new WebSocket(parts.url)
    socket = next
    clearTimeout(watchTimer)
    watchTimer = setTimeout(drop, HELLO_TIMEOUT)
    next.onopen = () =>
      write({ t: 'hello', v: LIVE_VERSION, token: parts.token, locale: parts.locale, resume: parts.seen() })
    next.onmessage = ({ data }) => {
      const frame = parse(data)
      if (frame !== null) onFrame(frame)
    }
    next.onclose = ({ code }) => {
      if (code === AUTH_CLOSED) parts.onTokenRefused()
      else drop()
    }
  }
  /** The network is back, or the visitor looks again: no reason to sit out a long pause. */
  const hurry = () => {
    if (closed || socket !== null || document.visibilityState === 'hidden') return
    clearTimeout(reconnectTimer)
    attempt = 0
    connect()
  }
  addEventListener('online', hurry)
  addEventListener('offline', drop)
  document.addEventListener('visibilitychange', hurry)
  connect()
  return {
    post(frame) {
      outbox.set(frame.id, { frame, at: Date.now(), refusals: 0 })
      saved()
      resend(frame.id)
    },
    tell(frame) {
      if (welcomed) write(frame)
    },
    close() {
      closed = true
      removeEventListener('online', hurry)
      removeEventListener('offline', drop)
      document.removeEventListener('visibilitychange', hurry)
      for (const timer of [...resendTimers, reconnectTimer]) clearTimeout(timer)
      drop()
    },
  }
}
