// Questions the bot did not settle find their clusters. The same question twice is taken once.
import type { Uuid } from '@ballast/contract'
import type { Tx } from '../../platform/database/open.ts'
import { readQuestion } from './background.ts'
import { breath } from './breath.ts'
import type { GrowthParts } from './parts.ts'
import type { Clusters } from './rules/clusters.ts'
import { insertQuestions, moveQuestions, type QuestionRow, questionsAmong, type Why } from './store.ts'
import { passOn, putClusters, removeEmptyClusters, reopenSolved } from './store-clusters.ts'

/** Covered already. */
export interface NewQuestion {
  readonly id: Uuid
  readonly text: string
  readonly answer: string | null
  readonly contact: Uuid | null
  readonly conversation: Uuid | null
  readonly language: string | null
  readonly why: Why
  /** Epoch ms. */
  readonly at: number
}

/** Placed in one transaction: a tenth of a second at most. */
const BATCH = 200
/** Questions between two breaths. */
const SLICE = 8

type Sealed = Omit<QuestionRow, 'cluster'> & { readonly sentence: ReturnType<typeof readQuestion> }

const seal = async ({ secrets }: Pick<GrowthParts, 'secrets'>, tenant: Uuid, one: NewQuestion): Promise<Sealed> => {
  const { text, answer, at, ...row } = one
  return {
    ...row,
    body: await secrets.sealForTenant(tenant, text),
    answer: answer === null ? null : await secrets.sealForTenant(tenant, answer),
    at: new Date(at),
    sentence: readQuestion(text),
  }
}

interface Placed {
  readonly moves: Map<string, string>
  /** Clusters that became part of another. */
  readonly joined: Map<string, string>
}

/** Every move, the last word of each question; and where whole clusters went. */
const placeAll = async (
  parts: Pick<GrowthParts, 'ids'>,
  clusters: Clusters,
  fresh: readonly Sealed[],
): Promise<Placed> => {
  const placed: Placed = { moves: new Map(), joined: new Map() }
  for (const [at, { id, sentence }] of fresh.entries()) {
    if (at % SLICE === SLICE - 1) await breath()
    for (const [moved, { from, into }] of clusters.place({ id, sentence }, () => parts.ids.uuid())) {
      placed.moves.set(moved, into)
      if (from !== undefined && clusters.members(from).length === 0) placed.joined.set(from, into)
    }
  }
  return placed
}

const write = async (
  tx: Tx,
  tenant: Uuid,
  { clusters, fresh, placed, at }: { clusters: Clusters; fresh: readonly Sealed[]; placed: Placed; at: number },
): Promise<void> => {
  const own = new Set(fresh.map(({ id }) => id))
  const moved = new Map([...placed.moves].filter(([id]) => !own.has(id)))
  const touched = [...new Set(placed.moves.values())].filter((cluster) => clusters.members(cluster).length > 0)
  const named: { id: Uuid; central: Uuid }[] = []
  for (const id of touched) {
    await breath()
    named.push({ id, central: clusters.central(id)! })
  }
  await putClusters(tx, tenant, { clusters: named, at: new Date(at) })
  const rows = fresh.map(({ sentence: _, ...row }) => ({ ...row, cluster: clusters.clusterOf(row.id)! }))
  await insertQuestions(tx, tenant, rows)
  if (moved.size === 0) return
  await moveQuestions(tx, tenant, moved)
  for (const [from, into] of placed.joined) await passOn(tx, tenant, { from, into })
  await removeEmptyClusters(tx, tenant)
}

const takeSome = async (parts: GrowthParts, tenant: Uuid, some: readonly NewQuestion[]): Promise<void> => {
  const sealed: Sealed[] = []
  for (const one of some) {
    if (sealed.length % SLICE === SLICE - 1) await breath()
    sealed.push(await seal(parts, tenant, one))
  }
  await parts.held.use(tenant, async (tx, clusters) => {
    const known = new Set(
      (
        await questionsAmong(
          tx,
          tenant,
          sealed.map(({ id }) => id),
        )
      ).map(({ id }) => id),
    )
    const fresh = sealed.filter(({ id }) => !known.has(id))
    if (fresh.length === 0) return
    const placed = await placeAll(parts, clusters, fresh)
    await write(tx, tenant, { clusters, fresh, placed, at: parts.clock.now() })
    for (const { id, why } of fresh)
      if (why !== 'imported') await reopenSolved(tx, tenant, clusters.clusterOf(id)! as Uuid)
  })
}

export const takeQuestions = async (
  parts: GrowthParts,
  tenant: Uuid,
  questions: readonly NewQuestion[],
): Promise<void> => {
  const distinct = [...new Map(questions.map((one) => [one.id, one])).values()]
  for (let from = 0; from < distinct.length; from += BATCH)
    await takeSome(parts, tenant, distinct.slice(from, from + BATCH))
}
