// What the verbs of growth stand on.
import { type Principal, problem, type Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { appendFacts } from '../../platform/facts/append.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { Conversations } from '../conversations/index.ts'
import type { KnowledgeParts } from '../knowledge/index.ts'
import type { Hear } from '../understanding/index.ts'
import type { HeldClusters } from './held-clusters.ts'

export interface GrowthParts {
  readonly database: Pick<Database, 'as' | 'worker'>
  readonly secrets: Pick<Secrets, 'sealForTenant' | 'openForTenant'>
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly appendFacts: typeof appendFacts
  readonly conversations: Pick<Conversations, 'readFrame'>
  readonly knowledge: KnowledgeParts
  readonly hear: Hear
  readonly held: HeldClusters
  /** Has a job read an import of old chats. */
  readonly later: (job: { readonly tenant: Uuid; readonly importId: Uuid }) => Promise<void>
}

/** Who acts: a colleague, or an API key that holds the right. */
export interface Actor {
  readonly tenant: Uuid
  readonly staffId?: Uuid
}
export const actorOf = (principal: Principal): Actor => {
  if (principal.kind === 'staff') return { tenant: principal.tenant, staffId: principal.staffId }
  if (principal.kind === 'key') return { tenant: principal.tenant }
  throw problem('auth.forbidden')
}
export const byWhom = ({ staffId }: Actor): { byStaffId?: Uuid } =>
  staffId === undefined ? {} : { byStaffId: staffId }
