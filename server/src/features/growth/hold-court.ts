// The court: a draft answers the frozen set and the unsettled questions beside what is published. Nothing is published here.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { writing } from '../knowledge/index.ts'
import { askBoth } from './ask-bot.ts'
import { type Court, courtOf } from './courts.ts'
import { freezeWhenOld } from './freeze.ts'
import { type Actor, byWhom, type GrowthParts } from './parts.ts'
import { countBlanks } from './rules/general.ts'
import { judge, type SolvedCase, type UnsettledCase } from './rules/judge.ts'
import { openAll } from './sealed.ts'
import { unsettledQuestions } from './store.ts'
import { clustersOfEntry } from './store-clusters.ts'
import { insertCourt, readSolved } from './store-courts.ts'

type Trial = Awaited<ReturnType<typeof writing.tryDraft>>
/** Unsettled questions that are tried, the newest. */
const MOST_UNSETTLED = 500

const trySolved = async (parts: GrowthParts, tenant: Uuid, trial: Trial): Promise<SolvedCase[]> => {
  const rows = await parts.database.as(tenant, (tx) => readSolved(tx, tenant))
  const cases: SolvedCase[] = []
  for (const { id, body, language, entries } of rows) {
    const text = await parts.secrets.openForTenant(tenant, body)
    cases.push({ id, expected: entries, ...(await askBoth(parts, { tenant, text, language }, trial)) })
  }
  return cases
}

const tryUnsettled = async (parts: GrowthParts, tenant: Uuid, trial: Trial): Promise<UnsettledCase[]> => {
  const rows = await parts.database.as(tenant, (tx) => unsettledQuestions(tx, tenant, MOST_UNSETTLED))
  const sizes = new Map([...Map.groupBy(rows, ({ cluster }) => cluster)].map(([id, some]) => [id, some.length]))
  const cases: UnsettledCase[] = []
  for (const { id, text, language, cluster, conversation, at } of await openAll(parts, tenant, rows)) {
    const said = await askBoth(parts, { tenant, text, language }, trial)
    cases.push({ id, cluster, clusterSize: sizes.get(cluster)!, conversation, at: at.getTime(), ...said })
  }
  return cases
}

/** Some seconds with a full set, in slices of milliseconds. @throws Problem knowledge.not-found, draft.unfinished */
export const holdCourt = async (parts: GrowthParts, actor: Actor, entryId: Uuid): Promise<Court> => {
  const { tenant } = actor
  const entry = await writing.readEntry(parts.knowledge, { tenant, entryId })
  if (countBlanks(entry.answer) > 0) throw problem('draft.unfinished')
  await freezeWhenOld(parts, tenant)
  const trial = await writing.tryDraft(parts.knowledge, tenant, writing.toIndexed(entry))
  const solved = await trySolved(parts, tenant, trial)
  const unsettled = await tryUnsettled(parts, tenant, trial)
  const clusters = await parts.database.as(tenant, (tx) => clustersOfEntry(tx, tenant, entryId))
  const now = parts.clock.now()
  const { won, ...result } = judge({ solved, unsettled }, { entryId, clusters, now })
  const row = { id: parts.ids.uuid(), entryId, version: entry.version, won, result, heldAt: new Date(now) }
  await parts.database.as(tenant, async (tx) => {
    await insertCourt(tx, tenant, row)
    const data = { courtId: row.id, entryId, version: entry.version, won, ...byWhom(actor) }
    await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'court.held', subject: entryId, at: now, data }])
  })
  return courtOf(parts, tenant, { ...row, publishedVersion: null, liveBefore: null, undoneAt: null })
}
