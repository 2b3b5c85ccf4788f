// What another node saved or stopped holds here at once. A lost poke costs less than a second.
import { Uuid } from '@ballast/contract/primitives'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Log } from '../../platform/log.ts'
import type { Models } from './parts.ts'

const isUuid = Compile(Uuid)
const HEARD = ['model.saved', 'model.stopped']

/** Listens on `facts.>`, where every node hears of every commit. */
export const modelReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly models: Pick<Models, 'refresh'>
  readonly log: Log
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (!Array.isArray(facts)) return
    for (const fact of facts) {
      if (!HEARD.includes(fact?.type) || !isUuid.Check(fact.tenant)) continue
      const tenant: Uuid = fact.tenant
      parts.models.refresh(tenant).catch((err: unknown) => parts.log.warn({ err, tenant }, 'model.not-refreshed'))
    }
  })
  return { stop: () => subscription.unsubscribe() }
}
