// What the verbs over voices stand on.
import type { Principal, Uuid } from '@ballast/contract'
import type { Voice } from '@ballast/contract/routes/voice'
import type { Database } from '../../platform/database/open.ts'
import type { appendFacts } from '../../platform/facts/append.ts'

export interface VoiceParts {
  readonly database: Pick<Database, 'as'>
  readonly clock: { now(): number }
  readonly ids: { uuid(): Uuid }
  readonly appendFacts: typeof appendFacts
  readonly hasInbox: (tenant: Uuid, inboxId: Uuid) => Promise<boolean>
}
export type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>
/** Whose message is spoken where. */
export interface Place {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly channel?: string
}
export interface Voices {
  /** The voice in force there. A process that missed a poke finds out within seconds. */
  of(place: Place): Promise<Voice>
  forget(tenant: Uuid): void
}
