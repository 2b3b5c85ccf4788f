// Keeps what is not saved: whoever holds the page is asked before the desk goes elsewhere, and so does the browser.
import { cell } from '../live/cell.ts'

/** What would happen on leaving; the one who shows the question runs it or lets it be. */
export const leaving = cell<(() => void) | null>(null)
const holders = new Set<symbol>()

export const isHeld = (): boolean => holders.size > 0
export const askToLeave = (leave: () => void): void => leaving.set(() => leave)

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

/** Returns the release. */
export const holdPage = (): (() => void) => {
  const holder = Symbol('holder')
  holders.add(holder)
  window.addEventListener('beforeunload', warn)
  return () => {
    holders.delete(holder)
    if (holders.size === 0) window.removeEventListener('beforeunload', warn)
  }
}

/** The answer to the question: go on without what was not saved. */
export const leaveAnyway = (): void => {
  const leave = leaving.get()
  holders.clear()
  window.removeEventListener('beforeunload', warn)
  leaving.set(null)
  leave?.()
}
