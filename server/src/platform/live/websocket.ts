// WebSocket as a transport of the hub: handshake, frames in, frames out, dead sockets. What frames mean is decided by
// whoever opened the endpoint.
import type { IncomingMessage, Server } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { MAX_FRAME_BYTES } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Clock, systemClock } from '../clock.ts'
import { toProblem } from '../http/reply-with-problem.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Rate } from '../token-bucket.ts'
import type { ConnectionInfo, LiveConnection } from './device.ts'
import { createHeartbeat, type Heartbeat } from './heartbeat.ts'
import type { Hub } from './hub.ts'
import { openSocket } from './open-socket.ts'
import { compileFrames, type FrameOf, type FrameSchemas } from './read-frame.ts'

/** What to do with a frame. Frames of one device are handled one after another; a thrown Problem is told as `refused`. */
export type FrameHandler<F extends FrameSchemas> = (frame: FrameOf<F>) => void | Promise<void>

export interface SocketEndpoint<F extends FrameSchemas = FrameSchemas> {
  /** Exact path, e.g. `/live/visitor`. */
  readonly path: string
  readonly frames: F
  /**
   * Whether a page of this origin may connect: browsers let any page try, and send our cookies along. `undefined`: the
   * caller is not a browser. `isOurOrigin` answers for endpoints that only our own pages use.
   */
  allowsOrigin(origin: string | undefined, request: IncomingMessage): boolean | Promise<boolean>
  /**
   * Who is connecting, told from cookies and query. Runs before the handshake is answered.
   * @throws Problem: the handshake is answered with its HTTP status and body
   */
  admit(request: IncomingMessage): Promise<ConnectionInfo>
  /** The device is connected: join rooms, send the first frames, give back the handler. */
  open(connection: LiveConnection, request: IncomingMessage): FrameHandler<F>
}

export interface WebSocketParts {
  /** Node's server, `http.app.server`. */
  readonly server: Server
  readonly hub: Hub
  readonly log: Log
  readonly metrics: Metrics
  readonly clock?: Clock
  /** New connections are refused with 503 while this says true. */
  readonly isDraining?: () => boolean
  /** Default 25 s; a socket silent for two turns is dead. */
  readonly heartbeatMs?: number
  /** Frames one device may send; default 20 a second, 60 at once. */
  readonly rate?: Rate
}

export interface WebSockets {
  add<F extends FrameSchemas>(endpoint: SocketEndpoint<F>): void
  /** Takes no more handshakes and cuts sockets that are still open. First `hub.drain`, last `http.close`, which waits for sockets. */
  close(): void
}

/** Longest time to decide about a handshake; ws takes the limit off an accepted socket. */
const HANDSHAKE_MS = 10_000

const refuse = (socket: Duplex, error: unknown, log: Log): void => {
  const { told, bug } = toProblem(error)
  if (bug) log.error({ err: error }, 'handshake.failed')
  const body = JSON.stringify(told.toBody())
  const retry = told.status === 503 || told.status === 429 ? 'Retry-After: 1\r\n' : ''
  socket.end(
    `HTTP/1.1 ${told.status} Refused\r\nContent-Type: application/problem+json\r\n${retry}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

/** Puts WebSocket endpoints on a server. Paths nobody added are answered 404. */
export const attachWebSockets = (parts: WebSocketParts): WebSockets => {
  const { server, hub, log, clock = systemClock } = parts
  const rate = parts.rate ?? { perSecond: 20, burst: 60 }
  // Compression would cost 300 kB a socket and CPU a frame; frames are small.
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  })
  const heartbeat: Heartbeat = createHeartbeat(parts.heartbeatMs ?? 25_000)
  const frames = parts.metrics.counter({
    name: 'live_frames_received_total',
    help: 'Frames received, by endpoint and fate.',
    labels: ['path', 'fate'],
  })
  const endpoints = new Map<string, (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>>()

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // A socket that fails before the handshake has nobody else to hear its error.
    const ignore = () => {}
    socket.on('error', ignore)
    if (socket instanceof Socket) socket.setTimeout(HANDSHAKE_MS, () => socket.destroy())
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const accept = endpoints.get(path)
    const work = accept ? accept(request, socket, head) : Promise.reject(problem('request.not-found'))
    work.then(
      () => socket.off('error', ignore),
      (error) => refuse(socket, error, log),
    )
  }
  server.on('upgrade', upgrade)

  return {
    add: (endpoint) => {
      const read = compileFrames(endpoint.frames)
      const count = (fate: string) => frames.inc({ path: endpoint.path, fate })
      endpoints.set(endpoint.path, async (request, socket, head) => {
        if (parts.isDraining?.()) throw problem('server.draining')
        if (!(await endpoint.allowsOrigin(request.headers.origin, request))) throw problem('inbox.origin-refused')
        const info = await endpoint.admit(request)
        if (socket.destroyed) return
        const open = (connection: LiveConnection) => endpoint.open(connection, request)
        acceptor.handleUpgrade(request, socket, head, (webSocket: WebSocket) =>
          openSocket(webSocket, { info, hub, heartbeat, rate, clock, log, read, count, open }),
        )
      })
    },
    close: () => {
      server.off('upgrade', upgrade)
      heartbeat.stop()
    },
  }
}
