// A decision in the customer's words: parts, sources and outcome of a turn.
import type { Part, Source } from '@ballast/contract'
import type { Coupon, Order, Product } from '../../commerce/index.ts'
import type { Passage } from '../../knowledge/index.ts'
import type { Heard } from '../rules/hear.ts'
import type { Choice, Question } from '../rules/known.ts'
import type { TurnInput, TurnResult } from '../turn.ts'
import { couponsReply } from './coupons.ts'
import type { Language } from './language.ts'
import { handOverText, lineText, noSuchOrderText, phoneText, TEXTS } from './lines.ts'
import { orderLabel, orderReply } from './order.ts'
import { productReply, sizeReply } from './product.ts'

export type FinalChoice = Exclude<Choice<Order, Product, Passage>, { do: 'fetch' }>
type Reply = Pick<TurnResult, 'outcome' | 'parts' | 'sources' | 'action'> & Pick<Partial<TurnResult>, 'handover'>

interface Setting {
  readonly input: TurnInput
  readonly verdict: Heard
  readonly language: Language
  readonly coupons: readonly Coupon[]
}

const text = (words: string): Part => ({ kind: 'text', text: words })
const plain = (outcome: Reply['outcome'], parts: Part[], action: string | null = null): Reply => ({
  outcome,
  parts,
  sources: [],
  action,
})

const answer = (passage: Passage): Reply => {
  const source: Source = { id: passage.entryId, title: passage.title, version: passage.version }
  return {
    outcome: 'answered',
    parts: [text(passage.answer), { kind: 'sources', sources: [source] }],
    sources: [source],
    action: null,
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

/** The reply to a final choice. */
export const compose = (choice: FinalChoice, { input, verdict, language, coupons }: Setting): Reply => {
  switch (choice.do) {
    case 'say':
      return plain('answered', [text(lineText(choice.line, language, input.inbox.botName))])
    case 'answer':
      return answer(choice.passage)
    case 'show-order':
      return plain('acted', orderReply(choice.order, choice.about, language), 'order.read')
    case 'show-product': {
      const parts = productReply(choice.products, choice.about, { wanted: verdict.entities, language })
      return plain('answered', parts, 'product.read')
    }
    case 'show-coupons':
      return plain('acted', couponsReply(coupons, language), 'coupons.read')
    case 'advise-size':
      return plain('answered', sizeReply(choice.product, choice.measures, language), 'size.advise')
    case 'ask':
      return plain('asked', ask(choice.question, language))
    case 'hand-over':
      return { ...plain('handed-over', [text(handOverText(choice.reason, language))]), handover: choice.reason }
    case 'unsure': {
      const near = choice.near.map((passage) => passage.title)
      const words = near.length > 0 ? TEXTS.near[language] : TEXTS.unsure[language]
      return plain('unsure', [text(words), offerPerson(language, near)])
    }
    case 'silent':
      return plain('silent', [])
  }
}

/** The shop's systems do not answer: say so, offer a person, promise nothing. */
export const composeUnavailable = (language: Language): Reply =>
  plain('unsure', [text(TEXTS.unavailable[language]), offerPerson(language)])

/** Pictures and files without words. */
export const composeUnreadable = (language: Language): Reply =>
  plain('asked', [text(TEXTS.picture[language]), offerPerson(language)])
