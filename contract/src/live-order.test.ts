import { describe, expect, test } from 'vitest'
import type { Message } from './conversation.ts'
import { createOrder } from './live-order.ts'

const message = (seq: number, more: Partial<Message> = {}) =>
  ({ seq, parts: [], recalled: false, delivery: 'sent', ...more }) as unknown as Message
const seqs = (messages: readonly Message[]) => messages.map(({ seq }) => seq)

describe('order', () => {
  test('a message too early waits, one seen before is dropped', () => {
    const order = createOrder(0)
    expect(seqs(order.message(message(2)).fresh)).toEqual([])
    expect(order.gap()).toBe(true)
    expect(seqs(order.message(message(1)).fresh)).toEqual([1, 2])
    expect(seqs(order.message(message(1)).fresh)).toEqual([])
    expect([order.last(), order.gap()]).toEqual([2, false])
  })
  test('a page jumps over notes, and what waited follows', () => {
    const order = createOrder(1)
    order.message(message(6))
    const { fresh } = order.replay({ afterSeq: 1, lastSeq: 5, messages: [message(2), message(4)] })
    expect(seqs(fresh)).toEqual([2, 4, 6])
  })
  test('a page that starts beyond what is known is not taken', () => {
    const order = createOrder(0)
    expect(seqs(order.replay({ afterSeq: 3, lastSeq: 6, messages: [message(4)] }).fresh)).toEqual([])
    expect(order.last()).toBe(0)
  })
  test('a page overlapping what is known tells only of changes', () => {
    const order = createOrder(3)
    const messages = [message(1, { recalled: true }), message(2), message(3, { delivery: 'read' }), message(4)]
    const { fresh, updated } = order.replay({ afterSeq: 0, lastSeq: 4, messages })
    expect([seqs(fresh), seqs(updated)]).toEqual([[4], [1, 3]])
  })
  test('an answer that may be judged and a rating that may have its reasons count as changes', () => {
    const order = createOrder(3)
    const rated = message(3, { parts: [{ kind: 'system', code: 'rated', score: 4, reasons: ['quick'] }] })
    const messages = [message(1), message(2, { turn: { outcome: 'answered' } }), rated]
    expect(seqs(order.replay({ afterSeq: 0, lastSeq: 3, messages }).updated)).toEqual([2, 3])
  })
  test('an old page does not move back', () => {
    const order = createOrder(9)
    order.replay({ afterSeq: 0, lastSeq: 4, messages: [] })
    expect(order.last()).toBe(9)
  })
})
