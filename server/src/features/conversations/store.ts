// All SQL over conversations and messages outside the commit train.
import type { Judgement, Message, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

/** Beside a message of the bot: what it did in the turn, and what the customer thought of it. */
export interface BotAside {
  readonly turn?: NonNullable<Message['turn']>
  readonly judgement?: Judgement
}
/** Beside a customer's message: what was understood of it. Beside a line of the house: that it is a rating. */
export type Aside = NonNullable<Message['verdict']> | BotAside | { readonly rated: true }

export interface MessageRow {
  readonly id: Uuid
  readonly conversationId: Uuid
  readonly seq: number
  readonly authorKind: Message['author']['kind']
  readonly authorId: Uuid | null
  readonly authorName: string | null
  readonly channel: string
  readonly body: Buffer | null
  readonly note: boolean
  readonly sentAt: Date
  readonly editedAt: Date | null
  readonly recalled: boolean
  readonly delivery: Message['delivery']
  readonly failure: string | null
  readonly inReplyTo: Uuid | null
  readonly aside: Aside | null
  readonly externalId: string | null
}
const COLUMNS = sql`id, conversation_id AS "conversationId", seq, author_kind AS "authorKind", author_id AS "authorId",
  author_name AS "authorName", channel, body, note, sent_at AS "sentAt", edited_at AS "editedAt", recalled, delivery, failure,
  in_reply_to AS "inReplyTo", verdict AS aside, external_id AS "externalId"`

export interface Page {
  readonly afterSeq?: number
  readonly beforeSeq?: number
  readonly limit: number
  /** Leave internal notes out: the customer's side. */
  readonly withoutNotes?: boolean
}
/** The highest a sequence number can be; a wish beyond it means the same. */
const LAST_SEQ = 2_147_483_647
const bounded = (seq: number) => Math.min(seq, LAST_SEQ)
/** In sequence order. With `beforeSeq` the last `limit` before it, else the first `limit` after `afterSeq`. */
export const pageOfMessages = async (tx: Tx, tenant: Uuid, conversationId: Uuid, page: Page): Promise<MessageRow[]> => {
  const backwards = page.beforeSeq !== undefined
  const { rows } = await sql<MessageRow>`
    SELECT ${COLUMNS} FROM ballast.messages
    WHERE tenant = ${tenant} AND conversation_id = ${conversationId} AND seq > ${bounded(page.afterSeq ?? 0)}
      AND seq < ${bounded(page.beforeSeq ?? LAST_SEQ)} ${page.withoutNotes === true ? sql`AND NOT note` : sql``}
    ORDER BY seq ${backwards ? sql`DESC` : sql`ASC`} LIMIT ${page.limit}`.execute(tx)
  return backwards ? rows.reverse() : rows
}

export const messageById = async (
  tx: Tx,
  at: { readonly tenant: Uuid; readonly conversationId: Uuid; readonly messageId: Uuid },
): Promise<MessageRow | null> => {
  const { rows } = await sql<MessageRow>`
    SELECT ${COLUMNS} FROM ballast.messages
    WHERE tenant = ${at.tenant} AND id = ${at.messageId} AND conversation_id = ${at.conversationId} FOR UPDATE`.execute(
    tx,
  )
  return rows[0] ?? null
}
export const messageByExternalId = async (
  tx: Tx,
  at: { readonly tenant: Uuid; readonly conversationId: Uuid; readonly fromSeq: number; readonly externalId: string },
): Promise<MessageRow | null> => {
  const { rows } = await sql<MessageRow>`
    SELECT ${COLUMNS} FROM ballast.messages
    WHERE tenant = ${at.tenant} AND conversation_id = ${at.conversationId} AND seq >= ${at.fromSeq}
      AND external_id = ${at.externalId} ORDER BY seq LIMIT 1 FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export const rewriteMessage = async (
  tx: Tx,
  tenant: Uuid,
  change: { readonly id: Uuid; readonly body: Buffer | null; readonly recalled: boolean; readonly at: number },
): Promise<void> => {
  await sql`
    UPDATE ballast.messages SET body = ${change.body}, recalled = ${change.recalled}, edited_at = to_timestamp(${change.at / 1000})
    WHERE tenant = ${tenant} AND id = ${change.id}`.execute(tx)
}
export const setDelivery = async (
  tx: Tx,
  tenant: Uuid,
  change: { readonly id: Uuid; readonly delivery: Message['delivery']; readonly failure: string | null },
): Promise<void> => {
  await sql`
    UPDATE ballast.messages SET delivery = ${change.delivery}, failure = ${change.failure}
    WHERE tenant = ${tenant} AND id = ${change.id}`.execute(tx)
}
export const setAside = async (tx: Tx, tenant: Uuid, messageId: Uuid, aside: Aside): Promise<void> => {
  await sql`
    UPDATE ballast.messages SET verdict = nullif(${JSON.stringify(aside)}::jsonb, '{}')
    WHERE tenant = ${tenant} AND id = ${messageId}`.execute(tx)
}
export const setExternalId = async (tx: Tx, tenant: Uuid, messageId: Uuid, externalId: string): Promise<void> => {
  await sql`
    UPDATE ballast.messages SET external_id = ${externalId} WHERE tenant = ${tenant} AND id = ${messageId}`.execute(tx)
}

/** Where a change set, or a platform's message, was stored. */
export interface Seen {
  readonly conversationId: Uuid
  readonly firstSeq: number
}
export const seenKey = async (tx: Tx, tenant: Uuid, key: string): Promise<Seen | null> => {
  const { rows } = await sql<Seen>`
    SELECT conversation_id AS "conversationId", first_seq AS "firstSeq" FROM ballast.dedupe
    WHERE tenant = ${tenant} AND key = ${key}`.execute(tx)
  return rows[0] ?? null
}

export const inboxesOfContact = async (tx: Tx, tenant: Uuid, contactId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ inboxId: Uuid }>`
    SELECT DISTINCT inbox_id AS "inboxId" FROM ballast.conversations
    WHERE tenant = ${tenant} AND contact_id = ${contactId}`.execute(tx)
  return rows.map((row) => row.inboxId)
}
export const conversationsOfContact = async (tx: Tx, tenant: Uuid, contactId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    SELECT id FROM ballast.conversations WHERE tenant = ${tenant} AND contact_id = ${contactId}`.execute(tx)
  return rows.map((row) => row.id)
}
/** Every sealed body of a conversation, to be sealed anew under another key. */
export const bodiesOf = async (
  tx: Tx,
  tenant: Uuid,
  conversationId: Uuid,
): Promise<{ id: Uuid; body: Buffer | null }[]> => {
  const { rows } = await sql<{ id: Uuid; body: Buffer | null }>`
    SELECT id, body FROM ballast.messages WHERE tenant = ${tenant} AND conversation_id = ${conversationId} FOR UPDATE`.execute(
    tx,
  )
  return rows
}
/** Raises the version, so that decisions made on the former person come back stale. Answers the sealed preview, row locked. */
/** What of a conversation is sealed with its person's key. */
export interface Sealed {
  readonly preview: Buffer | null
  readonly dialog: Buffer | null
}

export const lockConversation = async (tx: Tx, tenant: Uuid, conversationId: Uuid): Promise<Sealed> => {
  const { rows } = await sql<Sealed>`
    UPDATE ballast.conversations SET version = version + 1
    WHERE tenant = ${tenant} AND id = ${conversationId} RETURNING preview, dialog`.execute(tx)
  return rows[0] ?? { preview: null, dialog: null }
}
export const moveConversation = async (
  tx: Tx,
  tenant: Uuid,
  move: {
    readonly conversationId: Uuid
    readonly contactId: Uuid
    readonly sealed: Sealed
    readonly bodies: readonly { readonly id: Uuid; readonly body: Buffer | null }[]
  },
): Promise<void> => {
  await sql`
    UPDATE ballast.conversations SET contact_id = ${move.contactId}, preview = ${move.sealed.preview},
      dialog = ${move.sealed.dialog}
    WHERE tenant = ${tenant} AND id = ${move.conversationId}`.execute(tx)
  const rows = move.bodies.map(({ id, body }) => ({ id, body: body?.toString('base64') ?? null }))
  await sql`
    UPDATE ballast.messages m SET body = decode(x.body, 'base64'),
      author_id = CASE WHEN m.author_kind = 'customer' THEN ${move.contactId}::uuid ELSE m.author_id END
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(id uuid, body text)
    WHERE m.tenant = ${tenant} AND m.id = x.id`.execute(tx)
}

export const setPreview = async (tx: Tx, tenant: Uuid, conversationId: Uuid, preview: Buffer): Promise<void> => {
  await sql`
    UPDATE ballast.conversations SET preview = ${preview}, version = version + 1
    WHERE tenant = ${tenant} AND id = ${conversationId}`.execute(tx)
}
