// The consumer of facts that counts how entries are used: a batch of one workspace in one transaction.
import type { Fact } from '@ballast/contract'
import type { FactConsumers } from '../../../platform/facts/consume.ts'
import type { KnowledgeParts } from '../parts.ts'
import { countFact, removeOldCitations, USAGE_FACTS } from './store-usage.ts'

const DAY_MS = 86_400_000
/** The longest that is asked for is 90 days. */
const KEPT_MS = 100 * DAY_MS

export const usageReactions = (
  { database, clock }: Pick<KnowledgeParts, 'database' | 'clock'>,
  facts: Pick<FactConsumers, 'consume'>,
): void => {
  /** tenant -> when its old rows went. */
  const tidied = new Map<string, number>()
  const count = (tenant: string, some: readonly Fact[]) =>
    database.as(tenant, async (tx) => {
      for (const fact of some) await countFact(tx, fact)
      const now = clock.now()
      if (now - (tidied.get(tenant) ?? 0) < DAY_MS) return
      tidied.set(tenant, now)
      await removeOldCitations(tx, tenant, new Date(now - KEPT_MS))
    })
  // A batch that fails comes again: nothing may be lost, and twice changes nothing.
  facts.consume({
    name: 'entry-usage',
    types: USAGE_FACTS,
    handle: async (happened) => {
      for (const [tenant, some] of Map.groupBy(happened, (fact) => fact.tenant)) await count(tenant, some)
    },
  })
}
