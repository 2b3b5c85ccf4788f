// Where the reader is, from the address: /desk/inbox/<view>/<conversation>, /desk/view/<saved view>/<conversation>,
// /desk/team, … History API, no router library.
import { VIEWS, type View } from '@ballast/contract/routes/conversations'
import { type MouseEvent, useSyncExternalStore } from 'react'

export type Place =
  /** `saved`: a saved view is open, and `view` says nothing. */
  | { page: 'inbox'; view: View; saved?: string; conversationId: string | null }
  | { page: 'team' }
  | { page: 'knowledge' }
  | { page: 'settings' }
  /** `step`: 1 to 6. */
  | { page: 'welcome'; step: number }

export const BASE = '/desk/'
/** The API reference that the server renders from the contract. */
export const API_REFERENCE = '/docs'

export const placeOf = (pathname: string): Place => {
  const [page, view, conversation] = pathname.replace(/^\/desk\/?/, '').split('/')
  const conversationId = conversation ? decodeURIComponent(conversation) : null
  if (page === 'welcome') return { page, step: /^[1-6]$/.test(view ?? '') ? Number(view) : 1 }
  if (page === 'team' || page === 'knowledge' || page === 'settings') return { page }
  if (page === 'view' && view) return { page: 'inbox', view: 'all', saved: decodeURIComponent(view), conversationId }
  return { page: 'inbox', view: VIEWS.find((known) => known === view) ?? 'mine', conversationId }
}
export const pathOf = (place: Place): string => {
  if (place.page === 'welcome') return `${BASE}welcome/${place.step}`
  if (place.page !== 'inbox') return `${BASE}${place.page}`
  const list = place.saved === undefined ? `inbox/${place.view}` : `view/${place.saved}`
  return `${BASE}${list}${place.conversationId === null ? '' : `/${place.conversationId}`}`
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
window.addEventListener('popstate', tell)

export const go = (place: Place, how: 'push' | 'replace' = 'push'): void => {
  const path = pathOf(place)
  if (path === location.pathname) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', path)
  tell()
}

let seen = { path: '', place: placeOf('/desk/') as Place }
const snapshot = (): Place => {
  if (seen.path !== location.pathname) seen = { path: location.pathname, place: placeOf(location.pathname) }
  return seen.place
}
export const herePlace = snapshot
export const usePlace = (): Place =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, snapshot)

/** Props of a link that stays inside the desk but opens in a new tab when asked. */
export const linkTo = (place: Place) => ({
  href: pathOf(place),
  onClick: (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(place)
  },
})
