// From how well an entry fits to how surely it is what was asked: logistic regressions over a few figures of a ranking, so that
// a score means the same in every shop. Fitted by `tools/fit-sureness.ts` on questions no shop's entries were written from.

export interface Figures {
  /** What entries are ordered by. */
  readonly sum: number
  /** That of the best other entry; 0: there is none. */
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
/** Of shares: twice as much is as good a step from little as from much. */
const steps = (share: number): number => Math.log(Math.max(0, share) + 0.01)

/** What the weights below weigh, in their order; the last is the constant. */
export const figuresOf = ({ sum, rival, words, meaning, likely = 0, telling, length }: Figures): readonly number[] => [
  sum,
  sum - rival,
  words,
  meaning,
  likely,
  Math.min(1, telling / MANY_WORDS),
  Math.min(1, Math.log(1 + length) / LONG),
  steps(sum),
  steps(sum - rival),
  steps(likely),
  1,
]

/** Fitted on 560 questions over six shops. */
const TAUGHT = [0.63, 1.13, 1.34, 1.88, -0.57, 3.31, 2.66, -0.63, 0.92, 0.59, -1.7]
/** What likeness alone must reach to be as good as a sureness; measured on questions to shops that were not taught yet. */
const LIFT = 0.08
/** Two that are this much alike are told apart by nothing but the very words. */
const CLOSE = 0.05
const VERY_WORDS = 0.85

/** Without a classifier, likeness: as sure as that, unless another entry is as like. */
const likeness = ({ sum, rival }: Figures): number =>
  sum - rival < CLOSE && sum < VERY_WORDS ? sum * 0.8 : Math.min(1, sum + LIFT)

/** 0…1: where there is a classifier, of entries with this score this share is what was asked. */
export const surenessOf = (figures: Figures): number => {
  if (figures.likely === undefined) return likeness(figures)
  const sum = figuresOf(figures).reduce((total, figure, i) => total + figure * TAUGHT[i]!, 0)
  return 1 / (1 + Math.exp(-sum))
}
