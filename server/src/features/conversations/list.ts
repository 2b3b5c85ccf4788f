// The desk's views, a page at a time: longest waiting first.
import { type ConversationRow, problem, type Uuid } from '@ballast/contract'
import type { View } from '@ballast/contract/routes/conversations'
import type { Tx } from '../../platform/database/open.ts'
import { seesKept } from '../accounts/index.ts'
import type { ConversationParts, StaffSide } from './parts.ts'
import { toRows } from './rows.ts'
import { type Counts, type Cursor, countViews, type Looker, listIds } from './store-lists.ts'
import { filterSql, listFiltered, readView } from './store-views.ts'

export const lookerOf = async (parts: ConversationParts, principal: StaffSide): Promise<Looker> => ({
  tenant: principal.tenant,
  inboxIds: await parts.visibleInboxes(principal),
  staffId: principal.kind === 'staff' ? principal.staffId : null,
})

const CURSOR = /^(\d{1,16})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const readCursor = (text: string | undefined): Cursor | null => {
  if (text === undefined) return null
  const [, at, id] = CURSOR.exec(text) ?? []
  if (at === undefined || id === undefined) throw problem('request.invalid', { path: '/query/cursor' })
  return { at: Number(at), id }
}

type Ids = (
  tx: Tx,
  looker: Looker,
  page: { readonly cursor: Cursor | null; readonly limit: number },
) => Promise<{ id: Uuid; at: number }[]>

/** How to find the rows of what was asked for: one of the house's views, or a saved one. */
const idsIn = (
  parts: ConversationParts,
  principal: StaffSide,
  { view, saved }: { readonly view?: View; readonly saved?: Uuid },
): Ids => {
  if (view !== undefined && saved === undefined) return (tx, looker, page) => listIds(tx, looker, { ...page, view })
  if (saved === undefined || view !== undefined)
    throw problem('request.invalid', { path: '/query/view', detail: 'query: name either a view or a saved one.' })
  return async (tx, looker, page) => {
    const stored = await readView(tx, looker.tenant, saved)
    if (stored === undefined || !seesKept(principal, stored)) throw problem('view.not-found')
    const filter = filterSql(stored.filter, { staffId: looker.staffId, now: parts.clock.now() })
    return listFiltered(tx, looker, { ...page, filter })
  }
}

/** `next` null: this was the last page. A row that changes its place while one pages may be seen twice. */
export const listConversations = async (
  parts: ConversationParts,
  principal: StaffSide,
  page: { readonly view?: View; readonly saved?: Uuid; readonly cursor?: string; readonly limit?: number },
): Promise<{ rows: ConversationRow[]; next: string | null }> => {
  const looker = await lookerOf(parts, principal)
  const limit = page.limit ?? 50
  const ids = idsIn(parts, principal, page)
  const cursor = readCursor(page.cursor)
  const { tenant } = principal
  const found = await parts.database.as(tenant, (tx) => ids(tx, looker, { cursor, limit: limit + 1 }))
  const shown = found.slice(0, limit)
  const loaded = await Promise.all(shown.map(({ id }: { id: Uuid }) => parts.reader.conversation(tenant, id, true)))
  const rows = await toRows(
    parts,
    principal,
    loaded.filter((one) => one !== null),
  )
  const last = shown.at(-1)
  return { rows, next: found.length > limit && last !== undefined ? `${last.at}~${last.id}` : null }
}

export const countConversations = async (parts: ConversationParts, principal: StaffSide): Promise<Counts> => {
  const looker = await lookerOf(parts, principal)
  return parts.database.as(principal.tenant, (tx) => countViews(tx, looker))
}
