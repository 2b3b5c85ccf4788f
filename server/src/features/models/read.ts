// What the desk shows: settings without keys, and what they have cost.
import type { Uuid } from '@ballast/contract'
import type { ModelSettings, ModelSpending } from '@ballast/contract/routes/models'
import type { KeptUse, ModelParts } from './parts.ts'
import { dayOf, hasEnded } from './rules/budget.ts'
import { shown } from './save.ts'
import { readKept, readSpent, type Spent } from './store.ts'

const spendingOf = ({ use, budget, maxTokens }: KeptUse, spent: Spent): ModelSpending => {
  const sum = ({ calls, tokens, micros }: Spent['day']) => ({ calls, tokens, money: Math.ceil(micros / 1e6) })
  return { use, day: sum(spent.day), month: sum(spent.month), ended: hasEnded(budget, spent, maxTokens) }
}

export const readModels = async (
  { database, clock, allowPrivate }: ModelParts,
  tenant: Uuid,
): Promise<{ stopped: boolean; uses: ModelSettings[]; spending: ModelSpending[]; privateAllowed: boolean }> =>
  database.as(tenant, async (tx) => {
    const { stopped, uses } = await readKept(tx, tenant)
    const day = dayOf(clock.now())
    const spending: ModelSpending[] = []
    for (const kept of uses) spending.push(spendingOf(kept, await readSpent(tx, tenant, kept.use, day)))
    return { stopped, uses: uses.map(shown), spending, privateAllowed: allowPrivate }
  })
