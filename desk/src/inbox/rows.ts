// Which view a row belongs to and where it stands in it. Pure, so a live frame and a loaded page agree.
import type { ConversationRow } from '@ballast/contract/conversation'
import type { View } from '@ballast/contract/routes/conversations'

/** `me`: the reader's staff id. */
export const belongs = (row: ConversationRow, view: View, me: string): boolean => {
  const { status, assigneeId } = row.conversation
  if (view === 'all') return status !== 'resolved'
  if (view === 'mine') return status === 'agent' && assigneeId === me
  if (view === 'unassigned') return status === 'waiting'
  return status === view
}

/** Longest waiting first; those who wait for nothing come after, newest change first. */
export const compareRows = (a: ConversationRow, b: ConversationRow): number => {
  const [x, y] = [a.conversation, b.conversation]
  if (x.waitingSince !== y.waitingSince) {
    if (x.waitingSince === null) return 1
    if (y.waitingSince === null) return -1
    return x.waitingSince < y.waitingSince ? -1 : 1
  }
  if (x.updatedAt !== y.updatedAt) return x.updatedAt > y.updatedAt ? -1 : 1
  return x.id < y.id ? -1 : 1
}

export interface Page {
  rows: ConversationRow[]
  next: string | null
}
export interface Pages {
  pages: Page[]
  pageParams: unknown[]
}

/** The rows of all pages, each conversation once, in order. */
export const flatten = (pages: readonly Page[]): ConversationRow[] => {
  const byId = new Map<string, ConversationRow>()
  for (const page of pages) {
    for (const row of page.rows) {
      const held = byId.get(row.conversation.id)
      if (!held || held.conversation.version <= row.conversation.version) byId.set(row.conversation.id, row)
    }
  }
  return [...byId.values()].sort(compareRows)
}

/** A changed row takes its place in a view's pages, enters them or leaves them. */
export const placeRow = (held: Pages, row: ConversationRow, stays: boolean): Pages => {
  const { id } = row.conversation
  const at = held.pages.findIndex((page) => page.rows.some((each) => each.conversation.id === id))
  if (at === -1 && !stays) return held
  const before = held.pages[at]?.rows.find((each) => each.conversation.id === id)
  if (before && before.conversation.version > row.conversation.version) return held
  const pages = held.pages.map((page, index) => {
    const without = page.rows.filter((each) => each.conversation.id !== id)
    return index === Math.max(at, 0) && stays ? { ...page, rows: [row, ...without] } : { ...page, rows: without }
  })
  return { ...held, pages }
}
