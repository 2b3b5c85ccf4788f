// Which of the two screens is shown: the thread while there is something going on in it, the home otherwise.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { State } from './thread-state.ts'

export type View = 'home' | 'thread'
/** After that the visitor has probably come for something else. */
const FRESH_MS = 12 * 3_600_000

export const isFresh = ({ messages, outgoing, uploads, conversation }: State, now: number): boolean => {
  if (outgoing.length + uploads.length > 0) return true
  const last = messages.at(-1)
  if (last === undefined) return false
  const attended = conversation?.status === 'waiting' || conversation?.status === 'agent'
  const unread = last.author.kind !== 'customer' && last.seq > (conversation?.customerReadSeq ?? last.seq)
  return attended || unread || now - Date.parse(last.sentAt) < FRESH_MS
}

export const useView = (state: State): [View, (view: View) => void] => {
  const [view, setView] = useState<View | null>(null)
  const count = state.messages.length + state.outgoing.length + state.uploads.length
  const before = useRef(0)
  useLayoutEffect(() => {
    if (state.loading) return
    const more = count > before.current
    before.current = count
    if (count === 0) setView('home')
    else if (more && isFresh(state, Date.now())) setView('thread')
    else if (view === null) setView('home')
  }, [state.loading, count])
  return [view ?? 'thread', setView]
}
