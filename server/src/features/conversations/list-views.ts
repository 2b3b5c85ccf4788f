// The saved views somebody may open, each with how many conversations it holds for them.
import type { SavedView } from '@ballast/contract/routes/workspace'
import { lookerOf } from './list.ts'
import type { ConversationParts, StaffSide } from './parts.ts'
import { countFiltered, filterSql, listViews } from './store-views.ts'

/** Counts go up to 1,000. */
export const listSavedViews = async (parts: ConversationParts, principal: StaffSide): Promise<SavedView[]> => {
  const looker = await lookerOf(parts, principal)
  const beholder = { staffId: looker.staffId, now: parts.clock.now() }
  return parts.database.as(looker.tenant, async (tx) => {
    const views = await listViews(tx, looker.tenant, looker.staffId)
    const counts = await countFiltered(
      tx,
      looker,
      views.map((view) => filterSql(view.filter, beholder)),
    )
    return views.map((view, index) => ({ ...view, count: counts[index] ?? 0 }))
  })
}
