// Cursor consumers: each reads every fact once in commit order, at its own pace. Handlers are idempotent by fact id:
// after a crash the last batch comes again.
import type { Fact, FactType } from '@ballast/contract'
import type { Tx } from '../database/open.ts'
import type { Log } from '../log.ts'
import {
  type Cursor,
  type FactsRead,
  holdLease,
  moveCursor,
  readCursor,
  readFactsAfter,
  releaseLease,
} from './store.ts'

export interface ConsumerOptions {
  readonly name: string
  readonly types: readonly FactType[] | 'all'
  /** Where a consumer that has never run begins. Default: 'beginning'. */
  readonly from?: 'beginning' | 'now'
  readonly handle: (facts: Fact[]) => Promise<void>
}

export interface Consumer {
  /** Facts may have come: read now instead of at the next look. */
  poke(): void
  stop(): Promise<void>
  /** Seconds between the last handled fact and now; 0 when nothing is left to read. */
  lagSeconds(): number
}

export interface FactConsumers {
  consume(options: ConsumerOptions): Consumer
  poke(): void
  stop(): Promise<void>
  lags(): Record<string, number>
}

export interface FactConsumersParts {
  readonly database: { worker<T>(work: (tx: Tx) => Promise<T>): Promise<T> }
  readonly log: Log
  readonly now: () => number
  /** Names this process in leases. */
  readonly owner: string
  /** How often to look without being poked, ms. */
  readonly everyMs?: number
  readonly batch?: number
}

const LEASE_SECONDS = 15
const GATHER_MS = 50
const STORE_MS = 5_000

export const createFactConsumers = (parts: FactConsumersParts): FactConsumers => {
  const consumers = new Map<string, Consumer>()
  const start = (options: ConsumerOptions): Consumer => {
    const consumer = run(parts, options)
    consumers.set(options.name, consumer)
    return consumer
  }
  return {
    consume: start,
    poke: () => {
      for (const consumer of consumers.values()) consumer.poke()
    },
    stop: async () => {
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop()))
    },
    lags: () => Object.fromEntries([...consumers].map(([name, consumer]) => [name, consumer.lagSeconds()])),
  }
}

/** Where a consumer stands while it holds its lease. Known here, so that a look costs one read. */
interface Standing {
  cursor: Cursor
  /** As PostgreSQL has it: a crash goes back to this. */
  stored: Cursor
  storedAt: number
  renewAt: number
}

const run = (parts: FactConsumersParts, options: ConsumerOptions): Consumer => {
  const { everyMs = 1000, batch = 500 } = parts
  const gatherMs = Math.min(GATHER_MS, everyMs)
  const lease = `facts:${options.name}`
  let stopped = false
  let poked = false
  let standing: Standing | null = null
  let lastAt: number | null = null
  const sleep = createSleep()

  const read = (): Promise<FactsRead | null> =>
    parts.database.worker(async (tx) => {
      const now = parts.now()
      if (standing === null || now >= standing.renewAt) {
        if (!(await holdLease(tx, lease, parts.owner, LEASE_SECONDS))) {
          standing = null
          return null
        }
        const cursor = standing?.cursor ?? (await readCursor(tx, options.name, options.from ?? 'beginning'))
        standing = { stored: cursor, storedAt: now, ...standing, cursor, renewAt: now + LEASE_SECONDS * 300 }
      }
      return readFactsAfter(tx, standing.cursor, options.types, batch)
    })

  /** What was handled is stored at once; having passed by what was not meant for us, only now and then. */
  const advance = async (to: Cursor, handled: boolean): Promise<void> => {
    if (standing === null) return
    standing.cursor = to
    if (!handled && parts.now() - standing.storedAt < STORE_MS) return
    const { stored } = standing
    const moved = await parts.database.worker((tx) => moveCursor(tx, options.name, stored, to))
    standing = moved ? { ...standing, stored: to, storedAt: parts.now() } : null
  }

  const step = async (): Promise<boolean> => {
    const found = await read()
    if (found === null) return false
    if (found.facts.length > 0) await options.handle(found.facts)
    await advance(found.next, found.facts.length > 0)
    lastAt = found.more ? Date.parse(found.facts.at(-1)!.at) : null
    return found.more
  }

  const loop = async () => {
    let failures = 0
    while (!stopped) {
      poked = false
      const more = await step().then(
        (result) => {
          failures = 0
          return result
        },
        (error: unknown) => {
          failures++
          standing = null
          parts.log.warn({ err: error, consumer: options.name, failures }, 'facts.consume-failed')
          return false
        },
      )
      if (stopped || more) continue
      // Commits of one moment are read together: a look at every commit would cost more than the commits.
      await sleep.for(gatherMs)
      const pause = failures === 0 ? everyMs : Math.min(everyMs * 2 ** failures, 30_000)
      // While another process reads, a poke at every commit must not become an attempt at the lease at every commit.
      if (!stopped && !(poked && standing !== null)) await sleep.for(pause)
    }
    await parts.database.worker((tx) => releaseLease(tx, lease, parts.owner)).catch(() => undefined)
  }
  const finished = loop()

  return {
    poke: () => {
      // The first poke after a quiet time wakes the reader; those that follow find it gathering.
      if (!poked && standing !== null) sleep.wake(everyMs - gatherMs)
      poked = true
    },
    stop: async () => {
      stopped = true
      sleep.wake(0)
      await finished
    },
    lagSeconds: () => (lastAt === null ? 0 : Math.max(0, (parts.now() - lastAt) / 1000)),
  }
}

/** A sleep that can be cut short. `wake(least)` ends only a sleep of at least so many milliseconds. */
const createSleep = () => {
  let end: (() => void) | null = null
  let length = 0
  return {
    for: (ms: number) =>
      new Promise<void>((done) => {
        const timer = setTimeout(() => end?.(), ms)
        length = ms
        end = () => {
          end = null
          clearTimeout(timer)
          done()
        }
      }),
    wake: (least: number) => {
      if (length >= least) end?.()
    },
  }
}
