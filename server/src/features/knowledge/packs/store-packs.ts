// What a workspace has of a pack, and who has had a hand in it.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/open.ts'

/**
 * Who wrote the versions a pack has written. Nobody's id: an entry that has a version by anybody else, a colleague or a
 * key, belongs to the shop from then on.
 */
export const PACK_AUTHOR: Uuid = '00000000-0000-8000-8000-007061636b73'

export interface HeldEntry {
  readonly id: Uuid
  readonly topic: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
  readonly version: number
  readonly status: 'draft' | 'published' | 'withdrawn'
  /** All its versions are the pack's. */
  readonly untouched: boolean
}

/** Those of the entries that exist. `lock`: until the transaction ends nobody else writes them. */
export const readHeld = async (
  tx: Tx,
  tenant: Uuid,
  more: { readonly ids: readonly Uuid[]; readonly lock?: boolean },
): Promise<HeldEntry[]> => {
  const { rows } = await sql<HeldEntry>`
    SELECT e.id, e.topic, e.title, e.questions, e.answer, e.version, e.status, NOT EXISTS (
      SELECT 1 FROM knowledge_versions v
      WHERE v.tenant = ${tenant} AND v.entry_id = e.id AND v.staff_id IS DISTINCT FROM ${PACK_AUTHOR}::uuid
    ) AS untouched
    FROM knowledge_entries e WHERE e.tenant = ${tenant} AND e.id = ANY (${[...more.ids]}::uuid[])
    ORDER BY e.id ${more.lock === true ? sql`FOR UPDATE OF e` : sql``}`.execute(tx)
  return rows
}
