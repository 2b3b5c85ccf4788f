// The panel's thin layer over the contract's live client: tells the session of every acknowledgement and refusal, renews
// the visitor token when the server no longer takes it, and wakes the line when the network or the reader comes back.
import type { Message, VisitContext } from '@ballast/contract/conversation'
import type { ServerFrame, VisitorFrame } from '@ballast/contract/live'
import { connectVisitor, type LiveClient, uuidV7 } from '@ballast/contract/live-client'
import type { LiveState } from '@ballast/contract/live-link'
import { type OpenPipe, PIPES } from '@ballast/contract/live-pipes'
import type { CustomerPart } from '@ballast/contract/parts'

type RateFrame = Extract<VisitorFrame, { t: 'rate' }>
export type Unsent = { readonly id: string } & (
  | { readonly t: 'send'; readonly parts: CustomerPart[]; readonly context?: VisitContext }
  | { readonly t: 'person' }
  | RateFrame
)
export type LinkState = 'connecting' | 'open' | 'offline'

export interface ConnectionParts {
  readonly locale: string
  /** Asked at every connect; `renew`: the last token was refused. */
  readonly token: (renew: boolean) => Promise<string>
  /** What an earlier connection or an earlier page left unsent. */
  readonly unsent: readonly Unsent[]
  readonly onUnsent: (unsent: readonly Unsent[]) => void
  /** Each message once, in order; `changed`: edited, recalled or receipted since. */
  readonly onMessage: (message: Message, changed: boolean) => void
  /** Every other frame. `willRetry`: the refused send stays in the outbox and goes again by itself. */
  readonly onFrame: (frame: ServerFrame, willRetry: boolean) => void
  readonly onState: (state: LinkState) => void
}
export type Connection = Pick<LiveClient, 'typing' | 'read' | 'change' | 'close'> & {
  readonly send: (parts: CustomerPart[], context?: VisitContext) => string
  readonly askForPerson: () => string
  readonly rate: (frame: RateFrame) => void
}

const LINKS: Readonly<Record<LiveState, LinkState>> = {
  connecting: 'connecting',
  online: 'open',
  waiting: 'offline',
  refused: 'offline',
  closed: 'offline',
}
const TOKEN_REFUSED = [401, 403, 4401]

export const newId = (): string => uuidV7(Date.now(), () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32)

/** The client keeps these frames to itself once handled; the panel shows them. */
const SEEN_AT_THE_PIPE: readonly string[] = ['ack', 'refused', 'replay']

/** Wraps a transport so that we see each frame after the client has dealt with it. */
const tapped =
  (open: OpenPipe, seen: (frame: ServerFrame) => void, closed: (code?: number) => void): OpenPipe =>
  (parts, hello, resume, events) =>
    open(parts, hello, resume, {
      ...events,
      frame: (frame) => {
        if (frame.t === 'bye' && frame.reason === 'auth') closed(4401)
        events.frame(frame)
        if (SEEN_AT_THE_PIPE.includes(frame.t)) seen(frame)
      },
      closed: (code) => {
        closed(code)
        events.closed(code)
      },
    })

const wakeUps = (client: LiveClient) => {
  const wake = () => {
    if (document.visibilityState === 'visible') client.wake()
  }
  addEventListener('online', wake)
  addEventListener('offline', wake)
  document.addEventListener('visibilitychange', wake)
  return () => {
    removeEventListener('online', wake)
    removeEventListener('offline', wake)
    document.removeEventListener('visibilitychange', wake)
  }
}

export const openConnection = (parts: ConnectionParts): Connection => {
  let unsent: readonly Unsent[] = parts.unsent
  let renew = false
  const storage = {
    getItem: () => JSON.stringify(unsent),
    setItem: (_: string, value: string) => {
      unsent = JSON.parse(value) as Unsent[]
      parts.onUnsent(unsent)
    },
  }
  const seen = (frame: ServerFrame) =>
    parts.onFrame(frame, frame.t === 'refused' && unsent.some(({ id }) => id === frame.ref))
  const closed = (code?: number) => {
    renew ||= code !== undefined && TOKEN_REFUSED.includes(code)
  }
  const tap = (open: OpenPipe) => tapped(open, seen, closed)
  const client = connectVisitor({
    url: location.origin,
    locale: parts.locale,
    storage,
    pipes: { websocket: tap(PIPES.websocket), sse: tap(PIPES.sse), poll: tap(PIPES.poll) },
    token: async () => {
      const token = await parts.token(renew)
      renew = false
      return token
    },
    onMessage: parts.onMessage,
    onFrame: (frame) => {
      if (!SEEN_AT_THE_PIPE.includes(frame.t)) parts.onFrame(frame, false)
    },
    onState: (state) => parts.onState(LINKS[state]),
  })
  const sleep = wakeUps(client)
  return {
    send: (content, context) => client.send(content, context === undefined ? {} : { context }).id,
    askForPerson: () => client.askForPerson().id,
    typing: client.typing,
    read: client.read,
    change: client.change,
    rate: (frame) => void client.rate(frame),
    close: () => {
      sleep()
      client.close()
    },
  }
}
