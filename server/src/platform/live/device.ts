// One connected device: its rooms, what waits to be sent in this tick, and the bound on what may wait.
import { CLOSE, type Principal, type ServerFrame, type Uuid } from '@ballast/contract'

/** One device's way out. Calls after `close` do nothing. */
export interface Sink {
  /** The serialised frames of one tick, in order: one write. */
  send(frames: string[]): void
  /** Bytes handed over but not yet taken by the network. */
  bufferedBytes(): number
  close(code: number, reason: string): void
}

export interface ConnectionInfo {
  readonly tenant: Uuid
  readonly principal: Principal
}

export interface LiveConnection extends ConnectionInfo {
  readonly id: Uuid
  readonly closed: boolean
  /** A visitor is nobody until hello is read: says who it turned out to be. */
  identify(info: ConnectionInfo): void
  join(room: string): void
  leave(room: string): void
  /** Leaves at the end of this tick. */
  send(frame: ServerFrame): void
  /** Sends what waits, leaves all rooms, closes the sink, runs the `onClose` callbacks. Once. */
  close(code: number, reason: string): void
  onClose(callback: () => void): void
}

/** What a device needs of its hub. */
export interface HubInside {
  readonly maxBufferedBytes: number
  enter(room: string, device: Device): void
  exit(room: string, device: Device): void
  mark(device: Device): void
  wrote(frames: number): void
  slow(device: Device, bytes: number): void
  gone(device: Device): void
}

const SLOW_RETRY_MS = 1_000

export class Device implements LiveConnection {
  readonly id: Uuid
  closed = false
  readonly #hub: HubInside
  readonly #sink: Sink
  readonly #rooms = new Set<string>()
  readonly #callbacks: (() => void)[] = []
  #info: ConnectionInfo
  #pending: string[] = []

  constructor(id: Uuid, sink: Sink, parts: { readonly hub: HubInside; readonly info: ConnectionInfo }) {
    this.id = id
    this.#sink = sink
    this.#hub = parts.hub
    this.#info = parts.info
  }

  get tenant(): Uuid {
    return this.#info.tenant
  }

  get principal(): Principal {
    return this.#info.principal
  }

  identify(info: ConnectionInfo): void {
    this.#info = info
  }

  join(room: string): void {
    if (this.closed || this.#rooms.has(room)) return
    this.#rooms.add(room)
    this.#hub.enter(room, this)
  }

  leave(room: string): void {
    if (this.#rooms.delete(room)) this.#hub.exit(room, this)
  }

  send(frame: ServerFrame): void {
    this.push(JSON.stringify(frame))
  }

  /** A frame that was serialised for a whole room. */
  push(text: string): void {
    if (this.closed) return
    this.#pending.push(text)
    this.#hub.mark(this)
  }

  /** The tick is over: one write, or good-bye when the network does not keep up. */
  flush(): void {
    if (this.closed) return
    const waiting = this.#sink.bufferedBytes()
    if (waiting <= this.#hub.maxBufferedBytes) {
      this.#write()
      return
    }
    this.#hub.slow(this, waiting)
    // What waits here is dropped on purpose: the device resumes by sequence, the server's memory stays bounded.
    this.#pending = [JSON.stringify({ t: 'bye', reason: 'slow', retryAfterMs: SLOW_RETRY_MS } satisfies ServerFrame)]
    this.close(CLOSE.slow, 'slow')
  }

  close(code: number, reason: string): void {
    if (this.closed) return
    this.#write()
    this.closed = true
    for (const room of this.#rooms) this.#hub.exit(room, this)
    this.#rooms.clear()
    this.#hub.gone(this)
    this.#sink.close(code, reason)
    for (const callback of this.#callbacks.splice(0)) callback()
  }

  onClose(callback: () => void): void {
    if (this.closed) callback()
    else this.#callbacks.push(callback)
  }

  #write(): void {
    if (this.#pending.length === 0) return
    const frames = this.#pending
    this.#pending = []
    this.#hub.wrote(frames.length)
    this.#sink.send(frames)
  }
}
