// The bot's decision for one message: a pure function of what was said, what was said before and what is known.
// It may ask to know more (`fetch`) and is then asked again; otherwise its choice is final for this turn.
import { chooseAnyOrder, chooseFromAsked, chooseNamedOrder } from './choose-order.ts'
import { chooseProduct, chooseSize, points } from './choose-product.ts'
import { type Dialog, isOrderTopic, isProductTopic, type OrderTopic } from './dialog.ts'
import type { Heard } from './hear.ts'
import type { Choice, Known, KnownOrder, KnownPassage, KnownProduct } from './known.ts'
import { isOf, topicsOf } from './topics.ts'

/** An intent is acted on from here; below it the words must be in the knowledge to be answered. */
const SURE = 0.4
const VERY_SURE = 0.65
/** A passage is an answer from here: more would be wrong than a customer may be told wrong. */
const ANSWERS = 0.58
/** From here the words are a known question, whatever they resemble: "shows delivered but I have nothing". */
const CERTAIN = 0.75
/** An order question this clear is about an order. */
const CLEAR = 0.9
const VERY_CERTAIN = 0.93
const OF_ITS_OWN = 0.5
/** Enough for a clear intent to settle it. */
const LIKELY = 0.25
/** Worth offering as "did you mean". */
const NEAR = 0.12
const MOST_FAILURES = 2
const YES =
  /^\s*(好|好的|好吧|要|要的|是|是的|可以|行|嗯+|对|麻烦了|yes|yeah|yep|yup|ok|okay|sure|please|yes please|go ahead)[\s!！。.~,，]*(谢谢|please|thanks)?\s*$/
const NO = /^\s*(不|不用|不用了|不要|不需要|算了|没事|no|nope|no thanks|not now|nah)[\s!！。.~]*(谢谢|thanks)?\s*$/
const SMALL_TALK = ['greeting', 'thanks', 'bye']
const GENERAL = /一般|通常|多少天|几天|多久|退货后|以后|how (?:long|many days|soon|fast)|usually|normally|\bafter\b/

type Take<O extends KnownOrder, P extends KnownProduct, K extends KnownPassage> = Choice<O, P, K> | null

export const chooseTurn = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Choice<O, P, K> =>
  choosePerson(known, dialog) ??
  chooseSolution(known, dialog) ??
  choosePending(known, dialog) ??
  chooseOrder(known, dialog) ??
  chooseFollowUp(known, dialog) ??
  chooseCart(known, dialog) ??
  chooseGoods(known, dialog) ??
  chooseSmallTalk(known, dialog) ??
  chooseCoupons(known, dialog) ??
  chooseKnowledge(known, dialog) ??
  chooseUnsure(known, dialog)

const choosePerson = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { verdict, text } = known
  const rest = { ...dialog, pending: null, failures: 0 }
  const person = verdict.intent === 'person' && verdict.confidence >= 0.6
  if (verdict.asksForPerson || person) return { do: 'hand-over', reason: 'asked', dialog: rest }
  if (verdict.complains) return { do: 'hand-over', reason: 'complaint', dialog: rest }
  // Rude words around a question that is known are still a question.
  const shopTalk = (isOrderTopic(verdict.intent) && verdict.confidence >= SURE) || best(known).sure >= ANSWERS
  if (verdict.angry && !shopTalk) return { do: 'hand-over', reason: 'angry', dialog: rest }
  if (verdict.intent === 'complaint' && verdict.confidence >= 0.6 && !shopTalk) {
    return { do: 'hand-over', reason: 'complaint', dialog: rest }
  }
  if (dialog.pending?.ask !== 'person') return null
  if (YES.test(text.toLowerCase())) return { do: 'hand-over', reason: 'asked', dialog: rest }
  return NO.test(text.toLowerCase()) ? { do: 'say', line: 'fine-no-person', dialog: rest } : null
}

/** An error code of the thing before the customer's eyes: nothing else can be meant. Of a code it does not have, nothing is guessed. */
const chooseSolution = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { solution } = known
  if (solution === undefined) return null
  if (solution === 'unknown') return chooseUnsure({ ...known, passages: [] }, dialog)
  return { do: 'answer', passage: solution, dialog: { ...dialog, pending: null, failures: 0 } }
}

const choosePending = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { pending } = dialog
  const { entities } = known.verdict
  if (pending?.ask === 'which-order' && entities.orderNos.length === 0) return chooseFromAsked(known, dialog, pending)
  if (pending?.ask === 'phone' && entities.phoneLast4 && entities.orderNos.length === 0) {
    return chooseNamedOrder(known, dialog, pending)
  }
  if (pending?.ask === 'which-product') {
    if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
    return known.products.length > 0 ? chooseProduct(known, dialog, pending.about) : null
  }
  const measured = entities.heightCm ?? entities.weightKg ?? entities.footMm
  return pending?.ask === 'measures' && measured !== undefined ? chooseSize(known, dialog) : null
}

/** What an order question is about, when the words themselves do not say. */
const topicFor = (known: Known<KnownOrder, KnownProduct, KnownPassage>, dialog: Dialog): OrderTopic => {
  const { intent, confidence } = known.verdict
  if (isOrderTopic(intent) && confidence >= 0.3) return intent
  const { pending, topic } = dialog
  if (pending && 'about' in pending && isOrderTopic(pending.about)) return pending.about
  return topic && isOrderTopic(topic) ? topic : 'order-status'
}

const chooseOrder = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { intent, confidence, entities } = known.verdict
  const { sure } = best(known)
  const [orderNo] = entities.orderNos
  if (orderNo) {
    // "Cancel BL…" is a question about cancelling, not about where the parcel is.
    const aboutTerms = !isOrderTopic(intent) && confidence >= 0.5 && sure >= ANSWERS && !looksBack(known, dialog)
    return aboutTerms ? null : chooseNamedOrder(known, dialog, { orderNo, about: topicFor(known, dialog) })
  }
  if (!isOrderTopic(intent) || confidence < SURE) return null
  // Whoever the shop vouches for is told how it stands with their order, unless the words are a rule's very own.
  const theirs = known.signedIn || dialog.orderNo !== undefined
  const enough = confidence >= CLEAR ? CERTAIN : ANSWERS
  if (theirs ? sure >= VERY_CERTAIN && sure > confidence : sure >= enough) return null
  const general = GENERAL.test(known.text.toLowerCase()) && !dialog.orderNo
  if (intent === 'refund-progress' && general && sure >= ANSWERS) return null
  return chooseAnyOrder(known, dialog, intent)
}

/** "有登山靴吗", "do you sell tents?": nothing but a thing and whether the shop has it. */
const HAVE_YOU =
  /^(?:请问|你好|您好|你们|店里|家|这里|,|，|\s)*(?:有没有|有|卖不卖|卖).{2,10}?(?:卖|吗|么|嘛|呢)+[\s?？!！。]*$|^.{2,10}(?:有吗|有没有|有卖吗?|卖吗|卖不卖)[\s?？]*$|^(?:hi|hello|hey)?[\s,!]*do (?:you|u) (?:guys )?(?:sell|stock|carry|have) (?:any |an? |the |some )?\S+(?: \S+){0,2}$/

/** "How much is my cart?", "一共多少钱": what lies there, together. */
const ALL_OF_IT =
  /购物车|一共|合计|总共|总价|全部多少|到手价?|算下来|\b(?:cart|basket|in total|altogether|all together|the total)\b/
const COSTS = /多少|价|钱|优惠|算|how much|cost|price|total|pay/

const chooseCart = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const text = known.text.toLowerCase()
  if (!known.hasCart || !ALL_OF_IT.test(text) || !COSTS.test(text)) return null
  if (!known.cart) return { do: 'fetch', fetch: { kind: 'cart' }, dialog }
  return known.cart.length === 0
    ? null
    : { do: 'price-cart', cart: known.cart, dialog: { ...dialog, pending: null, failures: 0 } }
}

const chooseGoods = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { intent, confidence } = known.verdict
  if (HAVE_YOU.test(known.text.trim().toLowerCase())) {
    if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
    if (known.products.length > 0) return chooseProduct(known, dialog, 'stock')
  }
  const { heightCm, weightKg, footMm, size, colour } = known.verdict.entities
  const measured = footMm !== undefined || (heightCm !== undefined && weightKg !== undefined)
  const sizes = measured || (intent === 'size-advice' && confidence >= 0.5)
  const goods = isProductTopic(intent) && confidence >= 0.3
  if (best(known).sure >= ANSWERS && !measured) {
    if (!goods && !sizes) return null
    // A rule about goods is told where no goods are named; of those named, what they cost and are now comes first.
    if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
    const onView = (known.pageProductId ?? dialog.productId) !== undefined && (sizes || points(known.text))
    if (known.products.length === 0 && !onView) return null
  }
  if (goods) return chooseProduct(known, dialog, intent)
  if (sizes) return chooseSize(known, dialog)
  // "The backpack in navy?" names a product and how it should be: that asks whether there is one.
  if ((!size && !colour) || confidence >= SURE) return null
  if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
  return known.products.length > 0 ? chooseProduct(known, dialog, 'stock') : null
}

const chooseSmallTalk = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { intent, confidence } = known.verdict
  const short = known.text.trim().length <= 16
  if (!SMALL_TALK.includes(intent) || confidence < (short ? 0.2 : 0.7)) return null
  return { do: 'say', line: intent as 'greeting' | 'thanks' | 'bye', dialog: { ...dialog, pending: null, failures: 0 } }
}

/** "Which coupons do I have?": their own, not how coupons work. */
const OWN_COUPONS =
  /我.{0,6}有(?:哪些|什么|啥|几张|多少|没有).{0,6}券|我的.{0,3}券有(?:哪些|什么|几张)|(?:what|which|any|how many) (?:\w+ )?(?:coupons?|vouchers?|codes?) (?:do|can|could) i\b|do i have (?:any )?(?:\w+ )?(?:coupons?|vouchers?)|(?:show|list) (?:me )?my (?:coupons|vouchers)/

const chooseCoupons = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  if (!known.signedIn || !OWN_COUPONS.test(known.text.toLowerCase())) return null
  if (!known.coupons) return { do: 'fetch', fetch: { kind: 'coupons' }, dialog }
  return { do: 'show-coupons', dialog: { ...dialog, pending: null, failures: 0 } }
}

/** Log odds that an intent heard for certain gives to a passage of its topic; fitted on the trial questions. */
const AGREEMENT = 0.9
const agreed = (score: number, confidence: number): number => {
  const odds = (Math.max(0, score) / Math.max(1e-9, 1 - score)) * Math.exp(AGREEMENT * confidence)
  return odds / (1 + odds)
}

/** What likeness gains by the intent's topic: less, the nearer the words come by themselves. */
const TOPIC_BONUS = 0.32
const liked = (score: number, confidence: number): number =>
  score + TOPIC_BONUS * confidence * Math.min(1, (1 - score) * 1.6)

const sureOf = (passage: KnownPassage, { intent, confidence, otherShops }: Heard): number => {
  const { score, learned } = passage
  // Of another shop's orders and rules nobody here knows anything.
  if (otherShops.some((name) => !`${passage.title} ${passage.answer}`.toLowerCase().includes(name))) return 0
  if (!isOf(passage, intent)) return score
  if (!learned) return liked(score, confidence)
  return score >= LIKELY ? agreed(score, confidence) : score
}

/** What is found best, and how surely it is what was asked. */
const best = <K extends KnownPassage>({
  passages,
  verdict,
}: Pick<Known<KnownOrder, KnownProduct, K>, 'passages' | 'verdict'>): {
  readonly passage?: K
  readonly sure: number
} => {
  const [first] = passages
  if (first === undefined) return { sure: 0 }
  const known = first.learned ? [first] : passages
  const ranked = known.map((passage) => ({ passage, sure: sureOf(passage, verdict) }))
  return ranked.reduce((most, one) => (one.sure > most.sure ? one : most))
}

const chooseKnowledge = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { passage, sure } = best(known)
  const { intent, confidence } = known.verdict
  // An intent this clear whose topic has one entry needs few other words to be found.
  const only = isProductTopic(intent)
    ? undefined
    : known.passages.find((one) => one.alone && one.score >= LIKELY && topicsOf(intent).includes(one.topic))
  const answer = sure >= ANSWERS ? passage : confidence >= VERY_SURE && sure > 0 ? only : undefined
  if (!answer) return null
  return { do: 'answer', passage: answer, dialog: { ...dialog, pending: null, failures: 0 } }
}

const looksBack = ({ text }: { readonly text: string }, { topic }: Dialog): boolean =>
  topic !== undefined && topic !== null && BACK.test(text.trim().toLowerCase())

/** "And in red?", "那冲锋衣呢": short words that only mean something after what was answered before. */
const BACK = /^(那|还有|另|和|and\b|what about|how about)|^.{0,12}呢[?？]?$/

const chooseFollowUp = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Take<O, P, K> => {
  const { topic } = dialog
  const text = known.text.trim().toLowerCase()
  if (!topic || text.length > 32 || !BACK.test(text)) return null
  const { intent, confidence } = known.verdict
  // "And can I return it?" looks back, yet asks something of its own.
  if (confidence >= OF_ITS_OWN && !isOrderTopic(intent) && !isProductTopic(intent)) return null
  if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
  if (known.products.length === 0 && best(known).sure >= CERTAIN) return null
  if (!isProductTopic(topic)) return chooseAnyOrder(known, dialog, topic)
  return chooseProduct(known, dialog, topic)
}

const chooseUnsure = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Choice<O, P, K> => {
  if (!/[\p{L}\p{N}?？]/u.test(known.text)) return { do: 'silent', dialog }
  const failures = dialog.failures + 1
  if (failures >= MOST_FAILURES) {
    return { do: 'hand-over', reason: 'bot-unsure', dialog: { ...dialog, pending: null, failures: 0 } }
  }
  const { intent, confidence } = known.verdict
  const ofTopic = confidence >= VERY_SURE ? known.passages.filter((passage) => isOf(passage, intent)) : []
  const near = [...new Set([...known.passages.filter((passage) => passage.score >= NEAR), ...ofTopic])].slice(0, 3)
  return { do: 'unsure', near, dialog: { ...dialog, failures, pending: { ask: 'person' } } }
}
