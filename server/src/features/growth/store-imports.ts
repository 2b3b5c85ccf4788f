// SQL of imports of old chats: the file while it waits, how far its job is, what became of it.
import type { Uuid } from '@ballast/contract'
import type { ChatColumns, ChatImport } from '@ballast/contract/routes/old-chats'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface Wish {
  readonly locale: string
  readonly columns?: ChatColumns
  readonly staffId?: Uuid
}
/** Numbers and ids alone: titles of drafts are read when they are shown. */
export interface Result extends Pick<ChatImport, 'questions' | 'answered' | 'clusters' | 'known'> {
  readonly drafts: readonly { readonly clusterId: Uuid; readonly entryId: Uuid; readonly count: number }[]
  readonly skipped: ChatImport['skipped']
  readonly skippedCount: number
}
export interface ImportRow {
  readonly id: Uuid
  readonly state: ChatImport['state']
  readonly step: ChatImport['step']
  readonly done: number
  readonly total: number
  readonly result: Partial<Result>
  readonly startedAt: Date
  readonly endedAt: Date | null
}
const COLUMNS = sql`id, state, step, done, total, result, started_at AS "startedAt", ended_at AS "endedAt"`

/** One import at a time in a workspace. */
export const lockImports = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('chat-imports'), hashtext(${tenant}::text))`.execute(tx)
}

export const insertImport = async (
  tx: Tx,
  tenant: Uuid,
  { id, body, wish, at }: { readonly id: Uuid; readonly body: Buffer; readonly wish: Wish; readonly at: Date },
): Promise<void> => {
  await sql`INSERT INTO growth_imports (tenant, id, body, wish, started_at)
    VALUES (${tenant}, ${id}, ${body}, ${JSON.stringify(wish)}::jsonb, ${at})`.execute(tx)
}

/** Newest first. */
export const readImports = async (
  tx: Tx,
  tenant: Uuid,
  { id = null, most }: { readonly id?: Uuid | null; readonly most: number },
): Promise<ImportRow[]> =>
  (
    await sql<ImportRow>`SELECT ${COLUMNS} FROM growth_imports
      WHERE tenant = ${tenant} AND (${id}::uuid IS NULL OR id = ${id}::uuid)
      ORDER BY started_at DESC, id DESC LIMIT ${most}`.execute(tx)
  ).rows

/** What a job needs; null: it is over, or was stopped. */
export const readWaitingImport = async (
  tx: Tx,
  tenant: Uuid,
  id: Uuid,
): Promise<{ readonly body: Buffer; readonly wish: Wish } | null> =>
  (
    await sql<{ body: Buffer; wish: Wish }>`SELECT body, wish FROM growth_imports
      WHERE tenant = ${tenant} AND id = ${id} AND state IN ('waiting', 'running') AND body IS NOT NULL`.execute(tx)
  ).rows[0] ?? null

export interface Step {
  readonly step: ChatImport['step']
  readonly done: number
  readonly total: number
  readonly result: Partial<Result>
}
/** False: somebody stopped it. */
export const noteStep = async (
  tx: Tx,
  tenant: Uuid,
  { id, step, done, total, result }: Step & { readonly id: Uuid },
): Promise<boolean> =>
  (
    await sql`UPDATE growth_imports SET state = 'running', step = ${step}, done = ${done}, total = ${total},
        result = ${JSON.stringify(result)}::jsonb
      WHERE tenant = ${tenant} AND id = ${id} AND state IN ('waiting', 'running')`.execute(tx)
  ).numAffectedRows === 1n

/** The file goes with its import. One that is over stays as it is. */
export const endImport = async (
  tx: Tx,
  tenant: Uuid,
  { id, state, at }: { readonly id: Uuid; readonly state: 'done' | 'failed' | 'cancelled'; readonly at: Date },
): Promise<void> => {
  await sql`UPDATE growth_imports SET state = ${state}, ended_at = ${at}, body = NULL
    WHERE tenant = ${tenant} AND id = ${id} AND state IN ('waiting', 'running')`.execute(tx)
}
