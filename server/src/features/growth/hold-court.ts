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
import { type QuestionRow, unsettledQuestions } from './store.ts'
import { clustersOfEntry } from './store-clusters.ts'
import { insertCourt, readSolved, type SolvedRow } from './store-courts.ts'
import { beginTrial, type Progress } from './trial.ts'

type Trial = Awaited<ReturnType<typeof writing.tryDraft>>
/** Unsettled questions that are tried, the newest. */
const MOST_UNSETTLED = 500

interface Trying {
  readonly trial: Trial
  readonly progress: Pick<Progress, 'step'>
}

const trySolved = async (
  parts: GrowthParts,
  tenant: Uuid,
  { rows, trial, progress }: Trying & { readonly rows: readonly SolvedRow[] },
): Promise<SolvedCase[]> => {
  const cases: SolvedCase[] = []
  for (const { id, body, language, entries } of rows) {
    const text = await parts.secrets.openForTenant(tenant, body)
    cases.push({ id, expected: entries, ...(await askBoth(parts, { tenant, text, language }, trial)) })
    await progress.step()
  }
  return cases
}

const tryUnsettled = async (
  parts: GrowthParts,
  tenant: Uuid,
  { rows, trial, progress }: Trying & { readonly rows: readonly QuestionRow[] },
): Promise<UnsettledCase[]> => {
  const sizes = new Map([...Map.groupBy(rows, ({ cluster }) => cluster)].map(([id, some]) => [id, some.length]))
  const cases: UnsettledCase[] = []
  for (const { id, text, language, cluster, conversation, at } of await openAll(parts, tenant, rows)) {
    const said = await askBoth(parts, { tenant, text, language }, trial)
    cases.push({ id, cluster, clusterSize: sizes.get(cluster)!, conversation, at: at.getTime(), ...said })
    await progress.step()
  }
  return cases
}

/** Both sets, tried; whoever watches sees how far it is. */
const tryAll = async (parts: GrowthParts, tenant: Uuid, { entryId, trial }: { entryId: Uuid; trial: Trial }) => {
  const { solved, open, clusters } = await parts.database.as(tenant, async (tx) => ({
    solved: await readSolved(tx, tenant),
    open: await unsettledQuestions(tx, tenant, MOST_UNSETTLED),
    clusters: await clustersOfEntry(tx, tenant, entryId),
  }))
  const progress = await beginTrial(parts, tenant, { entryId, total: solved.length + open.length })
  try {
    const tried = await trySolved(parts, tenant, { rows: solved, trial, progress })
    const unsettled = await tryUnsettled(parts, tenant, { rows: open, trial, progress })
    return { cases: { solved: tried, unsettled }, clusters }
  } finally {
    await progress.end()
  }
}

/** Some seconds with a full set, in slices of milliseconds. @throws Problem knowledge.not-found, draft.unfinished */
export const holdCourt = async (parts: GrowthParts, actor: Actor, entryId: Uuid): Promise<Court> => {
  const { tenant } = actor
  const entry = await writing.readEntry(parts.knowledge, { tenant, entryId })
  if (countBlanks(entry.answer) > 0) throw problem('draft.unfinished')
  await freezeWhenOld(parts, tenant)
  const trial = await writing.tryDraft(parts.knowledge, tenant, writing.toIndexed(entry))
  const { cases, clusters } = await tryAll(parts, tenant, { entryId, trial })
  const now = parts.clock.now()
  const { won, ...result } = judge(cases, { entryId, clusters, now })
  const row = { id: parts.ids.uuid(), entryId, version: entry.version, won, result, heldAt: new Date(now) }
  await parts.database.as(tenant, async (tx) => {
    await insertCourt(tx, tenant, row)
    const data = { courtId: row.id, entryId, version: entry.version, won, ...byWhom(actor) }
    await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'court.held', subject: entryId, at: now, data }])
  })
  return courtOf(parts, tenant, { ...row, publishedVersion: null, liveBefore: null, undoneAt: null })
}
