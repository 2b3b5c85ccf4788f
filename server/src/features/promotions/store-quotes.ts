// All SQL of prices that were told to customers.
import type { Uuid } from '@ballast/contract'
import type { Buyer, Cart } from '@ballast/contract/promotions'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { Quote } from './rules/quotes.ts'

interface Row {
  readonly id: Uuid
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly locale: string
  readonly cart: Cart
  readonly buyer: Buyer
  readonly amount: string
  readonly version: number
  readonly at: Date
}
const COLUMNS = sql`id, conversation_id AS "conversationId", message_id AS "messageId", locale, cart, buyer, amount,
  version, told_at AS at`
const toQuote = (row: Row): Quote => ({ ...row, amount: Number(row.amount), at: row.at.getTime() })

/** The same quote twice is kept once. */
export const writeQuote = async (tx: Tx, tenant: Uuid, quote: Quote): Promise<void> => {
  await sql`
    INSERT INTO rule_quotes
      (tenant, id, conversation_id, message_id, locale, cart, buyer, amount, version, told_at)
    VALUES (${tenant}, ${quote.id}, ${quote.conversationId}, ${quote.messageId}, ${quote.locale},
      ${JSON.stringify(quote.cart)}::jsonb, ${JSON.stringify(quote.buyer)}::jsonb, ${quote.amount}, ${quote.version},
      to_timestamp(${quote.at} / 1000.0))
    ON CONFLICT (tenant, id) DO NOTHING`.execute(tx)
}
/** Told since `since` under other versions and not corrected; of one cart in one conversation only the last word. */
export const openQuotes = async (
  tx: Tx,
  tenant: Uuid,
  query: { readonly version: number; readonly since: number; readonly limit: number },
): Promise<Quote[]> => {
  const { rows } = await sql<Row>`
    SELECT * FROM (
      SELECT DISTINCT ON (conversation_id, cart) ${COLUMNS}, corrected_at FROM rule_quotes
      WHERE tenant = ${tenant} AND told_at >= to_timestamp(${query.since} / 1000.0)
      ORDER BY conversation_id, cart, told_at DESC, id DESC
    ) last WHERE corrected_at IS NULL AND version <> ${query.version}
    ORDER BY at DESC, id DESC LIMIT ${query.limit}`.execute(tx)
  return rows.map(toQuote)
}
/** Those of the quotes that nobody was corrected about yet. */
export const readQuotes = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<Quote[]> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM rule_quotes
    WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[]) AND corrected_at IS NULL
    ORDER BY told_at, id`.execute(tx)
  return rows.map(toQuote)
}
export const markCorrected = async (
  tx: Tx,
  tenant: Uuid,
  { ids, at }: { readonly ids: readonly Uuid[]; readonly at: number },
): Promise<void> => {
  await sql`
    UPDATE rule_quotes SET corrected_at = to_timestamp(${at} / 1000.0)
    WHERE tenant = ${tenant} AND id = ANY (${[...ids]}::uuid[]) AND corrected_at IS NULL`.execute(tx)
}
export const deleteQuotesBefore = async (tx: Tx, tenant: Uuid, before: number): Promise<void> => {
  await sql`DELETE FROM rule_quotes WHERE tenant = ${tenant} AND told_at < to_timestamp(${before} / 1000.0)`.execute(tx)
}
