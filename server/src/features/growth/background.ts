// Everyday questions as sentences: what tells a rare word from a common one while a workspace has asked little. Made once.
import { SHOP_SAYINGS } from '@ballast/understanding/shop'
import { type Sentence, sentenceOf } from '@ballast/understanding/similar'
import { writing } from '../knowledge/index.ts'
import { coreOf } from './rules/core-of.ts'

/** A question as clusters read it. */
export const readQuestion = (text: string): Sentence => sentenceOf(coreOf(text), writing.shippedMeaning())

/** Of each intent and language. */
const SAYINGS = 4
let made: readonly Sentence[] | undefined

/** About 400 sentences; the first call takes 50 ms. */
export const background = (): readonly Sentence[] => {
  made ??= Object.values(SHOP_SAYINGS)
    .flatMap(({ zh, en }) => [...zh.slice(0, SAYINGS), ...en.slice(0, SAYINGS)])
    .map(readQuestion)
  return made
}
