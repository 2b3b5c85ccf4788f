// The saved views somebody may open, each with how many conversations it holds for them.
import type { SavedView } from '@ballast/contract/routes/workspace'
import { lookerOf } from './list.ts'
import type { ConversationParts, StaffSide } from './parts.ts'
import { countFiltered, listViews } from './store-views.ts'

/** Counts go up to 1,000; of the resolved, the latest 10,000 are looked at. */
export const listSavedViews = async (parts: ConversationParts, principal: StaffSide): Promise<SavedView[]> => {
  const looker = await lookerOf(parts, principal)
  const now = parts.clock.now()
  return parts.database.as(looker.tenant, async (tx) => {
    const views = await listViews(tx, looker.tenant, looker.staffId)
    const counts = await countFiltered(tx, looker, { filters: views.map(({ filter }) => filter), now })
    return views.map((view, index) => ({ ...view, count: counts[index] ?? 0 }))
  })
}
