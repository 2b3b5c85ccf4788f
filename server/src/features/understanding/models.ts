// The models in memory: few, those asked longest ago go first. PostgreSQL says which version is in use; a poke by the
// facts is the fast way to hear of another.
import { problem, type Uuid } from '@ballast/contract'
import { NONE_INTENT } from '@ballast/contract/routes/language'
import { type IntentModel, readingIntents } from '@ballast/understanding/intent'
import { asTaught } from '@ballast/understanding/shipped'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import { createBoundedCache } from '../../platform/secrets/bounded-cache.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { readPieces, versionInUse } from './store-models.ts'

export interface Models {
  /** The number of the version in use; 0: the built-in one. */
  inUse(tenant: Uuid): Promise<number>
  /** @throws Problem model.not-found */
  load(tenant: Uuid, version: number): Promise<IntentModel>
  /** Another version may be in use from now on. */
  forget(tenant: Uuid): void
  /** Resolves when the built-in model is there; it is read once in a process. */
  prepare(): Promise<void>
  /** What is being read is left unread. */
  close(): void
}

/** How long the version in use is believed without looking, ms. */
const TRUST_MS = 5_000
const MOST_TENANTS = 10_000
/** About 25 MB each with the built-in intents. */
const MOST_MODELS = 8

export const sealModel = (secrets: Pick<Secrets, 'sealForTenant'>, tenant: Uuid, bytes: Uint8Array): Promise<Buffer> =>
  secrets.sealForTenant(tenant, Buffer.from(bytes).toString('base64'))

interface Parts {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'openForTenant'>
  readonly clock: Clock
  /** The model of version 0, the same with every call. */
  readonly builtIn: () => Promise<IntentModel>
  /** Default 8. */
  readonly mostModels?: number
}

/** Longest that reading a model keeps others waiting, ms, give or take one step of it. */
const TURN_MS = 3
const breath = () => new Promise<void>((done) => setImmediate(done))

const inTurns = async <T>(work: Generator<undefined, T>, signal: AbortSignal): Promise<T> => {
  for (;;) {
    const until = performance.now() + TURN_MS
    do {
      const step = work.next()
      if (step.done) return step.value
    } while (performance.now() < until)
    await breath()
    signal.throwIfAborted()
  }
}

export const createModels = (parts: Parts): Models => {
  const { database, secrets, clock } = parts
  const held = createBoundedCache<Promise<IntentModel>>(parts.mostModels ?? MOST_MODELS)
  const versions = createBoundedCache<{ readonly version: number; readonly until: number }>(MOST_TENANTS)
  const ending = new AbortController()

  const read = async (tenant: Uuid, version: number): Promise<IntentModel> => {
    const pieces = await database.as(tenant, (tx) => readPieces(tx, tenant, version))
    if (pieces.length === 0) throw problem('model.not-found')
    // Each of these steps takes milliseconds of its own for a model of megabytes.
    const sealed = Buffer.concat(pieces)
    await breath()
    const opened = await secrets.openForTenant(tenant, sealed)
    await breath()
    const bytes = Buffer.from(opened, 'base64')
    await breath()
    return inTurns(readingIntents(bytes), ending.signal)
  }
  return {
    inUse: async (tenant) => {
      const known = versions.get(tenant)
      if (known !== undefined && known.until > clock.now()) return known.version
      const version = await database.as(tenant, (tx) => versionInUse(tx, tenant))
      versions.set(tenant, { version, until: clock.now() + TRUST_MS })
      return version
    },
    load: async (tenant, version) => {
      if (version === 0) return parts.builtIn()
      // A version never changes; a tenant's key in the name keeps tenants apart.
      const name = `${tenant}:${version}`
      const known = held.get(name)
      if (known !== undefined) return known
      const reading = read(tenant, version)
      held.set(name, reading)
      reading.catch(() => held.delete(name))
      return reading
    },
    forget: (tenant) => versions.delete(tenant),
    prepare: async () => void (await parts.builtIn()),
    close: () => ending.abort(new Error('the server ends')),
  }
}

/** What a model says of a text; `none` when it refuses. */
export const askedOf = (model: IntentModel, text: string): string => {
  const { label, outOfScope } = model.classify(asTaught(text))
  return outOfScope ? NONE_INTENT : label
}
