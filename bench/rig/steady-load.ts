// Devices that keep asking at a steady rate while the ground shakes, and what they saw of it.
import type { Device } from './device.ts'
import type { Mix } from './mix.ts'

export interface SteadyLoad {
  sends(): number
  stop(): void
}

/** Someone with this many unanswered messages waits before writing another. */
const MOST_UNKNOWN = 6
const TICK_MS = 10

/** Each tick the due number of devices, in turn, ask something. A device that was held back is passed over. */
export const startLoad = (devices: readonly Device[], perSecond: number, mix: Mix): SteadyLoad => {
  const startedAt = performance.now()
  let due = 0
  let turn = 0
  let sends = 0
  const timer = setInterval(() => {
    const wanted = Math.floor(((performance.now() - startedAt) / 1000) * perSecond)
    for (; due < wanted; due++) {
      const device = devices[turn++ % devices.length]!
      if (device.unknown() >= MOST_UNKNOWN) continue
      device.ask(mix)
      sends++
    }
  }, TICK_MS)
  return { sends: () => sends, stop: () => clearInterval(timer) }
}

export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Resolves to whether it came true within `ms`. */
export const until = async (ms: number, isTrue: () => boolean): Promise<boolean> => {
  const end = performance.now() + ms
  while (!isTrue()) {
    if (performance.now() > end) return false
    await sleep(5)
  }
  return true
}
