// SQL that counts a workspace's conversations without reading them all.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

/** Everything a workspace ever had, counted up to `most`. */
export const countUpTo = async (tx: Tx, tenant: Uuid, most: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM ballast.conversations WHERE tenant = ${tenant} LIMIT ${most}
    ) few`.execute(tx)
  return rows[0]!.n
}
