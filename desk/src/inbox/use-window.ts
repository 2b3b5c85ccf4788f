// The part of a list that is drawn. What the reader looks at stays where it is when rows enter above it, and nothing is
// measured while drawing: the scroll offset is remembered from the event that told it.
import { type RefObject, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { windowOf } from '../ui/window-rows.ts'
import type { RowStore } from './row-store.ts'

interface Shown {
  from: number
  to: number
}
export interface Windowed extends Shown {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onScroll: (event: UIEvent<HTMLDivElement>) => void
  /** Brings a row in sight, if it is not. */
  readonly reveal: (index: number) => void
  /** How many rows from the top down to the last in sight. */
  readonly down: () => number
}

/** By how many places most of the rows in sight have moved. Rows that left or went elsewhere do not decide. */
export const shiftOf = (before: readonly { id: string; index: number }[], rows: Pick<RowStore, 'indexOf'>): number => {
  const votes = new Map<number, number>()
  for (const { id, index } of before) {
    const now = rows.indexOf(id)
    if (now !== -1) votes.set(now - index, (votes.get(now - index) ?? 0) + 1)
  }
  let [best, most] = [0, votes.get(0) ?? 0]
  for (const [shift, count] of votes) if (count > most) [best, most] = [shift, count]
  return best
}

interface Of {
  readonly rows: RowStore
  readonly version: number
  readonly rowHeight: number
  readonly onEnd: () => void
}

export const useWindow = ({ rows, version, rowHeight, onEnd }: Of): Windowed => {
  const ref = useRef<HTMLDivElement>(null)
  const at = useRef({ top: 0, height: 800 })
  const seen = useRef<{ id: string; index: number }[]>([])
  const [shown, setShown] = useState<Shown>(() => windowOf({ ...at.current, rowHeight, count: rows.size }))
  const settle = () => {
    const next = windowOf({ ...at.current, rowHeight, count: rows.size })
    setShown((now) => (now.from === next.from && now.to === next.to ? now : next))
  }
  const scrollTo = (top: number) => {
    const box = ref.current
    if (!box) return
    box.scrollTop = top
    at.current.top = top
    settle()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: set up once; what it calls reads the present.
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const observer = new ResizeObserver(([entry]) => {
      at.current.height = entry?.contentRect.height ?? at.current.height
      settle()
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for every change of the rows.
  useLayoutEffect(() => {
    const shift = at.current.top > 0 ? shiftOf(seen.current, rows) : 0
    if (shift === 0) settle()
    else scrollTo(Math.max(0, at.current.top + shift * rowHeight))
  }, [version, rows])
  useEffect(() => {
    const first = Math.floor(at.current.top / rowHeight)
    const last = Math.ceil((at.current.top + at.current.height) / rowHeight)
    seen.current = rows.slice(first, last).map((row, by) => ({ id: row.conversation.id, index: first + by }))
    if (rows.size - last < 20) onEnd()
  })
  const onScroll = (event: UIEvent<HTMLDivElement>) => {
    at.current.top = event.currentTarget.scrollTop
    settle()
  }
  const reveal = (index: number) => {
    if (index < 0) return
    const { top, height } = at.current
    if (index * rowHeight < top) scrollTo(index * rowHeight)
    else if ((index + 1) * rowHeight > top + height) scrollTo((index + 1) * rowHeight - height)
  }
  const down = () => Math.ceil((at.current.top + at.current.height) / rowHeight)
  return { ref, onScroll, reveal, down, from: shown.from, to: Math.min(shown.to, rows.size) }
}
