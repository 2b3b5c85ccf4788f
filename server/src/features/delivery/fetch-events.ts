// Polling: the events of an inbox after a cursor, in order, each at least once. Asking with a cursor says that everything
// up to it has arrived.
import { problem } from '@ballast/contract/problems'
import type { Entrance } from '../intake/index.ts'
import { readNews } from './news.ts'
import { DELIVERY_JOB, type DeliveryParts, feedSubject } from './parts.ts'
import { lastPlace, pageAfter, replayEvent, settleFetched } from './store.ts'

export interface EventsWish {
  readonly after?: string
  /** Seconds, at most 25. */
  readonly wait: number
  readonly limit: number
  readonly signal: AbortSignal
  /** A server that is going away lets nobody wait. */
  readonly isDraining: () => boolean
}
export interface EventsPage {
  readonly events: readonly unknown[]
  readonly cursor: string
}
/** A poke may be lost: look again by ourselves. */
const LOOK_MS = 1000

export const fetchEvents = async (
  parts: DeliveryParts,
  { open, channel }: Entrance,
  wish: EventsWish,
): Promise<EventsPage> => {
  if (channel.asData === undefined) throw problem('request.not-found')
  const { tenant } = open
  const inbox = { tenant, inboxId: open.inbox.id }
  const after = await startOf(parts, inbox, wish.after)
  await arrived(parts, inbox, after)
  // Waiting is lived, whatever the clock of events says.
  const until = performance.now() + wish.wait * 1000
  const poked = pokes(parts, inbox)
  try {
    for (;;) {
      const page = await parts.database.as(tenant, (tx) => pageAfter(tx, inbox, { after, limit: wish.limit }))
      const last = page.at(-1)
      if (last !== undefined) {
        const news = await Promise.all(page.map((event) => readNews(parts, event)))
        const events = news.flatMap((one) => (one === null || one === 'no-address' ? [] : [channel.asData!(one)]))
        return { events, cursor: String(last.place) }
      }
      const left = until - performance.now()
      if (left <= 0 || wish.signal.aborted || wish.isDraining()) return { events: [], cursor: String(after) }
      await poked.wait(Math.min(left, LOOK_MS), wish.signal)
    }
  } finally {
    poked.stop()
  }
}

type Inbox = { readonly tenant: string; readonly inboxId: string }

const startOf = async (
  parts: DeliveryParts,
  { tenant, inboxId }: Inbox,
  after: string | undefined,
): Promise<number> => {
  if (after === undefined || after === '') return 0
  if (after === 'latest') return parts.database.as(tenant, (tx) => lastPlace(tx, tenant, inboxId))
  if (!/^\d{1,15}$/.test(after)) throw problem('request.invalid', { path: '/after', detail: 'is not a cursor' })
  return Number(after)
}

const arrived = async (parts: DeliveryParts, { tenant, inboxId }: Inbox, upTo: number): Promise<void> => {
  if (upTo === 0) return
  const messages = await parts.database.as(tenant, (tx) => settleFetched(tx, { tenant, inboxId, upTo }))
  for (const at of messages) await parts.conversations.applyReceipt({ tenant, ...at, state: 'delivered' })
}

const pokes = (parts: DeliveryParts, { tenant, inboxId }: Inbox) => {
  let wake: () => void = () => undefined
  let came = false
  const subscription = parts.bus.subscribe(feedSubject(tenant, inboxId), () => {
    came = true
    wake()
  })
  return {
    stop: () => subscription.unsubscribe(),
    wait: async (ms: number, signal: AbortSignal) => {
      if (!came)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms)
          wake = () => {
            clearTimeout(timer)
            done()
          }
          signal.addEventListener('abort', wake, { once: true })
        })
      came = false
    },
  }
}

/** Sends a past event once more. @throws Problem request.not-found */
export const replay = async (parts: DeliveryParts, { open }: Entrance, id: string): Promise<void> => {
  const { tenant, inbox } = open
  const now = parts.clock.now()
  const event = await parts.database.as(tenant, (tx) => replayEvent(tx, { tenant, inboxId: inbox.id, id, now }))
  if (event === null) throw problem('request.not-found')
  await parts.schedule(DELIVERY_JOB, { tenant, inboxId: inbox.id, conversationId: event.conversationId }, now)
}
