// What the verbs over conversations stand on. Parts of later features arrive as functions, wired in build-server.
import type { Conversation, Fact, Message, Principal, Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Decider } from '../../platform/database/decide-and-commit.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Reader } from '../../platform/database/reader.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { RecentMessages } from './recent-messages.ts'

/** What a commit changed, in plain text: for this process only, never for the bus. */
export interface Committed {
  readonly tenant: Uuid
  readonly conversation: Conversation
  readonly facts: readonly Fact[]
  /** In sequence order, notes included. */
  readonly messages: readonly Message[]
  /** Messages that were there before and read differently now: edits, recalls, receipts. */
  readonly updated?: readonly Message[]
}

export interface ConversationParts {
  readonly database: Pick<Database, 'as'>
  readonly reader: Reader
  readonly decider: Decider
  readonly secrets: Pick<Secrets, 'newPersonKey' | 'openPersonKey' | 'forgetPersonKey' | 'hmac'>
  readonly ids: Ids
  readonly clock: Clock
  readonly recent: RecentMessages
  /** Called after COMMIT, in order per conversation. Must not throw. */
  readonly published: (committed: Committed) => void
  /** A durable timer: `at` in epoch ms. Ids only in `data`. */
  readonly schedule: (name: string, data: object, at: number) => Promise<void>
  readonly visibleInboxes: (principal: Principal) => Promise<readonly Uuid[]>
  readonly staffNames: (tenant: Uuid, staffIds: readonly Uuid[]) => Promise<ReadonlyMap<Uuid, string>>
  /** Null: there is no such team. */
  readonly teamName: (tenant: Uuid, teamId: Uuid) => Promise<string | null>
}

export type Staff = Extract<Principal, { kind: 'staff' }>
export type Visitor = Extract<Principal, { kind: 'visitor' }>
export type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>

/** The timer of a snooze. */
export const WAKE_JOB = 'conversations.wake'
