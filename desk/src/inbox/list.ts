// One list of conversations as this device holds it: pages by cursor, live changes, and reading again without a jump.
import type { ConversationRow } from '@ballast/contract/conversation'
import { createRowStore, type RowStore } from './row-store.ts'

export interface Page {
  readonly rows: readonly ConversationRow[]
  readonly next: string | null
}
export interface ListParts {
  read(cursor: string | null, limit: number): Promise<Page>
  /** Runs once for many changes: at the next frame of the screen. */
  soon(run: () => void): void
}
export interface List {
  readonly rows: RowStore
  readonly state: { loading: boolean; error: unknown; done: boolean }
  /** Grows with every change; what a component watches. */
  version(): number
  listen(listener: () => void): () => void
  /** The next page, unless one is on its way, there is none, or the last could not be read. */
  more(): void
  /** After a failure: reads again what could not be read. */
  retry(): void
  /**
   * Reads the first `rows` rows again and takes away what is no longer among them. With `cut`, what lies beyond is let
   * go and loaded anew when scrolled to.
   */
  refresh(rows: number, cut?: boolean): void
  put(row: ConversationRow): void
  remove(id: string): void
  onRemoved(listener: (id: string) => void): () => void
}

const FIRST = 50
const NEXT = 100

interface Inside {
  readonly parts: ListParts
  readonly rows: RowStore
  readonly state: { loading: boolean; error: unknown; done: boolean }
  readonly removed: Set<(id: string) => void>
  /** Touched by live frames while a read is on its way: a page that left the server earlier must not undo them. */
  readonly touched: Map<string, number>
  next: string | null
  changed(): void
}

const drop = (at: Inside, id: string): void => {
  if (!at.rows.remove(id)) return
  for (const listener of at.removed) listener(id)
}

/** Takes a page in. A row that a live frame took away meanwhile stays away. */
const takeIn = (at: Inside, page: Page): void => {
  for (const row of page.rows) {
    const seen = at.touched.get(row.conversation.id)
    if (seen === undefined || seen < row.conversation.version) at.rows.put(row)
  }
}

/**
 * Takes away rows between where the last sweep ended and the page's end that no page named. Answers where it ended: a
 * row that stands where the page said, not one that has moved on since.
 */
const sweep = (at: Inside, page: Page, from: { named: ReadonlySet<string>; after: string | null }): string | null => {
  const last = page.rows.findLast(
    ({ conversation }) => at.rows.get(conversation.id)?.conversation.version === conversation.version,
  )
  const start = from.after === null ? 0 : Math.max(0, at.rows.indexOf(from.after))
  const end = page.next === null ? at.rows.size : last ? at.rows.indexOf(last.conversation.id) : 0
  for (const { conversation } of at.rows.slice(start, end))
    if (!from.named.has(conversation.id) && !at.touched.has(conversation.id)) drop(at, conversation.id)
  return last?.conversation.id ?? from.after
}

const readAgain = async (at: Inside, wanted: number, cut: boolean): Promise<void> => {
  const named = new Set<string>()
  let cursor: string | null = null
  let after: string | null = null
  do {
    const page: Page = await at.parts.read(cursor, cursor === null ? FIRST : NEXT)
    takeIn(at, page)
    for (const { conversation } of page.rows) named.add(conversation.id)
    after = sweep(at, page, { named, after })
    cursor = page.next
    at.changed()
  } while (cursor !== null && named.size < wanted)
  if (cut && cursor !== null) at.rows.truncate(named.size)
  if (cut || cursor === null || at.rows.size <= named.size) at.next = cursor
  at.state.done = at.next === null
}

/** One read at a time; what is asked meanwhile is done after. */
const createReader = (at: Inside) => {
  let waiting: { rows: number; cut: boolean } | null = null
  const run = async (work: () => Promise<void>): Promise<void> => {
    at.state.loading = true
    at.state.error = null
    at.changed()
    try {
      await work()
    } catch (error) {
      at.state.error = error
    }
    at.state.loading = false
    at.touched.clear()
    at.changed()
    if (waiting === null) return
    const { rows, cut } = waiting
    waiting = null
    await run(() => readAgain(at, rows, cut))
  }
  return {
    more: () => {
      if (at.state.loading || at.next === null || at.state.error !== null) return
      const cursor = at.next
      void run(async () => {
        const page = await at.parts.read(cursor, NEXT)
        takeIn(at, page)
        at.next = page.next
        at.state.done = page.next === null
      })
    },
    refresh: (rows: number, cut = false) => {
      if (!at.state.loading) return void run(() => readAgain(at, rows, cut))
      waiting = { rows: Math.max(rows, waiting?.rows ?? 0), cut: cut || (waiting?.cut ?? false) }
    },
  }
}

export const createList = (parts: ListParts): List => {
  const listeners = new Set<() => void>()
  let version = 0
  let told = true
  const changed = () => {
    if (!told) return
    told = false
    parts.soon(() => {
      told = true
      version++
      for (const listener of listeners) listener()
    })
  }
  const state = { loading: false, error: null as unknown, done: false }
  const at: Inside = {
    parts,
    rows: createRowStore(),
    state,
    removed: new Set(),
    touched: new Map(),
    next: null,
    changed,
  }
  const touch = (id: string, row?: ConversationRow) => {
    if (state.loading) at.touched.set(id, row?.conversation.version ?? Number.POSITIVE_INFINITY)
  }
  const reader = createReader(at)
  const retry = () => {
    state.error = null
    if (at.next === null) reader.refresh(0)
    else reader.more()
  }
  return {
    rows: at.rows,
    state,
    retry,
    version: () => version,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ...reader,
    put: (row) => {
      touch(row.conversation.id, row)
      if (at.rows.put(row)) changed()
    },
    remove: (id) => {
      touch(id)
      if (at.rows.get(id) === undefined) return
      drop(at, id)
      changed()
    },
    onRemoved: (listener) => {
      at.removed.add(listener)
      return () => at.removed.delete(listener)
    },
  }
}
