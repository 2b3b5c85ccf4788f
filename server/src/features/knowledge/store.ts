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

/** Those of the entries that exist, locked until the transaction ends. */
export const lockEntries = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<KnowledgeEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM knowledge_entries WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[])
    ORDER BY id FOR UPDATE`.execute(tx)
  return rows.map(toEntry)
}

/** Which of the entries said exactly this in some version, the topic aside. */
export const everHeld = async (
  tx: Tx,
  tenant: Uuid,
  asked: readonly { readonly id: Uuid; readonly draft: Draft }[],
): Promise<Set<Uuid>> => {
  const wanted = asked.map(({ id, draft: { title, questions, answer } }) => ({ id, title, questions, answer }))
  const { rows } = await sql<{ id: Uuid }>`
    SELECT DISTINCT v.entry_id AS id
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS x(id uuid, title text, questions json, answer text)
    JOIN knowledge_versions v ON v.tenant = ${tenant} AND v.entry_id = x.id AND v.title = x.title
      AND v.answer = x.answer AND v.questions = ARRAY(SELECT json_array_elements_text(x.questions))`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/**
 * As `writeEntry`, many in two statements. Answers how many were written: fewer when somebody made a version first.
 * In the order of their ids, as `lockEntries` locks them: two who write the same entries never wait for each other.
 */
export const writeEntries = async (
  tx: Tx,
  tenant: Uuid,
  more: { readonly entries: readonly KnowledgeEntry[]; readonly staffId: Uuid | null },
): Promise<number> => {
  const rows = sql`json_to_recordset(${JSON.stringify(more.entries)}::json) AS x(id uuid, locale text, title text,
    questions json, answer text, topic text, version int, status text, "updatedAt" timestamptz)`
  const values = sql`x.locale, x.title, ARRAY(SELECT json_array_elements_text(x.questions)), x.answer, x.topic`
  const written = await sql`
    INSERT INTO knowledge_entries AS e (tenant, id, version, status, updated_at, locale, title, questions, answer, topic)
    SELECT ${tenant}::uuid, x.id, x.version, x.status, x."updatedAt", ${values} FROM ${rows} ORDER BY x.id
    ON CONFLICT (tenant, id) DO UPDATE SET version = excluded.version, status = excluded.status,
      updated_at = excluded.updated_at, locale = excluded.locale, title = excluded.title,
      questions = excluded.questions, answer = excluded.answer, topic = excluded.topic
    WHERE e.version = excluded.version - 1`.execute(tx)
  await sql`
    INSERT INTO knowledge_versions
      (tenant, entry_id, version, status, saved_at, staff_id, locale, title, questions, answer, topic)
    SELECT ${tenant}::uuid, x.id, x.version, x.status, x."updatedAt", ${more.staffId}::uuid, ${values}
    FROM ${rows} ON CONFLICT DO NOTHING`.execute(tx)
  return Number(written.numAffectedRows)
}

/** Published entries, counted up to `most`. */
export const countPublished = async (tx: Tx, tenant: Uuid, most: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM knowledge_entries WHERE tenant = ${tenant} AND status = 'published' LIMIT ${most}
    ) few`.execute(tx)
  return rows[0]!.n
}
