// Of several wishes in one message, the one that is answered first.
import type { ClauseIntent } from './model.ts'

/** Said beside a wish, these are not what is wanted. */
const ASIDES = ['greeting', 'thanks', 'bye', 'small-talk', 'praise', 'complaint', 'wrong-item', 'hurry']
/** Wishes this close are as sure as each other. */
const ABOUT_AS_SURE = 0.05

/** The surest, the later of two about as sure: people say what they want last. Undefined of an empty list only. */
export const mainWish = (wishes: readonly ClauseIntent[]): ClauseIntent | undefined => {
  const wanted = wishes.filter(({ label }) => !ASIDES.includes(label))
  return (wanted.length > 0 ? wanted : wishes).reduce<ClauseIntent | undefined>(
    (best, wish) => (best === undefined || wish.probability >= best.probability - ABOUT_AS_SURE ? wish : best),
    undefined,
  )
}
