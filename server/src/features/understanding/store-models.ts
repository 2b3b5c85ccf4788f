// SQL of trained versions and of the training that runs.
import type { Uuid } from '@ballast/contract'
import type { Figures, LanguageModel, Training } from '@ballast/contract/routes/language'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface ModelRow {
  readonly version: number
  readonly status: LanguageModel['status']
  readonly figures: Figures
  readonly staffId: Uuid | null
  readonly createdAt: Date
  readonly publishedAt: Date | null
}
const MODEL = sql`version, status, figures, staff_id AS "staffId", created_at AS "createdAt",
  published_at AS "publishedAt"`

/** Newest first. */
export const readModels = async (tx: Tx, tenant: Uuid, most: number): Promise<ModelRow[]> =>
  (
    await sql<ModelRow>`SELECT ${MODEL} FROM ballast.intent_models WHERE tenant = ${tenant}
      ORDER BY version DESC LIMIT ${most}`.execute(tx)
  ).rows

export const readModel = async (tx: Tx, tenant: Uuid, version: number): Promise<ModelRow | undefined> =>
  (
    await sql<ModelRow>`SELECT ${MODEL} FROM ballast.intent_models
      WHERE tenant = ${tenant} AND version = ${version}`.execute(tx)
  ).rows[0]

/** Bytes of a piece: decoding one takes about a millisecond. */
const PIECE = 1 << 19

/** Sealed, in order; none: there is no such version. In one piece the driver would decode it in one long turn. */
export const readPieces = async (tx: Tx, tenant: Uuid, version: number): Promise<Buffer[]> =>
  (
    await sql<{ piece: Buffer }>`SELECT substring(bytes FROM at FOR ${PIECE}::int) AS piece
      FROM ballast.intent_models, generate_series(1, octet_length(bytes), ${PIECE}::int) AS at
      WHERE tenant = ${tenant} AND version = ${version} ORDER BY at`.execute(tx)
  ).rows.map(({ piece }) => piece)

/** 0: the built-in one. */
export const versionInUse = async (tx: Tx, tenant: Uuid): Promise<number> =>
  (
    await sql<{ version: number }>`SELECT version FROM ballast.intent_models
      WHERE tenant = ${tenant} AND status = 'published'`.execute(tx)
  ).rows[0]?.version ?? 0

export interface NewModel {
  readonly bytes: Buffer
  readonly figures: Figures
  readonly staffId: Uuid | null
  readonly at: Date
}
/** The number it got. Of those never published only the newest `keep` stay. */
export const insertModel = async (
  tx: Tx,
  tenant: Uuid,
  { bytes, figures, staffId, at, keep }: NewModel & { readonly keep: number },
): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO ballast.intent_models (tenant, version, status, bytes, figures, staff_id, created_at)
    SELECT ${tenant}::uuid, coalesce(max(version), 0) + 1, 'draft', ${bytes}, ${JSON.stringify(figures)}::jsonb,
      ${staffId}::uuid, ${at}
    FROM ballast.intent_models WHERE tenant = ${tenant} RETURNING version`.execute(tx)
  const version = rows[0]!.version
  await sql`DELETE FROM ballast.intent_models WHERE tenant = ${tenant} AND status <> 'published' AND version NOT IN (
    SELECT version FROM ballast.intent_models WHERE tenant = ${tenant} ORDER BY version DESC LIMIT ${keep})`.execute(tx)
  return version
}

/** What was in use retires; `version` 0 puts nothing in its place. */
export const putIntoUse = async (tx: Tx, tenant: Uuid, version: number, at: Date): Promise<void> => {
  await sql`UPDATE ballast.intent_models SET status = 'retired'
    WHERE tenant = ${tenant} AND status = 'published' AND version <> ${version}`.execute(tx)
  await sql`UPDATE ballast.intent_models SET status = 'published', published_at = ${at}
    WHERE tenant = ${tenant} AND version = ${version}`.execute(tx)
}

export interface TrainingRow extends Pick<Training, 'id' | 'state' | 'progress' | 'version'> {
  readonly startedAt: Date
  readonly beatAt: Date
}
export const readTrainingRow = async (tx: Tx, tenant: Uuid): Promise<TrainingRow | null> =>
  (
    await sql<TrainingRow>`SELECT id, state, progress, version, started_at AS "startedAt", beat_at AS "beatAt"
      FROM ballast.intent_trainings WHERE tenant = ${tenant}`.execute(tx)
  ).rows[0] ?? null

export const writeTraining = async (tx: Tx, tenant: Uuid, id: Uuid, at: Date): Promise<void> => {
  await sql`INSERT INTO ballast.intent_trainings (tenant, id, state, progress, version, started_at, beat_at)
    VALUES (${tenant}, ${id}, 'waiting', 0, NULL, ${at}, ${at})
    ON CONFLICT (tenant) DO UPDATE SET id = excluded.id, state = excluded.state, progress = 0, version = NULL,
      started_at = excluded.started_at, beat_at = excluded.beat_at`.execute(tx)
}

/** False: it has ended already, or another one took its place. */
export const changeTraining = async (
  tx: Tx,
  at: { readonly tenant: Uuid; readonly id: Uuid },
  next: Pick<TrainingRow, 'beatAt'> & Partial<Pick<TrainingRow, 'state' | 'progress' | 'version'>>,
): Promise<boolean> =>
  (
    await sql`UPDATE ballast.intent_trainings SET state = coalesce(${next.state ?? null}, state),
      progress = greatest(progress, ${next.progress ?? 0}), version = coalesce(${next.version ?? null}::int, version),
      beat_at = ${next.beatAt}
    WHERE tenant = ${at.tenant} AND id = ${at.id} AND state IN ('waiting', 'running')`.execute(tx)
  ).numAffectedRows === 1n
