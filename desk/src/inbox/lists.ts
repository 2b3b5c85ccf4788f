// All lists this device holds, by view. A live row takes its place in the built-in views by their plain rules; whether it
// belongs in a saved view only the server says, so an opened one reads its beginning again, at an easy pace.
import type { ConversationRow } from '@ballast/contract/conversation'
import { VIEWS, type View } from '@ballast/contract/routes/conversations'
import { createList, type List, type ListParts, type Page } from './list.ts'
import { paced } from './pace.ts'
import { belongs } from './rows.ts'

/** A built-in view, or `saved:<id>`. */
export type ListKey = View | `saved:${string}`

export interface ListsParts {
  read(key: ListKey, cursor: string | null, limit: number): Promise<Page>
  soon: ListParts['soon']
  now(): number
  pace?: typeof paced
}
export interface Lists {
  /** Held or new; a new one begins to load. */
  open(key: ListKey): List
  held(key: ListKey): List | undefined
  /** Some component shows it: `rows` says how far down the reader is. */
  watch(key: ListKey, rows: () => number): () => void
  apply(row: ConversationRow, me: string): void
  /** After a lost connection: what changed meanwhile is not replayed. */
  refreshAll(): void
  /** Rows of any list, at most `count` of each: for searching by name. */
  some(count: number): ConversationRow[]
  /** Nothing of one person is left for the next. */
  forget(): void
}

const OLD_MS = 30_000
const LIVE_ROWS = 150

interface Held {
  readonly list: List
  readAt: number
  /** Asks the server again, soon; only saved views need it. */
  readonly again: () => void
}

export const createLists = (parts: ListsParts): Lists => {
  const held = new Map<ListKey, Held>()
  const shown = new Map<ListKey, () => number>()
  const pace = parts.pace ?? paced
  const read = (at: Held, rows: number, cut = false) => {
    at.readAt = parts.now()
    at.list.refresh(rows, cut)
  }
  const make = (key: ListKey): Held => {
    const list = createList({ read: (cursor, limit) => parts.read(key, cursor, limit), soon: parts.soon })
    const again = pace(
      () => {
        const at = held.get(key)
        if (at?.list !== list) return
        if (shown.has(key)) read(at, Math.min(LIVE_ROWS, shown.get(key)?.() ?? 0))
        else at.readAt = 0
      },
      { soonMs: 600, everyMs: 3_000 },
    )
    return { list, readAt: 0, again }
  }
  return {
    open: (key) => {
      const at = held.get(key) ?? make(key)
      if (!held.has(key)) held.set(key, at)
      // While it is shown it is kept up by live frames.
      if (at.readAt === 0 || (!shown.has(key) && parts.now() - at.readAt > OLD_MS)) read(at, 0)
      return at.list
    },
    held: (key) => held.get(key)?.list,
    watch: (key, rows) => {
      shown.set(key, rows)
      return () => {
        if (shown.get(key) === rows) shown.delete(key)
      }
    },
    apply: (row, me) => {
      for (const view of VIEWS) {
        const list = held.get(view)?.list
        if (belongs(row, view, me)) list?.put(row)
        else list?.remove(row.conversation.id)
      }
      for (const [key, at] of held) {
        if (!key.startsWith('saved:')) continue
        if (at.list.rows.get(row.conversation.id)) at.list.put(row)
        at.again()
      }
    },
    refreshAll: () => {
      for (const [key, at] of held) {
        const rows = shown.get(key)
        if (rows) read(at, rows(), true)
        else at.readAt = 0
      }
    },
    some: (count) => {
      const found = new Map<string, ConversationRow>()
      for (const { list } of held.values())
        for (const row of list.rows.slice(0, count)) found.set(row.conversation.id, row)
      return [...found.values()]
    },
    forget: () => held.clear(),
  }
}
