// What of a commit is news for whom: pure, from facts and messages to frames.
import type { Fact } from '@ballast/contract/facts'
import type { ServerFrame } from '@ballast/contract/live'

/** What goes over the bus after a commit: ids and numbers; the text stays in PostgreSQL and in the process that wrote it. */
export interface Envelope {
  readonly tenant: string
  readonly conversationId: string
  readonly contactId: string
  readonly inboxId: string
  readonly version: number
  /** New messages; `toSeq` below `fromSeq`: none. */
  readonly fromSeq: number
  readonly toSeq: number
  /** Messages that read differently now. */
  readonly updated: readonly number[]
  readonly facts: readonly Fact[]
}

/** Whether the conversation itself changed, beyond having one more message. */
export const changesConversation = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.type.startsWith('conversation.') && fact.type !== 'conversation.read')

export const readFrames = (envelope: Envelope): ServerFrame[] =>
  envelope.facts.flatMap((fact): ServerFrame[] =>
    fact.type === 'conversation.read'
      ? [{ t: 'read', conversationId: envelope.conversationId, by: fact.data.by, seq: fact.data.seq }]
      : [],
  )

const MOST_REPAIRED = 100
/** From which message on to tell: earlier than the envelope's when this process missed some. */
export const tellFrom = (envelope: Envelope, told: number | undefined): number => {
  if (envelope.toSeq < envelope.fromSeq || told === undefined || told >= envelope.fromSeq) return envelope.fromSeq
  return Math.max(told + 1, envelope.fromSeq - MOST_REPAIRED)
}
