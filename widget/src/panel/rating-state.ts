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

/** The conversation since it was last opened again: what one rating is about. */
const episodeOf = (messages: readonly Message[]): readonly Message[] =>
  messages.slice(messages.findLastIndex((message) => isLine(message, 'reopened')) + 1)

interface Asked {
  readonly messages: readonly Message[]
  readonly outgoing: readonly unknown[]
  readonly rating: Rating
}

/** The closing line nobody has rated or answered yet. */
const closedBy = (episode: readonly Message[]): string | null => {
  const at = episode.findLastIndex((message) => isLine(message, 'resolved'))
  return at < 0 || episode.slice(at).some(({ author }) => author.kind === 'customer') ? null : episode[at]!.id
}

/** What the card at the end of the thread shows. */
export const ratingCard = ({ messages, outgoing, rating }: Asked): 'hidden' | 'ask' | 'more' | 'done' => {
  if (rating.step === 'more' || rating.step === 'done') return rating.step
  const episode = episodeOf(messages)
  if (episode.some((message) => isLine(message, 'rated'))) return 'hidden'
  if (rating.step === 'asked') return 'ask'
  const closed = closedBy(episode)
  return closed !== null && closed !== rating.closedFor && outgoing.length === 0 ? 'ask' : 'hidden'
}

/** Somebody has answered and the visitor has not said how it was. */
export const canRate = (state: Asked): boolean => {
  const episode = episodeOf(state.messages)
  return (
    ratingCard(state) === 'hidden' &&
    episode.some(({ author }) => author.kind === 'bot' || author.kind === 'agent') &&
    !episode.some((message) => isLine(message, 'rated'))
  )
}

/** The card is out of the way, and stays so for this closing. */
export const closedCard = ({ messages, rating }: Asked): Rating => ({
  ...NO_RATING,
  closedFor: closedBy(episodeOf(messages)) ?? rating.closedFor,
})
