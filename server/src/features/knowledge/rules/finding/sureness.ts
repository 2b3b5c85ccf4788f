// From how well an entry fits to how surely it is what was asked: logistic regressions over a few figures of a ranking, so that
// a score means the same in every shop. Fitted by `tools/fit-sureness.ts` on questions no shop's entries were written from.

export interface Figures {
  /** What entries are ordered by. */
  readonly sum: number
  /** That of the best other entry that says something else; 0: there is none. */
  readonly rival: number
  /** Fit of words, BM25 and likeness together, and of meaning; each 0…1. */
  readonly words: number
  readonly meaning: number
  /** What the classifier holds of it; absent: it was not taught this version. */
  readonly likely?: number
  /** Telling words of the question that stand in the entry. */
  readonly telling: number
  /** UTF-16 units of the question. */
  readonly length: number
}

/** So many telling words say as much as more do. */
const MANY_WORDS = 4
const LONG = Math.log(400)

/** In this order: sum, distance to the rival, words, meaning, likely, telling, length, 1. */
export const figuresOf = ({ sum, rival, words, meaning, likely = 0, telling, length }: Figures): readonly number[] => [
  sum,
  sum - rival,
  words,
  meaning,
  likely,
  Math.min(1, telling / MANY_WORDS),
  Math.min(1, Math.log(1 + length) / LONG),
  1,
]

/** Fitted on 560 questions over six shops. */
const TAUGHT = [4, 3.4, 3.6, 1.9, -1.5, 3.2, 1.4, -4.6]
/** The same without a classifier. */
const UNTAUGHT = [4, 3.4, 3.6, 1.9, 0, 3.2, 1.4, -4.6]

/** 0…1: of entries with this score, this share is what was asked. */
export const surenessOf = (figures: Figures): number => {
  const weights = figures.likely === undefined ? UNTAUGHT : TAUGHT
  const sum = figuresOf(figures).reduce((total, figure, i) => total + figure * weights[i]!, 0)
  return 1 / (1 + Math.exp(-sum))
}
