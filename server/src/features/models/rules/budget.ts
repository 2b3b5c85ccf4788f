// What a call may cost, and whether a budget still has it. Pure. Money is counted in millionths of a minor unit.
import type { ModelBudget } from '@ballast/contract/routes/models'

export interface Cost {
  readonly tokens: number
  readonly micros: number
}
export interface SpentSoFar {
  readonly day: Cost
  readonly month: Cost
}
type Prices = Pick<ModelBudget, 'inputPrice' | 'outputPrice'>

/** Tokens of a text, rather too many: a Chinese character may be more than one. */
export const guessTokens = (text: string): number => {
  const wide = text.length - text.replace(/[^\p{ASCII}]/gu, '').length
  return Math.ceil(wide * 1.5 + (text.length - wide) / 3) + 8
}

/** A price of minor units a million tokens is one of millionths a token. */
export const costOf = (tokensIn: number, tokensOut: number, { inputPrice, outputPrice }: Prices): Cost => ({
  tokens: tokensIn + tokensOut,
  micros: tokensIn * inputPrice + tokensOut * outputPrice,
})

const within = (limit: number | null, spent: number): boolean => limit === null || spent <= limit

/** Whether `more` can be spent without going over any limit. */
export const affords = (budget: ModelBudget, { day, month }: SpentSoFar, more: Cost): boolean =>
  within(budget.tokensPerDay, day.tokens + more.tokens) &&
  within(budget.tokensPerMonth, month.tokens + more.tokens) &&
  within(budget.moneyPerDay, Math.ceil((day.micros + more.micros) / 1e6)) &&
  within(budget.moneyPerMonth, Math.ceil((month.micros + more.micros) / 1e6))

/** What an ordinary call reads, to tell whether the next one would still be made. */
const ORDINARY_IN = 600
export const hasEnded = (budget: ModelBudget, spent: SpentSoFar, maxTokens: number): boolean =>
  !affords(budget, spent, costOf(ORDINARY_IN, maxTokens, budget))

/** Days and months are counted in UTC. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)
