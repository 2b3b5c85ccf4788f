// What happened in a conversation on another node ends the wait for fine words here. A lost poke costs seconds, nothing else.
import { Uuid } from '@ballast/contract/primitives'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Intake } from './create-intake.ts'

const isOurs = Compile(
  Type.Object({
    tenant: Uuid,
    subject: Uuid,
    type: Type.Enum(['message.received', 'conversation.handed-over', 'conversation.taken']),
    data: Type.Object({ messageId: Type.Optional(Uuid) }),
  }),
)

/** Listens on `facts.>`, where every node hears of every commit. */
export const intakeReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly intake: Pick<Intake, 'overtake'>
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (!Array.isArray(facts)) return
    for (const fact of facts) {
      if (!isOurs.Check(fact)) continue
      const { tenant, subject: conversationId, data } = fact
      const except = data.messageId === undefined ? {} : { except: data.messageId }
      void parts.intake.overtake({ tenant, conversationId, ...except })
    }
  })
  return { stop: () => subscription.unsubscribe() }
}
