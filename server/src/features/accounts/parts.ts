// What the verbs of this feature are given, and the few lines all of them need.
import type { FactData, FactType, Principal, Role, Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { AppendedFact } from '../../platform/facts/append.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import type { Person } from './rules/identity.ts'

/** A shop has vouched for a visitor. Contacts join the former, anonymous contact to the person's own. */
export interface Identified {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly contactId: Uuid
  readonly externalId: string
  readonly person: Person
  readonly formerContactId?: Uuid
}

/** The conversations of one inbox that want a person. */
export interface Queue {
  readonly waiting: number
  /** Median wait of those taken lately, in ms; null: too few to say. */
  readonly waitMs: number | null
}
/** A colleague with the desk open, as far as their rights go. */
export interface AtDesk {
  readonly role: Role
  readonly teamIds: readonly Uuid[]
}

export interface AccountsParts {
  readonly database: Database
  readonly secrets: Secrets
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly config: { readonly publicUrl: string; readonly sessionIdleMinutes: number }
  /** Names of the channels an inbox may be on. */
  readonly channels: readonly string[]
  /** Asked at most every few seconds for an inbox, whatever the number of visitors. */
  readonly queueOf: (tenant: Uuid, inboxId: Uuid) => Promise<Queue>
  /** Colleagues who may reply and have the desk open, on any node: one for each kind of rights. No I/O. */
  readonly atDesk: (tenant: Uuid) => readonly AtDesk[]
  /** Whether a transcript can be sent by mail. */
  readonly mailAvailable?: () => boolean
  readonly onIdentified?: (event: Identified) => Promise<void>
}

/** A caller inside a tenant. Public and visitor routes never reach the verbs that ask for one. */
export type Member = Extract<Principal, { kind: 'staff' | 'key' }>

export const asMember = (principal: Principal): Member => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw new Error('a route for members was reached by another caller')
}

/** `{byStaffId}` for a fact; an API key acts for nobody. */
export const byWhom = (by: Member): { byStaffId?: Uuid } => (by.kind === 'staff' ? { byStaffId: by.staffId } : {})

export const newFact = <T extends FactType>(
  parts: Pick<AccountsParts, 'clock' | 'ids'>,
  fact: { tenant: Uuid; type: T; subject: Uuid; data: FactData<T> },
): AppendedFact => ({ id: parts.ids.uuid(), at: parts.clock.now(), ...fact })
