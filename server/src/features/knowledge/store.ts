// SQL over entries as they stand.
import type { Uuid } from '@ballast/contract'
import type { ENTRY_ORDERS } from '@ballast/contract/routes/knowledge'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { Draft, KnowledgeEntry } from './entry.ts'
import { FIGURES } from './usage/store-usage.ts'

export interface Row
  extends Omit<KnowledgeEntry, 'updatedAt' | 'validFrom' | 'validTo' | 'origin' | 'liveVersion' | 'ownerId'> {
  readonly updated_at: Date
  readonly valid_from: Date | null
  readonly valid_to: Date | null
  readonly owner_id: Uuid | null
  readonly document_id: Uuid | null
  readonly section: string | null
  readonly live_version: number | null
}
export const toEntry = (row: Row): KnowledgeEntry => {
  const { updated_at, valid_from, valid_to, owner_id, document_id, section, live_version, ...same } = row
  return {
    ...same,
    validFrom: valid_from?.toISOString() ?? null,
    validTo: valid_to?.toISOString() ?? null,
    ownerId: owner_id,
    origin: document_id === null || section === null ? null : { documentId: document_id, section },
    liveVersion: { published: row.version, draft: live_version, withdrawn: null }[row.status],
    updatedAt: updated_at.toISOString(),
  }
}
/** What a version holds, in the order in which `writeEntries` gives it. */
const CONTENT_COLUMNS =
  'locale title questions answer topic kind channels audience valid_from valid_to owner_id review steps media document_id section'
export const contentOf = (table: string) =>
  sql.raw(
    CONTENT_COLUMNS.split(' ')
      .map((column) => `${table}${column}`)
      .join(', '),
  )
export const CONTENT = contentOf('')
const EXCLUDED = contentOf('excluded.')
const COLUMNS = sql`id, ${CONTENT}, version, status, updated_at, live_version`

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
  { entry, staffId }: { readonly entry: KnowledgeEntry; readonly staffId: Uuid | null },
): Promise<boolean> => (await writeEntries(tx, tenant, { entries: [entry], staffId })) === 1

export interface ListQuery {
  readonly search?: string
  readonly locale?: string
  readonly kind?: KnowledgeEntry['kind']
  readonly status?: KnowledgeEntry['status']
  readonly documentId?: Uuid
  readonly topic?: string
  /** Entries said there, be it because they are said everywhere. */
  readonly channel?: string
  readonly offset?: number
  /** By how it was used since a moment; absent: newest change first. */
  readonly used?: { readonly by: Exclude<(typeof ENTRY_ORDERS)[number], 'changed'>; readonly since: Date }
}
const USED_BY = {
  asked: 'asked',
  solved: 'solved',
  helpful: 'helpful',
  unhelpful: 'unhelpful',
  'handed-over': '"handedOver"',
  used: '"lastUsedAt"',
} as const
const usage = (tenant: Uuid, used: ListQuery['used']) =>
  used === undefined
    ? { join: sql``, order: sql`` }
    : {
        join: sql`LEFT JOIN (SELECT entry_id, ${FIGURES} FROM entry_citations
          WHERE tenant = ${tenant} AND at > ${used.since} GROUP BY entry_id) u ON u.entry_id = id`,
        order: sql`u.${sql.raw(USED_BY[used.by])} DESC NULLS LAST,`,
      }
const only = (column: string, value: string | undefined, type = 'text') =>
  value === undefined ? sql`` : sql`AND ${sql.ref(column)} = ${value}::${sql.raw(type)}`

export const listEntries = async (
  tx: Tx,
  tenant: Uuid,
  query: ListQuery & { readonly limit: number },
): Promise<KnowledgeEntry[]> => {
  const { channel } = query
  const said = channel === undefined ? sql`` : sql`AND (channels = '{}' OR ${channel} = ANY (channels))`
  const like = query.search ? `%${query.search.replace(/[\\%_]/g, '\\$&')}%` : null
  const { join, order } = usage(tenant, query.used)
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM knowledge_entries ${join}
    WHERE tenant = ${tenant} ${only('locale', query.locale)} ${only('kind', query.kind)}
      ${only('status', query.status)} ${only('document_id', query.documentId, 'uuid')}
      ${only('topic', query.topic)} ${said}
      AND (${like}::text IS NULL OR title ILIKE ${like} OR answer ILIKE ${like}
        OR array_to_string(questions, ' ') ILIKE ${like})
    ORDER BY ${order} updated_at DESC, id DESC LIMIT ${query.limit} OFFSET ${query.offset ?? 0}`.execute(tx)
  return rows.map(toEntry)
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
 * The entries and their frozen versions, in two statements. Answers how many were written: fewer when somebody made a
 * version first. In the order of their ids, as `lockEntries` locks them: two who write the same entries never deadlock.
 */
export const writeEntries = async (
  tx: Tx,
  tenant: Uuid,
  more: { readonly entries: readonly KnowledgeEntry[]; readonly staffId: Uuid | null },
): Promise<number> => {
  const rows = sql`json_to_recordset(${JSON.stringify(more.entries)}::json) AS x(id uuid, locale text, title text,
    questions json, answer text, topic text, kind text, channels json, audience jsonb, "validFrom" timestamptz,
    "validTo" timestamptz, "ownerId" uuid, review text, steps jsonb, media jsonb, origin json, version int, "liveVersion" int,
    status text, "updatedAt" timestamptz)`
  const values = sql`x.locale, x.title, ARRAY(SELECT json_array_elements_text(x.questions)), x.answer, x.topic, x.kind,
    ARRAY(SELECT json_array_elements_text(x.channels)), x.audience, x."validFrom", x."validTo", x."ownerId", x.review,
    x.steps, x.media, (x.origin->>'documentId')::uuid, x.origin->>'section'`
  const written = await sql<{ id: Uuid }>`
    INSERT INTO knowledge_entries AS e (tenant, id, version, live_version, status, updated_at, ${CONTENT})
    SELECT ${tenant}::uuid, x.id, x.version, x."liveVersion", x.status, x."updatedAt", ${values} FROM ${rows} ORDER BY x.id
    ON CONFLICT (tenant, id) DO UPDATE SET (version, live_version, status, updated_at, ${CONTENT}) =
      (SELECT excluded.version, excluded.live_version, excluded.status, excluded.updated_at, ${EXCLUDED})
    WHERE e.version = excluded.version - 1 RETURNING e.id`.execute(tx)
  if (written.rows.length < more.entries.length) return written.rows.length
  await sql`
    INSERT INTO knowledge_versions (tenant, entry_id, version, status, saved_at, staff_id, ${CONTENT})
    SELECT ${tenant}::uuid, x.id, x.version, x.status, x."updatedAt", ${more.staffId}::uuid, ${values}
    FROM ${rows}`.execute(tx)
  return written.rows.length
}

/** Published entries, counted up to `most`. */
export const countPublished = async (tx: Tx, tenant: Uuid, most: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM knowledge_entries
      WHERE tenant = ${tenant} AND (status = 'published' OR (status = 'draft' AND live_version IS NOT NULL)) LIMIT ${most}
    ) few`.execute(tx)
  return rows[0]!.n
}
