// The rows in sight, and where the keyboard is among them. The row with the focus is drawn even when it is scrolled out
// of sight; when it leaves the list, the one that takes its place gets the focus.
import type { ConversationRow } from '@ballast/contract/conversation'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../app/place.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { keyOf, lists } from './here.ts'
import type { List } from './list.ts'
import { Row } from './Row.tsx'
import { useChoosing } from './selection.ts'
import { useRows } from './use-rows.ts'
import { useWindow } from './use-window.ts'

export const ROW_HEIGHT = 76

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 8,
  PageUp: (at) => at - 8,
  Home: () => 0,
  End: (_, last) => last,
}

interface Focus {
  list: List
  version: number
  reveal: (index: number) => void
  box: () => HTMLElement | null
}

/** Remembers the row that has the focus; moves it by arrows, and off a row that leaves. */
const useRowFocus = ({ list, version, reveal, box }: Focus) => {
  const [focused, setFocused] = useState<string | null>(null)
  const last = useRef({ index: 0, inside: false, wanted: false })
  const focusAt = (index: number) => {
    const row = list.rows.at(Math.max(0, Math.min(index, list.rows.size - 1)))
    if (!row) return box()?.focus()
    last.current.wanted = true
    setFocused(row.conversation.id)
    reveal(list.rows.indexOf(row.conversation.id))
  }
  useLayoutEffect(() => {
    if (!last.current.wanted || focused === null) return
    last.current.wanted = false
    box()?.querySelector<HTMLElement>(`[data-conversation="${focused}"]`)?.focus({ preventScroll: true })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for every change of the rows.
  useLayoutEffect(() => {
    if (focused === null) return
    const index = list.rows.indexOf(focused)
    if (index !== -1) last.current.index = index
    else if (last.current.inside && document.activeElement === document.body) focusAt(last.current.index)
    else setFocused(null)
  }, [version, focused])
  const handlers = {
    onFocus: (event: { target: EventTarget }) => {
      const slot = (event.target as HTMLElement).closest('.row-slot')
      last.current.inside = true
      if (slot) setFocused(slot.querySelector('[data-conversation]')?.getAttribute('data-conversation') ?? null)
    },
    onBlur: () => {
      last.current.inside = false
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      focusAt(step(focused === null ? -1 : list.rows.indexOf(focused), list.rows.size - 1))
    },
  }
  return { focused, handlers, focusAt }
}

/** [row, index] of what is drawn: the window, and the focused row wherever it stands. */
const drawnOf = (list: List, at: { from: number; to: number; focused: string | null }): [ConversationRow, number][] => {
  const drawn = list.rows.slice(at.from, at.to).map((row, by): [ConversationRow, number] => [row, at.from + by])
  const row = at.focused === null ? undefined : list.rows.get(at.focused)
  const index = row ? list.rows.indexOf(row.conversation.id) : -1
  if (!row || (index >= at.from && index < at.to)) return drawn
  return index < at.from ? [[row, index], ...drawn] : [...drawn, [row, index]]
}

const Foot = ({ list }: { list: List }) => {
  const { loading, error, done } = list.state
  if (error !== null) return <Failed error={error} retry={list.retry} />
  if (list.rows.size === 0) return loading || !done ? <Loading lines={6} /> : null
  return loading && !done ? <Loading lines={2} /> : null
}

type Inbox = Extract<Place, { page: 'inbox' }>

/** After a change of the open conversation the focus is somewhere: on its row, unless the reader is elsewhere. */
const useFollow = (
  place: Inbox,
  index: number,
  of: { reveal: (index: number) => void; focusAt: (index: number) => void },
) => {
  const { conversationId } = place
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the choice, or its arrival, moves the list.
  useEffect(() => {
    of.reveal(index)
    const loose = document.activeElement === document.body || document.activeElement?.closest('.rows')
    if (!first.current && index !== -1 && loose) of.focusAt(index)
    first.current = false
  }, [conversationId, index === -1])
}

/** One object for all rows, so that opening a conversation redraws two rows and not all of them. */
const useBase = ({ view, saved }: Inbox): Inbox => {
  const held = useRef<Inbox | null>(null)
  if (held.current?.view !== view || held.current.saved !== saved)
    held.current = { page: 'inbox', view, ...(saved === undefined ? {} : { saved }), conversationId: null }
  return held.current
}

interface SlotsProps {
  list: List
  drawn: readonly [ConversationRow, number][]
  place: Inbox
  stop: string | null | undefined
}
const Slots = ({ list, drawn, place, stop }: SlotsProps) => {
  const { t } = useTranslation()
  const base = useBase(place)
  const { size } = list.rows
  return (
    <ul className="rows-inner" aria-label={t('row.list')} style={{ height: size * ROW_HEIGHT }}>
      {drawn.map(([row, index]) => (
        <li
          key={row.conversation.id}
          className="row-slot"
          aria-posinset={index + 1}
          aria-setsize={list.state.done ? size : -1}
          style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
        >
          <Row
            row={row}
            place={base}
            current={row.conversation.id === place.conversationId}
            stop={row.conversation.id === stop}
          />
        </li>
      ))}
    </ul>
  )
}

export const Rows = ({ place, empty }: { place: Inbox; empty: ReactNode }) => {
  const key = keyOf(place)
  const { list, version } = useRows(key)
  const shown = useWindow({ rows: list.rows, version, rowHeight: ROW_HEIGHT, onEnd: list.more })
  const focus = useRowFocus({ list, version, reveal: shown.reveal, box: () => shown.ref.current })
  const choosing = useChoosing()
  const at = place.conversationId === null ? -1 : list.rows.indexOf(place.conversationId)
  useFollow(place, at, { reveal: shown.reveal, focusAt: focus.focusAt })
  const { down } = shown
  // biome-ignore lint/correctness/useExhaustiveDependencies: `down` reads the present whenever it is asked.
  useEffect(() => lists.watch(key, () => down()), [key])
  const drawn = drawnOf(list, { from: shown.from, to: shown.to, focused: focus.focused })
  const stop = focus.focused ?? (at === -1 ? drawn[0]?.[0].conversation.id : place.conversationId)
  return (
    <div
      className={choosing ? 'rows choosing' : 'rows'}
      ref={shown.ref}
      onScroll={shown.onScroll}
      data-testid="rows"
      tabIndex={-1}
      {...focus.handlers}
    >
      {list.rows.size === 0 && list.state.done && !list.state.error && empty}
      {list.rows.size > 0 && <Slots list={list} drawn={drawn} place={place} stop={stop} />}
      <Foot list={list} />
    </div>
  )
}
