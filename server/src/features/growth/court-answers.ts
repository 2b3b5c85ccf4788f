// What the entries named in a trial say, before and with the draft: numbers alone convince nobody.
import type { Uuid } from '@ballast/contract'
import { Problem } from '@ballast/contract/problems'
import type { Court as Schema } from '@ballast/contract/routes/courts'
import type { Static } from 'typebox'
import { type KnowledgeEntry, writing } from '../knowledge/index.ts'
import type { GrowthParts } from './parts.ts'
import type { Findings } from './rules/judge.ts'
import type { CourtRow } from './store-courts.ts'

type Answer = Static<typeof Schema>['answers'][number]
type Reading = Pick<GrowthParts, 'database'>

/** Entries of one side that are read. */
const MOST = 50

/** Null: it never was, or is no longer. */
const orNull = async (reading: Promise<KnowledgeEntry>): Promise<KnowledgeEntry | null> =>
  reading.catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'knowledge.not-found') return null
    throw error
  })

/** As it was tried. */
export const triedEntry = (parts: Reading, tenant: Uuid, { entryId, version }: CourtRow) =>
  orNull(writing.readOneVersion(parts, { tenant, entryId, version }))

/** As customers have it, but for the draft's own: as they had it before that was published. */
const liveEntry = async (parts: Reading, tenant: Uuid, entryId: Uuid, own: number | null) => {
  const entry = await orNull(writing.readEntry(parts, { tenant, entryId }))
  const live = own ?? entry?.liveVersion ?? null
  if (entry === null || live === null || live === 0 || live === entry.version) return entry
  return orNull(writing.readOneVersion(parts, { tenant, entryId, version: live }))
}

export const answersOf = async (
  parts: Reading,
  tenant: Uuid,
  { row, tried }: { readonly row: CourtRow; readonly tried: KnowledgeEntry | null },
): Promise<Answer[]> => {
  const { changes } = row.result as Findings
  const answers: Answer[] = []
  for (const side of ['before', 'after'] as const)
    for (const entryId of [...new Set(changes.flatMap((change) => change[side]))].slice(0, MOST)) {
      const isOwn = entryId === row.entryId
      const own = isOwn ? row.liveBefore : null
      const entry = isOwn && side === 'after' ? tried : await liveEntry(parts, tenant, entryId as Uuid, own)
      if (entry !== null) answers.push({ entryId: entryId as Uuid, side, title: entry.title, answer: entry.answer })
    }
  return answers
}
