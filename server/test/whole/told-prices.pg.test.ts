// A price told to a customer follows the rules in force; when they change, whoever was told the old one is found and told.
import { type Client, createClient } from '@ballast/contract/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noCommerce, type Product } from '../../src/features/commerce/index.ts'
import { noteQuote } from '../../src/features/promotions/index.ts'
import { newId } from '../change-sets.ts'
import { startWholeServer, type WholeServer } from '../whole-server.ts'
import { openTwin, postFrames, type Twin, text, visit } from '../whole-tenants.ts'

const COAT: Product = {
  id: 'coat',
  title: { zh: '羊毛大衣', en: 'Wool coat' },
  aliases: ['大衣', 'coat'],
  price: { amount: 39_900, currency: 'CNY' },
  variants: [{ sku: 'coat-m', size: 'M', colour: 'black', stock: 3 }],
  sizing: 'tops',
}
let node: WholeServer
let shop: Twin
let client: Client
beforeAll(async () => {
  const commerce = {
    ...noCommerce(),
    searchProducts: async ({ text: said }: { text: string }) => (/大衣|coat/i.test(said) ? [COAT] : []),
    getProduct: async (id: string) => (id === COAT.id ? COAT : null),
  }
  node = await startWholeServer({ commerce })
  shop = await openTwin(node, 'alpha')
  client = createClient({ baseUrl: node.url, headers: { authorization: `Bearer ${shop.key.secret}` } })
})
afterAll(() => node?.stop())

/** Puts a rule set of one 满减 into force. */
const inForce = async (minus: number): Promise<void> => {
  const csv = `编号,类型,名称,阶梯\nfull,满减,双11满减,满300减${minus}\n`
  const reply = await fetch(`${node.url}/api/promotions/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${shop.key.secret}`, 'content-type': 'text/csv' },
    body: csv,
  })
  const { version } = (await reply.json()) as { version: { version: number } }
  await client.publishRules({ params: { version: String(version.version) } })
}
const customer = async () => {
  const { token } = await visit(node, shop.open.publicKey)
  let conversationId = ''
  return {
    asks: async (said: string, context?: object): Promise<string> => {
      const frame = { t: 'send', id: newId(node.clock.now()), parts: text(said), ...(context ? { context } : {}) }
      const { frames } = await postFrames(node, token, [frame])
      const ack = frames.find(({ t }) => t === 'ack') as { conversationId: string; seq: number } | undefined
      conversationId = ack?.conversationId ?? ''
      const { messages } = await client.listMessages({ params: { conversationId }, query: {} })
      return JSON.stringify(messages.filter(({ seq, author }) => seq > (ack?.seq ?? 0) && author.kind === 'bot'))
    },
    reads: async () =>
      (await client.listMessages({ params: { conversationId }, query: {} })).messages
        .filter(({ author }) => author.kind === 'bot')
        .map(({ parts }) => JSON.stringify(parts)),
  }
}

test('the price follows the rules with the next question; who was told the old one is listed and told once', async () => {
  await inForce(40)
  const one = await customer()
  const first = await one.asks('大衣多少钱')
  expect(first).toContain('羊毛大衣现价 ¥359（原价 ¥399）')
  expect(first).toContain('双11满减')
  expect((await client.listWrongAnswers()).answers).toEqual([])
  await inForce(60)
  expect(await (await customer()).asks('大衣多少钱')).toContain('¥339')
  const { answers } = await client.listWrongAnswers()
  expect(answers.map(({ told, now }) => [told, now])).toEqual([[35_900, 33_900]])
  await client.correctAnswers({ body: { ids: answers.map(({ id }) => id) } })
  await client.correctAnswers({ body: { ids: answers.map(({ id }) => id) } })
  expect((await one.reads()).filter((said) => said.includes('更正'))).toHaveLength(1)
  expect((await client.listWrongAnswers()).answers).toEqual([])
})

test('a whole cart is added up with its offers, and only what the shop sells counts', async () => {
  const { asks } = await customer()
  const cart = [
    { productId: 'coat', quantity: 2 },
    { productId: 'gone', quantity: 1 },
  ]
  const said = await asks('购物车一共多少钱', { cart })
  expect(said).toContain('购物车里共 2 件，原价合计 ¥798，现在应付 ¥738。')
})

test('a price noted for an answer that was never stored corrects nobody', async () => {
  const { asks, reads } = await customer()
  await asks('你好')
  const { conversationId } = shop.neighbour
  const told = { cart: { currency: 'CNY', lines: [{ productId: 'coat', price: 39_900, quantity: 1 }] }, buyer: {} }
  const quote = { ...told, amount: 1, version: 1, at: node.clock.now(), locale: 'zh-CN', conversationId }
  const id = newId(node.clock.now())
  await noteQuote(node.server.promotions.parts, shop.tenant, { ...quote, id, messageId: newId(node.clock.now()) })
  expect((await client.correctAnswers({ body: { ids: [id] } })).corrected).toEqual([id])
  expect((await reads()).some((said) => said.includes('更正'))).toBe(false)
})
