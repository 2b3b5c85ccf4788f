// SQL of ratings: where a conversation stands since the last one.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface Marks {
  /** Sequence numbers; 0: none. */
  readonly ratedSeq: number
  readonly answeredSeq: number
  readonly customerSeq: number
  /** The colleague who spoke last; null: only the bot did. */
  readonly staffId: Uuid | null
}

/** What a line says is sealed; that it is a rating stands beside it. */
export const marksOf = async (tx: Tx, tenant: Uuid, conversationId: Uuid): Promise<Marks> => {
  const { rows } = await sql<Marks>`
    SELECT coalesce(max(seq) FILTER (WHERE author_kind = 'system' AND verdict -> 'rated' IS NOT NULL), 0) AS "ratedSeq",
      coalesce(max(seq) FILTER (WHERE author_kind IN ('bot', 'agent') AND NOT note), 0) AS "answeredSeq",
      coalesce(max(seq) FILTER (WHERE author_kind = 'customer'), 0) AS "customerSeq",
      (array_agg(author_id ORDER BY seq DESC) FILTER (WHERE author_kind = 'agent' AND NOT note))[1] AS "staffId"
    FROM ballast.messages WHERE tenant = ${tenant} AND conversation_id = ${conversationId}`.execute(tx)
  return rows[0] ?? { ratedSeq: 0, answeredSeq: 0, customerSeq: 0, staffId: null }
}
