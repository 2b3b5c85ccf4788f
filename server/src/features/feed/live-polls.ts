// Long polls as devices. A poll that names its session stays in its rooms for a while after it was answered, so that
// edits, typing and other frames without a number are not lost between two polls of one node.
import type { IncomingMessage } from 'node:http'
import type { ServerFrame } from '@ballast/contract'
import type { LiveConnection, Sink } from '../../platform/live/device.ts'
import type { Hub } from '../../platform/live/hub.ts'
import type { Visitor } from './live-parts.ts'

const LINGER_MS = 15_000

interface Poll {
  readonly key: string
  readonly device: LiveConnection
  /** Until something is there, `ms` have passed or the caller has gone; true when it has gone. */
  wait(ms: number, request: IncomingMessage): Promise<boolean>
  take(): ServerFrame[]
  lingering: NodeJS.Timeout | undefined
}

/** What waits for the next poll. Its size is the hub's measure of a reader that is too slow. */
const createStock = () => {
  let texts: string[] = []
  let bytes = 0
  let wake = () => {}
  const sink: Sink = {
    send: (frames) => {
      for (const text of frames) {
        texts.push(text)
        bytes += text.length
      }
      wake()
    },
    bufferedBytes: () => bytes,
    close: () => wake(),
  }
  return {
    sink,
    isEmpty: () => texts.length === 0,
    onArrival: (run: () => void) => {
      wake = run
    },
    take: (): ServerFrame[] => {
      const taken = texts
      texts = []
      bytes = 0
      return taken.map((text) => JSON.parse(text) as ServerFrame)
    },
  }
}

const openPoll = (hub: Hub, visitor: Visitor, key: string): Poll => {
  const stock = createStock()
  const device = hub.attach(stock.sink, { tenant: visitor.tenant, principal: visitor })
  return {
    key,
    device,
    lingering: undefined,
    take: stock.take,
    wait: async (ms, request) => {
      if (!stock.isEmpty() || device.closed) return false
      return new Promise<boolean>((done) => {
        const finish = (isGone: boolean) => {
          clearTimeout(timer)
          request.socket.off('close', onGone)
          stock.onArrival(() => {})
          done(isGone)
        }
        const onGone = () => finish(true)
        const timer = setTimeout(() => finish(false), ms)
        request.socket.once('close', onGone)
        stock.onArrival(() => finish(false))
      })
    },
  }
}

export const createPolls = (hub: Hub) => {
  const held = new Map<string, Poll>()
  return {
    /** The poll's device: the one kept for this session, or a new one. A hello always starts anew. */
    take: (visitor: Visitor, name: string | undefined, saysHello: boolean): { poll: Poll; isNew: boolean } => {
      // The contact leads the key: a session name guessed by someone else opens nothing.
      const key = `${visitor.contactId}:${name ?? ''}`
      const kept = held.get(key)
      if (saysHello) kept?.device.close(1000, 'a new hello')
      if (name === undefined || kept === undefined || kept.device.closed)
        return { poll: openPoll(hub, visitor, key), isNew: true }
      clearTimeout(kept.lingering)
      return { poll: kept, isNew: false }
    },
    keep: (poll: Poll): void => {
      if (poll.device.closed) return
      if (held.get(poll.key) !== poll) {
        held.set(poll.key, poll)
        poll.device.onClose(() => held.get(poll.key) === poll && held.delete(poll.key))
      }
      clearTimeout(poll.lingering)
      poll.lingering = setTimeout(() => poll.device.close(1000, 'no further poll'), LINGER_MS)
      poll.lingering.unref()
    },
  }
}
