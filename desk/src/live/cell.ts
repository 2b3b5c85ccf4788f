// A value that components can watch: the smallest store that does the job.
import { useSyncExternalStore } from 'react'

export interface Cell<T> {
  get(): T
  set(next: T | ((now: T) => T)): void
  listen(listener: () => void): () => void
}

export const cell = <T>(initial: T): Cell<T> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      const changed = typeof next === 'function' ? (next as (now: T) => T)(value) : next
      if (Object.is(changed, value)) return
      value = changed
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
/** `select` must return the same object for the same state. */
export const useCell = <T, S>(from: Cell<T>, select: (value: T) => S): S =>
  useSyncExternalStore(from.listen, () => select(from.get()))
