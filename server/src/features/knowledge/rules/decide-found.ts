// What may be made of what was found: an answer, a choice put to the customer, or the admission that nothing fits.

/** From here one entry is an answer. */
const ANSWERS = 0.5
/** Worth asking about. */
const NEAR = 0.4
/** Entries this close to the best are as likely meant. */
const CLOSE = 0.08
/** The very words of an entry's question: a rival must be closer still to change that. */
const CERTAIN = 0.85
const CLOSE_TO_CERTAIN = 0.01
const MOST_CHOICES = 3

interface Found {
  readonly entryId: string
  readonly answer: string
  /** As `search` gives it: 0…1. */
  readonly score: number
}
export type Decision<P> =
  | { readonly do: 'answer'; readonly passage: P }
  /** One to three, best first: put their titles to the customer. */
  | { readonly do: 'ask'; readonly choices: readonly P[] }
  /** Say so and offer a person. */
  | { readonly do: 'none' }

/** `passages` as `search` gives them; by their scores alone: whoever knows the intent may know better. */
export const decideFound = <P extends Found>(passages: readonly P[]): Decision<P> => {
  // Guesses are ordered by meaning, not by score.
  const [best, ...others] = passages.filter(({ score }) => score >= NEAR).sort((a, b) => b.score - a.score)
  if (!best) return { do: 'none' }
  const close = best.score >= CERTAIN ? CLOSE_TO_CERTAIN : CLOSE
  // Two entries that say the same are no choice.
  const rivals = others.filter(({ score, answer }) => best.score - score < close && answer !== best.answer)
  if (rivals.length === 0 && best.score >= ANSWERS) return { do: 'answer', passage: best }
  return { do: 'ask', choices: [best, ...rivals].slice(0, MOST_CHOICES) }
}
