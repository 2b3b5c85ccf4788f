// Trials as the desk sees them; one click publishes what won, one takes it back.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { Court as Schema } from '@ballast/contract/routes/courts'
import type { Static } from 'typebox'
import { type KnowledgeEntry, writing } from '../knowledge/index.ts'
import { answersOf, triedEntry } from './court-answers.ts'
import type { Actor, GrowthParts } from './parts.ts'
import type { Findings } from './rules/judge.ts'
import { openAll } from './sealed.ts'
import { questionsAmong } from './store.ts'
import { setStateOfEntry } from './store-clusters.ts'
import { type CourtRow, notePublished, noteUndone, readCourts, readSolved } from './store-courts.ts'

export type Court = Static<typeof Schema>
type Reading = Pick<GrowthParts, 'database' | 'secrets'>
interface Told {
  readonly title: string
  readonly answers: Court['answers']
}

const MOST_LISTED = 50
/** Characters of a question. */
const SHOWN = 500
/** What was tried longer ago was tried on another knowledge. */
const VALID_MS = 3_600_000

const withoutTexts = (row: CourtRow, { title, answers }: Told): Court => {
  const { changes: _, ...result } = row.result as Omit<Findings, 'won'>
  const { id, entryId, version, won, publishedVersion } = row
  const undone = row.undoneAt !== null
  return {
    id,
    entryId,
    version,
    won,
    heldAt: row.heldAt.toISOString(),
    ...result,
    changes: [],
    title,
    answers,
    publishedVersion,
    undone,
  }
}

/** With the questions' texts, as far as they are still there. */
export const courtOf = async (parts: Reading, tenant: Uuid, row: CourtRow): Promise<Court> => {
  const { changes } = row.result as Findings
  const ids = changes.map(({ questionId }) => questionId)
  const { open, solved } = await parts.database.as(tenant, async (tx) => ({
    open: await questionsAmong(tx, tenant, ids),
    solved: (await readSolved(tx, tenant)).filter(({ id }) => ids.includes(id)),
  }))
  const texts = new Map((await openAll(parts, tenant, open)).map(({ id, text }) => [id, text]))
  for (const { id, body } of solved) texts.set(id, await parts.secrets.openForTenant(tenant, body))
  const told = changes.map((change) => ({ ...change, text: (texts.get(change.questionId) ?? '').slice(0, SHOWN) }))
  const tried = await triedEntry(parts, tenant, row)
  const answers = await answersOf(parts, tenant, { row, tried })
  return { ...withoutTexts(row, { title: tried?.title ?? '', answers }), changes: told }
}

const mustRead = async (parts: Reading, tenant: Uuid, id: Uuid): Promise<CourtRow> => {
  const [row] = await parts.database.as(tenant, (tx) => readCourts(tx, tenant, { id, most: 1 }))
  if (row === undefined) throw problem('court.not-found')
  return row
}

/** @throws Problem court.not-found */
export const readCourt = async (parts: Reading, tenant: Uuid, id: Uuid): Promise<Court> =>
  courtOf(parts, tenant, await mustRead(parts, tenant, id))

export const listCourts = async (
  parts: Reading,
  tenant: Uuid,
  query: { readonly entryId?: Uuid },
): Promise<Court[]> => {
  const rows = await parts.database.as(tenant, (tx) => readCourts(tx, tenant, { ...query, most: MOST_LISTED }))
  const courts: Court[] = []
  for (const row of rows)
    courts.push(withoutTexts(row, { title: (await triedEntry(parts, tenant, row))?.title ?? '', answers: [] }))
  return courts
}

/** @throws Problem court.not-found, court.lost, court.outdated, conversation.changed */
export const publishFromCourt = async (parts: GrowthParts, actor: Actor, courtId: Uuid): Promise<KnowledgeEntry> => {
  const { tenant } = actor
  const { entryId, version, won, heldAt, publishedVersion } = await mustRead(parts, tenant, courtId)
  if (!won) throw problem('court.lost')
  const entry = await writing.readEntry(parts.knowledge, { tenant, entryId })
  const isOld = parts.clock.now() - heldAt.getTime() > VALID_MS
  if (isOld || publishedVersion !== null || entry.version !== version) throw problem('court.outdated')
  const published = await writing.publish(parts.knowledge, { ...actor, entryId, baseVersion: version })
  await parts.database.as(tenant, async (tx) => {
    await notePublished(tx, tenant, { id: courtId, version: published.version, liveBefore: entry.liveVersion ?? 0 })
    await setStateOfEntry(tx, tenant, { entryId, state: 'solved' })
  })
  return published
}

/** @throws Problem court.not-found, court.outdated, conversation.changed */
export const undoCourt = async (parts: GrowthParts, actor: Actor, courtId: Uuid): Promise<Court> => {
  const { tenant } = actor
  const { entryId, publishedVersion, liveBefore, undoneAt } = await mustRead(parts, tenant, courtId)
  const entry = await writing.readEntry(parts.knowledge, { tenant, entryId })
  if (publishedVersion === null || undoneAt !== null || entry.version !== publishedVersion)
    throw problem('court.outdated')
  const change = { ...actor, entryId }
  if (liveBefore) await writing.rollBack(parts.knowledge, { ...change, to: liveBefore, baseVersion: publishedVersion })
  else await writing.withdraw(parts.knowledge, change)
  await parts.database.as(tenant, async (tx) => {
    await noteUndone(tx, tenant, { id: courtId, at: new Date(parts.clock.now()) })
    await setStateOfEntry(tx, tenant, { entryId, state: 'drafted' })
  })
  return readCourt(parts, tenant, courtId)
}
