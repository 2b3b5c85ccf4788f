// Where the keyboard is in the list, for keys that are heard by the whole window.
import { herePlace } from '../app/place.ts'
import { keyOf, lists } from './here.ts'
import { selection } from './selection.ts'

const box = () => document.querySelector<HTMLElement>('.rows')

/** The row that has the focus, by conversation. */
export const focusedRow = (): string | null =>
  document.activeElement
    ?.closest('.row-slot')
    ?.querySelector('[data-conversation]')
    ?.getAttribute('data-conversation') ?? null

/** The list takes the focus once the page has changed: on its current row, or as a whole. */
export const focusList = (): void => {
  setTimeout(
    () => (box()?.querySelector<HTMLElement>('.row[tabindex="0"]') ?? box())?.focus({ preventScroll: true }),
    0,
  )
}

/** Chooses a row, or with `extend` all rows from the last chosen one to this. */
export const toggleRow = (id: string, extend: boolean): void => {
  const place = herePlace()
  if (place.page !== 'inbox') return
  if (!extend) {
    selection.toggle(id)
    return
  }
  const rows = lists.held(keyOf(place))?.rows
  selection.extend(id, (from, to) => {
    const [a, b] = [rows?.indexOf(from) ?? -1, rows?.indexOf(to) ?? -1]
    if (a === -1 || b === -1) return [to]
    return (rows?.slice(Math.min(a, b), Math.max(a, b) + 1) ?? []).map(({ conversation }) => conversation.id)
  })
}
