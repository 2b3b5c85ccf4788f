// What the verbs over people stand on.
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { Ids } from '../../platform/ids.ts'
import type { PersonKey, Secrets } from '../../platform/secrets/secrets.ts'
import type { ContactRow } from './store.ts'

export interface ContactParts {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'openPersonKey'>
  readonly ids: Ids
  readonly clock: Clock
}

/** The person's key, or null once they were erased. */
export const keyOf = async (
  parts: Pick<ContactParts, 'secrets'>,
  tenant: string,
  contact: Pick<ContactRow, 'personKey'>,
): Promise<PersonKey | null> =>
  contact.personKey === null ? null : parts.secrets.openPersonKey(tenant, contact.personKey)
