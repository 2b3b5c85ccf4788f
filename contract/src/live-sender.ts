// Sends what is in the outbox, one at a time and in order: the next leaves when the one before is acknowledged. With
// several under way, one refused for a moment would be stored behind those written after it.
import type { VisitorFrame } from './live.ts'
import type { Timers } from './live-link.ts'
import type { Kept, Outbox } from './live-outbox.ts'

export interface Sender {
  /** There may be something to send: a new line, a new message, an acknowledgement. */
  go(): void
  /** A new line: whatever was under way on the old one leaves again. */
  afresh(): void
  /** The server cannot take it now. `weather`: it takes nobody's, so it says nothing of this message. */
  later(id: string, ms: number, weather: boolean): void
}

/** A line may live while an acknowledgement was lost on it; the same id makes asking again harmless. */
const ACK_MS = 15_000
/** Refused this often in a row, a message lets those behind it pass: it may be the only one that cannot be stored. */
const PATIENCE = 6
/** Weather must last far longer before order is given up for it: a database takes its time to come back. */
const WEATHER_COUNTS = 0.2

export const createSender = (parts: {
  outbox: Outbox
  timers: Timers
  /** False when there is no line. */
  send: (frame: VisitorFrame) => boolean
}): Sender => {
  const { outbox, timers, send } = parts
  let underWay: Kept | null = null
  let resting: unknown = null
  let timer: unknown
  let refusals = 0

  const free = () => {
    underWay = null
    timers.clear(timer)
  }
  const go = () => {
    if (underWay !== null && outbox.get(underWay.id) !== underWay) {
      free()
      refusals = 0
    }
    const next = outbox.first()
    if (resting !== null || underWay !== null || next === undefined || !send(next)) return
    underWay = next
    timer = timers.set(() => {
      free()
      go()
    }, ACK_MS)
  }
  const rested = () => {
    timers.clear(resting)
    resting = null
  }
  return {
    go,
    afresh: () => {
      free()
      rested()
      go()
    },
    later: (id, ms, weather) => {
      if (id !== underWay?.id) return
      free()
      refusals += weather ? WEATHER_COUNTS : 1
      if (refusals >= PATIENCE) {
        outbox.defer(id)
        refusals = 0
      }
      rested()
      resting = timers.set(() => {
        resting = null
        go()
      }, ms)
    },
  }
}
