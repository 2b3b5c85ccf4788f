// Cursor consumers: each reads every fact once in commit order, at its own pace. Handlers are idempotent by fact id:
// after a crash the last batch comes again.
import type { Fact, FactType } from '@ballast/contract'
import type { Tx } from '../database/open.ts'
import type { Log } from '../log.ts'
import { holdLease, moveCursor, readCursor, readFactsAfter, releaseLease } from './store.ts'

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

const run = (parts: FactConsumersParts, options: ConsumerOptions): Consumer => {
  const { everyMs = 1000, batch = 500 } = parts
  const lease = `facts:${options.name}`
  let stopped = false
  let wake: () => void = () => undefined
  let poked = false
  let mine = true
  let lastAt: number | null = null

  const step = async (): Promise<boolean> => {
    const read = await parts.database.worker(async (tx) => {
      if (!(await holdLease(tx, lease, parts.owner, LEASE_SECONDS))) return null
      const cursor = await readCursor(tx, options.name, options.from ?? 'beginning')
      return { cursor, ...(await readFactsAfter(tx, cursor, options.types, batch)) }
    })
    mine = read !== null
    if (read === null) return false
    if (read.facts.length > 0) await options.handle(read.facts)
    if (read.next !== read.cursor)
      await parts.database.worker((tx) => moveCursor(tx, options.name, read.cursor, read.next))
    lastAt = read.more && read.facts.length > 0 ? Date.parse(read.facts.at(-1)!.at) : null
    return read.more
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
          parts.log.warn({ err: error, consumer: options.name, failures }, 'facts.consume-failed')
          return false
        },
      )
      // While another process reads, a poke at every commit must not become an attempt at the lease at every commit.
      if (stopped || (mine && (more || poked))) continue
      const pause = failures === 0 ? everyMs : Math.min(everyMs * 2 ** failures, 30_000)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pause)
        wake = () => {
          clearTimeout(timer)
          done()
        }
      })
    }
    await parts.database.worker((tx) => releaseLease(tx, lease, parts.owner)).catch(() => undefined)
  }
  const finished = loop()

  return {
    poke: () => {
      poked = true
      if (mine) wake()
    },
    stop: async () => {
      stopped = true
      wake()
      await finished
    },
    lagSeconds: () => (lastAt === null ? 0 : Math.max(0, (parts.now() - lastAt) / 1000)),
  }
}
