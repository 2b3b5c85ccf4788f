// Which rows are chosen for an act on many. One set, changed in place: choosing one of 100,000 copies nothing.
import { useSyncExternalStore } from 'react'

export interface Selection {
  readonly size: number
  /** The boxes are shown though nothing is chosen yet. */
  readonly choosing: boolean
  has(id: string): boolean
  ids(): string[]
  choose(on: boolean): void
  toggle(id: string): void
  /** From the last row chosen by itself to this one, both included. */
  extend(id: string, between: (from: string, to: string) => readonly string[]): void
  add(ids: Iterable<string>): void
  remove(id: string): void
  clear(): void
  listen(listener: () => void): () => void
}

export const createSelection = (): Selection => {
  const chosen = new Set<string>()
  const listeners = new Set<() => void>()
  let anchor: string | null = null
  let choosing = false
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const add = (ids: Iterable<string>) => {
    for (const id of ids) chosen.add(id)
    tell()
  }
  return {
    get size() {
      return chosen.size
    },
    get choosing() {
      return choosing || chosen.size > 0
    },
    has: (id) => chosen.has(id),
    ids: () => [...chosen],
    choose: (on) => {
      choosing = on
      tell()
    },
    toggle: (id) => {
      if (!chosen.delete(id)) chosen.add(id)
      anchor = id
      tell()
    },
    extend: (id, between) => add(anchor === null ? [id] : between(anchor, id)),
    add,
    remove: (id) => {
      if (chosen.delete(id)) tell()
    },
    clear: () => {
      chosen.clear()
      anchor = null
      choosing = false
      tell()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const selection = createSelection()
export const useSelected = (id: string): boolean => useSyncExternalStore(selection.listen, () => selection.has(id))
export const useSelectionSize = (): number => useSyncExternalStore(selection.listen, () => selection.size)
export const useChoosing = (): boolean => useSyncExternalStore(selection.listen, () => selection.choosing)
