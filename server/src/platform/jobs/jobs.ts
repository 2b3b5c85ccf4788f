// Work that happens later, again, or on a schedule: kept in PostgreSQL (schema `jobs`, pg-boss), so that it survives any
// process. A payload holds ids, never text of people; a handler may run twice and must be idempotent.
import { randomUUID } from 'node:crypto'
import { type Job as BossJob, PgBoss } from 'pg-boss'
import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import type { Database } from '../database/open.ts'
import { type Log, withLogContext } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { locateFault } from '../schema/locate-fault.ts'
import { withSpan } from '../telemetry.ts'
import { tellError } from '../tell-error.ts'

export interface JobAttempt {
  readonly id: string
  /** 1 for the first try. */
  readonly attempt: number
  /** Aborted when the attempt has taken too long or the process must stop. */
  readonly signal: AbortSignal
}

export interface JobDefinition<S extends TSchema> {
  /** A closed object of ids, enums and numbers. */
  readonly schema: S
  /** Tries after the first; default 8. Then the job is dead. */
  readonly retryLimit?: number
  /** Seconds before the second try, doubling with jitter up to `retryDelayMaxSeconds`; default 2 and 600. */
  readonly retryDelaySeconds?: number
  readonly retryDelayMaxSeconds?: number
  /** An attempt that takes longer counts as failed; default 60 s. */
  readonly expireInSeconds?: number
  /** Attempts at the same time in this process; default 4. */
  readonly concurrency?: number
  /** How often PostgreSQL is asked when no notice arrives; default 2 s, at least 0.5. */
  readonly pollSeconds?: number
  /** Told once when all tries have failed. Without it the dead job waits in `<name>.dead` for an operator. */
  readonly whenDead?: (data: Static<S>) => Promise<void>
}

export interface SendJob {
  /** Not before this time (epoch ms or Date). */
  readonly startAfter?: number | Date
  /** While a job of this key waits, another one is not added. */
  readonly singletonKey?: string
}

export interface Job<S extends TSchema> {
  readonly name: string
  send(data: Static<S>, options?: SendJob): Promise<{ readonly added: boolean }>
}

export interface Jobs {
  /** Before `start`. Names are `noun.verb`: letters, digits, `.`, `-`. */
  define<S extends TSchema>(
    name: string,
    definition: JobDefinition<S>,
    handle: (data: Static<S>, attempt: JobAttempt) => Promise<void>,
  ): Job<S>
  /** After `start`. `added: false`: one of the same key already waits. @throws TypeError when data does not fit */
  send(name: string, data: unknown, options?: SendJob): Promise<{ readonly added: boolean }>
  /** Runs `name` by a cron expression (five fields), by default in UTC. Once for all processes; again replaces. */
  schedule(name: string, cron: string, options?: { readonly data?: unknown; readonly timeZone?: string }): Promise<void>
  start(): Promise<void>
  /** Lets running attempts end, up to `timeoutMs` (default 10 s); what is left is tried again elsewhere. */
  stop(timeoutMs?: number): Promise<void>
}

export interface JobsParts {
  readonly database: Pick<Database, 'urlFor'>
  readonly log: Log
  readonly metrics?: Metrics
  /** False: this process only sends (a gateway). Default true. */
  readonly work?: boolean
}

interface Known {
  readonly name: string
  readonly definition: JobDefinition<TSchema>
  readonly check: Validator
  readonly handle: (data: unknown, attempt: JobAttempt) => Promise<void>
}

const CONNECTIONS = 4
const DEAD_SECONDS = 30 * 86_400
const deadName = (name: string): string => `${name}.dead`

const createBoss = (parts: JobsParts): PgBoss => {
  const boss = new PgBoss({
    connectionString: parts.database.urlFor('jobs'),
    application_name: 'ballast jobs',
    schema: 'jobs',
    createSchema: false,
    max: CONNECTIONS,
    useListenNotify: true,
    supervise: parts.work ?? true,
    schedule: parts.work ?? true,
  })
  boss.on('error', (err) => parts.log.error({ err }, 'jobs.failed'))
  boss.on('warning', ({ message }) => parts.log.warn({ reason: message }, 'jobs.warned'))
  return boss
}

/** Makes the queue and its dead letters as defined; a changed definition changes the queue. */
const prepareQueue = async (boss: PgBoss, { name, definition }: Known): Promise<void> => {
  const dead = deadName(name)
  if ((await boss.getQueue(dead)) === null) await boss.createQueue(dead, { retentionSeconds: DEAD_SECONDS })
  const settings = {
    retryLimit: definition.retryLimit ?? 8,
    retryDelay: definition.retryDelaySeconds ?? 2,
    retryBackoff: true,
    retryDelayMax: definition.retryDelayMaxSeconds ?? 600,
    expireInSeconds: definition.expireInSeconds ?? 60,
    deadLetter: dead,
    notify: true,
  }
  // `short`: at most one waiting job a key.
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { ...settings, policy: 'short' })
  else await boss.updateQueue(name, settings)
}

const fitted = ({ name, definition, check }: Known, data: unknown): object => {
  if (check.Check(data)) return data as object
  const { path, detail } = locateFault(definition.schema, data)
  throw new TypeError(`Job ${name}: ${path === '' ? 'the data' : path} ${detail}`)
}

const createRunner = (parts: JobsParts) => {
  const seconds = parts.metrics?.histogram({
    name: 'job_seconds',
    help: 'Time of one attempt at a job, by name and outcome.',
    labels: ['name', 'outcome'],
  })
  return async (known: Known, job: BossJob<object>): Promise<void> => {
    const end = seconds?.startTimer({ name: known.name })
    const attempt = { id: job.id, attempt: job.retryCount + 1, signal: job.signal }
    try {
      const work = async () => known.handle(fitted(known, job.data), attempt)
      await withLogContext({ job: known.name, jobId: job.id }, () => withSpan(`job ${known.name}`, {}, work))
      end?.({ outcome: 'done' })
    } catch (err) {
      end?.({ outcome: 'failed' })
      parts.log.warn({ err, job: known.name, jobId: job.id, attempt: attempt.attempt }, 'job.failed')
      throw asStored(err)
    }
  }
}

/** A failed attempt is kept with its job; what went wrong is in the log, and neither holds a word of people. */
const asStored = (err: unknown): Error => {
  const { type, code } = tellError(err)
  const kept = new Error(code === undefined ? type : `${type} ${code}`)
  delete kept.stack
  return kept
}

const work = async (boss: PgBoss, known: Known, run: ReturnType<typeof createRunner>): Promise<void> => {
  const { concurrency = 4, pollSeconds = 2, whenDead } = known.definition
  // A notice tells of new jobs only; retries and delayed jobs are found by asking.
  const polling = { pollingIntervalSeconds: pollSeconds, notifyPollingIntervalSeconds: pollSeconds }
  await boss.work<object>(known.name, { batchSize: 1, localConcurrency: concurrency, ...polling }, async ([job]) => {
    if (job) await run(known, job)
  })
  if (whenDead === undefined) return
  await boss.work<object>(
    deadName(known.name),
    { batchSize: 1, pollingIntervalSeconds: pollSeconds },
    async ([job]) => {
      if (job) await whenDead(job.data)
    },
  )
}

export const createJobs = (parts: JobsParts): Jobs => {
  const boss = createBoss(parts)
  const all = new Map<string, Known>()
  let started = false
  const find = (name: string): Known => {
    const known = all.get(name)
    if (known === undefined) throw new TypeError(`No job is defined under ${name}.`)
    return known
  }
  const send: Jobs['send'] = async (name, data, options = {}) => {
    const payload = fitted(find(name), data)
    // Without a key of its own a job would share the empty key, of which only one may wait.
    const singletonKey = options.singletonKey ?? randomUUID()
    const { startAfter } = options
    const id = await boss.send(name, payload, {
      singletonKey,
      ...(startAfter === undefined ? {} : { startAfter: new Date(startAfter) }),
    })
    return { added: id !== null }
  }
  return {
    define: (name, definition, handle) => {
      if (started || all.has(name)) throw new TypeError(`Job ${name} is defined twice or too late.`)
      all.set(name, {
        name,
        definition: definition as unknown as JobDefinition<TSchema>,
        check: Compile(definition.schema) as unknown as Validator,
        handle: handle as Known['handle'],
      })
      return { name, send: (data, options) => send(name, data, options) }
    },
    send,
    schedule: async (name, cron, options = {}) => {
      const payload = fitted(find(name), options.data ?? {})
      await boss.schedule(name, cron, payload, { tz: options.timeZone ?? 'UTC', singletonKey: `schedule:${name}` })
    },
    start: async () => {
      started = true
      await boss.start()
      for (const known of all.values()) await prepareQueue(boss, known)
      if (parts.work === false) return
      const run = createRunner(parts)
      for (const known of all.values()) await work(boss, known, run)
    },
    stop: async (timeoutMs = 10_000) => {
      if (started) await boss.stop({ graceful: true, timeout: timeoutMs })
    },
  }
}
