// All SQL over people.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { StoredContact } from '../../platform/database/reader.ts'
import type { SealedField } from './fields.ts'

/** As the reader knows a person, times as this driver gives them. */
export type ContactRow = Omit<StoredContact, 'tenant' | 'createdAt' | 'erasedAt'> & {
  readonly createdAt: Date
  readonly erasedAt: Date | null
}

export const readRow = async (tx: Tx, tenant: Uuid, contactId: Uuid, lock = false): Promise<ContactRow | null> => {
  const { rows } = await sql<ContactRow>`
    SELECT id, external_id AS "externalId", verified, person_key AS "personKey", name, phone, email, address, payment,
      level, locale, channel, merged_into AS "mergedInto", created_at AS "createdAt", erased_at AS "erasedAt"
    FROM ballast.contacts WHERE tenant = ${tenant} AND id = ${contactId} ${lock ? sql`FOR UPDATE` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export const eraseRow = async (tx: Tx, tenant: Uuid, contactId: Uuid, at: Date): Promise<void> => {
  await sql`
    UPDATE ballast.contacts SET person_key = NULL, name = NULL, phone = NULL, email = NULL, address = NULL, payment = NULL,
      external_id = NULL, level = NULL, erased_at = ${at}
    WHERE tenant = ${tenant} AND id = ${contactId}`.execute(tx)
  // Anonymous contacts merged into this person are the same person.
  await sql`
    UPDATE ballast.contacts SET person_key = NULL, name = NULL, phone = NULL, email = NULL, address = NULL, payment = NULL,
      erased_at = ${at}
    WHERE tenant = ${tenant} AND merged_into = ${contactId}`.execute(tx)
}

export interface IdentityColumns {
  readonly externalId: string
  readonly level: string | null
  readonly locale: string | null
  readonly sealed: Partial<Record<SealedField, Buffer>>
}
/** Fields the shop did not send keep their value. */
export const identifyRow = async (
  tx: Tx,
  at: { tenant: Uuid; contactId: Uuid },
  { externalId, level, locale, sealed }: IdentityColumns,
): Promise<void> => {
  await sql`
    UPDATE ballast.contacts SET external_id = ${externalId}, verified = true,
      level = coalesce(${level}, level), locale = coalesce(${locale}, locale),
      name = coalesce(${sealed.name ?? null}, name), phone = coalesce(${sealed.phone ?? null}, phone),
      email = coalesce(${sealed.email ?? null}, email), address = coalesce(${sealed.address ?? null}, address),
      payment = coalesce(${sealed.payment ?? null}, payment)
    WHERE tenant = ${at.tenant} AND id = ${at.contactId}`.execute(tx)
}

export const holderOf = async (tx: Tx, tenant: Uuid, externalId: string): Promise<Uuid | null> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT id FROM ballast.contacts WHERE tenant = ${tenant} AND external_id = ${externalId}`.execute(tx)
  return rows[0]?.id ?? null
}

export const markMerged = async (tx: Tx, tenant: Uuid, from: Uuid, into: Uuid): Promise<void> => {
  await sql`
    UPDATE ballast.contacts SET merged_into = ${into}, person_key = NULL, name = NULL, phone = NULL, email = NULL,
      address = NULL, payment = NULL
    WHERE tenant = ${tenant} AND id = ${from}`.execute(tx)
}

export const reviveRow = async (tx: Tx, tenant: Uuid, contactId: Uuid, personKey: Buffer): Promise<void> => {
  await sql`
    UPDATE ballast.contacts SET person_key = ${personKey}, verified = false, erased_at = NULL
    WHERE tenant = ${tenant} AND id = ${contactId} AND person_key IS NULL`.execute(tx)
}

/** An anonymous row; one that is there already stays as it is. Whether it was made. */
export const insertRow = async (
  tx: Tx,
  tenant: Uuid,
  row: { readonly contactId: Uuid; readonly personKey: Buffer; readonly channel: string; readonly at: Date },
): Promise<boolean> => {
  const { rows } = await sql`
    INSERT INTO ballast.contacts (tenant, id, person_key, channel, created_at)
    VALUES (${tenant}, ${row.contactId}, ${row.personKey}, ${row.channel}, ${row.at}) ON CONFLICT DO NOTHING
    RETURNING id`.execute(tx)
  return rows.length > 0
}
