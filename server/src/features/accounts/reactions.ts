// What another node changed about colleagues, keys and inboxes is forgotten here, so that nobody comes back with old rights.
import type { Bus } from '../../platform/bus/bus.ts'

const CHANGES = /^(?:staff|inbox|key|tenant)\./

/** Listens on `facts.>`, where every node hears of every change of rights. Answers how to stop. */
export const accountsReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly accounts: { forget(): void }
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (Array.isArray(facts) && facts.some((fact) => CHANGES.test(String(fact?.type)))) parts.accounts.forget()
  })
  return { stop: () => subscription.unsubscribe() }
}
