// Places for the things of a picture: springs along edges, distance between boxes. No dice: the same graph looks the same.

export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}
export interface Line {
  readonly from: string
  readonly to: string
}
export interface Place {
  readonly x: number
  readonly y: number
}
interface Body {
  readonly box: Box
  x: number
  y: number
  dx: number
  dy: number
}

const ROUNDS = 240
/** How long a link is when nothing else pulls. */
const LENGTH = 82
/** Boxes are wide: room to the sides costs more than above and below. */
const ASPECT = 1.4
const GAP = 14
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/** Ring by ring around the first, so that neighbours begin beside each other. */
const ordered = (boxes: readonly Box[], lines: readonly Line[], centre: string | null): Box[] => {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const near = new Map(boxes.map(({ id }) => [id, [] as string[]]))
  for (const { from, to } of lines) {
    near.get(from)?.push(to)
    near.get(to)?.push(from)
  }
  const seen = new Set<string>()
  const starts = boxes.map(({ id }) => id).sort((a, b) => near.get(b)!.length - near.get(a)!.length || (a < b ? -1 : 1))
  for (const start of centre !== null && byId.has(centre) ? [centre, ...starts] : starts) {
    const ring = [start]
    for (let id = ring.shift(); id !== undefined; id = ring.shift()) {
      if (seen.has(id)) continue
      seen.add(id)
      ring.push(
        ...near
          .get(id)!
          .toSorted()
          .filter((other) => byId.has(other)),
      )
    }
  }
  return [...seen].map((id) => byId.get(id)!)
}

const push = (bodies: readonly Body[]): void => {
  for (const [i, a] of bodies.entries())
    for (const b of bodies.slice(i + 1)) {
      const dx = (a.x - b.x) / ASPECT || 0.01
      const dy = a.y - b.y || 0.01
      const square = Math.max(60, dx * dx + dy * dy)
      const force = (LENGTH * LENGTH) / square
      a.dx += dx * force * ASPECT
      a.dy += dy * force
      b.dx -= dx * force * ASPECT
      b.dy -= dy * force
    }
}
const pull = (ends: readonly (readonly [Body, Body])[]): void => {
  for (const [a, b] of ends) {
    const dx = b.x - a.x
    const dy = b.y - a.y
    const length = Math.max(1, Math.hypot(dx, dy))
    const force = length / LENGTH
    a.dx += dx * force
    a.dy += dy * force
    b.dx -= dx * force
    b.dy -= dy * force
  }
}
/** Boxes that lie on each other move apart along the shorter way. */
const separate = (bodies: readonly Body[]): void => {
  for (let round = 0; round < 60; round++) {
    let moved = false
    for (const [i, a] of bodies.entries())
      for (const b of bodies.slice(i + 1)) {
        const x = (a.box.width + b.box.width) / 2 + GAP - Math.abs(a.x - b.x)
        const y = (a.box.height + b.box.height) / 2 + GAP - Math.abs(a.y - b.y)
        if (x <= 0 || y <= 0) continue
        moved = true
        const along = x < y ? 'x' : 'y'
        const half = (Math.min(x, y) / 2) * (a[along] >= b[along] ? 1 : -1)
        a[along] += half
        b[along] -= half
      }
    if (!moved) return
  }
}

export const layOut = (
  boxes: readonly Box[],
  lines: readonly Line[],
  centre: string | null = null,
): Map<string, Place> => {
  const bodies: Body[] = ordered(boxes, lines, centre).map((box, n) => {
    const far = 90 * Math.sqrt(n)
    return { box, x: far * Math.cos(n * GOLDEN) * ASPECT, y: far * Math.sin(n * GOLDEN), dx: 0, dy: 0 }
  })
  const byId = new Map(bodies.map((body) => [body.box.id, body]))
  const ends = lines.flatMap(({ from, to }) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    return a && b && a !== b ? [[a, b] as const] : []
  })
  for (let round = 0; round < ROUNDS; round++) {
    const step = 1 - round / ROUNDS
    push(bodies)
    pull(ends)
    for (const body of bodies) {
      // What hangs on nothing would drift away.
      body.dx -= body.x * 0.45
      body.dy -= body.y * 0.8
      const length = Math.max(1, Math.hypot(body.dx, body.dy))
      const most = 1 + 60 * step
      body.x += (body.dx / length) * Math.min(length, most)
      body.y += (body.dy / length) * Math.min(length, most)
      body.dx = 0
      body.dy = 0
    }
  }
  separate(bodies)
  return new Map(bodies.map(({ box, x, y }) => [box.id, { x: Math.round(x), y: Math.round(y) }]))
}

/** Where a line from `from` meets the edge of the box at `to`. */
export const meets = (from: Place, to: Place, { width, height }: Pick<Box, 'width' | 'height'>): Place => {
  const [dx, dy] = [from.x - to.x, from.y - to.y]
  if (dx === 0 && dy === 0) return to
  const share = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9), 1)
  return { x: to.x + dx * share, y: to.y + dy * share }
}

export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'
const AHEAD: Record<Way, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** The nearest in a direction; undefined at the edge. */
export const nextIn = (places: ReadonlyMap<string, Place>, from: string, way: Way): string | undefined => {
  const here = places.get(from)
  if (!here) return undefined
  const [ax, ay] = AHEAD[way]
  let best: { readonly id: string; readonly far: number } | undefined
  for (const [id, { x, y }] of places) {
    const ahead = (x - here.x) * ax + (y - here.y) * ay
    const aside = Math.abs((x - here.x) * ay) + Math.abs((y - here.y) * ax)
    const far = ahead + aside * 2
    if (id !== from && ahead > 0 && aside <= ahead * 2 && (!best || far < best.far)) best = { id, far }
  }
  return best?.id
}
