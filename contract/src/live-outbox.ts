// What the visitor sent and the server has not acknowledged yet. Optionally outlives the page.
import type { ServerFrameOf, VisitorFrame } from './live.ts'

export type Kept = Extract<VisitorFrame, { t: 'send' | 'person' | 'rate' }>
export interface Storage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}
interface Entry {
  readonly frame: Kept
  settle(ack: ServerFrameOf<'ack'>): void
  fail(error: Error): void
}
export interface Outbox {
  /** The same id again (a rating that now has its reasons) waits behind the first and is acknowledged by itself. */
  put(frame: Kept): Promise<ServerFrameOf<'ack'>>
  /** The oldest, in the order they were put. */
  first(): Kept | undefined
  /** Lets those behind it pass. */
  defer(id: string): void
  /** The oldest frame of this id. */
  get(id: string): Kept | undefined
  ack(ack: ServerFrameOf<'ack'>): void
  refuse(id: string, error: Error): void
}

const KEY = 'ballast-outbox'

const readKept = (storage: Storage | undefined): Kept[] => {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? (kept as Kept[]) : []
  } catch {
    return []
  }
}

export const createOutbox = (storage?: Storage): Outbox => {
  const entries = new Map<string, readonly Entry[]>()
  const add = (entry: Entry) => entries.set(entry.frame.id, [...(entries.get(entry.frame.id) ?? []), entry])
  for (const frame of readKept(storage)) add({ frame, settle: () => {}, fail: () => {} })
  const save = () => {
    try {
      storage?.setItem(KEY, JSON.stringify([...entries.values()].flat().map(({ frame }) => frame)))
    } catch {
      // A full or forbidden storage costs only the survival of a reload.
    }
  }
  const leave = (id: string, left: readonly Entry[]) => {
    if (left.length > 0) entries.set(id, left)
    else if (!entries.delete(id)) return
    save()
  }
  return {
    put: (frame) =>
      new Promise((settle, fail) => {
        add({ frame, settle, fail })
        save()
      }),
    first: () => entries.values().next().value?.[0]?.frame,
    defer: (id) => {
      const waiting = entries.get(id)
      if (waiting === undefined) return
      entries.delete(id)
      entries.set(id, waiting)
      save()
    },
    get: (id) => entries.get(id)?.[0]?.frame,
    ack: (ack) => {
      const [done, ...behind] = entries.get(ack.id) ?? []
      leave(ack.id, behind)
      done?.settle(ack)
    },
    refuse: (id, error) => {
      const refused = entries.get(id) ?? []
      leave(id, [])
      for (const { fail } of refused) fail(error)
    },
  }
}
