// What another node put into use is asked here with the next message. A lost poke costs a few seconds, nothing else.
import { Uuid } from '@ballast/contract/primitives'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Models } from './models.ts'

const isUuid = Compile(Uuid)

/** Listens on `facts.>`, where every node hears of every commit. */
export const languageReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly models: Pick<Models, 'forget'>
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (!Array.isArray(facts)) return
    for (const fact of facts)
      if (fact?.type === 'language.published' && isUuid.Check(fact.tenant)) parts.models.forget(fact.tenant)
  })
  return { stop: () => subscription.unsubscribe() }
}
