// What a turn reads of a message's verdict: one wish, one language, and the things named.
import { type BotEntities, botEntities, otherShopsIn } from '@ballast/understanding/entities'
import { angerOf } from '@ballast/understanding/feeling'
import { type ClauseIntent, mainWish } from '@ballast/understanding/intent'
import type { MessageVerdict } from '@ballast/understanding/verdict'
import { asksBeyondGreeting } from './beyond-greeting.ts'
import { isOrderTopic } from './dialog.ts'

export interface Heard {
  /** Primary language subtag: `zh`, `en`, … */
  readonly language: string
  /** An intent of the shop, or `outside`. */
  readonly intent: string
  /** 0…1 */
  readonly confidence: number
  readonly asksForPerson: boolean
  readonly complains: boolean
  /** Furious now, or angry again and again. */
  readonly angry: boolean
  readonly entities: BotEntities
  /** Other shops that are named, lower case. */
  readonly otherShops: readonly string[]
}
type Guess = Pick<Heard, 'intent' | 'confidence'>

/** No intent of the shop. */
const OUTSIDE = 'outside'
/** Below this likelihood of meaning anything a shop knows, a message is outside. */
const OUTSIDE_BELOW = 0.25
/** From this likelihood on, the intent's own probability counts in full. */
const INSIDE_FROM = 0.7

/** One message this angry is enough for a person to take over. */
const FURIOUS = 0.6

/** Intents that the bot serves in the same way speak together. */
const familyOf = (intent: string): string => (isOrderTopic(intent) || intent === 'hurry' ? 'order' : intent)

const guessOf = ({ ranked, inScope }: ClauseIntent): Guess => {
  if (inScope < OUTSIDE_BELOW) return { intent: OUTSIDE, confidence: 1 - inScope }
  const families = new Map<string, { intent: string; sum: number }>()
  for (const { label, probability } of ranked) {
    const known = families.get(familyOf(label))
    if (known) known.sum += probability
    else families.set(familyOf(label), { intent: label, sum: probability })
  }
  const [best] = [...families.values()].sort((a, b) => b.sum - a.sum)
  if (best === undefined) return { intent: OUTSIDE, confidence: 1 }
  const intent = best.intent === 'hurry' ? 'order-where' : best.intent
  return { intent, confidence: Math.min(1, best.sum) * Math.min(1, inScope / INSIDE_FROM) }
}

/** Plain words for price and stock decide where the examples, which name other goods, leave doubt. */
const PRICE =
  /多少钱|几个钱|什么价|啥价|价格|怎么卖|售价|贵不贵|\bprices?\b|how much (?:is|are|for|does|do)\b|\bcosts?\b/
const STOCK = /有货|有 ?[a-z0-9]{1,3} ?码|现货|库存|还有没有|断码|in stock|available|sold out|any left/
const NOT_GOODS =
  /运费|邮|快递|寄|退|取消|地址|发票|券|补差|降价|价保|刚买|补货|什么时候|ship|deliver|postage|return|refund|invoice|coupon|restock|back in|drop|cheaper|match|protect|agent|warranty|wrap/
/** How sure plain words make a price or stock question. */
const PLAINLY_SURE = 0.6

const sharpen = (guess: Guess, text: string): Guess => {
  if (NOT_GOODS.test(text)) return guess
  const plain = PRICE.test(text) ? 'price' : STOCK.test(text) ? 'stock' : null
  if (plain === null || (guess.intent === plain && guess.confidence >= PLAINLY_SURE)) return guess
  return { intent: plain, confidence: PLAINLY_SURE }
}

/** Nothing is known of what is wanted: what the knowledge finds decides alone. */
const UNHEARD: Guess = { intent: OUTSIDE, confidence: 0 }

/** `language`: what to assume of a text that has none, such as `42` or `👍`. */
export const heardOf = (text: string, verdict: MessageVerdict, language: string): Heard => {
  const { intents, feeling, trajectory, entities, plain } = verdict
  const wish = mainWish(intents)
  const known = verdict.language.language
  const guess = wish === undefined ? { intent: OUTSIDE, confidence: 1 } : sharpen(guessOf(wish), text.toLowerCase())
  const unheard = guess.intent === 'greeting' && asksBeyondGreeting(text)
  return {
    ...(plain.person ? { intent: 'person', confidence: 1 } : unheard ? UNHEARD : guess),
    language: known === 'unknown' ? language : known.split('-')[0]!,
    asksForPerson: plain.person,
    complains: plain.complaint,
    angry: trajectory.alarm || angerOf(feeling) >= FURIOUS,
    entities: botEntities(entities),
    otherShops: otherShopsIn(text),
  }
}
