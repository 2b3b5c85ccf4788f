// What transcripts stand on.
import type { Principal, Uuid } from '@ballast/contract'
import { Uuid as UuidSchema } from '@ballast/contract'
import { type Static, Type } from 'typebox'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Reader } from '../../platform/database/reader.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { Limiter } from '../../platform/token-bucket.ts'
import type { Conversations } from '../conversations/index.ts'

export type Visitor = Extract<Principal, { kind: 'visitor' }>

export interface TranscriptInbox {
  readonly name: string
  /** IANA name of the shop's clock; null: unknown. */
  readonly timeZone: string | null
}
export interface TranscriptParts {
  readonly mail: Mail
  readonly conversations: Pick<Conversations, 'listMessages' | 'mustSee'>
  readonly reader: Pick<Reader, 'conversation'>
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'openPersonKey'>
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly schedule: (name: string, data: object, at: number) => Promise<void>
  readonly inboxOf: (tenant: Uuid, inboxId: Uuid) => Promise<TranscriptInbox | null>
}

export interface Limits {
  readonly addresses: Limiter
  readonly recipients: Limiter
}

export const TRANSCRIPT_JOB = 'transcripts.send'
/** The address is sealed with the person's key: erasing them erases it, here and in backups. */
export const TranscriptJob = Type.Object(
  {
    id: UuidSchema,
    tenant: UuidSchema,
    inboxId: UuidSchema,
    contactId: UuidSchema,
    conversationId: UuidSchema,
    sealed: Type.String({ maxLength: 1_000 }),
  },
  { additionalProperties: false },
)
export type TranscriptJob = Static<typeof TranscriptJob>

/** What the sealed address is bound to. */
export const placeOf = ({ tenant, conversationId, id }: Pick<TranscriptJob, 'tenant' | 'conversationId' | 'id'>) =>
  `${tenant}:${conversationId}:transcript:${id}`
