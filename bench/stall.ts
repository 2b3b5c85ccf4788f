// How long a thread was stopped: by the clock, which counts what others on the machine take, and by its own processor time.
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Stall {
  /** The longest a timer came late, ms. */
  readonly clockMs: number
  /** The most this thread worked between two ticks of a timer, ms. */
  readonly cpuMs: number
}
export interface StallWatch {
  /** The worst since the last call. */
  take(): Stall
  stop(): void
}

const ownMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

export const watchStalls = (): StallWatch => {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let [last, worst] = [ownMs(), 0]
  const tick = () => {
    const now = ownMs()
    worst = Math.max(worst, now - last)
    last = now
  }
  const timer = setInterval(tick, 1)
  return {
    take: () => {
      tick()
      // A timer of one millisecond is that late when nothing is wrong.
      const found = { clockMs: Math.max(0, delay.max / 1e6 - 1), cpuMs: worst }
      delay.reset()
      worst = 0
      return found
    },
    stop: () => {
      clearInterval(timer)
      delay.disable()
    },
  }
}
