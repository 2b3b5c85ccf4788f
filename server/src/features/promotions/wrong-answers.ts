// Prices that were told and are wrong under the rules in force now, and the correction to who was told them.
import { setImmediate as nextTick } from 'node:timers/promises'
import { problem, type Uuid } from '@ballast/contract'
import type { RulesInForce } from './in-force.ts'
import type { PromotionParts } from './parts.ts'
import { correctionText, type Quote, recheck, sumsOf, type WrongQuote } from './rules/quotes.ts'
import { markCorrected, openQuotes, readQuotes, writeQuote } from './store-quotes.ts'

export const QUOTE_DAYS = 30
const DAY = 86_400_000
const MOST_ANSWERS = 2_000
/** How long prices are worked out in one go, ms: others wait no longer for this thread. */
const SLICE_MS = 4

/** Keeps what a customer was told a cart costs. The same id twice is kept once. */
export const noteQuote = (parts: Pick<PromotionParts, 'database'>, tenant: Uuid, quote: Quote): Promise<void> =>
  parts.database.as(tenant, (tx) => writeQuote(tx, tenant, quote))

const wrongOf = async (quotes: readonly Quote[], { compiled }: RulesInForce, now: number): Promise<WrongQuote[]> => {
  const wrong: WrongQuote[] = []
  let began = performance.now()
  for (const quote of quotes) {
    const found = recheck(quote, compiled, now)
    if (found !== null) wrong.push(found)
    if (performance.now() - began < SLICE_MS) continue
    await nextTick()
    began = performance.now()
  }
  return wrong
}

/** Newest first; of one cart in one conversation only the last word counts. Empty while no rules are in force. */
export const wrongAnswers = async (
  parts: Pick<PromotionParts, 'database' | 'clock' | 'inForce'>,
  tenant: Uuid,
): Promise<WrongQuote[]> => {
  const rules = await parts.inForce.get(tenant)
  if (rules === null) return []
  const now = parts.clock.now()
  const query = { version: rules.version, since: now - QUOTE_DAYS * DAY, limit: MOST_ANSWERS }
  const quotes = await parts.database.as(tenant, (tx) => openQuotes(tx, tenant, query))
  return wrongOf(quotes, rules, now)
}

/**
 * Tells these customers. Marked after it was said: when a process dies in between it is said again under the same key,
 * which the conversation takes once. What could not be sent stays in the list. @throws Problem rules.none-in-force
 */
export const correct = async (
  parts: Pick<PromotionParts, 'database' | 'clock' | 'inForce' | 'sayTo' | 'log'>,
  tenant: Uuid,
  ids: readonly Uuid[],
): Promise<{ corrected: Uuid[]; failed: Uuid[] }> => {
  const rules = await parts.inForce.get(tenant)
  if (rules === null) throw problem('rules.none-in-force')
  const now = parts.clock.now()
  const quotes = await parts.database.as(tenant, (tx) => readQuotes(tx, tenant, ids))
  const [corrected, failed]: [Uuid[], Uuid[]] = [[], []]
  for (const one of await wrongOf(quotes, rules, now)) {
    const { id, conversationId, messageId } = one.quote
    try {
      await parts.sayTo({ tenant, conversationId, messageId, key: id, text: correctionText(one), sums: sumsOf(one) })
      corrected.push(id)
    } catch (err) {
      parts.log.warn({ err, tenant, conversationId }, 'rules.correction-failed')
      failed.push(id)
    }
  }
  if (corrected.length > 0)
    await parts.database.as(tenant, (tx) => markCorrected(tx, tenant, { ids: corrected, at: now }))
  return { corrected, failed }
}
