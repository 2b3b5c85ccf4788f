// One value and those who watch it.
import { useEffect, useState } from 'preact/hooks'

export interface Store<T> {
  get(): T
  set(change: (value: T) => T): void
  watch(run: (value: T) => void): () => void
}

export const createStore = <T>(initial: T): Store<T> => {
  let value = initial
  const watchers = new Set<(value: T) => void>()
  return {
    get: () => value,
    set(change) {
      const next = change(value)
      if (next === value) return
      value = next
      for (const run of watchers) run(value)
    },
    watch(run) {
      watchers.add(run)
      return () => void watchers.delete(run)
    },
  }
}

export const useStore = <T>(store: Store<T>): T => {
  const [value, setValue] = useState(store.get())
  useEffect(() => {
    setValue(store.get())
    return store.watch(setValue)
  }, [store])
  return value
}
