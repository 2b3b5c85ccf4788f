// Weights of a semi-Markov tagger and the scores they give a row.
import { type FeatureIndex, rowOf } from './feature-index.ts'
import type { Lattice } from './lattice.ts'
import { type Lexicon, segmentFeatures } from './segment-features.ts'
import { type Seen, tokenFeatures } from './token-features.ts'

/** Roles of a token in its segment: it begins it, continues it, ends it. */
export const ROLES = 3

export interface SegmentModel {
  readonly types: readonly string[]
  readonly longest: number
  readonly lexicon: Lexicon
  readonly tokenIndex: FeatureIndex
  readonly segmentIndex: FeatureIndex
  /** Rows of `ROLES * types`. */
  readonly tokenWeights: Float32Array
  /** Rows of `types`. */
  readonly segmentWeights: Float32Array
  /** See `Lattice.moves`. */
  readonly moves: Float64Array
  readonly memories: number
  readonly marks: Uint8Array
}

/** Rows of weights a row of tokens touches: `token[t]`, `segment[start * longest + length - 1]`. */
export interface Touched {
  readonly length: number
  readonly token: Int32Array[]
  readonly segment: Int32Array[]
}

export const rawFeatures = (
  view: Seen,
  length: number,
  longest: number,
  lexicon: Lexicon,
  own?: ReadonlyMap<number, Map<number, number>>,
): { token: number[][]; segment: number[][] } => {
  const token: number[][] = []
  const segment: number[][] = []
  for (let at = 0; at < length; at++) {
    const seen: number[] = []
    tokenFeatures(view, at, length, seen)
    token.push(seen)
    for (let span = 1; span <= longest; span++) {
      const features: number[] = []
      if (at + span <= length) segmentFeatures(view, [at, at + span], lexicon, own, features)
      segment.push(features)
    }
  }
  return { token, segment }
}

const rowsIn = (index: FeatureIndex, features: readonly number[]): Int32Array => {
  const rows: number[] = []
  for (const feature of features) {
    const row = rowOf(index, feature)
    if (row >= 0) rows.push(row)
  }
  return Int32Array.from(rows)
}

export const touchedBy = (
  indexes: Pick<SegmentModel, 'tokenIndex' | 'segmentIndex'>,
  raw: { token: number[][]; segment: number[][] },
): Touched => ({
  length: raw.token.length,
  token: raw.token.map((features) => rowsIn(indexes.tokenIndex, features)),
  segment: raw.segment.map((features) => rowsIn(indexes.segmentIndex, features)),
})

/** Scores of every segment: its tokens' roles and its own features. */
export const latticeOf = (
  model: Omit<SegmentModel, 'lexicon' | 'tokenIndex' | 'segmentIndex'>,
  touched: Touched,
): Lattice => {
  const types = model.types.length
  const { length } = touched
  const { longest, tokenWeights, segmentWeights } = model
  const wide = ROLES * types
  const roles = new Float64Array(length * wide)
  for (let at = 0; at < length; at++) {
    const base = at * wide
    for (const row of touched.token[at]!) {
      const from = row * wide
      for (let k = 0; k < wide; k++) roles[base + k]! += tokenWeights[from + k]!
    }
  }
  const segments = new Float64Array(length * longest * types)
  const inside = new Float64Array(types)
  for (let start = 0; start < length; start++) {
    for (let type = 0; type < types; type++) inside[type] = roles[start * wide + type]!
    for (let span = 1; span <= longest && start + span <= length; span++) {
      const last = (start + span - 1) * wide
      const cell = start * longest + span - 1
      const base = cell * types
      for (let type = 0; type < types; type++) {
        if (span > 1) inside[type]! += roles[last + types + type]!
        segments[base + type] = inside[type]! + roles[last + 2 * types + type]!
      }
      for (const row of touched.segment[cell]!) {
        const from = row * types
        for (let type = 0; type < types; type++) segments[base + type]! += segmentWeights[from + type]!
      }
    }
  }
  const { memories, marks, moves } = model
  return { length, longest, types, memories, marks, segments, moves }
}
