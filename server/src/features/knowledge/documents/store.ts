// SQL over documents, their contents and their sections.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'
import type { ReadWarning } from '../rules/document-shape.ts'
import type { Document } from './parts.ts'

interface Row extends Omit<Document, 'addedAt' | 'readAt' | 'progress' | 'siteId'> {
  readonly site_id: Uuid | null
  readonly progress_percent: number
  readonly added_at: Date
  readonly read_at: Date | null
}
const COLUMNS = sql`id, name, mime, bytes, locale, topic, source, url, site_id, state, problem, warnings, sections, passages,
  progress_percent, added_at, read_at`
const toDocument = ({ site_id, progress_percent, added_at, read_at, ...same }: Row): Document => ({
  ...same,
  siteId: site_id,
  progress: progress_percent / 100,
  addedAt: added_at.toISOString(),
  readAt: read_at?.toISOString() ?? null,
})

export interface NewDocument {
  readonly id: Uuid
  readonly name: string
  readonly mime: string
  readonly locale: string
  readonly topic: string
  readonly source: Document['source']
  readonly url: string | null
  readonly siteId: Uuid | null
  readonly content: Buffer
  readonly sha256: Buffer
  readonly at: Date
}

/** False: this very content is there under this topic, read or about to be. */
export const putDocument = async (tx: Tx, tenant: Uuid, document: NewDocument): Promise<boolean> => {
  const { id, name, mime, locale, topic, source, url, siteId, content, sha256, at } = document
  const { rows } = await sql<{ same: boolean }>`
    SELECT c.sha256 = ${sha256} AND d.topic = ${topic} AND d.state <> 'failed' AS same
    FROM documents d JOIN document_contents c ON c.tenant = d.tenant AND c.document_id = d.id
    WHERE d.tenant = ${tenant} AND d.id = ${id} FOR UPDATE OF d`.execute(tx)
  if (rows[0]?.same === true) return false
  await sql`
    INSERT INTO documents AS d
      (tenant, id, name, mime, bytes, locale, topic, source, url, site_id, state, added_at, beat_at)
    VALUES (${tenant}, ${id}, ${name}, ${mime}, ${content.length}, ${locale}, ${topic}, ${source}, ${url}, ${siteId},
      'waiting', ${at}, ${at})
    ON CONFLICT (tenant, id) DO UPDATE SET name = excluded.name, mime = excluded.mime, bytes = excluded.bytes,
      topic = excluded.topic, source = excluded.source, url = excluded.url, site_id = excluded.site_id, state = 'waiting',
      problem = NULL, progress_percent = 0, edition = d.edition + 1, added_at = excluded.added_at`.execute(tx)
  await sql`
    INSERT INTO document_contents (tenant, document_id, sha256, content)
    VALUES (${tenant}, ${id}, ${sha256}, ${content})
    ON CONFLICT (tenant, document_id) DO UPDATE SET sha256 = excluded.sha256, content = excluded.content`.execute(tx)
  return true
}

export const findDocument = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<Document | null> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM documents WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  return rows[0] ? toDocument(rows[0]) : null
}

export const listDocumentRows = async (
  tx: Tx,
  tenant: Uuid,
  query: { readonly state?: Document['state']; readonly siteId?: Uuid; readonly limit: number },
): Promise<Document[]> => {
  const state = query.state === undefined ? sql`` : sql`AND state = ${query.state}`
  const site = query.siteId === undefined ? sql`` : sql`AND site_id = ${query.siteId}`
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM documents WHERE tenant = ${tenant} ${state} ${site}
    ORDER BY added_at DESC, id DESC LIMIT ${query.limit}`.execute(tx)
  return rows.map(toDocument)
}

export const countDocuments = async (tx: Tx, tenant: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM documents WHERE tenant = ${tenant}`.execute(tx)
  return rows[0]!.n
}

/** What a reading works on; void when `edition` has risen since. */
export interface Claimed {
  readonly id: Uuid
  readonly edition: number
  readonly name: string
  readonly locale: string
  readonly topic: string
}
const CLAIMED = sql`d.id, d.edition, d.name, d.locale, d.topic`

/** The document that waits longest, or one whose reader died before `silentSince`; `only`: this one if it waits. */
export const claimDocument = async (
  tx: Tx,
  tenant: Uuid,
  { at, silentSince, only }: { readonly at: Date; readonly silentSince: Date; readonly only?: Uuid },
): Promise<Claimed | null> => {
  const one = only === undefined ? sql`` : sql`AND id = ${only}`
  const { rows } = await sql<Claimed>`
    UPDATE documents d SET state = 'reading', beat_at = ${at}, problem = NULL, progress_percent = 0
    WHERE d.tenant = ${tenant} AND d.id = (
      SELECT id FROM documents
      WHERE tenant = ${tenant} AND (state = 'waiting' OR (state = 'reading' AND beat_at < ${silentSince})) ${one}
      ORDER BY added_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING ${CLAIMED}`.execute(tx)
  return rows[0] ?? null
}

export const readContent = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<Buffer | null> => {
  const { rows } = await sql<{ content: Buffer }>`
    SELECT content FROM document_contents WHERE tenant = ${tenant} AND document_id = ${id}`.execute(tx)
  return rows[0]?.content ?? null
}

export interface Ending {
  readonly state?: Document['state']
  readonly problem?: string | null
  readonly mime?: string
  readonly warnings?: readonly ReadWarning[]
  readonly sections?: number
  readonly passages?: number
  readonly readAt?: Date
  readonly percent?: number
}

/** Says how far a reading is. False: it is void, the document was given anew or removed. Holds the row until the end. */
export const noteReading = async (
  tx: Tx,
  tenant: Uuid,
  more: { readonly claimed: Pick<Claimed, 'id' | 'edition'>; readonly at: Date; readonly note: Ending },
): Promise<boolean> => {
  const { claimed, at, note } = more
  const warnings = note.warnings === undefined ? null : JSON.stringify(note.warnings)
  const { numAffectedRows } = await sql`
    UPDATE documents SET beat_at = ${at}, state = coalesce(${note.state ?? null}, state),
      problem = CASE WHEN ${note.problem !== undefined} THEN ${note.problem ?? null} ELSE problem END,
      mime = coalesce(${note.mime ?? null}, mime), warnings = coalesce(${warnings}::jsonb, warnings),
      sections = coalesce(${note.sections ?? null}::int, sections), passages = coalesce(${note.passages ?? null}::int, passages),
      read_at = coalesce(${note.readAt ?? null}::timestamptz, read_at),
      progress_percent = coalesce(${note.percent ?? null}::int, progress_percent)
    WHERE tenant = ${tenant} AND id = ${claimed.id} AND edition = ${claimed.edition}
      AND state = 'reading'`.execute(tx)
  return numAffectedRows === 1n
}

/** Back into the queue, as new content would be. */
export const requeue = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<Document | null> => {
  const { rows } = await sql<Row>`
    UPDATE documents SET state = 'waiting', problem = NULL, progress_percent = 0, edition = edition + 1
    WHERE tenant = ${tenant} AND id = ${id} RETURNING ${COLUMNS}`.execute(tx)
  return rows[0] ? toDocument(rows[0]) : null
}

export const deleteDocument = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<boolean> => {
  await sql`DELETE FROM document_contents WHERE tenant = ${tenant} AND document_id = ${id}`.execute(tx)
  const { numAffectedRows } = await sql`DELETE FROM documents WHERE tenant = ${tenant} AND id = ${id}`.execute(tx)
  return numAffectedRows === 1n
}

/** Entries read from the document that are not withdrawn, without those named. */
export const otherSections = async (tx: Tx, tenant: Uuid, id: Uuid, but: readonly Uuid[]): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT id FROM knowledge_entries
    WHERE tenant = ${tenant} AND document_id = ${id} AND status <> 'withdrawn'
      AND NOT id = ANY (${[...but]}::uuid[])`.execute(tx)
  return rows.map((row) => row.id)
}

export const pagesOfSite = async (tx: Tx, tenant: Uuid, siteId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT id FROM documents WHERE tenant = ${tenant} AND site_id = ${siteId}`.execute(tx)
  return rows.map((row) => row.id)
}

export const hasUnread = async (tx: Tx, tenant: Uuid, silentSince: Date): Promise<boolean> => {
  const { rows } = await sql`
    SELECT 1 FROM documents WHERE tenant = ${tenant}
      AND (state = 'waiting' OR (state = 'reading' AND beat_at < ${silentSince})) LIMIT 1`.execute(tx)
  return rows.length > 0
}
