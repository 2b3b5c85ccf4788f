// What the visitor changed and the server has not confirmed: shown as done, sent again on a new line, undone when refused.
// Pure; keyed by message, because only the last wish about a message counts.
import type { Judgement, Message } from '@ballast/contract/conversation'
import type { VisitorFrame } from '@ballast/contract/live'

export type Change = Extract<VisitorFrame, { t: 'edit' | 'recall' | 'judge' }>
export type Pending = Readonly<Record<string, Change>>

/** How long an own message may be changed; the server has the last word. */
export const CHANGEABLE_MS = 15 * 60_000

export const isChangeable = (message: Message, now: number): boolean =>
  message.author.kind === 'customer' && !message.recalled && now - Date.parse(message.sentAt) < CHANGEABLE_MS

/** A message that is text and nothing else can be written anew. */
export const editableText = ({ parts }: Message): string | null =>
  parts.length === 1 && parts[0]?.kind === 'text' ? parts[0].text : null

const judgementOf = ({ helpful, reason }: Extract<Change, { t: 'judge' }>): Judgement | undefined =>
  helpful === null ? undefined : { helpful, ...(reason === undefined ? {} : { reason }) }

/** The message as it will be once the server has taken the change. */
export const changedBy = (message: Message, change: Change | undefined): Message => {
  if (change === undefined) return message
  if (change.t === 'recall') return { ...message, recalled: true }
  if (change.t === 'edit') return { ...message, parts: change.parts, editedAt: message.editedAt ?? message.sentAt }
  const { judgement: _, ...rest } = message
  const judgement = judgementOf(change)
  return judgement === undefined ? rest : { ...rest, judgement }
}

/** The stored message says what was wished: nothing is left to confirm. */
const isDone = (change: Change, message: Message): boolean => {
  if (message.recalled || change.t === 'recall') return message.recalled
  if (change.t === 'edit') return JSON.stringify(change.parts) === JSON.stringify(message.parts)
  const judgement = judgementOf(change)
  return judgement?.helpful === message.judgement?.helpful && judgement?.reason === message.judgement?.reason
}

export const without = (pending: Pending, id: string): Pending => {
  const { [id]: dropped, ...rest } = pending
  return dropped === undefined ? pending : rest
}

export const confirmedBy = (pending: Pending, message: Message): Pending => {
  const change = pending[message.id]
  return change !== undefined && isDone(change, message) ? without(pending, message.id) : pending
}
