// A person was erased: what they asked goes, here and in memory.
import type { Uuid } from '@ballast/contract'
import type { GrowthParts } from './parts.ts'
import { removeQuestionsOf } from './store.ts'
import { removeEmptyClusters } from './store-clusters.ts'

export const forgetAsker = async (
  { database, held }: Pick<GrowthParts, 'database' | 'held'>,
  tenant: Uuid,
  contact: Uuid,
): Promise<void> => {
  await database.as(tenant, async (tx) => {
    await removeQuestionsOf(tx, tenant, contact)
    await removeEmptyClusters(tx, tenant)
  })
  held.forget(tenant)
}
