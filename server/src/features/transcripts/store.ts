// SQL of transcripts: how many a day, and which were sent. Both are keys that are never taken in twice.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

interface Mark {
  readonly tenant: Uuid
  readonly conversationId: Uuid
  readonly id: Uuid
  /** Epoch ms. */
  readonly at: number
}

const take = async (tx: Tx, mark: Mark, key: string): Promise<boolean> => {
  const { rows } = await sql`
    INSERT INTO ballast.dedupe (tenant, key, change_id, conversation_id, first_seq, version, at)
    VALUES (${mark.tenant}, ${key}, ${mark.id}, ${mark.conversationId}, 0, 0, ${new Date(mark.at)})
    ON CONFLICT DO NOTHING RETURNING key`.execute(tx)
  return rows.length > 0
}

/** One of the `most` places a conversation has each day (UTC). False: they are all taken. */
export const takePlace = async (tx: Tx, mark: Mark, most: number): Promise<boolean> => {
  const day = new Date(mark.at).toISOString().slice(0, 10)
  for (let place = 1; place <= most; place++)
    if (await take(tx, mark, `transcript:${mark.conversationId}:${day}:${place}`)) return true
  return false
}

const sentKey = (id: Uuid) => `transcript-sent:${id}`
export const isSent = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<boolean> => {
  const { rows } = await sql`
    SELECT 1 FROM ballast.dedupe WHERE tenant = ${tenant} AND key = ${sentKey(id)}`.execute(tx)
  return rows.length > 0
}
/** False: it was marked before. */
export const markSent = (tx: Tx, mark: Mark): Promise<boolean> => take(tx, mark, sentKey(mark.id))
