// Removes a saved view.
import { problem, type Uuid } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { decideKeeping } from '../accounts/index.ts'
import type { ConversationParts, StaffSide } from './parts.ts'
import { deleteView, lockViews, readView } from './store-views.ts'

/** @throws Problem view.not-found, auth.forbidden */
export const removeView = async (parts: ConversationParts, principal: StaffSide, viewId: Uuid): Promise<void> => {
  const { tenant } = principal
  await parts.database.as(tenant, async (tx) => {
    await lockViews(tx, tenant)
    const before = await readView(tx, tenant, viewId)
    if (before === undefined) throw problem('view.not-found')
    const wish = { before, shared: before.shared, right: 'views.share', missing: 'view.not-found' } as const
    const kept = decideKeeping(principal, wish)
    if ('refused' in kept) throw problem(kept.refused)
    await deleteView(tx, tenant, viewId)
    const by = principal.kind === 'staff' ? { byStaffId: principal.staffId } : {}
    const fact = { id: parts.ids.uuid(), tenant, subject: viewId, at: parts.clock.now() }
    await appendFacts(tx, [{ ...fact, type: 'view.removed', data: { viewId, ...by } }])
  })
}
