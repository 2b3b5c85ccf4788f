// The rules in force, one reference a workspace. A turn takes it once and keeps it: another version comes whole, between
// two turns. PostgreSQL is the truth: a process that missed a poke finds out by itself.
import type { Uuid } from '@ballast/contract'
import type { Database } from '../../platform/database/open.ts'
import type { Blocks } from './blocks.ts'
import { openBlock } from './rules/layout.ts'
import { type Compiled, open } from './rules/opened.ts'
import { readStanding } from './store.ts'

export interface RulesInForce {
  readonly version: number
  readonly compiled: Compiled
}
export interface InForce {
  /** Null: none was ever published. */
  get(tenant: Uuid): Promise<RulesInForce | null>
  /** Another version may be in force; resolves when the next `get` answers it. */
  refresh(tenant: Uuid): Promise<void>
}

/** How long it is believed without looking, ms. A poke by the facts is the fast way. */
const TRUST_MS = 5_000
const MOST_TENANTS = 500

export const openRules = (version: number, buffer: SharedArrayBuffer): RulesInForce => {
  const block = openBlock(buffer)
  if (block === null) throw new Error(`rules version ${version} is stored in another format`)
  return { version, compiled: open(block) }
}

interface Held {
  readonly rules: RulesInForce | null
  checkedAt: number
}

export const createInForce = (parts: {
  readonly database: Pick<Database, 'as'>
  readonly clock: { now(): number }
  readonly blocks: Blocks
}): InForce => {
  const held = new Map<Uuid, Held>()
  const loading = new Map<Uuid, Promise<Held>>()

  const load = async (tenant: Uuid): Promise<Held> => {
    const { inForce } = await parts.database.as(tenant, (tx) => readStanding(tx, tenant))
    const before = held.get(tenant)?.rules
    const same = before !== undefined && (before?.version ?? null) === inForce
    const rules = same ? before : inForce === null ? null : openRules(inForce, await parts.blocks.load(tenant, inForce))
    const next = { rules, checkedAt: parts.clock.now() }
    held.delete(tenant)
    held.set(tenant, next)
    if (held.size > MOST_TENANTS) held.delete(held.keys().next().value!)
    return next
  }
  const loadOnce = (tenant: Uuid): Promise<Held> => {
    const running = loading.get(tenant)
    if (running !== undefined) return running
    const started = load(tenant).finally(() => loading.delete(tenant))
    loading.set(tenant, started)
    return started
  }
  return {
    get: async (tenant) => {
      const known = held.get(tenant)
      if (known === undefined) return (await loadOnce(tenant)).rules
      // Set back, the clock would let an old version be believed for as long again.
      const age = parts.clock.now() - known.checkedAt
      if (age < 0 || age >= TRUST_MS) {
        known.checkedAt = parts.clock.now()
        void loadOnce(tenant).catch(() => undefined)
      }
      return known.rules
    },
    // A load already running may have read before the change, so one more follows it.
    refresh: async (tenant) => {
      await loading.get(tenant)?.catch(() => undefined)
      if (held.has(tenant)) await loadOnce(tenant)
    },
  }
}
