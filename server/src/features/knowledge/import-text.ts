// Takes in what a shop has written down already: reads the pairs out of a text and publishes each as `save` would.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { factOf } from './change-entry.ts'
import { importedId } from './import-entries.ts'
import type { KnowledgeParts } from './parts.ts'
import type { Skipped } from './rules/found.ts'
import { nextVersion } from './rules/next-version.ts'
import { type Entry, readEntries } from './rules/read-entries.ts'
import { everHeld, lockEntries, writeEntries } from './store.ts'
import { whenNobodySaves } from './when-nobody-saves.ts'

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

/** A handful of statements, however many entries: versions and facts as `save` makes them. */
const publishSome = async (parts: KnowledgeParts, order: TextImport, some: readonly Entry[]): Promise<void> => {
  const { tenant, locale } = order
  const at = parts.clock.now()
  await parts.database.as(tenant, async (tx) => {
    const asked = some.map((one) => ({ id: idOf(tenant, one, locale), one }))
    const ids = asked.map(({ id }) => id)
    const before = new Map((await lockEntries(tx, tenant, ids)).map((entry) => [entry.id, entry]))
    const drafts = asked.map(({ id, one: { title, questions, answer } }) => {
      const topic = order.topic ?? before.get(id)?.topic ?? ''
      return { id, draft: { locale, title, questions: [...questions], answer, topic } }
    })
    const held = await everHeld(tx, tenant, drafts)
    // What was taken in before and rewritten since stays rewritten; what was withdrawn since comes back.
    const news = drafts.filter(({ id }) => (before.get(id)?.liveVersion ?? null) === null || !held.has(id))
    const entries = news.map(({ id, draft }) =>
      nextVersion(draft, before.get(id) ?? null, { id, status: 'published', at }),
    )
    const written = await writeEntries(tx, tenant, { entries, staffId: order.staffId ?? null })
    if (written !== entries.length) throw problem('conversation.changed')
    const facts = entries.map((entry) => factOf(parts, { tenant, at }, entry))
    await parts.appendFacts(tx, facts)
  })
}

const publishAll = async (parts: KnowledgeParts, order: TextImport, entries: readonly Entry[]): Promise<void> => {
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE)
    await whenNobodySaves(() => publishSome(parts, order, entries.slice(from, from + ENTRIES_AT_ONCE)))
  await parts.indexes.refresh(order.tenant)
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
