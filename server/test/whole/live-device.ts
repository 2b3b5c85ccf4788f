// A device on a real WebSocket, frame by frame, for tests that also send what no client of ours would.
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Browser } from '../accounts-server.ts'
import { ORIGIN, type WholeNode } from '../whole-server.ts'
import type { Loose } from '../whole-tenants.ts'

export interface Device {
  readonly frames: Loose[]
  /** Close code once it is closed. */
  readonly closed: Promise<number>
  send(frame: object | string | Buffer): void
  /** Sends `frame` and gives what arrived until the server had handled it. */
  ask(frame: object): Promise<Loose[]>
  /** The first frame of this kind that `match` accepts, from the start. */
  next(t: string, match?: (frame: Loose) => boolean, withinMs?: number): Promise<Loose>
  close(): void
}

let fences = 1_000_000

const deviceOf = (socket: WebSocket): Device => {
  const frames: Loose[] = []
  let wake = () => {}
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    wake()
  })
  socket.on('error', () => {})
  const closed = new Promise<number>((done) =>
    socket.once('close', (code) => {
      done(code)
      wake()
    }),
  )
  const next: Device['next'] = async (t, match = () => true, withinMs = 5_000) => {
    const until = Date.now() + withinMs
    for (;;) {
      const found = frames.find((frame) => frame.t === t && match(frame))
      if (found !== undefined) return found
      if (Date.now() > until) throw new Error(`no ${t} frame; there were ${JSON.stringify(frames).slice(0, 800)}`)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 50)
        wake = () => {
          clearTimeout(timer)
          done()
        }
      })
    }
  }
  const send = (frame: object | string | Buffer) =>
    socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame))
  return {
    frames,
    closed,
    send,
    next,
    ask: async (frame) => {
      const from = frames.length
      const n = fences++
      send(frame)
      // Frames of one device are handled in order: this is answered when the other was.
      send({ t: 'ping', n })
      await next('pong', (pong) => pong.n === n)
      return frames.slice(from).filter((one) => one.n !== n)
    },
    close: () => socket.terminate(),
  }
}

const open = async (
  node: Pick<WholeNode, 'url'>,
  path: string,
  headers: Record<string, string>,
): Promise<WebSocket> => {
  const socket = new WebSocket(`${node.url.replace('http', 'ws')}${path}`, { headers })
  await once(socket, 'open')
  return socket
}

/** A widget that has said hello. */
export const openVisitor = async (
  node: Pick<WholeNode, 'url'>,
  token: string,
  resume: readonly { conversationId: string; afterSeq: number }[] = [],
): Promise<Device> => {
  const device = deviceOf(await open(node, '/live/visitor', {}))
  device.send({ t: 'hello', v: 1, token, resume })
  await device.next('welcome')
  return device
}
/** A socket that has said nothing yet. */
export const openStranger = async (node: Pick<WholeNode, 'url'>): Promise<Device> =>
  deviceOf(await open(node, '/live/visitor', {}))

/** A desk that has said hello. */
export const openDesk = async (node: Pick<WholeNode, 'url'>, browser: Browser): Promise<Device> => {
  const device = deviceOf(await open(node, '/live/desk', { cookie: browser.cookie(), origin: ORIGIN }))
  device.send({ t: 'hello', v: 1 })
  await device.next('welcome')
  return device
}
