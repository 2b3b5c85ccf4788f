// The sections of a document as entries: the same place is the same entry, what did not change keeps its version, what is
// gone is withdrawn.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Tx } from '../../../platform/database/open.ts'
import { factOf } from '../change-entry.ts'
import type { KnowledgeEntry } from '../entry.ts'
import { importedId } from '../import-entries.ts'
import type { SectionEntry } from '../rules/entries-of.ts'
import { type Draft, nextVersion, saysTheSame } from '../rules/next-version.ts'
import { lockEntries, writeEntries } from '../store.ts'
import type { DocumentParts } from './parts.ts'
import { type Claimed, noteReading, otherSections } from './store.ts'

/** One transaction each: far below the second a transaction may take. */
const AT_ONCE = 100

/** The document was given anew or removed while it was read. */
export class Outdated extends Error {
  override readonly name = 'Outdated'
}

export const idOf = (tenant: Uuid, { id, locale }: Claimed, section: string): Uuid =>
  importedId(tenant, `section ${id} ${section}`, locale)

const write = async (
  parts: DocumentParts,
  tx: Tx,
  { tenant, entries, at }: { readonly tenant: Uuid; readonly entries: readonly KnowledgeEntry[]; readonly at: number },
): Promise<void> => {
  if (entries.length === 0) return
  const written = await writeEntries(tx, tenant, { entries, staffId: null })
  if (written !== entries.length) throw problem('conversation.changed')
  await parts.appendFacts(
    tx,
    entries.map((entry) => factOf(parts, { tenant, at }, entry)),
  )
}

interface Publishing {
  readonly tenant: Uuid
  readonly claimed: Claimed
  readonly sections: readonly SectionEntry[]
}

const publishSome = async (
  parts: DocumentParts,
  { tenant, claimed, sections }: Publishing,
  percent: number,
): Promise<void> => {
  const at = parts.clock.now()
  await parts.database.as(tenant, async (tx) => {
    if (!(await noteReading(tx, tenant, { claimed, at: new Date(at), note: { percent } }))) throw new Outdated()
    const drafts = sections.map(({ section, title, questions, answer, product }) => {
      const origin = { documentId: claimed.id, section }
      const { locale, topic } = claimed
      const about = product === undefined ? {} : { audience: { levels: [], regions: [], products: [product] } }
      const draft: Draft = { locale, title, questions, answer, topic, kind: 'section', origin, ...about }
      return { id: idOf(tenant, claimed, section), draft }
    })
    const ids = drafts.map(({ id }) => id)
    const before = new Map((await lockEntries(tx, tenant, ids)).map((entry) => [entry.id, entry]))
    const entries = drafts.flatMap(({ id, draft }) => {
      const old = before.get(id) ?? null
      const stays = old !== null && old.status === 'published' && saysTheSame(draft, old)
      return stays ? [] : [nextVersion(draft, old, { id, status: 'published', at })]
    })
    await write(parts, tx, { tenant, entries, at })
  })
}

/** All entries of the document but these. Answers which they were. */
export const withdrawOthers = async (
  parts: DocumentParts,
  { tenant, documentId }: { readonly tenant: Uuid; readonly documentId: Uuid },
  kept: readonly Uuid[] = [],
): Promise<Uuid[]> => {
  const gone = await parts.database.as(tenant, (tx) => otherSections(tx, tenant, documentId, kept))
  for (let from = 0; from < gone.length; from += AT_ONCE) {
    const at = parts.clock.now()
    await parts.database.as(tenant, async (tx) => {
      const held = await lockEntries(tx, tenant, gone.slice(from, from + AT_ONCE))
      const entries = held
        .filter((entry) => entry.status !== 'withdrawn')
        .map((entry) => nextVersion(entry, entry, { id: entry.id, status: 'withdrawn', at }))
      await write(parts, tx, { tenant, entries, at })
    })
  }
  return gone
}

/** Answers which entries were withdrawn. @throws Outdated */
export const publishSections = async (parts: DocumentParts, publishing: Publishing): Promise<Uuid[]> => {
  const { tenant, claimed, sections } = publishing
  for (let from = 0; from < sections.length; from += AT_ONCE) {
    const some = sections.slice(from, from + AT_ONCE)
    const percent = Math.round(50 + (50 * from) / sections.length)
    await publishSome(parts, { ...publishing, sections: some }, percent)
  }
  const kept = sections.map(({ section }) => idOf(tenant, claimed, section))
  return withdrawOthers(parts, { tenant, documentId: claimed.id }, kept)
}
