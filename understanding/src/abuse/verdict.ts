// What is said of a message that may be abuse, spam or noise. It informs admission and routing; nothing is dropped by it.

export type SpamKind =
  | 'ad.retail'
  | 'ad.service'
  | 'ad.estate'
  | 'ad.loan'
  | 'fraud.phishing'
  | 'fraud.money'
  | 'illegal.gambling'
  | 'illegal.papers'
  | 'illegal.adult'

export type Target = 'us' | 'product' | 'other' | 'self' | 'none'

export interface Insult {
  /** 0 (none) .. 1 (certain): that the writer insults somebody. A reported insult stays below 0.3. */
  readonly probability: number
  readonly target: Target
  /** The insult is told, not made: 他骂我傻X. */
  readonly quoted: boolean
  readonly words: readonly string[]
}

export interface AbuseVerdict {
  readonly abuse: Insult
  readonly spam: { readonly kind: SpamKind | 'none'; readonly probability: number }
  /** 0 (language) .. 1 (a keyboard mashed). */
  readonly gibberish: number
  /** 0 .. 1: that the message wants to steer the bot against its instructions. */
  readonly injection: number
  /** Id of an earlier message that says nearly the same; set only where a sketch was given. */
  readonly repeatOf?: string
}
