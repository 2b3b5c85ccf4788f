import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { buildDemoShop } from '../../../../demo/shop/index.ts'
import { demoCommerce, patient } from './index.ts'

const setup = (before?: () => Promise<void>) => {
  let now = Date.parse('2026-03-10T04:00:00Z')
  const shop = demoCommerce({
    shop: buildDemoShop,
    clock: { now: () => now },
    sign: (text) => createHmac('sha256', 'test').update(text).digest('hex'),
    ...(before ? { before } : {}),
  })
  return { shop, pass: (ms: number) => (now += ms) }
}

test('a customer sees their own orders, newest first, and nobody else’s', async () => {
  const { shop } = setup()
  const orders = await shop.findOrders({ as: 'demo-003' })
  expect(orders.map((order) => order.orderNo)).toEqual(['BL200004', 'BL200003', 'BL200005'])
  expect(await shop.findOrders({ as: 'nobody' })).toEqual([])
  expect(await shop.findOrders({ as: '' })).toEqual([])
  expect(await shop.getOrder({ as: 'demo-001' }, 'BL200001')).toMatchObject({ status: 'shipped' })
  expect(await shop.getOrder({ as: 'demo-002' }, 'BL200001')).toBeNull()
  expect(await shop.trace({ as: 'demo-002' }, 'BL200001')).toEqual([])
  expect((await shop.trace({ as: 'demo-001' }, 'BL200001'))[0]?.trackingNo).toBe('SF1407200001')
})

test('order number and the phone’s last digits open that one order only', async () => {
  const { shop } = setup()
  const proof = await shop.proveOrder({ orderNo: 'bl200002', phoneLast4: '1074' })
  if (proof === null || proof === 'slow-down') throw new Error('the right digits were refused')
  expect(await shop.getOrder(proof, 'BL200002')).toMatchObject({ orderNo: 'BL200002' })
  expect(await shop.getOrder(proof, 'BL200001')).toBeNull()
  expect(await shop.getOrder({ grant: 'BL200001.forged' }, 'BL200001')).toBeNull()
  expect(await shop.proveOrder({ orderNo: 'BL200002', phoneLast4: '0000' })).toBeNull()
  expect(await shop.proveOrder({ orderNo: 'BL999999', phoneLast4: '1074' })).toBeNull()
})

test('guessing is slowed down, for orders that exist and for those that do not, and forgiven later', async () => {
  const { shop, pass } = setup()
  for (const orderNo of ['BL200002', 'BL999999']) {
    for (let i = 0; i < 5; i++) expect(await shop.proveOrder({ orderNo, phoneLast4: '0000' })).toBeNull()
    expect(await shop.proveOrder({ orderNo, phoneLast4: '1074' })).toBe('slow-down')
  }
  pass(16 * 60_000)
  expect(await shop.proveOrder({ orderNo: 'BL200002', phoneLast4: '1074' })).toHaveProperty('grant')
})

test('products by id, in the order asked for, without those the shop does not know', async () => {
  const { shop } = setup()
  expect((await shop.getProducts(['RL07', 'nope', 'RL02'])).map(({ id }) => id)).toEqual(['RL07', 'RL02'])
  expect(await shop.getProducts([])).toEqual([])
  const stuck = patient({ ...shop, getProducts: () => new Promise(() => {}) }, 5)
  await expect(stuck.getProducts(['RL07'])).rejects.toMatchObject({ code: 'commerce.unavailable' })
})

test.each([
  ['how much are the running shorts?', ['RL11']],
  ['越野跑鞋有货吗', ['RL02']],
  ['two Hoodies please', ['RL07']],
  ['capital of france', []],
  ['the dressing room', []],
])('"%s" names %j', async (text, ids) => {
  const { shop } = setup()
  expect((await shop.searchProducts({ text })).map((product) => product.id)).toEqual(ids)
})

test('a word for a kind of thing means the one on view; a name of its own means that one', async () => {
  const { shop } = setup()
  const named = async (text: string, onView?: string) =>
    (await shop.searchProducts({ text, ...(onView ? { onView } : {}) })).map((product) => product.id)
  const [hoodie] = await named('老城卫衣')
  expect(await named('这件卫衣有M码吗')).toEqual(['RL07'])
  expect(await named('这件卫衣有M码吗', hoodie)).toEqual([hoodie])
  expect(await named('云朵卫衣有M码吗', hoodie)).toEqual(['RL07'])
  expect(await named('这件有M码吗', hoodie)).toEqual([])
  expect((await named('有登山靴吗')).length).toBe(3)
})

test('coupons are the customer’s own', async () => {
  const { shop } = setup()
  expect((await shop.listCoupons({ as: 'demo-005' })).map(({ code }) => code)).toContain('WELCOME20')
  expect(await shop.listCoupons({ as: 'nobody' })).toEqual([])
})

test('stock is read by SKU', async () => {
  const { shop } = setup()
  expect(await shop.getStock('RL01-BLACK-42')).toBe(6)
  expect(await shop.getStock('RL08-ORANGE-L')).toBe(0)
  expect(await shop.getStock('none')).toBeNull()
})

test('a shop that is slow or broken becomes commerce.unavailable', async () => {
  const slow = patient(setup(() => new Promise((done) => setTimeout(done, 500))).shop, 20)
  await expect(slow.findOrders({ as: 'demo-001' })).rejects.toMatchObject({ code: 'commerce.unavailable' })
  const broken = patient(setup(() => Promise.reject(new Error('socket hang up'))).shop)
  await expect(broken.getProduct('RL01')).rejects.toMatchObject({ code: 'commerce.unavailable' })
  expect(await patient(setup().shop).getProduct('RL01')).toMatchObject({ id: 'RL01' })
})
