// What another node put in force is in force here with the next turn. A lost poke costs a few seconds, nothing else.
import { Uuid } from '@ballast/contract/primitives'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Log } from '../../platform/log.ts'
import type { InForce } from './in-force.ts'

const isUuid = Compile(Uuid)

/** Listens on `facts.>`, where every node hears of every commit. Answers how to stop. */
export const promotionReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly inForce: Pick<InForce, 'refresh'>
  readonly log: Log
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (!Array.isArray(facts)) return
    for (const fact of facts) {
      if (fact?.type !== 'rules.published' || !isUuid.Check(fact.tenant)) continue
      const tenant: Uuid = fact.tenant
      parts.inForce.refresh(tenant).catch((err: unknown) => parts.log.warn({ err, tenant }, 'rules.refresh-failed'))
    }
  })
  return { stop: () => subscription.unsubscribe() }
}
