// SQL of voices.
import type { Uuid } from '@ballast/contract'
import type { ScopedVoice } from '@ballast/contract/routes/voice'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

type Row = Omit<ScopedVoice, 'updatedAt'> & { updatedAt: Date }

export const readVoices = async (tx: Tx, tenant: Uuid): Promise<ScopedVoice[]> =>
  (
    await sql<Row>`SELECT scope, voice, version, updated_at AS "updatedAt" FROM ballast.voices
      WHERE tenant = ${tenant} ORDER BY scope`.execute(tx)
  ).rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }))

/** One writer at a time in a workspace: the version checked still holds when it is written. */
export const lockVoices = async (tx: Tx, tenant: Uuid): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('voices'), hashtext(${tenant}::text))`.execute(tx)
}

export const writeVoice = async (tx: Tx, tenant: Uuid, one: ScopedVoice): Promise<void> => {
  const { scope, voice, version, updatedAt } = one
  await sql`INSERT INTO ballast.voices (tenant, scope, voice, version, updated_at)
    VALUES (${tenant}, ${scope}, ${JSON.stringify(voice)}::jsonb, ${version}, ${updatedAt})
    ON CONFLICT (tenant, scope) DO UPDATE SET voice = excluded.voice, version = excluded.version,
      updated_at = excluded.updated_at`.execute(tx)
}

export const deleteVoice = async (tx: Tx, tenant: Uuid, scope: string): Promise<void> => {
  await sql`DELETE FROM ballast.voices WHERE tenant = ${tenant} AND scope = ${scope}`.execute(tx)
}
