// What another node published is found with the next question here. A lost poke costs a few seconds, nothing else.
import type { Fact } from '@ballast/contract'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Log } from '../../platform/log.ts'
import type { Indexes } from './indexes.ts'

const CHANGES: readonly string[] = ['knowledge.published', 'knowledge.withdrawn']

/** Listens on `facts.>`, where every node hears of every commit. Answers how to stop. */
export const knowledgeReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly indexes: Indexes
  readonly log: Log
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = payload as { readonly facts: readonly Fact[] }
    const tenants = new Set(facts.filter((fact) => CHANGES.includes(fact.type)).map((fact) => fact.tenant))
    for (const tenant of tenants) {
      parts.indexes.refresh(tenant).catch((error: unknown) => {
        parts.log.warn({ err: error, tenant }, 'knowledge.refresh-failed')
      })
    }
  })
  return { stop: () => subscription.unsubscribe() }
}
