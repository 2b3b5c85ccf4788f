// SQL over the frozen versions of entries.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { KnowledgeEntry } from './entry.ts'
import { CONTENT, type Row, toEntry } from './store.ts'

export interface VersionLine {
  readonly version: number
  readonly status: KnowledgeEntry['status']
  readonly title: string
  readonly staffId: Uuid | null
  readonly savedAt: string
}

const MOST_LISTED = 500

export const versionsOf = async (tx: Tx, tenant: Uuid, entryId: Uuid): Promise<VersionLine[]> => {
  const { rows } = await sql<Omit<VersionLine, 'savedAt'> & { savedAt: Date }>`
    SELECT version, status, title, staff_id AS "staffId", saved_at AS "savedAt" FROM knowledge_versions
    WHERE tenant = ${tenant} AND entry_id = ${entryId} ORDER BY version DESC LIMIT ${MOST_LISTED}`.execute(tx)
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }))
}

export const readVersion = async (
  tx: Tx,
  tenant: Uuid,
  { entryId, version }: { readonly entryId: Uuid; readonly version: number },
): Promise<KnowledgeEntry | null> => {
  const { rows } = await sql<Row>`
    SELECT entry_id AS id, ${CONTENT}, version, status, saved_at AS updated_at, NULL::int AS live_version
    FROM knowledge_versions
    WHERE tenant = ${tenant} AND entry_id = ${entryId} AND version = ${version}`.execute(tx)
  return rows[0] ? toEntry(rows[0]) : null
}
