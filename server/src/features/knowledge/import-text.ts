// Takes in what a shop has written down already: reads the pairs out of a text and publishes each as `save` would.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { importedId } from './import-entries.ts'
import type { KnowledgeParts } from './parts.ts'
import type { Skipped } from './rules/found.ts'
import { type Entry, readEntries } from './rules/read-entries.ts'
import { saveInside } from './save.ts'
import { everHeld, lockEntry } from './store.ts'

/** One transaction each: far below the second a transaction may take. */
const ENTRIES_AT_ONCE = 100

export interface TextImport {
  readonly tenant: Uuid
  readonly staffId?: Uuid
  readonly text: string
  readonly locale: string
  /** Left out: an entry that exists keeps its own, a new one gets none. */
  readonly topic?: string
  /** Only say what would be taken in. */
  readonly preview?: boolean
}
export interface Imported {
  readonly entries: { id: Uuid; title: string; questions: string[]; answer: string }[]
  readonly skipped: Skipped[]
}

/** The same question of the same workspace and language is the same entry, whatever the format it came in. */
const idOf = (tenant: Uuid, { key }: Entry, locale: string): Uuid => importedId(tenant, `text ${key}`, locale)

const publishAll = async (parts: KnowledgeParts, order: TextImport, entries: readonly Entry[]): Promise<void> => {
  const { tenant, locale, staffId } = order
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE)
    await parts.database.as(tenant, async (tx) => {
      for (const one of entries.slice(from, from + ENTRIES_AT_ONCE)) {
        const entryId = idOf(tenant, one, locale)
        const before = await lockEntry(tx, tenant, entryId)
        const { title, questions, answer } = one
        const draft = { locale, title, questions, answer, topic: order.topic ?? before?.topic ?? '' }
        // What was taken in before and rewritten since stays rewritten; what was withdrawn since comes back.
        if (before?.status === 'published' && (await everHeld(tx, tenant, { entryId, draft }))) continue
        const change = { tenant, entryId, draft, baseVersion: before?.version ?? 0 }
        await saveInside(parts, tx, { ...change, ...(staffId === undefined ? {} : { staffId }) })
      }
    })
  await parts.indexes.refresh(tenant)
}

/** @throws Problem knowledge.nothing-found */
export const importText = async (parts: KnowledgeParts, order: TextImport): Promise<Imported> => {
  const { entries, skipped } = readEntries(order.text)
  if (entries.length === 0) throw problem('knowledge.nothing-found')
  if (order.preview !== true) await publishAll(parts, order, entries)
  return {
    entries: entries.map((entry) => ({
      id: idOf(order.tenant, entry, order.locale),
      title: entry.title,
      questions: [...entry.questions],
      answer: entry.answer,
    })),
    skipped,
  }
}
