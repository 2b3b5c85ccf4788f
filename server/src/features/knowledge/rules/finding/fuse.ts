// One score of several: what each has given is kept, so that a shop can see why an entry ranks where it does.
import type { Fit } from './fit.ts'

export interface Why {
  /** The question's telling words that stand in the entry. */
  readonly words: readonly string[]
  /** What the score is made of; they sum up to it, unless it was cut at 1. */
  readonly parts: readonly { readonly name: 'words' | 'vector' | 'topic' | 'product'; readonly value: number }[]
}

const GRAMS = 0.8
const WORDS = 0.1
const VECTOR = 0.1
/** Entries about the product on view or in the order spoken of. */
const OWN_PRODUCT = 0.08

export const fuse = (
  { grams, words, vector }: Fit,
  own: boolean,
): { readonly score: number; readonly parts: Why['parts'] } => {
  const parts = [
    { name: 'words', value: GRAMS * grams + WORDS * words },
    { name: 'vector', value: VECTOR * vector },
    { name: 'product', value: own ? OWN_PRODUCT : 0 },
  ] as const
  const score = Math.min(
    1,
    parts.reduce((sum, { value }) => sum + value, 0),
  )
  return { score, parts: parts.filter(({ value }) => value > 0) }
}
