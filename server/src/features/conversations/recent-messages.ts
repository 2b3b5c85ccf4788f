// The last messages of busy conversations, in memory and bounded: a hint that saves a read, never the truth.
import type { Message, Uuid } from '@ballast/contract'

export interface RecentMessages {
  /** Messages committed just now, in order. */
  add(conversationId: Uuid, messages: readonly Message[]): void
  /** A message that reads differently now. */
  replace(message: Message): void
  /** Messages `fromSeq`…`toSeq` when every one of them is known; else null: read PostgreSQL. */
  range(conversationId: Uuid, fromSeq: number, toSeq: number): readonly Message[] | null
  forget(conversationId: Uuid): void
}

export const createRecentMessages = (limits: { conversations?: number; messages?: number } = {}): RecentMessages => {
  const { conversations = 10_000, messages: most = 30 } = limits
  const known = new Map<Uuid, Message[]>()
  return {
    add: (conversationId, messages) => {
      const first = messages[0]
      if (first === undefined) return
      const before = known.get(conversationId) ?? []
      // A gap means another process wrote meanwhile: start anew rather than pretend.
      const joins = before.at(-1)?.seq === first.seq - 1
      known.delete(conversationId)
      known.set(conversationId, [...(joins ? before : []), ...messages].slice(-most))
      if (known.size > conversations) known.delete(known.keys().next().value as Uuid)
    },
    replace: (message) => {
      const list = known.get(message.conversationId)
      const at = list?.findIndex((one) => one.seq === message.seq) ?? -1
      if (list !== undefined && at >= 0) list[at] = message
    },
    range: (conversationId, fromSeq, toSeq) => {
      const list = known.get(conversationId)
      const first = list?.[0]?.seq
      const last = list?.at(-1)?.seq
      if (list === undefined || first === undefined || last === undefined) return null
      return first <= fromSeq && last >= toSeq ? list.slice(fromSeq - first, toSeq - first + 1) : null
    },
    forget: (conversationId) => void known.delete(conversationId),
  }
}
