// What the panel reads out of messages.
import type { Message } from '@ballast/contract/conversation'
import { expect, test } from 'vitest'
import { cartTotal, latestContext, latestScore, webAddress } from './context.ts'

const message = (seq: number, more: Partial<Message>): Message => ({
  id: `0190a000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
  conversationId: '0190a000-0000-7000-8000-000000000001',
  seq,
  author: { kind: 'customer' },
  channel: 'web',
  parts: [{ kind: 'text', text: 'x' }],
  note: false,
  sentAt: `2026-01-01T00:00:0${seq}.000Z`,
  recalled: false,
  delivery: 'sent',
  ...more,
})

test('the newest of the customer’s messages that carries a context counts', () => {
  const messages = [
    message(1, { context: { productId: 'old' } }),
    message(2, { context: { productId: 'new' } }),
    message(3, {}),
    message(4, { author: { kind: 'bot' }, context: { productId: 'never' } }),
  ]
  expect(latestContext(messages)).toEqual({ context: { productId: 'new' }, at: '2026-01-01T00:00:02.000Z' })
  expect(latestContext([message(1, {})])).toBeNull()
})

test('the last score counts; without one there is none', () => {
  const rated = (seq: number, score: number) =>
    message(seq, { author: { kind: 'system' }, parts: [{ kind: 'system', code: 'rated', score }] })
  expect(latestScore([rated(1, 2), rated(2, 5), message(3, {})])).toBe(5)
  expect(latestScore([message(1, {})])).toBeNull()
})

test('only pages of the web become links', () => {
  expect(webAddress('https://shop.example/p1?a=1')).toBe('https://shop.example/p1?a=1')
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', '/p1', 'p1', '', undefined])
    expect(webAddress(bad)).toBeNull()
})

test('a cart has a sum only when every price is known, in one currency', () => {
  const yuan = { amount: 100, currency: 'CNY' }
  expect(
    cartTotal([
      { quantity: 2, price: yuan },
      { quantity: 1, price: yuan },
    ]),
  ).toEqual({ amount: 300, currency: 'CNY' })
  expect(
    cartTotal([
      { quantity: 2, price: yuan },
      { quantity: 1, price: undefined },
    ]),
  ).toBeNull()
  expect(
    cartTotal([
      { quantity: 1, price: yuan },
      { quantity: 1, price: { amount: 1, currency: 'EUR' } },
    ]),
  ).toBeNull()
  expect(cartTotal([])).toBeNull()
})
