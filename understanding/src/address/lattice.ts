// The best segmentation of a row, and how likely each segment is: a semi-Markov chain over spans.
/** Scores of one row. `segments[(start * longest + length - 1) * types + type]`; `moves[(from) * types + to]`, from = types is the start. */
export interface Lattice {
  readonly length: number
  readonly longest: number
  readonly types: number
  readonly segments: Float64Array
  readonly moves: Float64Array
}

export interface Step {
  readonly start: number
  readonly end: number
  readonly type: number
}

export const bestPath = ({ length, longest, types, segments, moves }: Lattice): Step[] => {
  const best = new Float64Array((length + 1) * types).fill(Number.NEGATIVE_INFINITY)
  const lengths = new Int32Array((length + 1) * types)
  const into = new Float64Array(types)
  const from = new Int32Array((length + 1) * types)
  for (let start = 0; start < length; start++) {
    for (let to = 0; to < types; to++) {
      let top = start === 0 ? moves[types * types + to]! : Number.NEGATIVE_INFINITY
      if (start > 0)
        for (let before = 0; before < types; before++) {
          const score = best[start * types + before]! + moves[before * types + to]!
          if (score > top) {
            top = score
            from[start * types + to] = before
          }
        }
      into[to] = top
    }
    const most = Math.min(longest, length - start)
    for (let span = 1; span <= most; span++) {
      const base = (start * longest + span - 1) * types
      const end = (start + span) * types
      for (let to = 0; to < types; to++) {
        const score = into[to]! + segments[base + to]!
        if (score > best[end + to]!) {
          best[end + to] = score
          lengths[end + to] = span
        }
      }
    }
  }
  const path: Step[] = []
  let type = 0
  for (let to = 1; to < types; to++) if (best[length * types + to]! > best[length * types + type]!) type = to
  for (let end = length; end > 0; ) {
    const start = end - lengths[end * types + type]!
    path.push({ start, end, type })
    type = from[start * types + type]!
    end = start
  }
  return path.reverse()
}

export interface Likelihood {
  readonly segments: Float64Array
  readonly moves: Float64Array
}

/** Marginal probability of every segment, and the expected number of every move. */
export const likelihood = ({ length, longest, types, segments, moves }: Lattice): Likelihood => {
  const expMoves = moves.map(Math.exp)
  // ends[e]: paths that end at e in a type; starts[s]: paths that begin a segment of a type at s. Scaled per place by scale[e] (log).
  const ends = new Float64Array((length + 1) * types)
  const starts = new Float64Array((length + 1) * types)
  const scale = new Float64Array(length + 1)
  const expSegments = new Float64Array(length * longest * types)
  for (let to = 0; to < types; to++) starts[to] = expMoves[types * types + to]!
  for (let at = 0; at < length; at++) {
    for (let span = 1; span <= longest && at + span <= length; span++) {
      const base = (at * longest + span - 1) * types
      for (let to = 0; to < types; to++) expSegments[base + to] = Math.exp(segments[base + to]!)
    }
  }
  for (let end = 1; end <= length; end++) {
    let top = Number.NEGATIVE_INFINITY
    for (let span = 1; span <= longest && span <= end; span++) top = Math.max(top, scale[end - span]!)
    let sum = 0
    for (let span = 1; span <= longest && span <= end; span++) {
      const start = end - span
      const weight = Math.exp(scale[start]! - top)
      const base = (start * longest + span - 1) * types
      for (let to = 0; to < types; to++) {
        const mass = weight * starts[start * types + to]! * expSegments[base + to]!
        ends[end * types + to]! += mass
        sum += mass
      }
    }
    for (let to = 0; to < types; to++) ends[end * types + to]! /= sum
    scale[end] = top + Math.log(sum)
    if (end < length)
      for (let before = 0; before < types; before++) {
        const mass = ends[end * types + before]!
        if (mass > 1e-12)
          for (let to = 0; to < types; to++) starts[end * types + to]! += mass * expMoves[before * types + to]!
      }
  }
  // after[s]: mass of everything that follows place s given the segment before is of a type, scaled by back[s].
  const after = new Float64Array((length + 1) * types).fill(1)
  const back = new Float64Array(length + 1)
  const ahead = new Float64Array((length + 1) * types)
  const total = scale[length]!
  const out = new Float64Array(length * longest * types)
  const outMoves = new Float64Array(moves.length)
  for (let start = length - 1; start >= 0; start--) {
    let top = Number.NEGATIVE_INFINITY
    for (let span = 1; span <= longest && start + span <= length; span++) top = Math.max(top, back[start + span]!)
    let sum = 0
    for (let span = 1; span <= longest && start + span <= length; span++) {
      const end = start + span
      const weight = Math.exp(back[end]! - top)
      const known = Math.exp(scale[start]! + back[end]! - total)
      const base = (start * longest + span - 1) * types
      for (let to = 0; to < types; to++) {
        const rest = expSegments[base + to]! * after[end * types + to]!
        ahead[start * types + to]! += weight * rest
        out[base + to] = starts[start * types + to]! * rest * known
      }
    }
    for (let to = 0; to < types; to++) sum += ahead[start * types + to]!
    for (let to = 0; to < types; to++) ahead[start * types + to]! /= sum
    back[start] = top + Math.log(sum)
    const known = Math.exp(scale[start]! + back[start]! - total)
    if (start === 0) {
      for (let to = 0; to < types; to++)
        outMoves[types * types + to] = expMoves[types * types + to]! * ahead[to]! * known
      continue
    }
    for (let before = 0; before < types; before++) {
      let mass = 0
      const here = ends[start * types + before]! * known
      for (let to = 0; to < types; to++) {
        const flow = expMoves[before * types + to]! * ahead[start * types + to]!
        mass += flow
        outMoves[before * types + to]! += here * flow
      }
      after[start * types + before] = mass
    }
  }
  return { segments: out, moves: outMoves }
}
