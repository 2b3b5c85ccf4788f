// The platform of one process: everything that stands below the features, made by hand from the configuration.
import { hostname } from 'node:os'
import type { Configuration } from './config.ts'
import type { Bus } from './platform/bus/bus.ts'
import { memoryBus } from './platform/bus/memory.ts'
import { natsBus } from './platform/bus/nats.ts'
import type { Clock } from './platform/clock.ts'
import { type Database, isConnectionLost } from './platform/database/open.ts'
import { createReader, type Reader } from './platform/database/reader.ts'
import { createTrain, type Train } from './platform/database/train.ts'
import { createFactConsumers, type FactConsumers } from './platform/facts/consume.ts'
import { createHttp } from './platform/http/create-http.ts'
import type { HttpServer } from './platform/http/http-server.ts'
import { createIds, type Ids } from './platform/ids.ts'
import { createJobs, type Jobs } from './platform/jobs/jobs.ts'
import { createHub, type Hub } from './platform/live/hub.ts'
import type { Log } from './platform/log.ts'
import { createMail, type Mail } from './platform/mail/mail.ts'
import { createMetrics, type Metrics } from './platform/metrics.ts'
import { loadRootKey } from './platform/secrets/root-key.ts'
import { createSecrets, type Secrets } from './platform/secrets/secrets.ts'
import { createTenantKeyStore } from './platform/secrets/store.ts'

export interface GroundParts {
  readonly config: Configuration
  readonly dataDir: string
  readonly database: Database
  readonly log: Log
  readonly clock: Clock
  /** Address at which browsers reach this server, known before it listens. */
  readonly publicUrl: string
}

/** What stands below every feature. */
export interface Ground extends GroundParts {
  readonly ids: Ids
  readonly metrics: Metrics
  readonly secrets: Secrets
  readonly bus: Bus
  readonly jobs: Jobs
  readonly hub: Hub
  readonly train: Train
  readonly reader: Reader
  readonly facts: FactConsumers
  readonly http: HttpServer
  /** Whoever is told that mail can be sent asks `mail.available`. */
  readonly mail: Mail
}

export const layGround = (parts: GroundParts): Ground => {
  const { config, database, log, clock } = parts
  const metrics = createMetrics()
  const { natsServers: servers, natsUser: user, natsPassword: password, natsToken: token } = config.bus
  const bus =
    servers.length === 0
      ? memoryBus({ log })
      : natsBus({ servers, log, metrics, ...definedOnly({ user, password, token }) })
  const rootKey = loadRootKey({ configured: config.secrets.rootKey, dataDir: parts.dataDir })
  const ids = createIds(clock)
  // Unique for each start: a process that comes back under the same number is another one.
  const owner = `${hostname()}:${process.pid}:${ids.uuid()}`
  return {
    ...parts,
    metrics,
    bus,
    ids,
    secrets: createSecrets({ rootKey, store: createTenantKeyStore(database) }),
    jobs: createJobs({ database, log, metrics }),
    hub: createHub({ log, metrics, clock }),
    train: createTrain({ database, isConnectionLost, log, now: clock.now }),
    reader: createReader(database),
    facts: createFactConsumers({ database, log, now: clock.now, owner }),
    mail: createMail(config.mail),
    http: createHttp({ log, metrics, config: { ...config.http, publicUrl: parts.publicUrl }, clock }),
  }
}

/** Settings that are unset are left out: `undefined` is not a value there. */
const definedOnly = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** What the operator watches: is anything waiting, and for how long. */
export const watchMetrics = ({ metrics, train, facts }: Ground): void => {
  const gauge = (name: string, help: string, read: () => number) => {
    const made = metrics.gauge({ name, help })
    Object.assign(made, { collect: () => made.set(read()) })
  }
  gauge('train_waiting', 'Change sets waiting for a train.', () => train.stats().waiting)
  gauge(
    'train_oldest_seconds',
    'How long the oldest waiting change set has waited.',
    () => train.stats().oldestMs / 1000,
  )
  gauge('train_sets', 'Change sets committed since the start.', () => train.stats().sets)
  gauge('train_trains', 'Trains sent since the start.', () => train.stats().trains)
  gauge('train_retries', 'Trains sent again since the start.', () => train.stats().retries)
  gauge('facts_lag_seconds', 'How far the slowest consumer is behind.', () =>
    Math.max(0, ...Object.values(facts.lags())),
  )
}
