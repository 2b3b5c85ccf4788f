// The loaded rows of one list, in order. Kept in short chunks, so that a live change costs the square root of what is
// loaded and drawing costs what is in sight, never the whole: 100,000 loaded rows take part in neither.
import type { ConversationRow } from '@ballast/contract/conversation'
import { compareRows } from './rows.ts'

/** A chunk longer than this is cut in two. */
const MOST = 512

export interface RowStore {
  readonly size: number
  get(id: string): ConversationRow | undefined
  at(index: number): ConversationRow | undefined
  /** -1 when it is not held. */
  indexOf(id: string): number
  slice(from: number, to: number): ConversationRow[]
  /** Enters or moves a row. False when an equal or newer copy is held: the held object stays the same object. */
  put(row: ConversationRow): boolean
  remove(id: string): boolean
  /** Drops all rows from `index` on. */
  truncate(index: number): void
}

/** What a row shows beyond its conversation's version: unread marks and names change without one. */
const alike = (a: ConversationRow, b: ConversationRow): boolean =>
  a.conversation.version === b.conversation.version &&
  a.conversation.waitingSince === b.conversation.waitingSince &&
  a.conversation.updatedAt === b.conversation.updatedAt &&
  a.unread === b.unread &&
  a.preview === b.preview &&
  a.lastAuthor === b.lastAuthor &&
  a.assigneeName === b.assigneeName &&
  a.contactName === b.contactName &&
  a.contactLevel === b.contactLevel &&
  a.conversation.customerReadSeq === b.conversation.customerReadSeq &&
  a.conversation.agentReadSeq === b.conversation.agentReadSeq

/** The first index in [0, length) for which `isAfter` holds. */
const firstWhere = (length: number, isAfter: (index: number) => boolean): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** `step` is told of every comparison and every chunk passed: the cost, countable. */
export const createRowStore = (step: () => void = () => undefined): RowStore => {
  const chunks: ConversationRow[][] = []
  const byId = new Map<string, ConversationRow>()
  const isAfter = (held: ConversationRow | undefined, row: ConversationRow): boolean => {
    step()
    return held !== undefined && compareRows(held, row) >= 0
  }
  /** Where the row stands or would stand. */
  const spot = (row: ConversationRow): { chunk: number; within: number } => {
    const chunk = firstWhere(chunks.length, (index) => isAfter(chunks[index]?.at(-1), row))
    const rows = chunks[chunk] ?? []
    return { chunk, within: firstWhere(rows.length, (index) => isAfter(rows[index], row)) }
  }
  const before = (chunk: number): number => {
    let count = 0
    for (let index = 0; index < chunk; index++) {
      step()
      count += chunks[index]?.length ?? 0
    }
    return count
  }
  const take = (row: ConversationRow): void => {
    const { chunk, within } = spot(row)
    const rows = chunks[chunk]
    rows?.splice(within, 1)
    if (rows?.length === 0) chunks.splice(chunk, 1)
    byId.delete(row.conversation.id)
  }
  const enter = (row: ConversationRow): void => {
    byId.set(row.conversation.id, row)
    const found = spot(row)
    const chunk = Math.min(found.chunk, Math.max(0, chunks.length - 1))
    const rows = chunks[chunk]
    if (!rows) return void chunks.push([row])
    rows.splice(found.chunk > chunk ? rows.length : found.within, 0, row)
    if (rows.length > MOST) chunks.splice(chunk + 1, 0, rows.splice(MOST / 2))
  }
  /** The chunk that holds `index`, and how many rows stand before it. */
  const chunkAt = (index: number): { chunk: number; start: number } => {
    let start = 0
    for (const [chunk, rows] of chunks.entries()) {
      step()
      if (index < start + rows.length) return { chunk, start }
      start += rows.length
    }
    return { chunk: chunks.length, start }
  }
  const slice = (from: number, to: number): ConversationRow[] => {
    const out: ConversationRow[] = []
    let { chunk, start } = chunkAt(from)
    for (; start < to && chunk < chunks.length; chunk++) {
      const rows = chunks[chunk] ?? []
      out.push(...rows.slice(Math.max(0, from - start), to - start))
      start += rows.length
    }
    return out
  }
  return {
    get size() {
      return byId.size
    },
    get: (id) => byId.get(id),
    at: (index) => (index < 0 ? undefined : slice(index, index + 1)[0]),
    indexOf: (id) => {
      const row = byId.get(id)
      if (!row) return -1
      const { chunk, within } = spot(row)
      return before(chunk) + within
    },
    slice,
    put: (row) => {
      const held = byId.get(row.conversation.id)
      if (held && (held.conversation.version > row.conversation.version || alike(held, row))) return false
      if (held) take(held)
      enter(row)
      return true
    },
    remove: (id) => {
      const held = byId.get(id)
      if (held) take(held)
      return held !== undefined
    },
    truncate: (index) => {
      const { chunk, start } = chunkAt(index)
      const gone = [...(chunks[chunk]?.splice(index - start) ?? []), ...chunks.splice(chunk + 1).flat()]
      if (chunks[chunk]?.length === 0) chunks.splice(chunk, 1)
      for (const { conversation } of gone) byId.delete(conversation.id)
    },
  }
}
