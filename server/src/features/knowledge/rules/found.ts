// What the readers of knowledge texts pass on.

export type Why = 'no-answer' | 'no-question' | 'too-long' | 'too-many'
export interface Skipped {
  /** From 1, in the text as it was given. */
  readonly line: number
  readonly why: Why
}
/** What a format found, before limits: `line` is where it begins. */
export interface Pair {
  readonly line: number
  readonly question: string
  readonly answer: string
  /** Other ways to ask the same. */
  readonly wordings?: readonly string[]
}
export interface Found {
  readonly pairs: readonly Pair[]
  readonly skipped: readonly Skipped[]
}
