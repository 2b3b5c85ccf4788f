// The live line to the server: one WebSocket, reconnecting with jitter, watched conversations resumed by sequence.
import { CLOSE, type DeskFrame, LIVE_VERSION, type ServerFrame } from '@ballast/contract/live'
import { type Cell, cell } from './cell.ts'

/** `refused`: the server says this device is signed out; no further try is made. */
export type LineState = 'connecting' | 'open' | 'waiting' | 'refused' | 'stopped'

export interface Socket {
  send(data: string): void
  close(code?: number, reason?: string): void
  onopen: (() => void) | null
  onmessage: ((event: { data: string }) => void) | null
  onclose: ((event: { code: number }) => void) | null
}
export interface LineOptions {
  readonly open: () => Socket
  readonly locale: string
  readonly random?: () => number
}
export interface Line {
  readonly state: Cell<LineState>
  onFrame(listener: (frame: ServerFrame) => void): () => void
  /** `afterSeq` is asked for at every (re)connect: the last sequence number this device holds. */
  watch(conversationId: string, afterSeq: () => number): () => void
  /** False when the line is down: nothing was sent. */
  send(frame: DeskFrame): boolean
  /** Try again now instead of at the end of the wait. */
  nudge(): void
  stop(): void
}

/** 0.5 s doubling to 30 s, each spread over its upper half so that thousands of desks do not return at once. */
export const waitBefore = (attempt: number, random: number, atLeastMs = 0): number => {
  const full = Math.min(30_000, 500 * 2 ** Math.min(attempt, 10))
  return Math.max(atLeastMs, 0) + full * (0.5 + random / 2)
}

interface Wire {
  socket: Socket | null
  attempt: number
  atLeastMs: number
  heardAt: number
  retry?: ReturnType<typeof setTimeout>
  heartbeat?: ReturnType<typeof setInterval>
}

export const createLine = (options: LineOptions): Line => {
  const state = cell<LineState>('connecting')
  const listeners = new Set<(frame: ServerFrame) => void>()
  const watched = new Map<string, () => number>()
  const wire: Wire = { socket: null, attempt: 0, atLeastMs: 0, heardAt: 0 }
  const put = (frame: DeskFrame) => wire.socket?.send(JSON.stringify(frame))

  const welcomed = (heartbeatMs: number) => {
    wire.attempt = 0
    wire.atLeastMs = 0
    state.set('open')
    for (const [conversationId, afterSeq] of watched) put({ t: 'watch', conversationId, afterSeq: afterSeq() })
    clearInterval(wire.heartbeat)
    wire.heartbeat = setInterval(() => {
      if (Date.now() - wire.heardAt > heartbeatMs * 2.5) wire.socket?.close(4000, 'silent')
      else put({ t: 'ping' })
    }, heartbeatMs)
  }
  const heard = (data: string) => {
    wire.heardAt = Date.now()
    const frame = JSON.parse(data) as ServerFrame
    if (frame.t === 'welcome') welcomed(frame.heartbeatMs)
    if (frame.t === 'bye') wire.atLeastMs = frame.retryAfterMs
    for (const listener of listeners) listener(frame)
  }
  const lost = (code: number) => {
    clearInterval(wire.heartbeat)
    wire.socket = null
    if (state.get() === 'stopped') return
    if (code === CLOSE.auth) return state.set('refused')
    state.set('waiting')
    wire.retry = setTimeout(connect, waitBefore(wire.attempt++, (options.random ?? Math.random)(), wire.atLeastMs))
  }
  const connect = () => {
    clearTimeout(wire.retry)
    state.set('connecting')
    const socket = options.open()
    wire.socket = socket
    socket.onopen = () => put({ t: 'hello', v: LIVE_VERSION, locale: options.locale })
    socket.onmessage = (event) => heard(event.data)
    socket.onclose = (event) => {
      if (wire.socket === socket) lost(event.code)
    }
  }
  connect()

  return {
    state,
    onFrame: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch: (conversationId, afterSeq) => {
      watched.set(conversationId, afterSeq)
      if (state.get() === 'open') put({ t: 'watch', conversationId, afterSeq: afterSeq() })
      return () => {
        watched.delete(conversationId)
        if (state.get() === 'open') put({ t: 'unwatch', conversationId })
      }
    },
    send: (frame) => {
      if (state.get() !== 'open') return false
      put(frame)
      return true
    },
    nudge: () => {
      if (state.get() === 'waiting') connect()
    },
    stop: () => {
      state.set('stopped')
      clearTimeout(wire.retry)
      clearInterval(wire.heartbeat)
      wire.socket?.close(1000, 'signed out')
    },
  }
}
