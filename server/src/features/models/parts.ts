// What the verbs over language models stand on.
import type { Principal, Uuid } from '@ballast/contract'
import type { ModelOutcome, ModelSettings, ModelUse } from '@ballast/contract/routes/models'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/open.ts'
import type { appendFacts } from '../../platform/facts/append.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { Resolve } from '../../platform/safe-fetch.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'

export interface ModelParts {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'sealForTenant' | 'openForTenant'>
  readonly bus: Pick<Bus, 'publish'>
  readonly clock: { now(): number }
  readonly ids: { uuid(): Uuid }
  readonly appendFacts: typeof appendFacts
  readonly metrics: Metrics
  readonly log: Log
  /** Plain http, private and loopback addresses: the operator's word. */
  readonly allowPrivate: boolean
  readonly resolve?: Resolve
  /** How long the first words may take, and all of them, ms. */
  readonly firstMs: number
  readonly totalMs: number
}
export type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>

/** Settings as they are kept: the key sealed. */
export interface KeptUse extends Omit<ModelSettings, 'hasKey'> {
  readonly sealedKey: Buffer | null
}
export interface Kept {
  readonly stopped: boolean
  readonly uses: readonly KeptUse[]
}

export interface Asked {
  readonly tenant: Uuid
  readonly use: ModelUse
  readonly conversationId?: Uuid
  /** What is to be done: ours. */
  readonly system: string
  /** With what: data. */
  readonly user: string
  /** Ends the call: nobody waits for it any more. */
  readonly signal?: AbortSignal
  readonly onPiece: (piece: string) => void
  /** What became of a text that came whole. */
  readonly judge: () => { readonly outcome: ModelOutcome; readonly cut: number }
}
export interface Models {
  /** Whether a call would be tried at all: it is set up and switched on. */
  isOn(tenant: Uuid, use: ModelUse): Promise<boolean>
  /** Never rejects, never inside a transaction. Null: not set up, or off. */
  ask(asked: Asked): Promise<ModelOutcome | null>
  /** Settings changed somewhere: read again, and end calls that may not go on. */
  refresh(tenant: Uuid): Promise<void>
}
