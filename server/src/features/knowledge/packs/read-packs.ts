// What there is to install, what this workspace has of it, and what installing would do.
import type { Uuid } from '@ballast/contract'
import type { KnowledgeParts } from '../parts.ts'
import { withDefaults } from '../rules/packs/fill-pack.ts'
import type { Pack } from '../rules/packs/pack.ts'
import { ALL_LOCALES, givenIn, idsOf, type PackOrder, type PlannedEntry, planPack } from './plan-pack.ts'
import { type HeldEntry, readHeld } from './store-packs.ts'

type Parts = Pick<KnowledgeParts, 'database'>

const describe = (tenant: Uuid, pack: Pack, held: readonly HeldEntry[]) => {
  const published = new Set(held.filter(({ status }) => status === 'published').map(({ id }) => id))
  const { id, name, description, fields } = pack
  const installed = ALL_LOCALES.filter((locale) => idsOf(tenant, pack, [locale]).some((one) => published.has(one.id)))
  const values = withDefaults(pack, givenIn(tenant, pack, held))
  return { id, name, description, fields: [...fields], entries: pack.entries.length, installed, values }
}

export const describePacks = (parts: Parts, tenant: Uuid, packs: Iterable<Pack>) => {
  const all = [...packs]
  const ids = all.flatMap((pack) => idsOf(tenant, pack).map(({ id }) => id))
  return parts.database.as(tenant, async (tx) => {
    const held = await readHeld(tx, tenant, { ids })
    return all.map((pack) => describe(tenant, pack, held))
  })
}

/** @throws Problem pack.value-invalid */
export const previewPack = (parts: Parts, order: PackOrder): Promise<PlannedEntry[]> =>
  parts.database.as(order.tenant, async (tx) => {
    const ids = idsOf(order.tenant, order.pack).map(({ id }) => id)
    return planPack(order, await readHeld(tx, order.tenant, { ids }))
  })
