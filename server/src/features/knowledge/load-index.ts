// An index made from PostgreSQL, or brought up to date with what changed since: whole pages in a thread, few entries here.
import type { Uuid } from '@ballast/contract'
import type { Meaning } from '@ballast/understanding/similar'
import type { Database } from '../../platform/database/open.ts'
import type { KnowledgeEntry } from './entry.ts'
import { inSlices } from './in-slices.ts'
import {
  createSearchIndex,
  type IndexedEntry,
  type Lesson,
  type ReadySegment,
  readySegments,
  type SearchIndex,
} from './rules/search-index.ts'
import type { SegmentMaker } from './segment-thread.ts'
import { changedSince, liveAmong, livePage, type Standing, standingOf } from './store-index.ts'
import { readNames } from './store-names.ts'

export interface Loaded {
  readonly index: SearchIndex
  readonly standing: Standing
}
interface Parts {
  readonly database: Pick<Database, 'as'>
  readonly maker: SegmentMaker
  readonly meaning: () => Meaning
}

/** Entries read at once. */
const PAGE = 500
/** Up to here entries are made ready here, between other work; a thread of its own is worth its start for more. */
const FEW = 500
/** Entries changed at once that are still looked at one by one. */
const MOST_CHANGES = 5_000
/** Clocks of nodes differ, and what is written first may be committed last, s. */
const OVERLAP_SECONDS = 60

const epoch = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant))
export const toIndexed = (entry: KnowledgeEntry): IndexedEntry => {
  const { id, locale, title, questions, answer, topic, version, channels, audience } = entry
  const same = { id, locale, title, questions, answer, topic, version, channels, audience }
  return { ...same, validFrom: epoch(entry.validFrom), validTo: epoch(entry.validTo) }
}

async function* pagesOf({ database }: Pick<Parts, 'database'>, tenant: Uuid): AsyncGenerator<IndexedEntry[]> {
  for (let after: Uuid | null = null; ; ) {
    const from: Uuid | null = after
    const page: KnowledgeEntry[] = await database.as(tenant, (tx) => livePage(tx, tenant, { after: from, most: PAGE }))
    if (page.length > 0) yield page.map(toIndexed)
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

/** Entries page by page as a classifier is taught them. */
export async function* lessonsOf(parts: Pick<Parts, 'database'>, tenant: Uuid): AsyncGenerator<Lesson[]> {
  const names = await parts.database.as(tenant, (tx) => readNames(tx, tenant))
  for await (const page of pagesOf(parts, tenant))
    yield page.map((entry) => ({ ...entry, name: names.get(entry.id) ?? entry.id }))
}

function* oneByOne(entries: readonly IndexedEntry[], into: SearchIndex): Generator<undefined, ReadySegment[]> {
  for (const entry of entries) {
    into.put(entry)
    yield
  }
  yield* into.tidy()
  return into.release()
}

/** Segments of a few entries, made between other work; of many, in the thread. */
const makeReady = (parts: Parts, entries: readonly IndexedEntry[]): Promise<ReadySegment[]> | ReadySegment[] => {
  if (entries.length === 1) return readySegments(entries, parts.meaning())
  if (entries.length <= FEW) return inSlices(oneByOne(entries, createSearchIndex(parts.meaning())))
  return parts.maker.make(pagesIn(entries))
}

async function* pagesIn(entries: readonly IndexedEntry[]): AsyncGenerator<readonly IndexedEntry[]> {
  for (let from = 0; from < entries.length; from += PAGE) yield entries.slice(from, from + PAGE)
}

export const loadWhole = async (parts: Parts, tenant: Uuid, crowded: boolean): Promise<Loaded> => {
  const standing = await parts.database.as(tenant, (tx) => standingOf(tx, tenant))
  const index = createSearchIndex(parts.meaning())
  const size = Number(standing.live.split(':')[0])
  if (size > FEW || (crowded && size > 1)) index.adopt(await parts.maker.make(pagesOf(parts, tenant)))
  else for await (const page of pagesOf(parts, tenant)) index.adopt(await makeReady(parts, page))
  return { index, standing }
}

/** False: the index may not hold what is live, so it must be loaded whole. */
export const catchUp = async (parts: Parts, tenant: Uuid, loaded: Loaded): Promise<Standing | false> => {
  const { index, standing: before } = loaded
  const read = await parts.database.as(tenant, async (tx) => {
    const standing = await standingOf(tx, tenant)
    if (standing.stamp === before.stamp) return { standing, changes: [], entries: [] }
    const since = { moment: before.changedAt ?? '-infinity', seconds: OVERLAP_SECONDS, most: MOST_CHANGES }
    const changes = await changedSince(tx, tenant, since)
    const changed = changes?.filter(({ id, liveVersion }) => liveVersion !== (index.versionOf(id) ?? null))
    const ids = (changed ?? []).flatMap(({ id, liveVersion }) => (liveVersion === null ? [] : [id]))
    return { standing, changes: changed, entries: ids.length > 0 ? await liveAmong(tx, tenant, ids) : [] }
  })
  const { standing, changes, entries } = read
  if (changes === undefined) return false
  const ready = entries.length > 0 ? await makeReady(parts, entries.map(toIndexed)) : []
  for (const { id } of changes) index.remove(id)
  index.adopt(ready)
  return standing
}
