// Which view a row belongs to and where it stands in it. Pure, so a live frame and a loaded page agree.
import type { ConversationRow } from '@ballast/contract/conversation'
import type { View } from '@ballast/contract/routes/conversations'
import type { ViewFilter } from '@ballast/contract/routes/workspace'

/** `me`: the reader's staff id. */
export const belongs = (row: ConversationRow, view: View, me: string): boolean => {
  const { status, assigneeId } = row.conversation
  if (view === 'all') return status !== 'resolved'
  if (view === 'mine') return status === 'agent' && assigneeId === me
  if (view === 'unassigned') return status === 'waiting'
  return status === view
}

export type Counts = Readonly<Record<View, number>>
/** The counts after a row changed: what is seen on the screen and what is counted agree at once. */
export const shiftCounts = (
  counts: Counts,
  change: { before: ConversationRow; after: ConversationRow; me: string },
): Counts => {
  const shifted = Object.entries(counts).map(([view, count]) => {
    const was = belongs(change.before, view as View, change.me)
    const is = belongs(change.after, view as View, change.me)
    return [view, Math.max(0, count + Number(is) - Number(was))]
  })
  return Object.fromEntries(shifted) as Counts
}

/** What a built-in view asks, in the words of a saved one: where a filter begins. */
export const filterOf = (view: View): ViewFilter => {
  if (view === 'all') return {}
  if (view === 'mine') return { statuses: ['agent'], assignee: 'me' }
  if (view === 'unassigned') return { statuses: ['waiting'] }
  return { statuses: [view] }
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
  if (x.id === y.id) return 0
  return x.id < y.id ? -1 : 1
}
