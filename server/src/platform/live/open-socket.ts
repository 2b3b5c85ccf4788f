// The life of one WebSocket after its handshake: frames in order, one write a tick out, refusals, the end.
import type { Socket } from 'node:net'
import { CLOSE, type ServerFrame } from '@ballast/contract'
import { type Problem, problem } from '@ballast/contract/problems'
import type { WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import { toProblem } from '../http/reply-with-problem.ts'
import { type Log, withLogContext } from '../log.ts'
import { fullBucket, type Rate, takeToken } from '../token-bucket.ts'
import type { ConnectionInfo, LiveConnection, Sink } from './device.ts'
import type { Beating, Heartbeat } from './heartbeat.ts'
import type { Hub } from './hub.ts'
import type { FrameOf, FrameSchemas, ReadFrame } from './read-frame.ts'

export interface SocketParts<F extends FrameSchemas> {
  readonly info: ConnectionInfo
  readonly hub: Hub
  readonly heartbeat: Heartbeat
  readonly rate: Rate
  readonly clock: Clock
  readonly log: Log
  readonly read: (bytes: Buffer) => ReadFrame<F>
  readonly count: (fate: string) => void
  readonly open: (connection: LiveConnection) => (frame: FrameOf<F>) => void | Promise<void>
}

/** Frames of one device that may wait for the one being handled. */
const MAX_WAITING = 64
const BUSY_RETRY_MS = 500
/** A device that goes on after this many refusals for its rate is not a person in a hurry. */
const MAX_EXCESS = 500

const socketUnder = (webSocket: WebSocket): Socket | undefined =>
  (webSocket as unknown as { readonly _socket?: Socket })._socket

/** Several frames leave as several messages but in one system call: the socket is corked around them. */
const createSink = (webSocket: WebSocket): Sink => ({
  send: (frames) => {
    if (webSocket.readyState !== webSocket.OPEN) return
    const socket = socketUnder(webSocket)
    socket?.cork()
    for (const text of frames) webSocket.send(text)
    socket?.uncork()
  },
  bufferedBytes: () => webSocket.bufferedAmount,
  close: (code, reason) => {
    if (webSocket.readyState === webSocket.OPEN) webSocket.close(code, reason)
  },
})

const refusal = (told: Problem, ref: string | undefined, retryAfterMs?: number): ServerFrame => ({
  t: 'refused',
  ...(ref === undefined ? {} : { ref }),
  problem: told.toBody(),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
})

/** Handles frames one after another, so that what a device sent first is decided first. */
const createQueue = <F extends FrameSchemas>(connection: LiveConnection, parts: SocketParts<F>) => {
  const handle = parts.open(connection)
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  const run = async (frame: FrameOf<F>, ref: string | undefined): Promise<void> => {
    try {
      if (!connection.closed) await withLogContext({ connection: connection.id }, () => handle(frame))
    } catch (error) {
      const { told, bug } = toProblem(error)
      if (bug) parts.log.error({ err: error, connection: connection.id }, 'frame.failed')
      connection.send(refusal(told, ref, told.status === 503 ? BUSY_RETRY_MS : undefined))
    } finally {
      waiting--
    }
  }
  return {
    get full() {
      return waiting >= MAX_WAITING
    },
    add: (frame: FrameOf<F>, ref: string | undefined): void => {
      waiting++
      last = last.then(() => run(frame, ref))
    },
  }
}

const beatingOf = (webSocket: WebSocket): Beating => ({
  alive: true,
  ping: () => webSocket.ping(),
  terminate: () => webSocket.terminate(),
})

const createReceiver = <F extends FrameSchemas>(connection: LiveConnection, parts: SocketParts<F>) => {
  const bucket = fullBucket(parts.rate, parts.clock.now())
  const queue = createQueue(connection, parts)
  let excess = 0
  const refuse = (told: Problem, ref?: string, retryAfterMs?: number): void => {
    parts.count('refused')
    connection.send(refusal(told, ref, retryAfterMs))
  }
  return (bytes: Buffer, binary: boolean): void => {
    const waitMs = takeToken(bucket, parts.rate, parts.clock.now())
    if (waitMs > 0 && ++excess > MAX_EXCESS) {
      connection.close(CLOSE.rate, 'rate')
      return
    }
    const result = parts.read(bytes)
    if (waitMs > 0 || queue.full) refuse(problem('rate.limited'), result.ref, waitMs || BUSY_RETRY_MS)
    else if (binary) refuse(problem('request.unsupported-type', { detail: 'Frames are text.' }))
    else if ('refused' in result) refuse(result.refused, result.ref)
    else {
      parts.count('taken')
      queue.add(result.frame, result.ref)
    }
  }
}

export const openSocket = <F extends FrameSchemas>(webSocket: WebSocket, parts: SocketParts<F>): void => {
  const connection = parts.hub.attach(createSink(webSocket), parts.info)
  const beating = beatingOf(webSocket)
  const stopBeating = parts.heartbeat.add(beating)
  // A frame over the limit or broken UTF-8: ws closes the socket itself and 'close' follows.
  webSocket.on('error', () => parts.count('broken'))
  webSocket.on('close', (code) => {
    stopBeating()
    connection.close(code, 'closed')
  })
  webSocket.on('pong', () => {
    beating.alive = true
  })
  try {
    const receive = createReceiver(connection, parts)
    webSocket.on('message', (data, binary) => {
      beating.alive = true
      receive(data as Buffer, binary)
    })
  } catch (error) {
    parts.log.error({ err: error, connection: connection.id }, 'connection.failed')
    connection.close(1011, 'server error')
  }
}
