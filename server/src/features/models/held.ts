// The settings of each workspace as every turn asks for them: in memory, read again when told or after a moment.
import type { Uuid } from '@ballast/contract'
import type { Kept, ModelParts } from './parts.ts'
import { readKept } from './store.ts'

/** How long they are believed without looking, ms: the switch works within a second even when every poke is lost. */
const TRUST_MS = 700
/** Where nothing is set up there is nothing to stop. */
const TRUST_UNSET_MS = 5_000
const MOST_TENANTS = 2_000

export interface Held {
  of(tenant: Uuid): Promise<Kept>
  forget(tenant: Uuid): void
}

export const createHeld = ({ database, clock }: Pick<ModelParts, 'database' | 'clock'>): Held => {
  const held = new Map<Uuid, { kept: Promise<Kept>; until: number }>()
  return {
    of: (tenant) => {
      const known = held.get(tenant)
      if (known !== undefined && clock.now() < known.until) return known.kept
      const kept = database.as(tenant, (tx) => readKept(tx, tenant))
      const made = { kept, until: clock.now() + TRUST_MS }
      if (held.size >= MOST_TENANTS) held.delete(held.keys().next().value!)
      held.set(tenant, made)
      kept.then(
        ({ uses }) => {
          if (uses.length === 0) made.until += TRUST_UNSET_MS - TRUST_MS
        },
        () => held.get(tenant) === made && held.delete(tenant),
      )
      return kept
    },
    forget: (tenant) => void held.delete(tenant),
  }
}
