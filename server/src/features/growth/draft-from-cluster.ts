// A draft made of a cluster: proposed from what colleagues answered, or with the questions alone when nobody has yet.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { type KnowledgeEntry, writing } from '../knowledge/index.ts'
import { readQuestion } from './background.ts'
import { type Actor, byWhom, type GrowthParts } from './parts.ts'
import { countBlanks } from './rules/general.ts'
import { type Proposal, propose } from './rules/propose.ts'
import { openAll } from './sealed.ts'
import { questionsOf } from './store.ts'
import { type ClusterRow, readClusters, setState } from './store-clusters.ts'

/** Questions of a cluster that are read for a draft, the newest. */
const MOST = 200

export interface Drafted {
  readonly entry: KnowledgeEntry
  readonly blanks: number
  readonly answers: number
}

const mustRead = async (parts: GrowthParts, tenant: Uuid, id: Uuid): Promise<ClusterRow> => {
  const query = { id, least: 1, limit: 1, now: new Date(parts.clock.now()) }
  const [row] = await parts.database.as(tenant, (tx) => readClusters(tx, tenant, query))
  if (row === undefined) throw problem('cluster.not-found')
  return row
}

/** What a draft of it would say; nothing is written. */
export const proposalOf = async (
  parts: GrowthParts,
  tenant: Uuid,
  { id, central, locale }: { readonly id: Uuid; readonly central: Uuid | null; readonly locale?: string },
): Promise<Proposal> => {
  const rows = await parts.database.as(tenant, (tx) => questionsOf(tx, tenant, { cluster: id, most: MOST }))
  const opened = await openAll(parts, tenant, rows)
  const first = opened.filter((one) => one.id === central)
  const asked = [...first, ...opened.filter((one) => one.id !== central)]
  const more = locale === undefined ? {} : { locale }
  return propose(
    asked.map(({ text, answer, language }) => ({ question: text, answer, language })),
    { ...more, now: parts.clock.now(), sentenceOf: readQuestion },
  )
}

/** The entry begun for a cluster is never written over: somebody may have worked on it. @throws Problem cluster.not-found */
export const draftFromCluster = async (
  parts: GrowthParts,
  actor: Actor,
  { clusterId, locale }: { readonly clusterId: Uuid; readonly locale?: string },
): Promise<Drafted> => {
  const { tenant } = actor
  const row = await mustRead(parts, tenant, clusterId)
  if (row.entryId !== null) {
    const entry = await writing.readEntry(parts.knowledge, { tenant, entryId: row.entryId })
    return { entry, blanks: countBlanks(entry.answer), answers: row.answered }
  }
  const wish = { id: clusterId, central: row.central, ...(locale === undefined ? {} : { locale }) }
  const { blanks, answers, ...draft } = await proposalOf(parts, tenant, wish)
  const entryId = parts.ids.uuid()
  const entry = await writing.saveDraft(parts.knowledge, { ...actor, entryId, baseVersion: 0, draft })
  await parts.database.as(tenant, async (tx) => {
    await setState(tx, tenant, { id: clusterId, state: 'drafted', entryId })
    const fact = { id: parts.ids.uuid(), tenant, type: 'cluster.drafted' as const, subject: clusterId }
    await parts.appendFacts(tx, [{ ...fact, at: parts.clock.now(), data: { clusterId, entryId, ...byWhom(actor) } }])
  })
  return { entry, blanks, answers }
}
