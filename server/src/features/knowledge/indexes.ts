// One search index per tenant, in memory. PostgreSQL is the truth: an index that missed a poke finds out by itself.
import type { Uuid } from '@ballast/contract'
import type { Database } from '../../platform/database/open.ts'
import { createHolding, type Held } from './holding.ts'
import { createLine } from './in-line.ts'
import { inSlices } from './in-slices.ts'
import { createLessons } from './lessons.ts'
import { catchUp, loadWhole } from './load-index.ts'
import { shippedMeaning } from './meaning.ts'
import type { Asker, Passage, SearchIndex } from './rules/search-index.ts'
import { createSegmentThread } from './segment-thread.ts'
import { createSteering } from './structure/steer.ts'

/** How long an index is trusted without looking at PostgreSQL, ms. A poke by the facts is the fast way. */
const TRUST_MS = 5_000
/** What the indexes of all tenants may take, bytes; the tenant searched longest ago goes first. */
const MOST_BYTES = 512 * 2 ** 20
/** Tenants loaded at once; the others wait in line. */
const MOST_LOADS = 4

export interface Question {
  readonly tenant: Uuid
  readonly text: string
  readonly locale: string
  /** Entries of these topics are looked at whether their words fit or not. */
  readonly topics?: readonly string[]
  /** Default 5. */
  readonly limit?: number
  /** Where and by whom it is asked. `now` defaults to the clock: what is not valid then is never found. */
  readonly for?: Omit<Asker, 'now'> & { readonly now?: number }
}
/** What answering needs of knowledge. */
export interface KnowledgeSearch {
  search(question: Question): Promise<Passage[]>
}
export interface Indexes extends KnowledgeSearch {
  /** Read again what changed; resolves when the next search sees it. */
  refresh(tenant: Uuid): Promise<void>
  /** A copy of what is searched now, to try something out in. */
  copy(tenant: Uuid): Promise<SearchIndex>
  /** Tenants held and the bytes of their indexes. */
  readonly held: { readonly tenants: number; readonly bytes: number }
  /** Resolves when the classifier of what is held now is listened to; for evaluations and tests. */
  taught(tenant: Uuid): Promise<void>
  /** Ends its threads. */
  close(): Promise<void>
}

interface Parts {
  readonly database: Pick<Database, 'as'>
  readonly clock: { now(): number }
  /** Default 512 MiB. */
  readonly mostBytes?: number
}

export const createIndexes = (parts: Parts): Indexes => {
  const { database, clock } = parts
  const { held, bytes, touch, weigh } = createHolding(parts.mostBytes ?? MOST_BYTES)
  const loading = new Map<Uuid, Promise<Held>>()
  const maker = createSegmentThread()
  const steering = createSteering({ database })
  const reading = { database, maker, meaning: shippedMeaning }
  const inLine = createLine(MOST_LOADS)
  const tidyInLine = createLine(1)
  const lessons = createLessons(database, { held, weigh })

  /** In the background; a tenant forgotten meanwhile is tidied for nobody, once. */
  const tidy = (tenant: Uuid, one: Held): void => {
    if (!one.index.unruly) return
    void tidyInLine(async () => {
      await inSlices(one.index.tidy())
      if (held.get(tenant) === one) weigh(tenant, one)
    })
  }
  const loadNew = async (tenant: Uuid): Promise<Held> => {
    const loaded = await inLine((crowded) => loadWhole(reading, tenant, crowded))
    return { ...loaded, checkedAt: clock.now(), bytes: 0, taught: null, teaching: null }
  }
  const renew = async (tenant: Uuid, one: Held): Promise<Held> => {
    // What is committed between two of its statements is seen by the second look.
    for (let look = 0; look < 2; look++) {
      const standing = await catchUp(reading, tenant, one)
      if (!standing) break
      one.standing = standing
      if (one.index.standing === standing.live) return one
    }
    return loadNew(tenant)
  }
  const load = async (tenant: Uuid): Promise<Held> => {
    const before = held.get(tenant)
    const one = before ? await renew(tenant, before) : await loadNew(tenant)
    one.checkedAt = clock.now()
    weigh(tenant, one)
    tidy(tenant, one)
    // Whatever stops it, the next change tries again.
    void lessons.teach(tenant, one).catch(() => undefined)
    return one
  }
  const loadOnce = (tenant: Uuid): Promise<Held> => {
    const running = loading.get(tenant)
    if (running) return running
    const started = load(tenant).finally(() => loading.delete(tenant))
    loading.set(tenant, started)
    return started
  }
  return {
    search: async ({ tenant, text, locale, for: from, ...more }) => {
      const known = held.get(tenant)
      // Set back, the clock would let an old index be trusted for as long again.
      const age = known === undefined ? 0 : clock.now() - known.checkedAt
      const fresh = age >= 0 && age < TRUST_MS
      // An old index answers at once while it is looked after; only the very first question waits.
      if (known && !fresh) {
        known.checkedAt = clock.now()
        void loadOnce(tenant).catch(() => undefined)
        void steering.refresh(tenant).catch(() => undefined)
      }
      if (known) touch(tenant, known)
      const named = await steering.entriesNamed(tenant, text)
      const { index } = known ?? (await loadOnce(tenant))
      return index.search(text, locale, { ...more, named, for: { ...from, now: from?.now ?? clock.now() } })
    },
    // A load already running may have read before the change, so one more follows it. A tenant nobody has asked for yet
    // needs nothing: its first question loads it.
    refresh: async (tenant) => {
      await loading.get(tenant)?.catch(() => undefined)
      if (held.has(tenant)) await loadOnce(tenant)
      await steering.refresh(tenant)
    },
    copy: async (tenant) => (await loadOnce(tenant)).index.copy(),
    get held() {
      return { tenants: held.size, bytes: bytes() }
    },
    taught: async (tenant) => lessons.teach(tenant, await loadOnce(tenant)),
    close: async () => void (await Promise.all([maker.close(), lessons.close()])),
  }
}
