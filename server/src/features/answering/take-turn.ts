// The bot's turn: understand, look up what the decision needs, decide, write the reply. Writes nothing to the database.
import { Problem } from '@ballast/contract/problems'
import { PLAIN_VOICE } from '@ballast/contract/routes/voice'
import type { Coupon, OnBehalf, Order, Product } from '../commerce/index.ts'
import type { Passage } from '../knowledge/index.ts'
import { type Language, languageFor } from './compose/language.ts'
import { lookingUpText } from './compose/lines.ts'
import {
  compose,
  composeSilence,
  composeUnavailable,
  composeUnreadable,
  type Draft,
  type FinalChoice,
} from './compose/reply.ts'
import { type Goods, offersFor } from './offers.ts'
import { chooseTurn } from './rules/choose-turn.ts'
import { type Dialog, EMPTY_DIALOG } from './rules/dialog.ts'
import { withoutOtherCodes } from './rules/error-codes.ts'
import { type Heard, heardOf } from './rules/hear.ts'
import type { Fetch, Known } from './rules/known.ts'
import { topicsOf } from './rules/topics.ts'
import { guardedText, isSayable, say } from './say.ts'
import type { AnsweringParts, TurnInput, TurnResult } from './turn.ts'
import { word } from './word.ts'

/** Enough to hold the entries of a clear topic even when their words do not fit. */
const PASSAGES = 12

interface Drafted {
  readonly draft: Draft
  readonly dialog: Dialog
}
type KnownNow = Known<Order, Product, Passage> & { readonly coupons?: readonly Coupon[] }

/** Each look-up answers a different question, so a turn that asks for more than this is a bug, not a customer. */
const MOST_LOOKUPS = 6
const MOST_CART_LINES = 50

const lookUp = async ({ commerce }: AnsweringParts, input: TurnInput, fetch: Fetch): Promise<Partial<KnownNow>> => {
  const as = input.contact.externalId ?? ''
  switch (fetch.kind) {
    case 'orders':
      return { orders: await commerce.findOrders({ as }) }
    case 'order': {
      const who: OnBehalf = fetch.grant ? { grant: fetch.grant } : { as }
      return { order: { orderNo: fetch.orderNo, found: await commerce.getOrder(who, fetch.orderNo) } }
    }
    case 'proof':
      return { proof: { orderNo: fetch.orderNo, result: await commerce.proveOrder(fetch) } }
    case 'products': {
      const onView = input.context?.productId
      const named = await commerce.searchProducts({ text: input.text, ...(onView ? { onView } : {}) })
      if (named.length > 0 || !fetch.productId) return { products: named }
      const product = await commerce.getProduct(fetch.productId)
      return { products: product ? [product] : [] }
    }
    case 'coupons':
      return { coupons: await commerce.listCoupons({ as }) }
    case 'cart':
      return { cart: await cartOf(commerce, input) }
  }
}

const cartOf = async (commerce: AnsweringParts['commerce'], { context }: TurnInput): Promise<Goods[]> => {
  const lines = (context?.cart ?? []).slice(0, MOST_CART_LINES)
  const products = await Promise.all(lines.map(({ productId }) => commerce.getProduct(productId)))
  const goods = products.flatMap((product, at) => (product ? [{ product, quantity: lines[at]!.quantity }] : []))
  // Of several currencies there is no sum.
  return new Set(goods.map(({ product }) => product.price.currency)).size > 1 ? [] : goods
}

const decide = async (
  parts: AnsweringParts,
  input: TurnInput,
  { first, language }: { readonly first: KnownNow; readonly language: Language },
): Promise<{ choice: FinalChoice; dialog: Dialog; coupons: readonly Coupon[] }> => {
  let known = first
  let dialog = input.dialog ?? EMPTY_DIALOG
  for (let lookups = 0; lookups <= MOST_LOOKUPS; lookups++) {
    const choice = chooseTurn(known, dialog)
    dialog = choice.dialog
    if (choice.do !== 'fetch') return { choice, dialog, coupons: known.coupons ?? [] }
    // The first look-up is what was asked about; the others only help to read it.
    if (lookups === 0) input.onText?.(lookingUpText(choice.fetch.kind, language))
    known = { ...known, ...(await lookUp(parts, input, choice.fetch)) }
  }
  throw new Error(`a turn asked for more than ${MOST_LOOKUPS} look-ups`)
}

const gather = async (parts: AnsweringParts, input: TurnInput, verdict: Heard): Promise<KnownNow> => {
  const { tenant, text, context, channel } = input
  const locale = languageFor(verdict.language, input.inbox.locale)
  const onView = context?.productId
  // What is not valid at this moment is not found, hence never cited.
  const asker = { now: input.now, ...(channel === undefined ? {} : { channel }) }
  const solution = onView ? await parts.showing?.solve(tenant, { ...asker, productId: onView, locale, text }) : null
  const found = await parts.knowledge.search({
    tenant,
    text,
    locale,
    topics: topicsOf(verdict.intent),
    limit: PASSAGES,
    for: { ...asker, ...(onView ? { productIds: [onView] } : {}) },
  })
  return {
    ...knownOf(input, verdict),
    passages: withoutOtherCodes(text, found),
    ...(solution ? { solution } : {}),
  }
}

const knownOf = (input: TurnInput, verdict: Heard): Omit<KnownNow, 'passages'> => ({
  text: input.text,
  verdict,
  signedIn: input.contact.verified && input.contact.externalId !== null,
  ...(input.context?.productId ? { pageProductId: input.context.productId } : {}),
  ...(input.context?.orderNo ? { pageOrderNo: input.context.orderNo } : {}),
  hasCart: (input.context?.cart ?? []).length > 0,
})

/** What is shown with an answer. An inbox that never shows any pays one look-up an entry version. */
const shownWith = async ({ showing }: AnsweringParts, { tenant }: TurnInput, choice: FinalChoice) => {
  if (choice.do !== 'answer' || !showing) return {}
  return { shown: await showing.illustrate(tenant, choice.passage.entryId, choice.passage.version) }
}

/** Only these are what the rules have a say in. */
const tellsPrice = (choice: FinalChoice): boolean =>
  choice.do === 'price-cart' || (choice.do === 'show-product' && choice.about === 'price')

const isUnavailable = (error: unknown): boolean => error instanceof Problem && error.code === 'commerce.unavailable'

/** What the turn would say, not yet read by the guard. */
const draftTurn = async (
  parts: AnsweringParts,
  input: TurnInput,
  { verdict, language }: { readonly verdict: Heard; readonly language: Language },
): Promise<Drafted> => {
  const before = input.dialog ?? EMPTY_DIALOG
  const offered: Dialog = { ...before, pending: { ask: 'person' } }
  if (input.text.trim() === '') {
    const readable = input.parts.some((part) => part.kind !== 'text')
    return readable
      ? { draft: composeUnreadable(language), dialog: offered }
      : { draft: composeSilence(), dialog: before }
  }
  try {
    const first = await gather(parts, input, verdict)
    const { choice, dialog, coupons } = await decide(parts, input, { first, language })
    const offers = tellsPrice(choice) ? { offers: await offersFor(parts.rulesOf, input) } : {}
    const shown = await shownWith(parts, input, choice)
    return { draft: compose(choice, { input, verdict, language, coupons, ...offers, ...shown }), dialog }
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return { draft: composeUnavailable(language), dialog: offered }
  }
}

/**
 * Answers one customer message. `input.dialog` is what the previous turn returned; keep what this one returns.
 * A shop system that does not answer becomes an honest line, not an error; a knowledge base that cannot be read throws.
 * Everything it says, finished or under way, has been read by the guard.
 */
export const takeTurn = async (parts: AnsweringParts, asked: TurnInput): Promise<TurnResult> => {
  const { tenant, inbox, channel, locale } = asked
  const place = { tenant, inboxId: inbox.id, ...(channel === undefined ? {} : { channel }) }
  const voice = (await parts.voices?.of(place)) ?? PLAIN_VOICE
  const verdict = heardOf(asked.text, asked.verdict, (locale ?? inbox.locale).split('-')[0]!.toLowerCase())
  const language = languageFor(verdict.language, inbox.locale)
  const show = asked.onText === undefined ? undefined : guardedText(asked, voice, language)
  const input: TurnInput = {
    ...asked,
    inbox: { ...inbox, botName: voice.nickname ?? inbox.botName },
    ...(show === undefined ? {} : { onText: show }),
  }
  const saying = { input, language, voice, ...(await draftTurn(parts, input, { verdict, language })) }
  const sayable = (draft: Draft) => isSayable({ ...saying, draft })
  const draft = await word(parts, { ...saying, verdict, sayable, ...(show === undefined ? {} : { show }) })
  return say(parts, { ...saying, draft })
}
