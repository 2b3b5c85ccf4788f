// What a page answers to what was typed: the solution of an error code, what was found, or that it does not know. Pure.

export interface Typed<E> {
  /** Error codes in what was typed. */
  readonly codes: readonly string[]
  /** Entries to those codes, the likeliest first. */
  readonly solutions: readonly E[]
  /** Entries found by their words, best first, with how well they fit. */
  readonly found: readonly { readonly entry: E; readonly score: number }[]
}
export type PageAnswer<E> = { readonly is: 'answer'; readonly entries: readonly E[] } | { readonly is: 'unknown' }

/** Below this it has little to do with what was typed. */
const NEAR = 0.3
/** Worth showing beside the best. */
const CLOSE = 0.1
const MOST = 3

export const answerOnPage = <E>({ codes, solutions, found }: Typed<E>): PageAnswer<E> => {
  if (solutions.length > 0) return { is: 'answer', entries: solutions.slice(0, MOST) }
  // Of a code it does not have, nothing is guessed.
  if (codes.length > 0) return { is: 'unknown' }
  const best = found[0]
  if (best === undefined || best.score < NEAR) return { is: 'unknown' }
  const entries = found.filter(({ score }) => score >= NEAR && best.score - score <= CLOSE).map(({ entry }) => entry)
  return { is: 'answer', entries: entries.slice(0, MOST) }
}
