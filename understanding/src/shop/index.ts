// The built-in intents of a shop: what customers say, in Chinese and English, and what each intent means.
import { aboutOrders } from './about-orders.ts'
import { aboutShop } from './about-shop.ts'
import { account } from './account.ts'
import { business } from './business.ts'
import { changes } from './changes.ts'
import { choosing } from './choosing.ts'
import { contact } from './contact.ts'
import { delivery } from './delivery.ts'
import { feedback } from './feedback.ts'
import { goods } from './goods.ts'
import { invoices } from './invoices.ts'
import { orders } from './orders.ts'
import { parcelTrouble } from './parcel-trouble.ts'
import { payment } from './payment.ts'
import { paymentTrouble } from './payment-trouble.ts'
import { presale } from './presale.ts'
import { prices } from './prices.ts'
import { refunds } from './refunds.ts'
import { repair } from './repair.ts'
import { returns } from './returns.ts'
import { safety } from './safety.ts'
import { savings } from './savings.ts'
import type { About, Sayings } from './sayings.ts'
import { sendingBack } from './sending-back.ts'
import { shipping } from './shipping.ts'
import { shop } from './shop.ts'
import { smallTalk } from './small-talk.ts'
import { stock } from './stock.ts'
import { talk } from './talk.ts'
import { waiting } from './waiting.ts'
import { wrongGoods } from './wrong-goods.ts'

export { HELD_OUT } from './held-out.ts'
export { NEAR_MISSES_KEPT, OUTSIDERS, STRANGERS } from './near-misses.ts'
export { patternExamples } from './patterns.ts'
export type { About, Sayings }

/** Title and meaning of every built-in intent, those about an order first. */
export const SHOP_INTENTS: About = { ...aboutOrders, ...aboutShop }

/** At least 25 utterances for every intent and language; sentences to measure with are in `held-out.ts` and `near-misses.ts`. */
export const SHOP_SAYINGS: Sayings = {
  ...orders,
  ...waiting,
  ...changes,
  ...delivery,
  ...shipping,
  ...parcelTrouble,
  ...wrongGoods,
  ...returns,
  ...sendingBack,
  ...refunds,
  ...repair,
  ...prices,
  ...savings,
  ...presale,
  ...choosing,
  ...stock,
  ...goods,
  ...safety,
  ...payment,
  ...paymentTrouble,
  ...invoices,
  ...business,
  ...shop,
  ...account,
  ...feedback,
  ...contact,
  ...talk,
  ...smallTalk,
}
