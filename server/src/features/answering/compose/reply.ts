// A decision in the customer's words: parts, sources and outcome of a turn.
import type { HandoverReason, Part, Source } from '@ballast/contract'
import type { Coupon, Order, Product } from '../../commerce/index.ts'
import type { Illustration, Passage } from '../../knowledge/index.ts'
import type { Goods, Offer, Offers } from '../offers.ts'
import { type Fact, wordsFact } from '../rules/guard/fact.ts'
import type { Heard } from '../rules/hear.ts'
import type { Choice, Question } from '../rules/known.ts'
import type { TurnInput, TurnResult } from '../turn.ts'
import { couponsReply } from './coupons.ts'
import { couponFacts, orderFacts, productFacts, sizeFacts } from './facts.ts'
import { illustratedBy } from './illustrated.ts'
import type { Language } from './language.ts'
import { handOverText, lineText, noSuchOrderText, phoneText, TEXTS } from './lines.ts'
import { offeredCart, offerFacts, plainCart } from './offer.ts'
import { orderLabel, orderReply } from './order.ts'
import { MOST_SHOWN, productReply, sizeReply } from './product.ts'

export type FinalChoice = Exclude<Choice<Order, Product, Passage>, { do: 'fetch' }>
/** A reply as it is composed: what it says, and on what grounds it may say it. Nothing is said before the guard has read it. */
export type Draft = Pick<TurnResult, 'outcome' | 'parts' | 'sources' | 'action'> &
  Pick<Partial<TurnResult>, 'handover' | 'told' | 'wording'> & {
    readonly computed: readonly Fact[]
    /** Titles and answers of the entries it speaks from. */
    readonly cited: readonly string[]
    /** Nothing but a greeting, or the last words. */
    readonly moment?: 'greeting' | 'bye'
  }

interface Setting {
  readonly input: TurnInput
  readonly verdict: Heard
  readonly language: Language
  readonly coupons: readonly Coupon[]
  /** Default: none. */
  readonly offers?: Offers
  /** Of the entry that answers. Default: nothing but its words. */
  readonly shown?: Illustration
}

const text = (words: string): Part => ({ kind: 'text', text: words })
const plain = (outcome: Draft['outcome'], parts: Part[], action: string | null = null): Draft => ({
  outcome,
  parts,
  sources: [],
  action,
  computed: [],
  cited: [],
})
const knowing = (draft: Draft, computed: readonly Fact[]): Draft => ({ ...draft, computed })

const answer = (passage: Passage, shown?: Illustration): Draft => {
  const illustrated = shown === undefined ? { parts: [], cited: [] } : illustratedBy(shown)
  const source: Source = { id: passage.entryId, title: passage.title, version: passage.version }
  return {
    outcome: 'answered',
    parts: [text(passage.answer), ...illustrated.parts, { kind: 'sources', sources: [source] }],
    sources: [source],
    action: null,
    computed: [],
    cited: [passage.title, passage.answer, ...illustrated.cited],
  }
}

const offerPerson = (language: Language, before: readonly string[] = []): Part => ({
  kind: 'quick-replies',
  replies: [...before.map((label) => ({ label: label.slice(0, 80) })), { label: TEXTS.person[language] }],
})

const ask = (question: Question<Order>, language: Language): Part[] => {
  switch (question.ask) {
    case 'which-order':
      return [
        text(
          `${TEXTS.whichOrder[language]}\n${question.orders.map((order) => orderLabel(order, language)).join('\n')}`,
        ),
        {
          kind: 'quick-replies',
          replies: question.orders.map((order) => ({ label: orderLabel(order, language), say: order.orderNo })),
        },
      ]
    case 'order-number':
      return [text(TEXTS.orderNumber[language])]
    case 'phone':
      return [text(phoneText(question.orderNo, question.again, language))]
    case 'no-such-order':
      return [text(noSuchOrderText(question.orderNo, language))]
    case 'measures':
      return [text((question.shoes ? TEXTS.measuresShoes : TEXTS.measuresClothes)[language])]
    case 'which-product':
      return [text(TEXTS.whichProduct[language])]
  }
}

/** What a question repeats: numbers of orders, names of goods. */
const askedFacts = (question: Question<Order>, language: Language): Fact[] => {
  if (question.ask === 'which-order') return question.orders.flatMap((order) => orderFacts(order, language))
  return 'orderNo' in question ? [wordsFact(question.orderNo)] : []
}

const telling = (offers: readonly Offer[]): Pick<Draft, 'told'> =>
  offers.length === 0 ? {} : { told: offers.map(({ told }) => told) }

/** What the rules make of one piece of a product; none while something else than its price was asked. */
const priced = ({ about }: Extract<FinalChoice, { do: 'show-product' }>, { offers }: Setting) => {
  const known = new Map<string, Offer | null>()
  return (product: Product): Offer | null => {
    if (about !== 'price' || offers === undefined) return null
    if (!known.has(product.id)) known.set(product.id, offers([{ product, quantity: 1 }]))
    return known.get(product.id) ?? null
  }
}

const goodsReply = (choice: Extract<FinalChoice, { do: 'show-product' }>, setting: Setting): Draft => {
  const { verdict, language } = setting
  const offerOf = priced(choice, setting)
  const more = { wanted: verdict.entities, language, offerOf }
  const parts = productReply(choice.products, choice.about, more)
  const offers = choice.products.slice(0, MOST_SHOWN).flatMap((product) => offerOf(product) ?? [])
  const facts = [...productFacts(choice.products, more), ...offers.flatMap((offer) => offerFacts(offer, language))]
  return { ...knowing(plain('answered', parts, 'product.read'), facts), ...telling(offers) }
}

const cartReply = (cart: readonly Goods[], { offers, language }: Setting): Draft => {
  const offer = offers?.(cart) ?? null
  if (offer === null) {
    const { text: words, facts } = plainCart(cart, language)
    return knowing(plain('answered', [text(words)], 'product.read'), facts)
  }
  const draft = plain('answered', [text(offeredCart(cart, offer, language))], 'product.read')
  return { ...knowing(draft, offerFacts(offer, language)), ...telling([offer]) }
}

/** The reply to a final choice. */
export const compose = (choice: FinalChoice, setting: Setting): Draft => {
  const { input, language, coupons } = setting
  switch (choice.do) {
    case 'say': {
      const { botName } = input.inbox
      const draft = knowing(plain('answered', [text(lineText(choice.line, language, botName))]), [wordsFact(botName)])
      return choice.line === 'greeting' || choice.line === 'bye' ? { ...draft, moment: choice.line } : draft
    }
    case 'answer':
      return answer(choice.passage, setting.shown)
    case 'show-order': {
      const parts = orderReply(choice.order, choice.about, language)
      return knowing(plain('acted', parts, 'order.read'), orderFacts(choice.order, language))
    }
    case 'show-product':
      return goodsReply(choice, setting)
    case 'price-cart':
      return cartReply(choice.cart, setting)
    case 'show-coupons':
      return knowing(plain('acted', couponsReply(coupons, language), 'coupons.read'), couponFacts(coupons))
    case 'advise-size': {
      const { product, measures } = choice
      const draft = plain('answered', sizeReply(product, measures, language), 'size.advise')
      return knowing(draft, sizeFacts(product, measures, language))
    }
    case 'ask':
      return knowing(plain('asked', ask(choice.question, language)), askedFacts(choice.question, language))
    case 'hand-over':
      return composeHandOver(choice.reason, language)
    case 'unsure': {
      const near = choice.near.map((passage) => passage.title)
      const words = near.length > 0 ? TEXTS.near[language] : TEXTS.unsure[language]
      return { ...plain('unsure', [text(words), offerPerson(language, near)]), cited: near }
    }
    case 'silent':
      return composeSilence()
  }
}

export const composeSilence = (): Draft => plain('silent', [])

/** A person takes over. */
export const composeHandOver = (reason: HandoverReason, language: Language): Draft => ({
  ...plain('handed-over', [text(handOverText(reason, language))]),
  handover: reason,
})

/** The shop's systems do not answer: say so, offer a person, promise nothing. */
export const composeUnavailable = (language: Language): Draft =>
  plain('unsure', [text(TEXTS.unavailable[language]), offerPerson(language)])

/** Pictures and files without words. */
export const composeUnreadable = (language: Language): Draft =>
  plain('asked', [text(TEXTS.picture[language]), offerPerson(language)])
