// The hub: which devices are connected to this process, and which rooms they listen to. It knows nothing of transports:
// a WebSocket, an event stream and a long poll are all a Sink. Frames of one event-loop tick leave in one write.
import { CLOSE, type ServerFrame, type Uuid } from '@ballast/contract'
import { type Clock, systemClock } from '../clock.ts'
import { createIds } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { type ConnectionInfo, Device, type HubInside, type LiveConnection, type Sink } from './device.ts'

export interface Hub {
  /** One connected device, whatever the transport. */
  attach(sink: Sink, info: ConnectionInfo): LiveConnection
  /** Connected devices of this process. */
  readonly size: number
  connectionsIn(room: string): number
  /** Serialised once, however many listen. Room names hold the tenant or an id unique across tenants. */
  toRoom(room: string, frame: ServerFrame): void
  /** Says bye{draining} to all and closes them, a bounded number a tick. */
  drain(retryAfterMs: number): Promise<void>
}

export interface HubOptions {
  readonly log: Log
  readonly metrics: Metrics
  readonly clock?: Clock
  /** A device with more than this waiting is told bye{slow} and closed; it resumes by sequence. Default 1 MiB. */
  readonly maxBufferedBytes?: number
}

const DRAINED_A_TICK = 500

const createMeters = (metrics: Metrics) => ({
  connections: metrics.gauge({ name: 'live_connections', help: 'Connected devices.' }),
  frames: metrics.counter({ name: 'live_frames_sent_total', help: 'Frames sent to devices.' }),
  writes: metrics.counter({ name: 'live_writes_total', help: 'Writes to devices: one a device and tick.' }),
  slow: metrics.counter({ name: 'live_slow_closed_total', help: 'Devices closed because they read too slowly.' }),
})

/** Marks devices that have something to say and lets each say it once, when the tick is over. */
const createFlusher = () => {
  const dirty = new Set<Device>()
  let scheduled = false
  const flushAll = (): void => {
    scheduled = false
    const batch = [...dirty]
    dirty.clear()
    for (const device of batch) device.flush()
  }
  return {
    mark: (device: Device): void => {
      dirty.add(device)
      if (scheduled) return
      scheduled = true
      setImmediate(flushAll)
    },
    forget: (device: Device) => dirty.delete(device),
  }
}

const createRooms = () => {
  const rooms = new Map<string, Set<Device>>()
  return {
    in: (room: string): ReadonlySet<Device> | undefined => rooms.get(room),
    enter: (room: string, device: Device): void => {
      const inside = rooms.get(room)
      if (inside) inside.add(device)
      else rooms.set(room, new Set([device]))
    },
    exit: (room: string, device: Device): void => {
      const inside = rooms.get(room)
      if (inside?.delete(device) && inside.size === 0) rooms.delete(room)
    },
  }
}

export const createHub = (options: HubOptions): Hub => {
  const ids = createIds(options.clock ?? systemClock)
  const meters = createMeters(options.metrics)
  const devices = new Set<Device>()
  const rooms = createRooms()
  const flusher = createFlusher()
  const inside: HubInside = {
    maxBufferedBytes: options.maxBufferedBytes ?? 1024 * 1024,
    enter: rooms.enter,
    exit: rooms.exit,
    mark: flusher.mark,
    wrote: (frames) => {
      meters.frames.inc(frames)
      meters.writes.inc()
    },
    slow: (device, bytes) => {
      meters.slow.inc()
      options.log.info({ connection: device.id, bytes }, 'connection.too-slow')
    },
    gone: (device) => {
      devices.delete(device)
      flusher.forget(device)
      meters.connections.set(devices.size)
    },
  }
  return {
    attach: (sink, info) => {
      const device = new Device(ids.uuid() as Uuid, sink, { hub: inside, info })
      devices.add(device)
      meters.connections.set(devices.size)
      return device
    },
    get size() {
      return devices.size
    },
    connectionsIn: (room) => rooms.in(room)?.size ?? 0,
    toRoom: (room, frame) => {
      const listening = rooms.in(room)
      if (listening === undefined) return
      const text = JSON.stringify(frame)
      for (const device of listening) device.push(text)
    },
    drain: async (retryAfterMs) => {
      let told = 0
      for (const device of [...devices]) {
        device.send({ t: 'bye', reason: 'draining', retryAfterMs })
        device.close(CLOSE.draining, 'draining')
        if (++told % DRAINED_A_TICK === 0) await new Promise((done) => setImmediate(done))
      }
    },
  }
}
