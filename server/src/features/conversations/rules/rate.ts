// When a customer may rate a conversation, and the line that says it. A rating changes nothing else: nobody is woken.
import type { Part } from '@ballast/contract/parts'
import type { Uuid } from '@ballast/contract/primitives'
import type { ConversationState, Decision, Refusal } from './state.ts'
import { tidyText } from './tidy.ts'

type SystemLine = Extract<Part, { kind: 'system' }>
export interface Rating {
  /** 1 (very bad) to 5 (very good). */
  readonly score: number
  readonly reasons?: NonNullable<SystemLine['reasons']>
  readonly comment?: string
}

/** Where a conversation stands between two ratings. A sequence of 0: there is none. */
export interface Standing {
  readonly resolved: boolean
  /** Of the last rating. */
  readonly ratedSeq: number
  /** It was resolved after that rating, whatever came then. */
  readonly resolvedSince: boolean
  /** Of the last words of the bot or a colleague to the customer. */
  readonly answeredSeq: number
  readonly customerSeq: number
}

/** One rating an episode: the next one needs a resolve, or words of the customer, in between. `null`: it may be given. */
export const refuseRating = (at: Standing): Refusal | null => {
  if (at.ratedSeq > 0 && at.customerSeq < at.ratedSeq && !at.resolvedSince) return { refused: 'rating.given' }
  return at.resolved || at.answeredSeq > at.ratedSeq ? null : { refused: 'rating.too-early' }
}

export const ratedLine = ({ score, reasons = [], comment = '' }: Rating): SystemLine => {
  const words = tidyText(comment).trim()
  return {
    kind: 'system',
    code: 'rated',
    score,
    ...(reasons.length === 0 ? {} : { reasons: [...reasons] }),
    ...(words === '' ? {} : { comment: words }),
  }
}

export const isRating = (parts: readonly Part[]): boolean => parts.some(isRatedLine)
export const isRatedLine = (part: Part): part is SystemLine => part.kind === 'system' && part.code === 'rated'

/** The fact of a rating; `staffId`: whose work it is about. */
export const ratedData = (line: SystemLine, staffId: Uuid | null) => ({
  score: line.score ?? 0,
  reasons: line.reasons ?? [],
  ...(staffId === null ? {} : { staffId }),
})

/** The line, as an append: status, assignee, unread counts and waiting stay as they are. */
export const decideRating = (
  state: ConversationState | null,
  standing: Standing,
  given: { readonly messageId: Uuid; readonly line: SystemLine; readonly staffId: Uuid | null },
): Decision | Refusal => {
  if (state === null) return { refused: 'conversation.not-found' }
  const refused = refuseRating(standing)
  if (refused !== null) return refused
  const { messageId, line, staffId } = given
  return {
    next: state,
    messages: [{ id: messageId, author: { kind: 'system' }, channel: state.channel, parts: [line], note: false }],
    facts: [{ type: 'conversation.rated', message: 0, data: ratedData(line, staffId) }],
    effects: [],
  }
}
