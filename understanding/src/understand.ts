// One line of chat -> what it means. Pure, deterministic, microseconds; the only state is what was trained at load.
import { createClassifier, type Example } from './classifier.ts'
import { type Entities, entitiesIn } from './entities.ts'
import { fold } from './features.ts'
import { languageOf } from './language.ts'
import { complains, type Emotion, emotionIn, wantsPerson } from './mood.ts'
import { orderUtterances } from './utterances/orders.ts'
import { shoppingUtterances } from './utterances/shopping.ts'
import { talkUtterances } from './utterances/talk.ts'

export interface Verdict {
  /** Primary language subtag: `zh`, `en`, … */
  readonly language: string
  /** One of `INTENTS`, or `unknown`. */
  readonly intent: string
  /** 0…1 */
  readonly confidence: number
  readonly asksForPerson: boolean
  readonly complains: boolean
  readonly emotion: Emotion
  readonly entities: Entities
}
export interface Context {
  /** Language to assume when the text has none, such as `42` or `👍`. Default `en`. */
  readonly language?: string
}

const ALL = { ...orderUtterances, ...shoppingUtterances, ...talkUtterances }

/** Every example the classifier was trained with. */
export const EXAMPLES: readonly Example[] = Object.entries(ALL).flatMap(([intent, { zh, en }]) =>
  `${zh}|${en}`.split('|').map((text): Example => [intent, text]),
)
export const INTENTS: readonly string[] = Object.keys(ALL)

const classifier = createClassifier(EXAMPLES)

/** Numbers of orders and parcels say nothing about the intent; they are read as entities. */
const withoutNumbers = (folded: string): string => folded.replace(/[a-z]{0,3}\d{4,}/g, ' ')

/** Never throws, whatever the text; looks at its first 600 characters. */
export const understand = (text: string, context: Context = {}): Verdict => {
  const folded = fold(text)
  const guess = classifier.guess(withoutNumbers(folded))
  const asksForPerson = wantsPerson(folded)
  return {
    language: languageOf(folded, context.language ?? 'en'),
    intent: asksForPerson ? 'person' : guess.intent,
    confidence: asksForPerson ? 1 : guess.confidence,
    asksForPerson,
    complains: complains(folded),
    emotion: emotionIn(folded, text.slice(0, 600)),
    entities: entitiesIn(folded),
  }
}
