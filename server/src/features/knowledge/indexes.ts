// One search index per tenant, in memory. PostgreSQL is the truth: an index that missed a poke finds out by itself.
import type { Uuid } from '@ballast/contract'
import type { Database } from '../../platform/database/open.ts'
import type { Stamp } from './entry.ts'
import { buildIndex, type Passage, type SearchIndex } from './rules/search-index.ts'
import { publishedEntries, stampOf } from './store.ts'

/** How long an index is trusted without looking at PostgreSQL, ms. A poke by the facts is the fast way. */
const TRUST_MS = 5_000
/** Tenants kept in memory; the one searched longest ago goes first. */
const MOST_TENANTS = 500

export interface Question {
  readonly tenant: Uuid
  readonly text: string
  readonly locale: string
  /** Entries of this topic are looked at whether their words fit or not. */
  readonly topic?: string
  /** Default 5. */
  readonly limit?: number
}
/** What answering needs of knowledge. */
export interface KnowledgeSearch {
  search(question: Question): Promise<Passage[]>
}
export interface Indexes extends KnowledgeSearch {
  /** Read again what changed; resolves when the next search sees it. */
  refresh(tenant: Uuid): Promise<void>
}

interface Held {
  readonly index: SearchIndex
  readonly stamp: Stamp
  checkedAt: number
}

export const createIndexes = (parts: {
  readonly database: Pick<Database, 'as'>
  readonly clock: { now(): number }
}): Indexes => {
  const held = new Map<Uuid, Held>()
  const loading = new Map<Uuid, Promise<Held>>()

  const load = async (tenant: Uuid): Promise<Held> => {
    const before = held.get(tenant)
    const read = await parts.database.as(tenant, async (tx) => {
      const stamp = await stampOf(tx, tenant)
      return { stamp, entries: before?.stamp === stamp ? null : await publishedEntries(tx, tenant) }
    })
    const index = read.entries ? buildIndex(read.entries) : before!.index
    const next = { index, stamp: read.stamp, checkedAt: parts.clock.now() }
    held.delete(tenant)
    held.set(tenant, next)
    if (held.size > MOST_TENANTS) held.delete(held.keys().next().value!)
    return next
  }
  const loadOnce = (tenant: Uuid): Promise<Held> => {
    const running = loading.get(tenant)
    if (running) return running
    const started = load(tenant).finally(() => loading.delete(tenant))
    loading.set(tenant, started)
    return started
  }
  return {
    search: async ({ tenant, text, locale, ...more }) => {
      const known = held.get(tenant)
      // Set back, the clock would let an old index be trusted for as long again.
      const age = known === undefined ? 0 : parts.clock.now() - known.checkedAt
      const fresh = age >= 0 && age < TRUST_MS
      // An old index answers at once while it is looked after; only the very first question waits.
      if (known && !fresh) {
        known.checkedAt = parts.clock.now()
        void loadOnce(tenant).catch(() => undefined)
      }
      const { index } = known ?? (await loadOnce(tenant))
      return index.search(text, locale, more)
    },
    // A load already running may have read before the change, so one more follows it. A tenant nobody has asked for yet
    // needs nothing: its first question loads it.
    refresh: async (tenant) => {
      await loading.get(tenant)?.catch(() => undefined)
      if (held.has(tenant)) await loadOnce(tenant)
    },
  }
}
