// What the verbs over canned replies stand on.
import type { Principal, Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Ids } from '../../platform/ids.ts'

export interface CannedParts {
  readonly database: Pick<Database, 'as'>
  readonly clock: Clock
  readonly ids: Ids
}
/** A colleague, or an API key, which sees and writes shared ones only. */
export type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>

export const selfOf = (by: StaffSide): Uuid | null => (by.kind === 'staff' ? by.staffId : null)
export const byWhom = (by: StaffSide): { byStaffId?: Uuid } => (by.kind === 'staff' ? { byStaffId: by.staffId } : {})
