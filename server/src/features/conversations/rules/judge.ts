// What the customer thought of an answer of the bot: whose answers may be judged, and what is kept of it.
import type { Judgement, Message } from '@ballast/contract/conversation'
import type { Refusal } from './state.ts'

export interface Judging {
  /** Null takes back what was said before. */
  readonly helpful: boolean | null
  readonly reason?: NonNullable<Judgement['reason']>
}

/** Only what the bot said, and what is still there to be read. `null`: it may be judged. */
export const refuseJudging = (
  message: {
    readonly authorKind: Message['author']['kind']
    readonly note: boolean
    readonly recalled: boolean
  } | null,
): Refusal | null =>
  message === null || message.authorKind !== 'bot' || message.note || message.recalled
    ? { refused: 'message.not-found' }
    : null

/** A reason says what was wrong, so it goes with 👎 only. */
export const judgementOf = ({ helpful, reason }: Judging): Judgement | null => {
  if (helpful === null) return null
  return helpful || reason === undefined ? { helpful } : { helpful, reason }
}

export const sameJudgement = (a: Judgement | null, b: Judgement | null): boolean =>
  a?.helpful === b?.helpful && a?.reason === b?.reason
