// When the visitor is asked how it was, and how far the answer has come. Pure.
import type { Message } from '@ballast/contract/conversation'
import type { RATING_REASONS } from '@ballast/contract/parts'

export type RatingReason = (typeof RATING_REASONS)[number]
export interface Rating {
  /** `asked`: from the menu. `more`: the score is on its way, the reasons may follow. */
  readonly step: 'none' | 'asked' | 'more' | 'done'
  /** Of the rate frame: the same for the score and for its reasons. */
  readonly id: string | null
  readonly score: number | null
  /** The closing line whose question was waved away. */
  readonly closedFor: string | null
}
export const NO_RATING: Rating = { step: 'none', id: null, score: null, closedFor: null }

const GOOD: readonly RatingReason[] = ['solved', 'quick', 'friendly']
const BAD: readonly RatingReason[] = ['unsolved', 'slow', 'unfriendly', 'not-understood']
export const reasonsFor = (score: number): readonly RatingReason[] => (score >= 4 ? GOOD : BAD)

const isLine = ({ parts }: Message, code: string) => parts.some((part) => part.kind === 'system' && part.code === code)

interface Asked {
  readonly messages: readonly Message[]
  readonly outgoing: readonly unknown[]
  readonly rating: Rating
}

/** Where the last of each stands; -1: nowhere. */
const lastOf = (messages: readonly Message[]) => ({
  rated: messages.findLastIndex((message) => isLine(message, 'rated')),
  resolved: messages.findLastIndex((message) => isLine(message, 'resolved')),
  reopened: messages.findLastIndex((message) => isLine(message, 'reopened')),
  customer: messages.findLastIndex(({ author }) => author.kind === 'customer'),
  answered: messages.findLastIndex(({ author }) => author.kind === 'bot' || author.kind === 'agent'),
})

/** The closing line that is the last word, but for those of the house. */
const closedBy = (messages: readonly Message[]): string | null => {
  const { rated, resolved, reopened, customer } = lastOf(messages)
  return resolved > Math.max(rated, reopened, customer) ? messages[resolved]!.id : null
}

/** The server takes one rating until the customer writes again or the conversation is closed again. */
const isRated = (messages: readonly Message[]): boolean => {
  const { rated, resolved, customer } = lastOf(messages)
  return rated > Math.max(resolved, customer)
}

/** What the card at the end of the thread shows. */
export const ratingCard = ({ messages, outgoing, rating }: Asked): 'hidden' | 'ask' | 'more' | 'done' => {
  if (rating.step === 'more' || rating.step === 'done') return rating.step
  if (isRated(messages)) return 'hidden'
  if (rating.step === 'asked') return 'ask'
  const closed = closedBy(messages)
  return closed !== null && closed !== rating.closedFor && outgoing.length === 0 ? 'ask' : 'hidden'
}

/** Something happened that has not been rated. */
export const canRate = (state: Asked): boolean => {
  const { rated, resolved, answered } = lastOf(state.messages)
  return ratingCard(state) === 'hidden' && !isRated(state.messages) && Math.max(resolved, answered) > rated
}

/** The card is out of the way, and stays so for this closing. */
export const closedCard = ({ messages, rating }: Asked): Rating => ({
  ...NO_RATING,
  closedFor: closedBy(messages) ?? rating.closedFor,
})
