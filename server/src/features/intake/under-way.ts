// The turns that go on after their message was stored. Whoever writes again, or takes the conversation over, ends the wait for
// fine words: what code composed is said at once, before the next answer.
import type { Uuid } from '@ballast/contract'
import { inTime } from './in-time.ts'
import type { SlowTurn } from './slow-turn.ts'

export interface Overtaking {
  readonly tenant: Uuid
  readonly contactId?: Uuid
  readonly conversationId?: Uuid
  /** Whose own turn this is. */
  readonly except?: Uuid
}
export interface UnderWay {
  add(slow: SlowTurn, work: Promise<void>): void
  /** Resolves when those that could be hurried are stored; the others are not waited for. */
  overtake(which: Overtaking): Promise<void>
  /** Resolves when none is left. */
  settle(): Promise<void>
}

/** A turn that heeds the hurry has its answer at once; one that waits for the shop's systems does not. */
const HEEDS_MS = 50
const STORES_MS = 1_000

export const createUnderWay = (): UnderWay => {
  const turns = new Map<SlowTurn, Promise<void>>()
  const meant = ({ tenant, contactId, conversationId, except }: Overtaking) =>
    [...turns].filter(
      ([slow]) =>
        slow.question.tenant === tenant &&
        slow.question.messageId !== except &&
        (contactId === undefined || slow.contactId === contactId) &&
        (conversationId === undefined || slow.conversationId === conversationId),
    )
  return {
    add: (slow, work) => {
      turns.set(slow, work)
      void work.finally(() => turns.delete(slow))
    },
    overtake: async (which) => {
      const overtaken = meant(which)
      for (const [slow] of overtaken) slow.hurry.abort()
      await Promise.all(
        overtaken.map(async ([slow, work]) => {
          if ((await inTime(slow.thinking, HEEDS_MS)) !== null) await inTime(work, STORES_MS)
        }),
      )
    },
    settle: async () => {
      while (turns.size > 0) await Promise.all(turns.values())
    },
  }
}
