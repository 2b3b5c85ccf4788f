// What the verbs over files stand on.
import type { Principal, Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { Disk } from './disk.ts'

export interface FileParts {
  readonly database: Pick<Database, 'as' | 'worker' | 'statement'>
  readonly secrets: Pick<Secrets, 'newPersonKey' | 'openPersonKey'>
  readonly ids: Ids
  readonly clock: Clock
  readonly disk: Disk
}

export type Visitor = Extract<Principal, { kind: 'visitor' }>
export type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>

/** Whose a new file is. `staffId` null: the customer brings it. */
export interface Owner {
  readonly tenant: Uuid
  readonly contactId: Uuid
  readonly staffId: Uuid | null
  readonly channel: string
}
