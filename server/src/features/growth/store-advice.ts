// SQL of the morning: its advice, and the workspaces it goes through.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface AdviceLine {
  readonly clusterId: Uuid
  readonly wouldSolve: number
}
export const writeAdvice = async (
  tx: Tx,
  tenant: Uuid,
  { advice, at }: { readonly advice: readonly AdviceLine[]; readonly at: Date },
): Promise<void> => {
  await sql`INSERT INTO growth_advice (tenant, advice, advised_at) VALUES (${tenant}, ${JSON.stringify(advice)}::jsonb, ${at})
    ON CONFLICT (tenant) DO UPDATE SET advice = excluded.advice, advised_at = excluded.advised_at`.execute(tx)
}
export interface AdviceRow {
  readonly advice: AdviceLine[]
  readonly advisedAt: Date | null
  readonly frozenAt: Date | null
}
export const readAdviceRow = async (tx: Tx, tenant: Uuid): Promise<AdviceRow | null> =>
  (
    await sql<AdviceRow>`SELECT advice, advised_at AS "advisedAt", frozen_at AS "frozenAt" FROM growth_advice
      WHERE tenant = ${tenant}`.execute(tx)
  ).rows[0] ?? null

/** For a transaction of the worker, which sees every workspace. */
export const allTenants = async (tx: Tx): Promise<Uuid[]> =>
  (await sql<{ id: Uuid }>`SELECT id FROM ballast.tenants ORDER BY id`.execute(tx)).rows.map(({ id }) => id)
