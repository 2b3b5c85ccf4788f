// SQL of names: entries of one name say the same in several languages.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

/** A name given before stays. */
export const nameEntries = async (
  tx: Tx,
  tenant: Uuid,
  names: readonly { readonly id: Uuid; readonly name: string }[],
): Promise<void> => {
  await sql`
    INSERT INTO knowledge_names (tenant, entry_id, name)
    SELECT ${tenant}::uuid, x.id, x.name FROM json_to_recordset(${JSON.stringify(names)}::json) AS x(id uuid, name text)
    ON CONFLICT (tenant, entry_id) DO NOTHING`.execute(tx)
}

export const readNames = async (tx: Tx, tenant: Uuid): Promise<ReadonlyMap<Uuid, string>> => {
  const { rows } = await sql<{ entry_id: Uuid; name: string }>`
    SELECT entry_id, name FROM knowledge_names WHERE tenant = ${tenant}`.execute(tx)
  return new Map(rows.map(({ entry_id, name }) => [entry_id, name]))
}
