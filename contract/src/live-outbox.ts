// What the visitor sent and the server has not acknowledged yet. Optionally outlives the page.
import type { ServerFrameOf, VisitorFrame } from './live.ts'

export type Kept = Extract<VisitorFrame, { t: 'send' | 'person' }>
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
  put(frame: Kept): Promise<ServerFrameOf<'ack'>>
  /** The oldest, in the order they were put. */
  first(): Kept | undefined
  /** Lets those behind it pass. */
  defer(id: string): void
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
  const entries = new Map<string, Entry>()
  for (const frame of readKept(storage)) entries.set(frame.id, { frame, settle: () => {}, fail: () => {} })
  const save = () => {
    try {
      storage?.setItem(KEY, JSON.stringify([...entries.values()].map(({ frame }) => frame)))
    } catch {
      // A full or forbidden storage costs only the survival of a reload.
    }
  }
  const take = (id: string): Entry | undefined => {
    const entry = entries.get(id)
    entries.delete(id)
    if (entry) save()
    return entry
  }
  return {
    put: (frame) =>
      new Promise((settle, fail) => {
        entries.set(frame.id, { frame, settle, fail })
        save()
      }),
    first: () => entries.values().next().value?.frame,
    defer: (id) => {
      const entry = entries.get(id)
      if (entry === undefined) return
      entries.delete(id)
      entries.set(id, entry)
      save()
    },
    get: (id) => entries.get(id)?.frame,
    ack: (ack) => take(ack.id)?.settle(ack),
    refuse: (id, error) => take(id)?.fail(error),
  }
}
