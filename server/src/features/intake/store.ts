// SQL of where people are reached on a platform, and of its reply windows.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface Whom {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly contactId: Uuid
}
export interface AddressRow {
  readonly sealed: Buffer
  readonly replyWindow: object
}

/** Writes only what changed: most messages come from where the last one came from. */
export const putAddress = async (
  tx: Tx,
  whom: Whom,
  address: { readonly mark: Buffer; readonly sealed: Buffer; readonly at: number },
): Promise<void> => {
  await sql`
    INSERT INTO ballast.channel_contacts AS c (tenant, inbox_id, contact_id, mark, sealed, updated_at)
    VALUES (${whom.tenant}, ${whom.inboxId}, ${whom.contactId}, ${address.mark}, ${address.sealed}, ${new Date(address.at)})
    ON CONFLICT (tenant, inbox_id, contact_id) DO UPDATE
      SET mark = excluded.mark, sealed = excluded.sealed, updated_at = excluded.updated_at
      WHERE c.mark <> excluded.mark`.execute(tx)
}

export const addressRow = async (tx: Tx, whom: Whom, lock = false): Promise<AddressRow | null> => {
  const { rows } = await sql<AddressRow>`
    SELECT sealed, reply_window AS "replyWindow" FROM ballast.channel_contacts
    WHERE tenant = ${whom.tenant} AND inbox_id = ${whom.inboxId} AND contact_id = ${whom.contactId}
    ${lock ? sql`FOR UPDATE` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export const setWindow = async (tx: Tx, whom: Whom, state: object): Promise<void> => {
  await sql`
    UPDATE ballast.channel_contacts SET reply_window = ${JSON.stringify(state)}::jsonb
    WHERE tenant = ${whom.tenant} AND inbox_id = ${whom.inboxId} AND contact_id = ${whom.contactId}`.execute(tx)
}

export const dropAddresses = async (tx: Tx, tenant: Uuid, contactId: Uuid): Promise<void> => {
  await sql`DELETE FROM ballast.channel_contacts WHERE tenant = ${tenant} AND contact_id = ${contactId}`.execute(tx)
}
