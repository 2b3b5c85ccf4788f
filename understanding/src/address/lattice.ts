// The best segmentation of a row, and how likely each segment is: a semi-Markov chain over spans that remembers which groups of types it has seen.
/**
 * Scores of one row. `segments[(start * longest + length - 1) * types + type]`.
 * `moves[(memory * (types + 1) + from) * types + to]`: `memory` before the move, `from` = types is the start.
 * A segment of a type adds `marks[type]` to the memory (bits); `memories` is how many values it can take.
 */
export interface Lattice {
  readonly length: number
  readonly longest: number
  readonly types: number
  readonly memories: number
  readonly marks: Uint8Array
  readonly segments: Float64Array
  readonly moves: Float64Array
}

export interface Step {
  readonly start: number
  readonly end: number
  readonly type: number
}

/** Best score of entering each type at a place, and the type before. */
const enter = (lattice: Lattice, start: number, best: Float64Array, from: Int32Array, into: Float64Array): void => {
  const { types, memories, moves } = lattice
  const wide = memories * types
  for (let memory = 0; memory < memories; memory++) {
    const base = memory * (types + 1) * types
    for (let to = 0; to < types; to++) {
      let top = start === 0 && memory === 0 ? moves[base + types * types + to]! : Number.NEGATIVE_INFINITY
      let chosen = 0
      if (start > 0)
        for (let before = 0; before < types; before++) {
          const score = best[start * wide + memory * types + before]! + moves[base + before * types + to]!
          if (score > top) {
            top = score
            chosen = before
          }
        }
      from[start * wide + memory * types + to] = chosen
      into[memory * types + to] = top
    }
  }
}

interface Trail {
  readonly best: Float64Array
  readonly lengths: Int32Array
  readonly from: Int32Array
  /** Memory before the segment that ends here. */
  readonly memory: Int32Array
}

const walkBack = ({ length, types, memories }: Lattice, { best, lengths, from, memory }: Trail): Step[] => {
  const wide = memories * types
  let state = 0
  for (let one = 1; one < wide; one++) if (best[length * wide + one]! > best[length * wide + state]!) state = one
  const path: Step[] = []
  for (let end = length; end > 0; ) {
    const type = state % types
    const start = end - lengths[end * wide + state]!
    path.push({ start, end, type })
    const before = memory[end * wide + state]!
    state = before * types + from[start * wide + before * types + type]!
    end = start
  }
  return path.reverse()
}

export const bestPath = (lattice: Lattice): Step[] => {
  const { length, longest, types, memories, marks, segments } = lattice
  const wide = memories * types
  const best = new Float64Array((length + 1) * wide).fill(Number.NEGATIVE_INFINITY)
  const lengths = new Int32Array((length + 1) * wide)
  const memory = new Int32Array((length + 1) * wide)
  const from = new Int32Array((length + 1) * wide)
  const into = new Float64Array(wide)
  for (let start = 0; start < length; start++) {
    enter(lattice, start, best, from, into)
    for (let span = 1; span <= longest && start + span <= length; span++) {
      const base = (start * longest + span - 1) * types
      const end = (start + span) * wide
      for (let state = 0; state < wide; state++) {
        const type = state % types
        const score = into[state]! + segments[base + type]!
        const held = (state - type) / types
        const after = end + (held | marks[type]!) * types + type
        if (score > best[after]!) {
          best[after] = score
          lengths[after] = span
          memory[after] = held
        }
      }
    }
  }
  return walkBack(lattice, { best, lengths, from, memory })
}

export interface Likelihood {
  readonly segments: Float64Array
  readonly moves: Float64Array
}

interface Forward {
  readonly ends: Float64Array
  readonly starts: Float64Array
  /** Log of what each place was divided by. */
  readonly scale: Float64Array
}

const forward = (lattice: Lattice, expMoves: Float64Array, expSegments: Float64Array): Forward => {
  const { length, longest, types, memories, marks } = lattice
  const wide = memories * types
  const ends = new Float64Array((length + 1) * wide)
  const starts = new Float64Array((length + 1) * wide)
  const scale = new Float64Array(length + 1)
  for (let to = 0; to < types; to++) starts[to] = expMoves[types * types + to]!
  for (let end = 1; end <= length; end++) {
    const first = Math.max(0, end - longest)
    let top = Number.NEGATIVE_INFINITY
    for (let start = first; start < end; start++) top = Math.max(top, scale[start]!)
    let sum = 0
    for (let start = first; start < end; start++) {
      const weight = Math.exp(scale[start]! - top)
      const base = (start * longest + end - start - 1) * types
      for (let memory = 0; memory < memories; memory++)
        for (let to = 0; to < types; to++) {
          const mass = weight * starts[start * wide + memory * types + to]! * expSegments[base + to]!
          ends[end * wide + (memory | marks[to]!) * types + to]! += mass
          sum += mass
        }
    }
    for (let state = 0; state < wide; state++) ends[end * wide + state]! /= sum
    scale[end] = top + Math.log(sum)
    if (end < length) move(lattice, expMoves, ends, starts, end)
  }
  return { ends, starts, scale }
}

const move = (
  { types, memories }: Lattice,
  expMoves: Float64Array,
  ends: Float64Array,
  starts: Float64Array,
  at: number,
): void => {
  const wide = memories * types
  for (let memory = 0; memory < memories; memory++)
    for (let before = 0; before < types; before++) {
      const mass = ends[at * wide + memory * types + before]!
      if (mass <= 1e-12) continue
      const row = (memory * (types + 1) + before) * types
      const into = at * wide + memory * types
      for (let to = 0; to < types; to++) starts[into + to]! += mass * expMoves[row + to]!
    }
}

interface Backward {
  /** Mass of all that may follow a place, by the state that ends there; divided by `exp(back)`. */
  readonly after: Float64Array
  readonly back: Float64Array
  /** Mass of all segments that begin at the place in hand, by state. */
  readonly ahead: Float64Array
}

/** All segments from one place: fills `ahead`, and the marginals of each. */
const openFrom = (
  lattice: Lattice,
  expSegments: Float64Array,
  past: Forward,
  future: Backward,
  start: number,
  out: Float64Array,
): void => {
  const { length, longest, types, memories, marks } = lattice
  const { after, back, ahead } = future
  const wide = memories * types
  const last = Math.min(length, start + longest)
  const total = past.scale[length]!
  let top = Number.NEGATIVE_INFINITY
  for (let end = start + 1; end <= last; end++) top = Math.max(top, back[end]!)
  let sum = 0
  ahead.fill(0)
  for (let end = start + 1; end <= last; end++) {
    const weight = Math.exp(back[end]! - top)
    const known = Math.exp(past.scale[start]! + back[end]! - total)
    const base = (start * longest + end - start - 1) * types
    for (let memory = 0; memory < memories; memory++)
      for (let to = 0; to < types; to++) {
        const rest = expSegments[base + to]! * after[end * wide + (memory | marks[to]!) * types + to]!
        ahead[memory * types + to]! += weight * rest
        sum += weight * rest
        out[base + to]! += past.starts[start * wide + memory * types + to]! * rest * known
      }
  }
  for (let state = 0; state < wide; state++) ahead[state]! /= sum
  back[start] = top + Math.log(sum)
}

/** All moves into one place: fills `after`, and how often each move is expected. */
const moveInto = (
  lattice: Lattice,
  expMoves: Float64Array,
  past: Forward,
  future: Backward,
  start: number,
  out: Float64Array,
): void => {
  const { length, types, memories } = lattice
  const wide = memories * types
  const known = Math.exp(past.scale[start]! + future.back[start]! - past.scale[length]!)
  for (let memory = 0; memory < memories; memory++)
    for (let before = 0; before < types; before++) {
      const row = (memory * (types + 1) + before) * types
      const here = past.ends[start * wide + memory * types + before]! * known
      let mass = 0
      for (let to = 0; to < types; to++) {
        const flow = expMoves[row + to]! * future.ahead[memory * types + to]!
        mass += flow
        out[row + to]! += here * flow
      }
      future.after[start * wide + memory * types + before] = mass
    }
}

/** Marginal probability of every segment, and the expected number of every move. */
export const likelihood = (lattice: Lattice): Likelihood => {
  const { length, types, memories } = lattice
  const wide = memories * types
  const expMoves = lattice.moves.map(Math.exp)
  const expSegments = lattice.segments.map(Math.exp)
  const past = forward(lattice, expMoves, expSegments)
  const future: Backward = {
    after: new Float64Array((length + 1) * wide).fill(1),
    back: new Float64Array(length + 1),
    ahead: new Float64Array(wide),
  }
  const segments = new Float64Array(lattice.segments.length)
  const moves = new Float64Array(lattice.moves.length)
  for (let start = length - 1; start > 0; start--) {
    openFrom(lattice, expSegments, past, future, start, segments)
    moveInto(lattice, expMoves, past, future, start, moves)
  }
  openFrom(lattice, expSegments, past, future, 0, segments)
  const first = types * types
  const known = Math.exp(past.scale[0]! + future.back[0]! - past.scale[length]!)
  for (let to = 0; to < types; to++) moves[first + to] = expMoves[first + to]! * future.ahead[to]! * known
  return { segments, moves }
}
