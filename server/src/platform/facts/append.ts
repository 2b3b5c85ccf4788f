// Facts of changes that do not ride the train (accounts, knowledge, contacts): written in the caller's transaction.
import type { FactType, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../database/open.ts'

export interface AppendedFact {
  readonly id: Uuid
  readonly tenant: Uuid
  readonly type: FactType
  readonly subject: Uuid
  /** Epoch milliseconds. */
  readonly at: number
  readonly data: object
}

export const appendFacts = async (tx: Tx, facts: readonly AppendedFact[]): Promise<void> => {
  if (facts.length === 0) return
  await sql`
    INSERT INTO ballast.facts (tenant, id, type, subject, at, data, txid)
    SELECT f.tenant, f.id, f.type, f.subject, to_timestamp(f.at / 1000), f.data, ballast.fact_txid()
    FROM json_to_recordset(${JSON.stringify(facts)}::json)
      AS f(tenant uuid, id uuid, type text, subject uuid, at numeric, data jsonb)`.execute(tx)
}
