// The bus between processes: NATS core subjects. The connection is made in the background and made again for ever; while
// there is none, copies are dropped and counted, and everything else goes on.
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Msg, type NatsConnection, type Subscription as NatsSubscription } from '@nats-io/transport-node'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { type Bus, checkPattern, checkSubject } from './bus.ts'

export interface NatsParts {
  /** `host:port` or `nats://…`, one or more of a cluster. */
  readonly servers: readonly string[]
  readonly log: Log
  readonly metrics?: Metrics
  /** User credentials, when the servers want them. */
  readonly user?: string
  readonly password?: string
  readonly token?: string
}

interface Wanted {
  readonly pattern: string
  readonly callback: (error: Error | null, message: Msg) => void
  live: NatsSubscription | undefined
}

const RECONNECT_MS = 250
const PING_MS = 10_000
const FLUSH_MS = 2_000

const connectFor = (parts: NatsParts): Promise<NatsConnection> =>
  connect({
    servers: [...parts.servers],
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_MS,
    reconnectJitter: RECONNECT_MS,
    // A peer that vanished without a word is noticed within half a minute.
    pingInterval: PING_MS,
    maxPingOut: 2,
    name: 'ballast',
    ...(parts.user === undefined ? {} : { user: parts.user }),
    ...(parts.password === undefined ? {} : { pass: parts.password }),
    ...(parts.token === undefined ? {} : { token: parts.token }),
  })

/** Tries until there is a connection, or until told to stop: then undefined. Each new reason is logged once. */
const connectForEver = async (parts: NatsParts, stop: AbortSignal): Promise<NatsConnection | undefined> => {
  let reason = ''
  while (!stop.aborted) {
    try {
      const made = await connectFor(parts)
      if (!stop.aborted) return made
      await made.close()
    } catch (err) {
      const next = err instanceof Error ? err.message : 'unknown'
      if (next !== reason) parts.log.warn({ err }, 'bus.not-connected')
      reason = next
      await sleep(RECONNECT_MS, undefined, { signal: stop, ref: false }).catch(() => undefined)
    }
  }
  return undefined
}

const callbackFor =
  (log: Log, handle: (payload: unknown, subject: string) => void): Wanted['callback'] =>
  (error, message) => {
    if (error) {
      log.warn({ err: error }, 'bus.subscription-failed')
      return
    }
    try {
      handle(message.json(), message.subject)
    } catch (err) {
      log.error({ err, subject: message.subject }, 'bus.handler-failed')
    }
  }

const createState = (parts: NatsParts) => {
  const gauge = parts.metrics?.gauge({ name: 'bus_connected', help: '1 while connected to NATS.' })
  let up = false
  return {
    get up() {
      return up
    },
    set: (next: boolean, event: string) => {
      if (up !== next) parts.log[next ? 'info' : 'warn']({}, event)
      up = next
      gauge?.set(next ? 1 : 0)
    },
  }
}
type State = ReturnType<typeof createState>

const watch = async (connection: NatsConnection, state: State): Promise<void> => {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect') state.set(false, 'bus.disconnected')
    if (status.type === 'reconnect') state.set(true, 'bus.connected')
  }
}

export const natsBus = (parts: NatsParts): Bus => {
  const dropped = parts.metrics?.counter({ name: 'bus_dropped_total', help: 'Copies dropped while disconnected.' })
  const state = createState(parts)
  const wanted = new Set<Wanted>()
  let connection: NatsConnection | undefined
  let closed = false

  const begin = (one: Wanted): void => {
    one.live = connection?.subscribe(one.pattern, { callback: one.callback })
  }
  const wait = new AbortController()
  const connecting = connectForEver(parts, wait.signal).then((made) => {
    if (made === undefined) return
    connection = made
    for (const one of wanted) begin(one)
    state.set(true, 'bus.connected')
    watch(made, state).catch((err) => parts.log.error({ err }, 'bus.watch-failed'))
  })

  return {
    get connected() {
      return state.up
    },
    publish: (subject, payload) => {
      checkSubject(subject)
      if (connection === undefined || !state.up || closed) {
        dropped?.inc()
        return
      }
      try {
        connection.publish(subject, JSON.stringify(payload))
      } catch (err) {
        dropped?.inc()
        parts.log.warn({ err, subject }, 'bus.publish-failed')
      }
    },
    subscribe: (pattern, handle) => {
      checkPattern(pattern)
      const one: Wanted = { pattern, callback: callbackFor(parts.log, handle), live: undefined }
      wanted.add(one)
      if (!closed) begin(one)
      return {
        unsubscribe: () => {
          wanted.delete(one)
          one.live?.unsubscribe()
        },
      }
    },
    flush: async () => {
      if (connection === undefined || !state.up) return
      const timeout = new Promise<void>((done) => setTimeout(done, FLUSH_MS).unref())
      await Promise.race([connection.flush().catch(() => undefined), timeout])
    },
    close: async () => {
      closed = true
      wait.abort()
      await connecting
      await connection?.close().catch(() => undefined)
      state.set(false, 'bus.closed')
    },
  }
}
