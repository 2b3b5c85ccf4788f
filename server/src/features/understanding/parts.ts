// What the verbs of understanding stand on.
import { type Principal, problem, type Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { Conversations } from '../conversations/index.ts'
import type { Models } from './models.ts'
import type { Trainer } from './trainer.ts'

export interface LanguageParts {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'sealForTenant' | 'openForTenant' | 'hmac'>
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly models: Models
  readonly trainer: Trainer
  readonly conversations: Pick<Conversations, 'mustSee' | 'readForDelivery' | 'correctMeaning'>
}

/** A colleague or an API key; the gate has checked the permission. */
export type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>
export const ours = (principal: Principal): StaffSide => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw problem('auth.forbidden')
}
export const staffIdOf = (by: StaffSide): Uuid | null => (by.kind === 'staff' ? by.staffId : null)
export const byWhom = (by: StaffSide): { byStaffId?: Uuid } => (by.kind === 'staff' ? { byStaffId: by.staffId } : {})
