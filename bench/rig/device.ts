// A customer's device with the client the widget ships: its outbox, its backoff, its resume. Keeps what it was promised.
import { connectVisitor, type LiveClient } from '@ballast/contract/live-client'
import { PIPES } from '@ballast/contract/live-pipes'
import { WebSocket } from 'ws'
import type { Sent } from './history.ts'
import type { Mix } from './mix.ts'
import type { Visit } from './visits.ts'

export interface Device {
  readonly token: string
  /** In the order of sending. */
  readonly sent: readonly Sent[]
  /** Sent and not acknowledged: what the client does not know. */
  unknown(): number
  conversationId(): string | null
  ask(mix: Mix): void
  /** When the last replay of the present line was complete, `performance.now()`; null: not yet. */
  resumedAt(): number | null
  /** Forgets `resumedAt`. */
  expectResume(): void
  isOnline(): boolean
  refusals(): number
  /** Tries now instead of waiting. */
  wake(): void
  close(): void
}

export interface DeviceParts {
  readonly url: string
  readonly visit: Visit
  /** `ms`: since it was handed to the client. */
  readonly onAck?: (at: number, ms: number) => void
}

export const openDevice = ({ url, visit, onAck }: DeviceParts): Device => {
  const sent: { id: string; seq: number | undefined }[] = []
  let unknown = 0
  let refusals = 0
  let resumed: number | null = null
  const client: LiveClient = connectVisitor({
    url,
    token: visit.token,
    transports: ['websocket'],
    WebSocket: WebSocket as never,
    hints: () => () => undefined,
    onMessage: () => undefined,
    pipes: {
      ...PIPES,
      websocket: (parts, hello, seen, events) =>
        PIPES.websocket(parts, hello, seen, {
          ...events,
          frame: (frame) => {
            events.frame(frame)
            if (frame.t === 'replay' && frame.complete) resumed = performance.now()
            if (frame.t === 'refused') refusals++
          },
        }),
    },
  })
  return {
    token: visit.token,
    sent,
    unknown: () => unknown,
    conversationId: client.conversationId,
    ask: (mix) => {
      const { text } = visit.verified ? mix.order() : mix.general()
      const { id, acked } = client.send([{ kind: 'text', text }])
      const place: (typeof sent)[number] = { id, seq: undefined }
      sent.push(place)
      unknown++
      const askedAt = performance.now()
      acked.then(
        ({ seq }) => {
          place.seq = seq
          unknown--
          const at = performance.now()
          onAck?.(at, at - askedAt)
        },
        () => unknown--,
      )
    },
    resumedAt: () => resumed,
    expectResume: () => {
      resumed = null
    },
    isOnline: () => client.state() === 'online',
    refusals: () => refusals,
    wake: client.wake,
    close: client.close,
  }
}
