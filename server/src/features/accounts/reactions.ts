<<<<<<< HEAD

// What another node changed about colleagues, keys and inboxes is forgotten here, so that nobody comes back with old rights.
import type { Bus } from '../../platform/bus/bus.ts'

const CHANGES = /^(?:staff|inbox|key)\./

/** Listens on `facts.>`, where every node hears of every change of rights. Answers how to stop. */
export const accountsReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly accounts: { forget(): void }
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = (payload ?? {}) as { readonly facts?: unknown }
    if (Array.isArray(facts) && facts.some((fact) => CHANGES.test(String(fact?.type)))) parts.accounts.forget()
=======
// An inbox that another node changed is read again here with the next message. A lost poke costs seconds, nothing else.
import type { Fact } from '@ballast/contract'
import type { Bus } from '../../platform/bus/bus.ts'
import type { InboxDirectory } from './inbox-directory.ts'

const CHANGES: readonly string[] = ['inbox.created', 'inbox.changed']

/** Listens on `facts.>`, where every node hears of every commit. Answers how to stop. */
export const accountsReactions = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly inboxes: Pick<InboxDirectory, 'forget'>
}): { stop(): void } => {
  const subscription = parts.bus.subscribe('facts.>', (payload) => {
    const { facts } = payload as { readonly facts: readonly Fact[] }
    if (facts.some((fact) => CHANGES.includes(fact.type))) parts.inboxes.forget()
>>>>>>> refs/heads/bench
  })
  return { stop: () => subscription.unsubscribe() }
}
