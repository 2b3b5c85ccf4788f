// The abuse verdict of one message: insult, spam, gibberish, injection, repeat.
import { gibberishOf } from './gibberish.ts'
import { injectionIn, injectionInEither } from './injection.ts'
import { insultIn } from './insult.ts'
import type { RepeatSketch } from './repeats.ts'
import { spamIn } from './spam.ts'
import type { AbuseVerdict } from './verdict.ts'

export interface JudgeOptions {
  /** The message as `normalise` gives it (obfuscations undone, simplified); default: the message itself. */
  readonly normal?: string
  /** Remembers this message under `id` and finds the earlier one it repeats. */
  readonly repeats?: { readonly sketch: RepeatSketch; readonly id: string }
}

/** Raw for what only case and length keep (codes), normal for what only another script hides. */
const injectionOf = (raw: string, normal: string): number =>
  normal === raw || normal === raw.toLowerCase() ? injectionIn(raw).probability : injectionInEither(raw, normal)

/** Reads zh and en; elsewhere only links, contacts, patterns and repeats speak. Never throws, never drops anything. */
export const judgeAbuse = (raw: string, options: JudgeOptions = {}): AbuseVerdict => {
  const text = options.normal ?? raw
  const spam = spamIn(text)
  const repeatOf = options.repeats?.sketch.seen(options.repeats.id, raw)
  return {
    abuse: insultIn(text),
    spam: { kind: spam.kind, probability: spam.probability },
    gibberish: gibberishOf(raw),
    injection: injectionOf(raw, text),
    ...(repeatOf === undefined ? {} : { repeatOf }),
  }
}
