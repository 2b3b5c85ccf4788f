// One order of several opinions: what each has given is kept, so that a shop can see why an entry ranks where it does.
import type { Fit } from './fit.ts'
import type { Figures } from './sureness.ts'

export interface Why {
  /** The question's telling words that stand in the entry. */
  readonly words: readonly string[]
  /** What the entry's place is made of: the higher their sum, the further ahead. Of mere guesses only the meaning counts. */
  readonly parts: readonly {
    readonly name: 'words' | 'vector' | 'guess' | 'product' | 'structure'
    readonly value: number
  }[]
  /** What the score was worked out from; null: it was not found by its words. */
  readonly figures: Figures | null
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
  /** What its parts come to; for a guess of no classifier something below all that are none. */
  readonly sum: number
  /** What entries are ordered by. */
  readonly rank: number
  readonly parts: Why['parts']
}

/** What the classifier's word counts beside all others, where there is one. */
const CLASSIFIER = 0.55

interface More {
  /** The entry is about the product on view or in the order spoken of. */
  readonly own: boolean
  /** The structure says that it speaks of what the question names. */
  readonly named: boolean
  /** How likely the classifier holds the entry; absent: there is none. */
  readonly likely?: number
}

export const fuse = (fit: Fit, { own, named, likely }: More): Fused => {
  const { vector } = fit
  const share = likely === undefined ? 1 : 1 - CLASSIFIER
  const parts = [
    { name: 'words', value: share * wordsIn(fit) },
    { name: 'vector', value: share * VECTOR * vector },
    { name: 'guess', value: (1 - share) * (likely ?? 0) },
    { name: 'product', value: own ? OWN_PRODUCT : 0 },
    { name: 'structure', value: named ? NAMED : 0 },
  ] as const
  const sum = parts.reduce((total, { value }) => total + value, 0)
  const told = parts.filter(({ value }) => value > 0)
  const place = likely !== undefined || sum >= GUESS ? sum : (GUESS * (vector + parts[3].value)) / (1 + OWN_PRODUCT)
  // Whatever else fits better: what is named comes first.
  return { sum: place, rank: (named ? 1 : 0) + place, parts: told }
}

/** Fit of words in one number, as it counts where there is no classifier. */
export const wordsIn = ({ grams, words }: Fit): number => GRAMS * grams + WORDS * words
