// The demo shop's knowledge: everything its bot may say about how the shop works.
import { goodsTexts } from './knowledge/goods.ts'
import { orderTexts } from './knowledge/orders.ts'
import { parseEntries } from './knowledge/parse-entries.ts'
import { shopTexts } from './knowledge/shop.ts'
import { knowledgeOfDelivery } from './knowledge-delivery.ts'
import type { DemoKnowledge } from './knowledge-entry.ts'
import { knowledgeOfPaying } from './knowledge-paying.ts'
import { knowledgeOfReturns } from './knowledge-returns.ts'
import { knowledgeOfTheShop } from './knowledge-shop.ts'

export type { DemoKnowledge, DemoText } from './knowledge-entry.ts'
export const knowledge: readonly DemoKnowledge[] = [
  ...knowledgeOfDelivery,
  ...knowledgeOfReturns,
  ...knowledgeOfPaying,
  ...knowledgeOfTheShop,
  ...[orderTexts, goodsTexts, shopTexts].flatMap(parseEntries),
]
