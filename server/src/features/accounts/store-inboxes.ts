// SQL of inboxes and of the secrets with which shops sign their customers' identity.
import type { Hours, Look, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface InboxRow {
  id: Uuid
  name: string
  channel: string
  publicKey: string
  origins: string[]
  teamIds: Uuid[]
  locale: string
  botName: string
  enabled: boolean
  look: Look
  /** null: people answer at any time. */
  hours: Hours | null
  settingsSealed: Buffer | null
}
export interface IdentityKeyRow {
  keyId: string
  sealed: Buffer
}

const INBOX = sql`id, name, channel, public_key AS "publicKey", origins, team_ids AS "teamIds", locale,
  bot_name AS "botName", enabled, look, hours, settings_sealed AS "settingsSealed"`

/** SQL's own NULL, not JSON's. */
const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))

export const listInboxes = async (tx: Tx, tenant: Uuid): Promise<InboxRow[]> =>
  (await sql<InboxRow>`SELECT ${INBOX} FROM inboxes WHERE tenant = ${tenant} ORDER BY id LIMIT 1000`.execute(tx)).rows

export const readInbox = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<InboxRow | undefined> =>
  (await sql<InboxRow>`SELECT ${INBOX} FROM inboxes WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)).rows[0]

export const insertInbox = async (tx: Tx, tenant: Uuid, inbox: InboxRow): Promise<void> => {
  await sql`INSERT INTO inboxes
      (tenant, id, name, channel, public_key, origins, team_ids, locale, bot_name, enabled, look, hours,
        settings_sealed)
    VALUES (${tenant}, ${inbox.id}, ${inbox.name}, ${inbox.channel}, ${inbox.publicKey}, ${inbox.origins}::text[],
      ${inbox.teamIds}::uuid[], ${inbox.locale}, ${inbox.botName}, ${inbox.enabled},
      ${JSON.stringify(inbox.look)}::jsonb, ${jsonOrNull(inbox.hours)}::jsonb, ${inbox.settingsSealed})`.execute(tx)
}

/** Reads and locks, so that two editors' changes both survive. */
export const lockInbox = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<InboxRow | undefined> =>
  (await sql<InboxRow>`SELECT ${INBOX} FROM inboxes WHERE tenant = ${tenant} AND id = ${id} FOR UPDATE`.execute(tx))
    .rows[0]

export const updateInbox = async (tx: Tx, tenant: Uuid, inbox: InboxRow): Promise<void> => {
  await sql`UPDATE inboxes SET name = ${inbox.name}, origins = ${inbox.origins}::text[],
      team_ids = ${inbox.teamIds}::uuid[], locale = ${inbox.locale}, bot_name = ${inbox.botName},
      enabled = ${inbox.enabled}, look = ${JSON.stringify(inbox.look)}::jsonb, hours = ${jsonOrNull(inbox.hours)}::jsonb
    WHERE tenant = ${tenant} AND id = ${inbox.id}`.execute(tx)
}

export const setSettings = async (tx: Tx, tenant: Uuid, id: Uuid, sealed: Buffer): Promise<void> => {
  await sql`UPDATE inboxes SET settings_sealed = ${sealed} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
}

/** Newest first. */
export const listIdentityKeys = async (tx: Tx, tenant: Uuid, inboxId: Uuid): Promise<IdentityKeyRow[]> =>
  (
    await sql<IdentityKeyRow>`SELECT key_id AS "keyId", sealed FROM inbox_identity_keys
      WHERE tenant = ${tenant} AND inbox_id = ${inboxId} ORDER BY created_at DESC, key_id DESC`.execute(tx)
  ).rows

/** Keeps the new key and the one before it, so that a shop can roll over without refusing anybody. */
export const addIdentityKey = async (
  tx: Tx,
  inbox: { tenant: Uuid; inboxId: Uuid; at: number },
  key: IdentityKeyRow,
): Promise<void> => {
  await sql`INSERT INTO inbox_identity_keys (tenant, inbox_id, key_id, sealed, created_at)
    VALUES (${inbox.tenant}, ${inbox.inboxId}, ${key.keyId}, ${key.sealed}, ${new Date(inbox.at)})`.execute(tx)
  await sql`DELETE FROM inbox_identity_keys WHERE tenant = ${inbox.tenant} AND inbox_id = ${inbox.inboxId}
    AND key_id NOT IN (SELECT key_id FROM inbox_identity_keys
      WHERE tenant = ${inbox.tenant} AND inbox_id = ${inbox.inboxId}
      ORDER BY created_at DESC, key_id DESC LIMIT 2)`.execute(tx)
}
