// The voices of each workspace as every turn asks for them: in memory, read again when told or after a while.
import type { Uuid } from '@ballast/contract'
import type { Voice } from '@ballast/contract/routes/voice'
import type { VoiceParts, Voices } from './parts.ts'
import { voiceFor } from './rules/decide-voice.ts'
import { readVoices } from './store.ts'

/** How long they are believed without looking, ms. A poke by the facts is the fast way. */
const TRUST_MS = 5_000
const MOST_TENANTS = 2_000

interface Held {
  readonly voices: Promise<ReadonlyMap<string, Voice>>
  readonly readAt: number
}

export const createVoices = ({ database, clock }: Pick<VoiceParts, 'database' | 'clock'>): Voices => {
  const held = new Map<Uuid, Held>()
  const read = (tenant: Uuid): Held => {
    const voices = database.as(tenant, async (tx) => {
      const rows = await readVoices(tx, tenant)
      return new Map(rows.map(({ scope, voice }) => [scope, voice]))
    })
    const made = { voices, readAt: clock.now() }
    voices.catch(() => held.get(tenant) === made && held.delete(tenant))
    if (held.size >= MOST_TENANTS) held.delete(held.keys().next().value!)
    held.set(tenant, made)
    return made
  }
  return {
    of: async ({ tenant, ...place }) => {
      const known = held.get(tenant)
      const fresh = known !== undefined && clock.now() - known.readAt < TRUST_MS ? known : read(tenant)
      return voiceFor(await fresh.voices, place)
    },
    forget: (tenant) => void held.delete(tenant),
  }
}
