// What intake stands on, and the words it speaks.
import type { Conversation, Instant, Message, Part, Uuid, VisitContext } from '@ballast/contract'
import type { Log } from '../../platform/log.ts'
import type { Identity } from '../contacts/index.ts'
import type { ConversationParts, Conversations } from '../conversations/index.ts'
import type { Quote } from '../promotions/index.ts'
import type { Hear } from '../understanding/index.ts'
import type { TakeTurn } from './turn.ts'

export interface IntakeInbox {
  readonly id: Uuid
  readonly locale: string
  readonly botName: string
  /** Off: people only. */
  readonly botOn: boolean
}
/** What the bot has to say so far, while its answer is still being made. */
export interface PartialText {
  readonly tenant: Uuid
  readonly contactId: Uuid
  readonly conversationId: Uuid
  /** Of the answer that will follow. */
  readonly messageId: Uuid
  readonly text: string
}
export interface IntakeParts extends Pick<ConversationParts, 'clock' | 'schedule'> {
  readonly conversations: Conversations
  readonly takeTurn: TakeTurn
  readonly hear: Hear
  /** Keeps a price that is about to be told. */
  readonly noteQuote?: (tenant: Uuid, quote: Quote) => Promise<void>
  readonly inboxById: (tenant: Uuid, inboxId: Uuid) => Promise<IntakeInbox | null>
  readonly log: Log
  /** Tells the customer's devices; may be lost. */
  readonly tellPartial: (partial: PartialText) => void
  /** How long a message waits for the bot's answer before it is stored alone, ms. Default 300. */
  readonly quickMs?: number
  /** How long an answer may take at all, ms. Default 20,000; a job looks after it then. */
  readonly patienceMs?: number
}

export interface Inbound {
  readonly tenant: Uuid
  readonly inbox: IntakeInbox
  readonly contactId: Uuid
  /** From a signature the caller has verified. */
  readonly identity?: Identity
  readonly channel: string
  /** Made by the sender's device (UUIDv7) and the same on every resend. */
  readonly messageId: Uuid
  /** The platform's own id of this event. */
  readonly externalId?: string
  /** The platform's id coming again with another text is refused, as a device's own would be. */
  readonly strict?: boolean
  /** What the platform says of the person; nobody vouches for it. */
  readonly profile?: { readonly name?: string }
  readonly parts: readonly Part[]
  readonly context?: VisitContext
  readonly conversationId?: Uuid
  readonly inReplyTo?: Uuid
  readonly locale?: string
}
export interface Accepted {
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly seq: number
  readonly sentAt: Instant
  /** Stored by an earlier send; nothing was stored twice. */
  readonly duplicate: boolean
  /** What was stored with it: the bot's answer, lines of the house. */
  readonly replies: readonly Message[]
  /** The bot's answer is still being made and will follow. */
  readonly thinking: boolean
  readonly conversation: Conversation
}

/** Job: finish a turn whose process may be gone. Data: `TurnJob`. */
export const TURN_JOB = 'intake.continue-turn'
export interface TurnJob {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly conversationId: Uuid
  readonly messageId: Uuid
}
