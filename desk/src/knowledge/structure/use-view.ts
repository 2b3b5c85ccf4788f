// What part of a picture is in sight: dragged, pinched or enlarged with the wheel, and back to the whole.
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Place } from './layout.ts'

interface View {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
const MARGIN = 110
const LEAST = 160
const MOST = 8_000
/** Closer than this nothing is shown when all is: few things would be giants. */
const LEAST_WHOLE = 520

const wholeOf = (places: ReadonlyMap<string, Place>): View => {
  const xs = [...places.values()].map(({ x }) => x)
  const ys = [...places.values()].map(({ y }) => y)
  const [left, right] = [Math.min(0, ...xs), Math.max(0, ...xs)]
  const [top, bottom] = [Math.min(0, ...ys), Math.max(0, ...ys)]
  const width = Math.max(LEAST_WHOLE, right - left + MARGIN * 2)
  const height = Math.max(LEAST_WHOLE / 2, bottom - top + MARGIN)
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
}
/** Where all of it would be too small to read, the middle of it. */
const READABLE = { wide: 1_000, narrow: 460 }
const firstOf = (places: ReadonlyMap<string, Place>, middle: Place): View => {
  const whole = wholeOf(places)
  const width = READABLE[matchMedia('(max-width: 720px)').matches ? 'narrow' : 'wide']
  if (whole.width <= width * 1.15) return whole
  const height = Math.min(whole.height, width * 0.75)
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}
const zoomed = (view: View, by: number, at: Place): View => {
  const width = Math.min(MOST, Math.max(LEAST, view.width * by))
  const share = width / view.width
  const x = at.x - (at.x - view.x) * share
  return { x, y: at.y - (at.y - view.y) * share, width, height: view.height * share }
}

/** `middle`: what to look at first. */
export const useView = (
  frame: RefObject<SVGSVGElement | null>,
  places: ReadonlyMap<string, Place>,
  middle: string | null,
) => {
  const first = useCallback(() => firstOf(places, places.get(middle ?? '') ?? { x: 0, y: 0 }), [places, middle])
  const [view, setView] = useState(first)
  useEffect(() => setView(first()), [first])
  const grip = useRef<{ readonly at: Place; moved: boolean } | null>(null)
  const inPicture = useCallback(
    (clientX: number, clientY: number): Place => {
      const matrix = frame.current?.getScreenCTM()
      return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : { x: 0, y: 0 }
    },
    [frame],
  )
  // React listens passively, and the page would scroll along.
  useEffect(() => {
    const svg = frame.current
    const turn = (event: WheelEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      const at = inPicture(event.clientX, event.clientY)
      setView((now) => zoomed(now, event.deltaY > 0 ? 1.12 : 0.9, at))
    }
    svg?.addEventListener('wheel', turn, { passive: false })
    return () => svg?.removeEventListener('wheel', turn)
  }, [frame, inPicture])
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!grip.current) return
    const { at } = grip.current
    const now = inPicture(event.clientX, event.clientY)
    if (!grip.current.moved && Math.hypot(now.x - at.x, now.y - at.y) < 4) return
    if (!grip.current.moved) event.currentTarget.setPointerCapture(event.pointerId)
    grip.current.moved = true
    setView((before) => ({ ...before, x: before.x + at.x - now.x, y: before.y + at.y - now.y }))
  }
  const centreOf = (of: View): Place => ({ x: of.x + of.width / 2, y: of.y + of.height / 2 })
  return {
    box: `${view.x} ${view.y} ${view.width} ${view.height}`,
    fit: () => setView(wholeOf(places)),
    zoom: (by: number) => setView((now) => zoomed(now, by, centreOf(now))),
    /** Into sight, if it is not. */
    show: ({ x, y }: Place) =>
      setView((now) => {
        const [inX, inY] = [x > now.x + 40 && x < now.x + now.width - 40, y > now.y + 20 && y < now.y + now.height - 20]
        return inX && inY ? now : { ...now, x: x - now.width / 2, y: y - now.height / 2 }
      }),
    handlers: {
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        if (event.button === 0) grip.current = { at: inPicture(event.clientX, event.clientY), moved: false }
      },
      onPointerMove: move,
      onPointerUp: () => {
        grip.current = null
      },
      onPointerCancel: () => {
        grip.current = null
      },
    },
  }
}
