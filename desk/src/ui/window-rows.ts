// Draws only the rows in sight of a long list of equal rows.
import { type UIEvent, useLayoutEffect, useRef, useState } from 'react'

/** Rows [from, to) are drawn; three more on either side so that fast scrolling shows no blank. */
export const windowOf = (at: { top: number; height: number; rowHeight: number; count: number }, extra = 3) => {
  const first = Math.floor(at.top / at.rowHeight) - extra
  const from = Math.max(0, Math.min(first, at.count))
  const to = Math.min(at.count, Math.ceil((at.top + at.height) / at.rowHeight) + extra)
  return { from, to: Math.max(from, to) }
}

/** `onEnd` runs when the last rows come in sight: the next page is asked for. */
export const useWindowRows = (count: number, rowHeight: number, onEnd: () => void) => {
  const ref = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(800)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const observer = new ResizeObserver(() => setHeight(box.clientHeight))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const onScroll = (event: UIEvent<HTMLDivElement>) => {
    const box = event.currentTarget
    setTop(box.scrollTop)
    if (box.scrollHeight - box.scrollTop - box.clientHeight < rowHeight * 5) onEnd()
  }
  const reveal = (index: number) => {
    const box = ref.current
    if (!box || index < 0) return
    if (index * rowHeight < box.scrollTop) box.scrollTop = index * rowHeight
    const bottom = (index + 1) * rowHeight
    if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
  }
  return { ref, onScroll, reveal, ...windowOf({ top, height, rowHeight, count }) }
}
