// The clock, as a part: nothing else in the server asks the machine what time it is.

/** Epoch milliseconds. Wall-clock time: it may step when the machine's clock is corrected. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

export interface ManualClock extends Clock {
  /** Move forward by `ms` (negative: backward) and return the new time. */
  advance(ms: number): number
  set(now: number): void
}

/** A clock that stands still until told to move. For tests and simulations. */
export const manualClock = (start = Date.UTC(2026, 10, 11)): ManualClock => {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
      return now
    },
    set: (next) => {
      now = next
    },
  }
}
