// Where the reader is, from the address: /desk/inbox/<view>/<conversation>, /desk/view/<saved view>/<conversation>,
// /desk/settings/<at>, … History API, no router library.
import { VIEWS, type View } from '@ballast/contract/routes/conversations'
import { type MouseEvent, useSyncExternalStore } from 'react'
import { askToLeave, isHeld } from './leave-guard.ts'

export type Place =
  /** `saved`: a saved view is open, and `view` says nothing. */
  | { page: 'inbox'; view: View; saved?: string; conversationId: string | null }
  /** `at`: the rest of the address below the page, such as `inboxes/new`. */
  | { page: 'team'; at?: string }
  | { page: 'settings'; at?: string }
  /** `at`: `entries/<id>`, `entries/new`, `documents`, `structure/<document>`, `sites`, `packs/<id>`. */
  | { page: 'knowledge'; at?: string }
  /** `at`: `try`, `intents`, `intents/<id>`, `versions`. */
  | { page: 'language'; at?: string }
  /** `at`: `rules`, `rules/<id>`, `check`, `simulator`, `versions`, `wrong`. */
  | { page: 'promotions'; at?: string }
  /** `step`: 1 to 6. */
  | { page: 'welcome'; step: number }

export const BASE = '/desk/'
/** The API reference that the server renders from the contract. */
export const API_REFERENCE = '/docs'

export const placeOf = (pathname: string): Place => {
  const [page, ...rest] = pathname
    .replace(/^\/desk\/?/, '')
    .split('/')
    .filter((part, at) => at === 0 || part !== '')
  const [view, conversation] = rest
  const conversationId = conversation ? decodeURIComponent(conversation) : null
  if (page === 'welcome') return { page, step: /^[1-6]$/.test(view ?? '') ? Number(view) : 1 }
  if (page === 'team' || page === 'knowledge' || page === 'settings' || page === 'language' || page === 'promotions')
    return rest.length === 0 ? { page } : { page, at: rest.join('/') }
  if (page === 'view' && view) return { page: 'inbox', view: 'all', saved: decodeURIComponent(view), conversationId }
  return { page: 'inbox', view: VIEWS.find((known) => known === view) ?? 'mine', conversationId }
}
export const pathOf = (place: Place): string => {
  if (place.page === 'welcome') return `${BASE}welcome/${place.step}`
  if (place.page !== 'inbox') return 'at' in place ? `${BASE}${place.page}/${place.at}` : `${BASE}${place.page}`
  const list = place.saved === undefined ? `inbox/${place.view}` : `view/${place.saved}`
  return `${BASE}${list}${place.conversationId === null ? '' : `/${place.conversationId}`}`
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

const move = (path: string, how: 'push' | 'replace'): void => {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', path)
  tell()
}

/** Asks first when something here is not saved yet. */
export const go = (place: Place, how: 'push' | 'replace' = 'push'): void => {
  const path = pathOf(place)
  if (path === location.pathname) return
  if (isHeld()) askToLeave(() => move(path, how))
  else move(path, how)
}

let seen = { path: '', place: placeOf('/desk/') as Place }
/** Back and forward have moved already when the browser tells: what is held is put back first, then asked. */
window.addEventListener('popstate', () => {
  const wanted = location.pathname
  if (!isHeld() || wanted === seen.path) return tell()
  history.pushState(null, '', seen.path)
  askToLeave(() => move(wanted, 'push'))
})
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
