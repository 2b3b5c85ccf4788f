// Long work between other work: a few milliseconds at a time, so that no conversation waits for it.
import { setImmediate } from 'node:timers/promises'

/** How long at once, ms. A step may run over it by its own length. */
const SLICE_MS = 3

/** Runs `steps` to their end. */
export const inSlices = async <T>(steps: Iterator<unknown, T>): Promise<T> => {
  for (;;) {
    const until = performance.now() + SLICE_MS
    while (performance.now() < until) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await setImmediate()
  }
}
