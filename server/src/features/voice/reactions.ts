// What another node saved is spoken here with the next turn. A lost poke costs a few seconds, nothing else.
import { Uuid } from '@ballast/contract/primitives'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Voices } from './parts.ts'

const isUuid = Compile(Uuid)

/** Listens on `facts.>`, where every node hears of every commit. */
export const voiceReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly voices: Pick<Voices, 'forget'>
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (!Array.isArray(facts)) return
    for (const fact of facts)
      if (fact?.type === 'voice.saved' && isUuid.Check(fact.tenant)) parts.voices.forget(fact.tenant)
  })
  return { stop: () => subscription.unsubscribe() }
}
