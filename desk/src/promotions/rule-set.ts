// What the promotions page asks the server. Versions never change: whatever is edited is written as a new version, the
// draft, on top of the newest one.
import type { Rule, RuleSet, RuleSetHead } from '@ballast/contract/promotions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queries, server } from '../app/server.ts'

export type Versions = Awaited<ReturnType<typeof server.listRuleVersions>>
export type Version = Versions['versions'][number]
export type Finding = Awaited<ReturnType<typeof server.checkRules>>['findings'][number]
export type Difference = Awaited<ReturnType<typeof server.compareRules>>
export type Priced = Awaited<ReturnType<typeof server.priceCart>>
export type Answer = Awaited<ReturnType<typeof server.listWrongAnswers>>['answers'][number]

const VERSIONS = ['promotions', 'versions']
const PAGE = 500
const EMPTY: RuleSet = { currency: 'CNY', campaigns: [], rules: [] }

/** The newest version, unless it was published once: then nothing is being written. */
export const draftOf = ({ versions }: Versions): Version | null => {
  const newest = versions.reduce<Version | null>(
    (best, each) => (best && best.version > each.version ? best : each),
    null,
  )
  return newest?.publishedAt === null && !newest.inForce ? newest : null
}
/** What the next change is made to; 0: nothing was written yet. */
const baseOf = (held: Versions): number => draftOf(held)?.version ?? held.inForce ?? 0

export const useVersions = () =>
  useQuery({ queryKey: VERSIONS, queryFn: ({ signal }) => server.listRuleVersions({}, signal), staleTime: 10_000 })

const keyOf = (version: number) => ['promotions', 'rules', version]
const readAll = async (version: number, signal: AbortSignal): Promise<RuleSet> => {
  const rules: Rule[] = []
  for (;;) {
    const last = rules.at(-1)?.id
    const query = { limit: PAGE, ...(last === undefined ? {} : { after: last }) }
    const page = await server.readRules({ params: { version: String(version) }, query }, signal)
    rules.push(...page.rules)
    if (!page.more || page.rules.length === 0) return { ...page.head, rules }
  }
}
/** A version whole; `0` is the empty set. */
export const useRuleSet = (version: number | undefined) =>
  useQuery({
    queryKey: keyOf(version ?? 0),
    queryFn: ({ signal }) => (version ? readAll(version, signal) : EMPTY),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
/** The set that is being written: the draft, else what is in force. */
export const useWritten = () => {
  const versions = useVersions()
  const version = versions.data && baseOf(versions.data)
  const query = useRuleSet(version)
  return { versions, version, query, set: query.data ?? EMPTY }
}

export const useDifference = (version: number | undefined, since: number | null | undefined) =>
  useQuery({
    queryKey: ['promotions', 'difference', version, since],
    queryFn: ({ signal }) =>
      server.compareRules({ params: { version: String(version) }, query: { since: String(since) } }, signal),
    enabled: version !== undefined && version > 0 && typeof since === 'number',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
export const useFindings = (version: number | undefined) =>
  useQuery({
    queryKey: ['promotions', 'check', version],
    queryFn: ({ signal }) => server.checkRules({ params: { version: String(version) } }, signal),
    enabled: version !== undefined && version > 0,
  })
export const useWrongAnswers = () =>
  useQuery({
    queryKey: ['promotions', 'wrong'],
    queryFn: ({ signal }) => server.listWrongAnswers({}, signal),
    staleTime: 5_000,
  })

export interface Change {
  readonly put?: readonly Rule[]
  readonly remove?: readonly string[]
  readonly head?: RuleSetHead
  /** Default: on the newest. 0: on nothing. */
  readonly base?: number
  /** The rule as its writer saw it: when a colleague has changed it since, nothing is written. */
  readonly expected?: Rule | undefined
}
/** A colleague was faster. */
export class RuleChanged extends Error {
  /** What it is now; null: it was removed. */
  readonly theirs: Rule | null
  constructor(theirs: Rule | null) {
    super('the rule was changed meanwhile')
    this.theirs = theirs
  }
}
/** Independent of the order in which fields were written. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )
/** @throws RuleChanged */
const holdTo = async (base: number, expected: Rule): Promise<void> => {
  const queryFn = ({ signal }: { signal: AbortSignal }) => readAll(base, signal)
  const set = await queries.fetchQuery({ queryKey: keyOf(base), queryFn, staleTime: Number.POSITIVE_INFINITY })
  const now = set.rules.find(({ id }) => id === expected.id)
  if (now === undefined || textOf(now) !== textOf(expected)) throw new RuleChanged(now ?? null)
}

/** What is known of the base stays known: 20,000 rules are not read again for one that changed. */
const keepRules = (base: number, version: number, { put = [], remove = [], head }: Change): void => {
  const held = base === 0 ? EMPTY : queries.getQueryData<RuleSet>(keyOf(base))
  if (held === undefined) return
  const gone = new Set([...remove, ...put.map(({ id }) => id)])
  const rules = [...held.rules.filter(({ id }) => !gone.has(id)), ...put]
  rules.sort((one, other) => (one.id < other.id ? -1 : 1))
  queries.setQueryData<RuleSet>(keyOf(version), { ...held, ...head, rules })
}

export const tellVersion = (version: Version): void => {
  queries.setQueryData<Versions>(VERSIONS, (held) =>
    held ? { ...held, versions: [version, ...held.versions.filter((each) => each.version !== version.version)] } : held,
  )
}

const write = async (change: Change): Promise<Version> => {
  // Asked anew: a colleague may have written on meanwhile, and their changes stay.
  const held = await server.listRuleVersions({})
  queries.setQueryData<Versions>(VERSIONS, held)
  const base = change.base ?? baseOf(held)
  if (base !== 0 && change.expected !== undefined) await holdTo(base, change.expected)
  const { put = [], remove = [], head } = change
  const body = { base, put: [...put], remove: [...remove], ...(head === undefined ? {} : { head }) }
  const { version } = await server.saveRules({ body })
  keepRules(base, version.version, change)
  tellVersion(version)
  return version
}
let line: Promise<unknown> = Promise.resolve()
/** Writes the draft on. One after another: each change stands on the one before. */
export const writeDraft = (change: Change): Promise<Version> => {
  const next = line.then(() => write(change))
  line = next.catch(() => undefined)
  return next
}

/** Another version is in force. */
export const forceChanged = async (): Promise<void> => {
  await queries.invalidateQueries({ queryKey: VERSIONS })
  void queries.invalidateQueries({ queryKey: ['promotions', 'wrong'] })
  void queries.invalidateQueries({ queryKey: ['promotions', 'price'] })
}
