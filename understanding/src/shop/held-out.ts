// Five more utterances for each intent and language, written after the set and in other words: for measuring only.
import { heldOutDelivery } from './held-out-delivery.ts'
import { heldOutGoods } from './held-out-goods.ts'
import { heldOutReturns } from './held-out-returns.ts'
import { heldOutShop } from './held-out-shop.ts'
import type { Sayings } from './sayings.ts'

export const HELD_OUT: Sayings = { ...heldOutDelivery, ...heldOutReturns, ...heldOutGoods, ...heldOutShop }
