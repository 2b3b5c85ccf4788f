// Messages of one conversation as this device holds them: merged by id and sequence, gaps found.
import type { Message } from '@ballast/contract/conversation'

export interface Thread {
  /** By `seq`, one each. */
  readonly messages: readonly Message[]
  /** True when the first message held is the conversation's first. */
  readonly fromStart: boolean
}

/** Later copies win: an edit or a receipt has the same id and seq as before. */
export const merge = (held: readonly Message[], incoming: readonly Message[]): Message[] => {
  const bySeq = new Map(held.map((message) => [message.seq, message]))
  for (const message of incoming) bySeq.set(message.seq, message)
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** The last sequence number before the first gap; what to resume after. 0 when nothing is held. */
export const heldUpTo = (messages: readonly Message[]): number => {
  let upTo = messages[0]?.seq ?? 0
  for (const message of messages) if (message.seq === upTo + 1) upTo = message.seq
  return upTo
}
export const hasGap = (messages: readonly Message[]): boolean =>
  messages.length > 0 && heldUpTo(messages) !== messages.at(-1)?.seq
