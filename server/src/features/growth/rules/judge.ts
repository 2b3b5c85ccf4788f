// The court: what a draft changes among questions that were solved and among those that were not. Pure.
import type { Court } from '@ballast/contract/routes/courts'
import type { Static } from 'typebox'

export interface Said {
  readonly outcome: string
  /** Entries cited. */
  readonly entries: readonly string[]
}
interface Tried {
  readonly id: string
  readonly before: Said
  readonly after: Said
}
export interface SolvedCase extends Tried {
  /** Entries that solved it when it was asked. */
  readonly expected: readonly string[]
}
export interface UnsettledCase extends Tried {
  readonly cluster: string
  /** How many questions its cluster has. */
  readonly clusterSize: number
  readonly conversation: string | null
  /** Epoch ms. */
  readonly at: number
}
export interface Case {
  readonly entryId: string
  /** Clusters the draft was made for; none: any question it answers counts. */
  readonly clusters: readonly string[]
  /** Epoch ms. */
  readonly now: number
}

type Schema = Static<typeof Court>
type Change = Omit<Schema['changes'][number], 'text'>
export type Findings = Omit<
  Schema,
  'id' | 'entryId' | 'version' | 'heldAt' | 'publishedVersion' | 'undone' | 'changes' | 'title' | 'answers'
> & { readonly changes: Change[] }

/** Of the frozen set one in so many may break. */
const TOLERANCE = 200
const DAY_MS = 86_400_000
const MOST_CHANGES = 200

const settles = ({ outcome, entries }: Said, expected: readonly string[]): boolean =>
  outcome === 'answered' && entries.some((entry) => expected.includes(entry))

const change = (what: Change['what'], { id, before, after }: Tried): Change => ({
  questionId: id,
  what,
  before: [...before.entries],
  after: [...after.entries],
})
const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

const ofSolved = (solved: readonly SolvedCase[]): Change[] =>
  solved.flatMap((one) => {
    const [was, is] = [settles(one.before, one.expected), settles(one.after, one.expected)]
    if (was && !is) return [change('broken', one)]
    if (!was && is) return [change('solved', one)]
    return same(one.before.entries, one.after.entries) ? [] : [change('moved', one)]
  })

const isOwn = (one: UnsettledCase, { clusters }: Case): boolean =>
  clusters.length === 0 || clusters.includes(one.cluster) || one.clusterSize === 1

const ofUnsettled = (unsettled: readonly UnsettledCase[], the: Case): Change[] =>
  unsettled
    .filter(({ before, after }) => before.outcome !== 'answered' && settles(after, [the.entryId]))
    .map((one) => change(isOwn(one, the) ? 'solved' : 'strayed', one))

const conversationsOf = (cases: readonly UnsettledCase[]): number =>
  new Set(cases.map(({ conversation, id }) => conversation ?? id)).size

/** It wins when it solves something, breaks no more than the tolerance, and solves more than it strays into. */
export const judge = (
  { solved, unsettled }: { readonly solved: readonly SolvedCase[]; readonly unsettled: readonly UnsettledCase[] },
  the: Case,
): Findings => {
  const [settled, answered] = [ofSolved(solved), ofUnsettled(unsettled, the)]
  const count = (changes: readonly Change[], what: Change['what']) => changes.filter((one) => one.what === what).length
  const [broken, strayed] = [count(settled, 'broken'), count(answered, 'strayed')]
  const wouldSolve = count(answered, 'solved')
  const solvedBefore = solved.filter((one) => settles(one.before, one.expected)).length
  const solvedAfter = solved.filter((one) => settles(one.after, one.expected)).length
  const allowed = Math.floor(solved.length / TOLERANCE)
  const won = wouldSolve + solvedAfter - solvedBefore > 0 && broken <= allowed && wouldSolve >= strayed
  const yesterday = unsettled.filter(({ at }) => at > the.now - DAY_MS)
  const helped = new Set(answered.filter(({ what }) => what === 'solved').map(({ questionId }) => questionId))
  const rank: readonly Change['what'][] = ['broken', 'strayed', 'solved', 'moved']
  return {
    won,
    tried: solved.length,
    solvedBefore,
    solvedAfter,
    broken,
    allowed,
    unsolved: unsettled.length,
    wouldSolve,
    strayed,
    yesterday: conversationsOf(yesterday),
    yesterdaySolved: conversationsOf(yesterday.filter(({ id }) => helped.has(id))),
    changes: [...settled, ...answered]
      .sort((a, b) => rank.indexOf(a.what) - rank.indexOf(b.what))
      .slice(0, MOST_CHANGES),
  }
}
