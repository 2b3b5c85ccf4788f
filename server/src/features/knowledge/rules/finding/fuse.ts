// One score of several: what each has given is kept, so that a shop can see why an entry ranks where it does.
import type { Fit } from './fit.ts'

export interface Why {
  /** The question's telling words that stand in the entry. */
  readonly words: readonly string[]
  /** What the score is made of; they sum up to it, unless it was cut at 1. */
  readonly parts: readonly {
    readonly name: 'words' | 'vector' | 'topic' | 'product' | 'structure'
    readonly value: number
  }[]
}

const GRAMS = 0.5
const WORDS = 0.1
const VECTOR = 0.4
/** Entries about the product on view or in the order spoken of. */
const OWN_PRODUCT = 0.08
/** Entries that the graph says speak of what the question names: an error code is all there is to go by. */
const NAMED = 0.4

/** Below this an entry is a guess, ranked by meaning alone: the few words it shares are mostly those of any question. */
const GUESS = 0.45

export interface Fused {
  /** 0…1: how surely the entry is about the question. */
  readonly score: number
  /** What entries are ordered by: the score, or for a guess something below all that are none. */
  readonly rank: number
  readonly parts: Why['parts']
}

export const fuse = (
  { grams, words, vector }: Fit,
  { own, named }: { readonly own: boolean; readonly named: boolean },
): Fused => {
  const parts = [
    { name: 'words', value: GRAMS * grams + WORDS * words },
    { name: 'vector', value: VECTOR * vector },
    { name: 'product', value: own ? OWN_PRODUCT : 0 },
    { name: 'structure', value: named ? NAMED : 0 },
  ] as const
  const sum = parts.reduce((total, { value }) => total + value, 0)
  const guess = (GUESS * (vector + parts[2].value)) / (1 + OWN_PRODUCT)
  // Whatever else fits better: what is named comes first.
  const first = named ? 1 : 0
  return {
    score: Math.min(1, sum),
    rank: first + (sum < GUESS ? guess : sum),
    parts: parts.filter(({ value }) => value > 0),
  }
}
