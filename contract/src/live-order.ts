// One conversation's messages in order, each once, whatever the network does. Pure state, no clock.
import type { Message } from './conversation.ts'

/** `updated`: a message shown before that has changed since. */
export interface Arrived {
  readonly fresh: Message[]
  readonly updated: Message[]
}

export interface Order {
  /** Everything up to this number has been handed on. */
  last(): number
  /** Later messages wait for an earlier one: ask the server to resume after `last()`. */
  gap(): boolean
  message(message: Message): Arrived
  replay(page: { readonly afterSeq: number; readonly lastSeq: number; readonly messages: readonly Message[] }): Arrived
}

/** What a message shown before may have become meanwhile. */
const hasChanged = (message: Message) =>
  message.recalled ||
  message.editedAt !== undefined ||
  message.delivery !== 'sent' ||
  // An answer may have been judged, or the judgement taken back, on another device.
  message.turn !== undefined ||
  // A rating may have got its reasons since.
  message.parts.some((part) => part.kind === 'system' && part.code === 'rated')

export const createOrder = (startAfter: number): Order => {
  let last = startAfter
  const waiting = new Map<number, Message>()
  const drain = (fresh: Message[]): Message[] => {
    for (let next = waiting.get(last + 1); next; next = waiting.get(last + 1)) {
      fresh.push(next)
      last += 1
    }
    for (const seq of waiting.keys()) if (seq <= last) waiting.delete(seq)
    return fresh
  }
  return {
    last: () => last,
    gap: () => waiting.size > 0,
    message: (message) => {
      if (message.seq > last) waiting.set(message.seq, message)
      return { fresh: drain([]), updated: [] }
    },
    replay: ({ afterSeq, lastSeq, messages }) => {
      // A page that starts beyond what we have would skip what lies between; the gap is asked for again.
      if (afterSeq > last) return { fresh: [], updated: [] }
      const fresh = messages.filter((message) => message.seq > last)
      const updated = messages.filter((message) => message.seq <= last && hasChanged(message))
      last = Math.max(last, lastSeq)
      return { fresh: drain(fresh), updated }
    },
  }
}
