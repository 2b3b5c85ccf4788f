import { expect, test } from 'vitest'
import { heard, memoryParts } from '../../../../demo/evaluation/evaluate.ts'
import { type AnsweringParts, takeTurn } from './index.ts'

const NOW = Date.parse('2026-03-10T04:00:00Z')
const ID = '00000000-0000-7000-8000-000000000009'
const ask = (text: string, cart: { productId: string; quantity: number }[], parts: AnsweringParts = memoryParts(NOW)) =>
  takeTurn(parts, {
    tenant: ID,
    inbox: { id: ID, locale: 'zh-CN', botName: 'Ridge' },
    contact: { id: ID, externalId: null, verified: false, name: null, level: null },
    locale: null,
    dialog: null,
    recent: [],
    text,
    verdict: heard(text, NOW),
    parts: [{ kind: 'text', text }],
    context: { cart },
    now: NOW,
  })

test('without rules a cart is added up at the shop’s prices, and nothing is promised beyond', async () => {
  const result = await ask('购物车一共多少钱', [
    { productId: 'RL30', quantity: 2 },
    { productId: 'no such thing', quantity: 1 },
  ])
  expect(JSON.stringify(result.parts)).toContain('购物车里共 2 件，按现价合计 ¥1598，运费和优惠以结算页为准。')
  expect(result).not.toHaveProperty('told')
})

test('a cart of things the shop does not know is no cart', async () => {
  const result = await ask('how much is my cart in total', [{ productId: 'gone', quantity: 1 }])
  expect(JSON.stringify(result.parts)).not.toContain('Your cart holds')
})

test('a cart in two currencies has no sum', async () => {
  const parts = memoryParts(NOW)
  const commerce = {
    ...parts.commerce,
    getProduct: async (id: string) => {
      const product = await parts.commerce.getProduct('RL30')
      return product && id === 'dollars' ? { ...product, id, price: { amount: 100, currency: 'USD' } } : product
    },
  }
  const cart = [
    { productId: 'RL30', quantity: 1 },
    { productId: 'dollars', quantity: 1 },
  ]
  const result = await ask('购物车一共多少钱', cart, { ...parts, commerce })
  expect(JSON.stringify(result.parts)).not.toContain('购物车里共')
})
