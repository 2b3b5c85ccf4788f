// Saved views: those of the house and one's own, and the filter that is being tried out. A filter is a private view from
// its first condition on, so that the server answers it in full; naming it keeps it.
import type { View } from '@ballast/contract/routes/conversations'
import type { SavedView, ViewFilter } from '@ballast/contract/routes/workspace'
import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { explain } from '../app/explain.ts'
import { go, herePlace } from '../app/place.ts'
import { queries, server, useSession } from '../app/server.ts'
import { cell } from '../live/cell.ts'
import { newId } from '../live/new-id.ts'
import { toast } from '../ui/toasts.tsx'
import { lists } from './here.ts'
import { filterOf } from './rows.ts'

type Views = { views: SavedView[] }
export type Draft = { readonly id: string; readonly of: string | null }

const KEY = 'ballast.desk.filter'
const kept = (): Draft | null => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Draft | null
  } catch {
    return null
  }
}
/** The view that holds the filter being tried out on this device; `of`: the saved view it began from. */
export const draft = cell<Draft | null>(kept())
const keepDraft = (next: Draft | null): void => {
  draft.set(next)
  if (next === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, JSON.stringify(next))
}

export const useViews = () =>
  useQuery({ queryKey: ['views'], queryFn: ({ signal }) => server.listSavedViews({}, signal) })
const all = (): SavedView[] => queries.getQueryData<Views>(['views'])?.views ?? []
/** As the rail shows them: the filter being tried out is not among them. */
export const savedViews = (): SavedView[] => all().filter(({ id }) => id !== draft.get()?.id)

/** May the reader change this view? Their own, or a shared one with the right to share. */
export const useMayChange = (view: SavedView | undefined): boolean => {
  const { staff, permissions } = useSession()
  if (!view) return false
  return view.shared ? permissions.includes('views.share') : view.ownerId === staff.id
}

const fold = (view: SavedView): void => {
  queries.setQueryData<Views>(['views'], (held) => {
    const views = held?.views ?? []
    const at = views.findIndex(({ id }) => id === view.id)
    return { views: at === -1 ? [...views, view] : views.with(at, view) }
  })
}
const refused = (error: unknown): null => {
  toast(explain(error), { tone: 'problem' })
  return null
}

type Body = Pick<SavedView, 'name' | 'filter' | 'shared'>
export const keepView = async (viewId: string, body: Body): Promise<SavedView | null> => {
  try {
    const { view } = await server.saveView({ params: { viewId }, body })
    fold(view)
    lists.held(`saved:${viewId}`)?.refresh(0, true)
    return view
  } catch (error) {
    return refused(error)
  }
}
const openView = (saved: string) => go({ page: 'inbox', view: 'all', saved, conversationId: null })

const take = async (viewId: string): Promise<boolean> => {
  try {
    await server.removeView({ params: { viewId } })
    queries.setQueryData<Views>(['views'], (held) => held && { views: held.views.filter(({ id }) => id !== viewId) })
    return true
  } catch (error) {
    refused(error)
    return false
  }
}
export const removeView = async (view: SavedView): Promise<void> => {
  const place = herePlace()
  if (!(await take(view.id))) return
  if (place.page === 'inbox' && place.saved === view.id) go({ page: 'inbox', view: 'all', conversationId: null })
  const undo = async () => {
    const { name, filter, shared } = view
    if (await keepView(view.id, { name, filter, shared })) openView(view.id)
  }
  const text = i18next.t('views.removed', { name: view.name })
  toast(text, { act: { label: i18next.t('do.undo'), run: () => void undo() } })
}

/** The filter of the place one is in: of a built-in view, or of the saved one. */
export const filterHere = (view: View, saved: string | undefined): ViewFilter =>
  saved === undefined ? filterOf(view) : (all().find(({ id }) => id === saved)?.filter ?? {})

/** Tries a filter out. `name` says its conditions in words; without a condition it is put away. */
export const tryFilter = async (filter: ViewFilter, name: string): Promise<void> => {
  const place = herePlace()
  if (place.page !== 'inbox') return
  const held = draft.get()
  if (Object.keys(filter).length === 0) return dropFilter()
  const begins = place.saved !== undefined && place.saved !== held?.id
  const next = { id: held?.id ?? newId(), of: begins ? (place.saved ?? null) : place.saved ? (held?.of ?? null) : null }
  keepDraft(next)
  if (await keepView(next.id, { name: name.slice(0, 60), filter, shared: false })) openView(next.id)
}
/** Puts the filter away and goes back to where it began. */
export const dropFilter = async (): Promise<void> => {
  const held = draft.get()
  if (held === null) return
  keepDraft(null)
  if (held.of === null) go({ page: 'inbox', view: 'all', conversationId: null })
  else openView(held.of)
  await take(held.id)
}
/** The filter gets a name and is a view like the others. */
export const nameFilter = async (body: Body): Promise<boolean> => {
  const held = draft.get()
  if (held === null || !(await keepView(held.id, body))) return false
  keepDraft(null)
  toast(i18next.t('views.saved', { name: body.name }))
  return true
}
/** The filter takes the place of the conditions of the view it began from. */
export const overwriteWithFilter = async (): Promise<void> => {
  const held = draft.get()
  const origin = all().find(({ id }) => id === held?.of)
  const tried = all().find(({ id }) => id === held?.id)
  if (!held || !origin || !tried) return
  const { name, shared } = origin
  if (!(await keepView(origin.id, { name, shared, filter: tried.filter }))) return
  toast(i18next.t('views.saved', { name }))
  await dropFilter()
}
