// The consumer of facts. One question that cannot be taken must not keep the others waiting.
import type { FactConsumers } from '../../platform/facts/consume.ts'
import type { Growth } from './create-growth.ts'
import { GROWTH_FACTS, react } from './react.ts'

export const growthReactions = ({ parts }: Growth, facts: Pick<FactConsumers, 'consume'>): void => {
  facts.consume({
    name: 'growth',
    types: GROWTH_FACTS,
    from: 'now',
    handle: async (happened) => {
      for (const fact of happened)
        await react(parts, fact).catch((err: unknown) =>
          parts.log.error({ err, tenant: fact.tenant, factId: fact.id }, 'growth.fact-failed'),
        )
    },
  })
}
