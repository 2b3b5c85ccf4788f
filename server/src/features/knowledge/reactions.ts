// What another node published is found with the next question here. A lost poke costs a few seconds, nothing else.
import { Uuid } from '@ballast/contract/primitives'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Log } from '../../platform/log.ts'
import type { Indexes } from './indexes.ts'

const isUuid = Compile(Uuid)
const CHANGES: readonly string[] = ['knowledge.published', 'knowledge.withdrawn']

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
