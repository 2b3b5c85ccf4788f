// All SQL of knowledge.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { Draft, KnowledgeEntry, Stamp } from './entry.ts'

interface Row extends Omit<KnowledgeEntry, 'updatedAt'> {
  readonly updated_at: Date
}
const toEntry = ({ updated_at, ...row }: Row): KnowledgeEntry => ({ ...row, updatedAt: updated_at.toISOString() })
const COLUMNS = sql`id, locale, title, questions, answer, topic, version, status, updated_at`

/** The entry, locked until the transaction ends. */
export const lockEntry = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<KnowledgeEntry | null> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM knowledge_entries WHERE tenant = ${tenant} AND id = ${id} FOR UPDATE`.execute(tx)
  return rows[0] ? toEntry(rows[0]) : null
}

/** False: somebody else made the same version first. */
export const writeEntry = async (
  tx: Tx,
  tenant: Uuid,
  more: { readonly entry: KnowledgeEntry; readonly staffId: Uuid | null },
): Promise<boolean> => {
  const { entry, staffId } = more
  const values = sql`${entry.locale}, ${entry.title}, ${entry.questions}::text[], ${entry.answer}, ${entry.topic}`
  const written = await sql`
    INSERT INTO knowledge_entries AS e (tenant, id, version, status, updated_at, locale, title, questions, answer, topic)
    VALUES (${tenant}, ${entry.id}, ${entry.version}, ${entry.status}, ${entry.updatedAt}::timestamptz, ${values})
    ON CONFLICT (tenant, id) DO UPDATE SET version = excluded.version, status = excluded.status,
      updated_at = excluded.updated_at, locale = excluded.locale, title = excluded.title,
      questions = excluded.questions, answer = excluded.answer, topic = excluded.topic
    WHERE e.version = excluded.version - 1`.execute(tx)
  if (written.numAffectedRows !== 1n) return false
  await sql`
    INSERT INTO knowledge_versions
      (tenant, entry_id, version, status, saved_at, staff_id, locale, title, questions, answer, topic)
    VALUES (${tenant}, ${entry.id}, ${entry.version}, ${entry.status}, ${entry.updatedAt}::timestamptz,
      ${staffId}, ${values})`.execute(tx)
  return true
}

export const listEntries = async (
  tx: Tx,
  tenant: Uuid,
  query: { readonly search?: string; readonly locale?: string; readonly limit: number },
): Promise<KnowledgeEntry[]> => {
  const like = query.search ? `%${query.search.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM knowledge_entries
    WHERE tenant = ${tenant}
      AND (${query.locale ?? null}::text IS NULL OR locale = ${query.locale ?? null})
      AND (${like}::text IS NULL OR title ILIKE ${like} OR answer ILIKE ${like}
        OR array_to_string(questions, ' ') ILIKE ${like})
    ORDER BY updated_at DESC, id DESC LIMIT ${query.limit}`.execute(tx)
  return rows.map(toEntry)
}

export const publishedEntries = async (tx: Tx, tenant: Uuid): Promise<KnowledgeEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM knowledge_entries WHERE tenant = ${tenant} AND status = 'published' ORDER BY id`.execute(tx)
  return rows.map(toEntry)
}

/** Rises with every change: an entry's version never falls and entries are never deleted. */
export const stampOf = async (tx: Tx, tenant: Uuid): Promise<Stamp> => {
  const { rows } = await sql<{ stamp: string }>`
    SELECT count(*) || ':' || coalesce(sum(version), 0) AS stamp FROM knowledge_entries
    WHERE tenant = ${tenant}`.execute(tx)
  return rows[0]!.stamp
}

/** Whether some version of the entry said exactly this, the topic aside. */
export const everHeld = async (
  tx: Tx,
  tenant: Uuid,
  { entryId, draft }: { readonly entryId: Uuid; readonly draft: Draft },
): Promise<boolean> => {
  const { rows } = await sql`
    SELECT 1 FROM knowledge_versions WHERE tenant = ${tenant} AND entry_id = ${entryId} AND title = ${draft.title}
      AND questions = ${[...draft.questions]}::text[] AND answer = ${draft.answer} LIMIT 1`.execute(tx)
  return rows.length === 1
}

/** Published entries, counted up to `most`. */
export const countPublished = async (tx: Tx, tenant: Uuid, most: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM knowledge_entries WHERE tenant = ${tenant} AND status = 'published' LIMIT ${most}
    ) few`.execute(tx)
  return rows[0]!.n
}
