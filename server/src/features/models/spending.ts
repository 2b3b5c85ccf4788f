// The bill of a call: what it may cost at most is charged before it is made, the difference comes back when it has ended.
import type { Uuid } from '@ballast/contract'
import type { KeptUse, ModelParts } from './parts.ts'
import { affords, type Cost, costOf, dayOf, guessTokens } from './rules/budget.ts'
import { charge, lockModels, readSpent } from './store.ts'

export interface Reserved extends Cost {
  readonly tokensIn: number
  readonly day: string
}

/** Null: the budget does not have it. */
export const reserve = async (
  { database, clock }: Pick<ModelParts, 'database' | 'clock'>,
  tenant: Uuid,
  { kept, text }: { readonly kept: KeptUse; readonly text: string },
): Promise<Reserved | null> => {
  const tokensIn = guessTokens(text)
  const cost = costOf(tokensIn, kept.maxTokens, kept.budget)
  const day = dayOf(clock.now())
  return database.as(tenant, async (tx) => {
    await lockModels(tx, tenant, 'spending')
    if (!affords(kept.budget, await readSpent(tx, tenant, kept.use, day), cost)) return null
    await charge(tx, tenant, { use: kept.use, day, calls: 1, ...cost })
    return { ...cost, tokensIn, day }
  })
}

/** What is charged besides, or given back. */
export const difference = (reserved: Cost, actual: Cost): Cost => ({
  tokens: actual.tokens - reserved.tokens,
  micros: actual.micros - reserved.micros,
})
