// Saves a view: a new one under an id its maker made, or the one that has it.
import { problem, type Uuid } from '@ballast/contract'
import type { SavedView, ViewFilter } from '@ballast/contract/routes/workspace'
import { appendFacts } from '../../platform/facts/append.ts'
import { decideKeeping } from '../accounts/index.ts'
import { lookerOf } from './list.ts'
import type { ConversationParts, StaffSide } from './parts.ts'
import { countFiltered, countOtherViews, lockViews, readView, writeView } from './store-views.ts'

export interface ViewDraft {
  readonly name: string
  readonly filter: ViewFilter
  readonly shared: boolean
}

/** Shared, and again for each colleague: every one is counted whenever they are listed. */
const MOST = 50

/** @throws Problem view.not-found, auth.forbidden, request.invalid beyond 50 */
export const saveView = async (
  parts: ConversationParts,
  principal: StaffSide,
  { viewId: id, draft }: { readonly viewId: Uuid; readonly draft: ViewDraft },
): Promise<SavedView> => {
  const { tenant } = principal
  const looker = await lookerOf(parts, principal)
  const at = parts.clock.now()
  return parts.database.as(tenant, async (tx) => {
    await lockViews(tx, tenant)
    const before = await readView(tx, tenant, id)
    const wish = { before, shared: draft.shared, right: 'views.share', missing: 'view.not-found' } as const
    const kept = decideKeeping(principal, wish)
    if ('refused' in kept) throw problem(kept.refused)
    const { ownerId } = kept
    if ((await countOtherViews(tx, tenant, { id, ownerId })) >= MOST)
      throw problem('request.invalid', { path: '/shared', detail: `There are ${MOST} already. Remove one first.` })
    const view = { id, name: draft.name, filter: draft.filter, shared: draft.shared, ownerId }
    await writeView(tx, tenant, view)
    const data = { viewId: id, ...(looker.staffId === null ? {} : { byStaffId: looker.staffId }) }
    await appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'view.saved', subject: id, at, data }])
    const [count = 0] = await countFiltered(tx, looker, { filters: [view.filter], now: at })
    return { ...view, count }
  })
}
