// A small memory with a short life. An answer that was being read while something changed is not kept.
import type { Clock } from '../../platform/clock.ts'

export interface Cache<T> {
  get(key: string): T | undefined
  /** Call before reading; the function it returns keeps the answer unless the cache was cleared meanwhile. */
  open(key: string): (value: T) => void
  clear(): void
}

export const createCache = <T>(clock: Clock, options: { ttlMs: number; limit: number }): Cache<T> => {
  const entries = new Map<string, { value: T; from: number; until: number }>()
  let generation = 0
  return {
    get: (key) => {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      const now = clock.now()
      // A clock that was set back must not prolong a life: what comes from the future is read anew.
      if (entry.from <= now && now < entry.until) return entry.value
      entries.delete(key)
      return undefined
    },
    open: (key) => {
      const openedIn = generation
      return (value) => {
        if (openedIn !== generation) return
        if (entries.size >= options.limit) entries.clear()
        const now = clock.now()
        entries.set(key, { value, from: now, until: now + options.ttlMs })
      }
    },
    clear: () => {
      generation += 1
      entries.clear()
    },
  }
}
