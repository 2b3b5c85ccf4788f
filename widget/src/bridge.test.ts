import { expect, test } from 'vitest'
import { readContext, readToHost, readToPanel } from './bridge.ts'

test('a message of another shape is dropped on both sides', () => {
  for (const data of [null, 1, 'reset', {}, { t: 'reset' }, { ballast: 2, t: 'reset' }, { ballast: 1, t: 'eval' }]) {
    expect(readToPanel(data)).toBeNull()
    expect(readToHost(data)).toBeNull()
  }
  expect(readToPanel({ ballast: 1, t: 'identify', jwt: 7 })).toBeNull()
  expect(readToPanel({ ballast: 1, t: 'identify', jwt: 'x'.repeat(5_000) })).toBeNull()
  expect(readToHost({ ballast: 1, t: 'event', event: { name: 'unread', count: '9' } })).toBeNull()
  expect(readToHost({ ballast: 1, t: 'event', event: { name: 'message', author: 'root' } })).toBeNull()
})

test('an event carries nothing beyond its own fields', () => {
  expect(readToHost({ ballast: 1, t: 'event', event: { name: 'message', author: 'bot', text: 'secret' } })).toEqual({
    t: 'event',
    event: { name: 'message', author: 'bot' },
  })
})

test('a context keeps what the contract knows and nothing else', () => {
  expect(
    readContext({
      page: 'https://shop.example/a',
      productId: 'p-1',
      orderNo: 12,
      cart: [
        { productId: 'p-1', quantity: 2, price: 1 },
        { productId: 'p-2', quantity: 0 },
      ],
      userId: 'u-1',
    }),
  ).toEqual({ page: 'https://shop.example/a', productId: 'p-1', cart: [{ productId: 'p-1', quantity: 2 }] })
  expect(readContext('x')).toEqual({})
})
