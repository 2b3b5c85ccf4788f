// What is said of a feeling, whether it was typed or heard.

export type Emotion = 'angry' | 'sad' | 'afraid' | 'happy' | 'surprised' | 'neutral'
export const EMOTIONS: readonly Emotion[] = ['angry', 'sad', 'afraid', 'happy', 'surprised', 'neutral']

export interface Feeling {
  /** -1 (all bad) .. 1 (all good). */
  readonly polarity: number
  /** 0 (flat) .. 1 (as strong as words get), whatever the direction. */
  readonly strength: number
  readonly emotion: Emotion
  /** How sure of `emotion`, 0..1. At most 0.6 where only signs, not words, could be read. */
  readonly probability: number
  /** 0 (whenever) .. 1 (now). */
  readonly urgency: number
  /** The words that decided, then codes: `negated`, `but`, `shouting`, `sarcasm`, `sign 😡`, `pitch.high` … At most eight. */
  readonly reasons: readonly string[]
}

/** What a message without any feeling gets. */
export const NO_FEELING: Feeling = {
  polarity: 0,
  strength: 0,
  emotion: 'neutral',
  probability: 0.5,
  urgency: 0,
  reasons: [],
}

export const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Phrases of a lexicon apart by blanks, in three lists: mild, plain, strong. */
export type LexiconText = Readonly<Partial<Record<Emotion, readonly [mild: string, plain: string, strong: string]>>>
