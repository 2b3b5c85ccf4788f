// One line of chat -> what it means. Pure, deterministic, microseconds; the only state is what was trained at load.
import { anchoredIntents } from './anchors.ts'
import { withoutGoods } from './canonical.ts'
import { createClassifier, type Example, type Guess } from './classifier.ts'
import { type Entities, entitiesIn } from './entities.ts'
import { fold } from './features.ts'
import { languageOf } from './language.ts'
import { complains, type Emotion, emotionIn, wantsPerson } from './mood.ts'
import { orderUtterances } from './utterances/orders.ts'
import { expand, PATTERNS } from './utterances/patterns.ts'
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

/** The examples written out by hand. */
export const EXAMPLES: readonly Example[] = Object.entries(ALL).flatMap(([intent, { zh, en }]) =>
  `${zh}|${en}`.split('|').map((text): Example => [intent, text]),
)
export const INTENTS: readonly string[] = Object.keys(ALL)

/** Sentences the patterns stand for: more of the same, in fewer words of ours. */
export const PATTERN_EXAMPLES: readonly Example[] = Object.entries(PATTERNS).flatMap(([intent, patterns]) =>
  patterns.flatMap(expand).map((text): Example => [intent, text]),
)
const classifier = createClassifier(
  [...EXAMPLES, ...PATTERN_EXAMPLES].map(([intent, text]): Example => [intent, withoutGoods(fold(text))]),
)

/** How sure plain words make a price or stock question. */
const PLAINLY_SURE = 0.6
const sharpen = (guess: Guess, plain: string | null): Guess =>
  plain === null || (guess.intent === plain && guess.confidence >= PLAINLY_SURE)
    ? guess
    : { intent: plain, confidence: PLAINLY_SURE }

/** Numbers of orders and parcels say nothing about the intent; they are read as entities. */
const withoutNumbers = (folded: string): string => folded.replace(/[a-z]{0,3}\d{4,}/g, ' ')

/** Plain words for price and stock decide where the examples, which name other goods, leave doubt. */
const PRICE = /多少钱|什么价|啥价|价格|怎么卖|售价|\bprices?\b|how much (?:is|are|for|does|do)\b|\bcosts?\b/
const STOCK = /有货|有 ?[a-z0-9]{1,3} ?码|现货|库存|还有没有|断码|in stock|available|sold out|any left/
const NOT_GOODS =
  /运费|邮|快递|寄|退|取消|地址|发票|券|补差|降价|价保|刚买|补货|什么时候|ship|deliver|postage|return|refund|invoice|coupon|restock|back in|drop|cheaper|match|protect|agent|warranty|wrap/

const plainly = (folded: string): 'price' | 'stock' | null => {
  if (NOT_GOODS.test(folded)) return null
  return PRICE.test(folded) ? 'price' : STOCK.test(folded) ? 'stock' : null
}

/** As sure as an anchor can make an intent that the examples alone would not have chosen. */
const ANCHOR_AGAINST_EXAMPLES = 0.55

const guessOf = (bare: string, among: readonly string[] | undefined): Guess => {
  const free = classifier.guess(bare)
  if (!among || among.includes(free.intent)) return among ? classifier.guess(bare, among) : free
  const anchored = classifier.guess(bare, among)
  return { ...anchored, confidence: Math.min(anchored.confidence, ANCHOR_AGAINST_EXAMPLES) }
}

/** Never throws, whatever the text; looks at its first 600 characters. */
export const understand = (text: string, context: Context = {}): Verdict => {
  const folded = fold(text)
  const bare = withoutGoods(withoutNumbers(folded))
  const guess = sharpen(guessOf(bare, anchoredIntents(folded)), plainly(folded))
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
