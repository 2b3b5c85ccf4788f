// All SQL over files.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { KnownFile } from './rules/attach.ts'
import type { FileKind } from './rules/kinds.ts'

export interface FileRow {
  readonly id: Uuid
  readonly contactId: Uuid
  /** Null: the customer uploaded it. */
  readonly staffId: Uuid | null
  readonly kind: FileKind
  readonly mime: string
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  readonly nameSealed: Buffer
  readonly keySealed: Buffer
  readonly sha256: Buffer
  readonly createdAt: Date
}

const COLUMNS = sql`f.id, f.contact_id AS "contactId", f.staff_id AS "staffId", f.kind, f.mime, f.bytes, f.width, f.height,
  f.name_sealed AS "nameSealed", f.key_sealed AS "keySealed", f.sha256, f.created_at AS "createdAt"`

export const insertFile = async (tx: Tx, tenant: Uuid, row: FileRow): Promise<void> => {
  await sql`
    INSERT INTO ballast.files (tenant, id, contact_id, staff_id, kind, mime, bytes, width, height, name_sealed, key_sealed,
      sha256, created_at)
    VALUES (${tenant}, ${row.id}, ${row.contactId}, ${row.staffId}, ${row.kind}, ${row.mime}, ${row.bytes}, ${row.width},
      ${row.height}, ${row.nameSealed}, ${row.keySealed}, ${row.sha256}, ${row.createdAt})`.execute(tx)
}

export const countPending = async (tx: Tx, tenant: Uuid, contactId: Uuid): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM ballast.files
    WHERE tenant = ${tenant} AND contact_id = ${contactId} AND state = 'pending'`.execute(tx)
  return rows[0]!.count
}

/** Where a file is shown: the message that names it, when that was committed and not taken back. */
export interface ShownFile extends FileRow {
  readonly conversationId: Uuid | null
  readonly note: boolean | null
}
export const readFileRow = async (tx: Tx, tenant: Uuid, fileId: Uuid): Promise<ShownFile | null> => {
  const { rows } = await sql<ShownFile>`
    SELECT ${COLUMNS}, m.conversation_id AS "conversationId", m.note
    FROM ballast.files f
    LEFT JOIN ballast.messages m ON m.tenant = f.tenant AND m.id = f.message_id AND NOT m.recalled
    WHERE f.tenant = ${tenant} AND f.id = ${fileId}`.execute(tx)
  return rows[0] ?? null
}

export interface Attaching {
  readonly tenant: Uuid
  readonly contactId: Uuid
  readonly staffId: Uuid | null
  readonly messageId: Uuid
  readonly fileIds: readonly Uuid[]
}
/**
 * Written before the message is: a file that is named is never swept away. One that already belongs to another message
 * stays with it; when that message never came to be, it goes over.
 */
export const attachRows = async (
  tx: Tx,
  at: Attaching,
): Promise<(Omit<KnownFile, 'name'> & Pick<FileRow, 'nameSealed'>)[]> => {
  const { rows } = await sql<Omit<KnownFile, 'name'> & Pick<FileRow, 'nameSealed'>>`
    UPDATE ballast.files f SET state = 'attached', message_id = CASE
      WHEN EXISTS (SELECT FROM ballast.messages m WHERE m.tenant = f.tenant AND m.id = f.message_id) THEN f.message_id
      ELSE ${at.messageId}::uuid END
    WHERE f.tenant = ${at.tenant} AND f.id = ANY (${at.fileIds}::uuid[]) AND f.contact_id = ${at.contactId}
      AND f.staff_id IS NOT DISTINCT FROM ${at.staffId}::uuid
    RETURNING f.id, f.kind, f.mime, f.bytes, f.width, f.height, f.name_sealed AS "nameSealed"`.execute(tx)
  return rows
}

export const filesOfContact = async (tx: Tx, tenant: Uuid, contactId: Uuid): Promise<FileRow[]> => {
  const { rows } = await sql<FileRow>`
    SELECT ${COLUMNS} FROM ballast.files f WHERE f.tenant = ${tenant} AND f.contact_id = ${contactId}`.execute(tx)
  return rows
}

export const moveFile = async (
  tx: Tx,
  tenant: Uuid,
  file: Pick<FileRow, 'id' | 'contactId' | 'nameSealed' | 'keySealed'>,
): Promise<void> => {
  await sql`
    UPDATE ballast.files SET contact_id = ${file.contactId}, name_sealed = ${file.nameSealed}, key_sealed = ${file.keySealed}
    WHERE tenant = ${tenant} AND id = ${file.id}`.execute(tx)
}

export const deleteFilesOf = async (tx: Tx, tenant: Uuid, contactId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    DELETE FROM ballast.files WHERE tenant = ${tenant} AND contact_id = ${contactId} RETURNING id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Those no message shows, older than `before`: never sent, or taken back. At most 500 at a time. */
export const deleteUnshown = async (tx: Tx, tenant: Uuid, before: Date): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    DELETE FROM ballast.files f WHERE f.tenant = ${tenant} AND f.id IN (
      SELECT o.id FROM ballast.files o
      WHERE o.tenant = ${tenant} AND o.created_at < ${before} AND NOT EXISTS (
        SELECT FROM ballast.messages m WHERE m.tenant = o.tenant AND m.id = o.message_id AND NOT m.recalled)
      ORDER BY o.id LIMIT 500)
    RETURNING f.id`.execute(tx)
  return rows.map(({ id }) => id)
}

export const knownAmong = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<Set<Uuid>> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT id FROM ballast.files WHERE tenant = ${tenant} AND id = ANY (${ids}::uuid[])
    UNION ALL SELECT id FROM ballast.media WHERE tenant = ${tenant} AND id = ANY (${ids}::uuid[])`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export const allTenants = async (tx: Tx): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`SELECT id FROM ballast.tenants ORDER BY id`.execute(tx)
  return rows.map(({ id }) => id)
}
