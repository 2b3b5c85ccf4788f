// What another node published is found with the next question here. A lost poke costs a few seconds, nothing else.
import { Uuid } from '@ballast/contract/primitives'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { FactConsumers } from '../../platform/facts/consume.ts'
import type { Log } from '../../platform/log.ts'
import type { Indexes } from './indexes.ts'
import type { KnowledgeParts } from './parts.ts'
import { catchUpStructure } from './structure/read-entries.ts'

/** What is published or withdrawn by hand is read for its structure. One workspace that fails must not keep the others waiting. */
export const structureReactions = (
  parts: KnowledgeParts & { readonly log: Log },
  facts: Pick<FactConsumers, 'consume'>,
): void => {
  facts.consume({
    name: 'structure',
    types: ['knowledge.published', 'knowledge.withdrawn'],
    from: 'now',
    handle: async (happened) => {
      for (const [tenant, facts] of Map.groupBy(happened, (fact) => fact.tenant)) {
        const entries = [...new Set(facts.map((fact) => fact.subject))]
        await catchUpStructure(parts, tenant, entries).then(
          (read) => (read > 0 ? parts.indexes.refresh(tenant) : undefined),
          (err: unknown) => parts.log.error({ err, tenant }, 'structure.not-read'),
        )
      }
    },
  })
}

const isUuid = Compile(Uuid)
const CHANGES: readonly string[] = ['knowledge.published', 'knowledge.withdrawn', 'structure.changed']

/** Listens on `facts.>`, where every node hears of every commit. Answers how to stop. */
export const knowledgeReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly indexes: Indexes
  readonly log: Log
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (!Array.isArray(facts)) return
    const tenants = facts.flatMap((fact) =>
      CHANGES.includes(fact?.type) && isUuid.Check(fact.tenant) ? fact.tenant : [],
    )
    for (const tenant of new Set<Uuid>(tenants)) {
      parts.indexes.refresh(tenant).catch((error: unknown) => {
        parts.log.warn({ err: error, tenant }, 'knowledge.refresh-failed')
      })
    }
  })
  return { stop: () => subscription.unsubscribe() }
}
