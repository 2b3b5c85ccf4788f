// Runs something soon after it is asked for, but never more often than its pace, however often it is asked.

export interface Pace {
  readonly soonMs: number
  readonly everyMs: number
}
export interface Clock {
  now(): number
  after(ms: number, run: () => void): void
}
const wall: Clock = { now: () => Date.now(), after: (ms, run) => void setTimeout(run, ms) }

export const paced = (run: () => void, { soonMs, everyMs }: Pace, clock: Clock = wall): (() => void) => {
  let due = false
  let last = Number.NEGATIVE_INFINITY
  return () => {
    if (due) return
    due = true
    clock.after(Math.max(soonMs, last + everyMs - clock.now()), () => {
      due = false
      last = clock.now()
      run()
    })
  }
}
