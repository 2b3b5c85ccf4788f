// The models in memory: few, those asked longest ago go first. PostgreSQL says which version is in use; a poke by the
// facts is the fast way to hear of another.
import { problem, type Uuid } from '@ballast/contract'
import { NONE_INTENT } from '@ballast/contract/routes/language'
import { type IntentModel, intentsFromBytes } from '@ballast/understanding/intent'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import { createBoundedCache } from '../../platform/secrets/bounded-cache.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { trainingSet } from './rules/intent-set.ts'
import { readBytes, versionInUse } from './store-models.ts'
import type { Trainer } from './trainer.ts'

export interface Models {
  /** The number of the version in use; 0: the built-in one. */
  inUse(tenant: Uuid): Promise<number>
  /** @throws Problem model.not-found, language.getting-ready while the built-in one is being made */
  load(tenant: Uuid, version: number): Promise<IntentModel>
  /** Another version may be in use from now on. */
  forget(tenant: Uuid): void
  /** Begins to make the built-in model; resolves when it is there. */
  prepare(): Promise<void>
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
  readonly trainer: Trainer
  /** Default 8. */
  readonly mostModels?: number
}

/** Made once in a process, in a thread. A failed making is tried again with the next question. */
const createBuiltIn = (trainer: Trainer, signal: AbortSignal) => {
  let model: IntentModel | null = null
  let making: Promise<void> | null = null
  const make = (): Promise<void> => {
    making ??= trainer
      .train({ examples: trainingSet([], []), folds: 0 }, { signal })
      .then(({ bytes }) => {
        model = intentsFromBytes(bytes)
      })
      .finally(() => {
        making = null
      })
    return making
  }
  return { get: () => model, make }
}

export const createModels = (parts: Parts): Models => {
  const { database, secrets, clock } = parts
  const held = createBoundedCache<Promise<IntentModel>>(parts.mostModels ?? MOST_MODELS)
  const versions = createBoundedCache<{ readonly version: number; readonly until: number }>(MOST_TENANTS)
  const ending = new AbortController()
  const builtIn = createBuiltIn(parts.trainer, ending.signal)

  const read = async (tenant: Uuid, version: number): Promise<IntentModel> => {
    const sealed = await database.as(tenant, (tx) => readBytes(tx, tenant, version))
    if (sealed === undefined) throw problem('model.not-found')
    return intentsFromBytes(Buffer.from(await secrets.openForTenant(tenant, sealed), 'base64'))
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
      if (version === 0) {
        const model = builtIn.get()
        if (model !== null) return model
        builtIn.make().catch(() => undefined)
        throw problem('language.getting-ready')
      }
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
    prepare: async () => {
      if (builtIn.get() === null) await builtIn.make()
    },
    close: () => ending.abort(new Error('the server ends')),
  }
}

/** What a model says of a text; `none` when it refuses. */
export const askedOf = (model: IntentModel, text: string): string => {
  const { label, outOfScope } = model.classify(text)
  return outOfScope ? NONE_INTENT : label
}
