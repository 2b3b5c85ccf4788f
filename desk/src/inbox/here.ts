// The lists of the one who is signed in, read from the server; and which of them a place shows.
import type { Place } from '../app/place.ts'
import { server } from '../app/server.ts'
import { createLists, type ListKey } from './lists.ts'

/** At the next frame of the screen; a hidden page draws none, and needs none. */
const soon = (run: () => void): void => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(run)
  else setTimeout(run, 0)
}

export const lists = createLists({
  soon,
  now: () => Date.now(),
  read: (key, cursor, limit) => {
    const which = key.startsWith('saved:') ? { saved: key.slice('saved:'.length) } : { view: key as 'all' }
    return server.listConversations({ query: { ...which, limit, ...(cursor === null ? {} : { cursor }) } })
  },
})

export const keyOf = (place: Extract<Place, { page: 'inbox' }>): ListKey =>
  place.saved === undefined ? place.view : `saved:${place.saved}`
