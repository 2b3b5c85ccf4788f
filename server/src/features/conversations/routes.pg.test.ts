// Every route of conversations and contacts over HTTP, on PostgreSQL.
import { type Principal, problem } from '@ballast/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { readConfig } from '../../platform/config/read-config.ts'
import { httpConfig } from '../../platform/http/config.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { silentLog } from '../../platform/log.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { noCommerce, type Product, patient } from '../commerce/index.ts'
import { serveCommerce } from '../commerce/routes.ts'
import { serveContacts } from '../contacts/routes.ts'
import { serveConversations } from './routes.ts'

type Staff = Extract<Principal, { kind: 'staff' }>
let shop: Shop
let http: HttpServer
let me: Staff
beforeAll(async () => {
  shop = await newShop()
  me = shop.staff('小李', { role: 'owner' })
  const metrics = createMetrics({ processMetrics: false })
  http = createHttp({ log: silentLog, metrics, config: readConfig({ http: httpConfig }, {}).http })
  const gate = {
    admit: async (_access: unknown, request: { headers: Record<string, unknown> }): Promise<Principal> => {
      if (request.headers.as === 'key') return { kind: 'key', tenant: shop.tenant, keyId: shop.tenant, permissions: [] }
      if (request.headers.as === 'me') return me
      throw problem('auth.required')
    },
  }
  serveConversations(http, gate, shop.conversations)
  serveCommerce(http, gate, {
    commerce: patient({
      ...noCommerce(),
      getProducts: async (ids) => {
        if (ids.includes('broken')) throw new TypeError('the shop broke')
        return ids.filter((id) => id.startsWith('p')).map(productOf)
      },
    }),
  })
  serveContacts(http, gate, {
    ...shop.parts,
    seesContact: shop.conversations.seesContact,
    findOrders: async (_tenant, externalId) => [
      {
        orderNo: `BL-${externalId}`,
        status: 'shipped',
        placedAt: '2026-11-11T00:00:00.000Z',
        total: { amount: 19900, currency: 'CNY' },
        items: [{ title: { zh: '羽绒服', en: 'Down jacket' }, quantity: 1 }],
        parcels: [
          {
            carrier: { zh: '顺丰' },
            trackingNo: 'SF1',
            events: [{ at: '2026-11-12T00:00:00.000Z', text: { zh: '已到深圳' } }],
          },
        ],
      },
    ],
    erased: (tenant, contactId) => shop.conversations.forgetPerson({ tenant, contactId }),
  })
})
afterAll(async () => {
  await http?.close()
  await shop?.database.drop()
})

const productOf = (id: string): Product => ({
  id,
  title: { zh: `商品 ${id}`, en: `Product ${id}` },
  aliases: [],
  price: { amount: 9900, currency: 'CNY' },
  variants: [{ sku: `${id}-one`, size: 'one', colour: 'red', stock: 2 }],
  sizing: 'none',
})
const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, as = 'me') => {
  const answer = await http.app.inject({
    method,
    url,
    headers: { as, 'sec-fetch-site': 'same-origin' },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const start = async () => {
  const contactId = shop.ids.uuid()
  const identity = { externalId: `u-${contactId}`, name: '张小明', phone: '13812345678' }
  const ack = await shop.intake(async () => turnResult()).accept(shop.says(contactId, '你好', { identity }))
  return { contactId, at: `/api/conversations/${ack.conversationId}`, conversationId: ack.conversationId }
}

describe('conversations over HTTP', () => {
  it('a whole shift', async () => {
    const { at, conversationId } = await start()
    const list = await call('GET', '/api/conversations?view=bot')
    expect(list.body.rows.map((row: { conversation: { id: string } }) => row.conversation.id)).toContain(conversationId)
    expect((await call('GET', '/api/conversations/counts')).body).toMatchObject({ bot: list.body.rows.length })
    const text = [{ kind: 'text', text: '您好' }]
    const id = shop.ids.uuid()
    const written = await call('POST', `${at}/messages`, { id, parts: text })
    expect(written).toMatchObject({ status: 200, body: { duplicate: false, message: { seq: 4, parts: text } } })
    expect((await call('POST', `${at}/messages`, { id, parts: text })).body.duplicate).toBe(true)
    const edited = await call('PUT', `${at}/messages/${id}`, { parts: [{ kind: 'text', text: '您好呀' }] })
    expect(edited.body.message.parts[0].text).toBe('您好呀')
    expect((await call('POST', `${at}/messages/${id}/recall`, {})).body.message.recalled).toBe(true)
    expect((await call('POST', `${at}/read`, { seq: 9 })).body).toEqual({ seq: 4 })
    const hands: [string, object, string][] = [
      ['hand-back', {}, 'bot'],
      ['hand-over', { reason: 'manual' }, 'waiting'],
      ['take', {}, 'agent'],
      ['snooze', { until: new Date(shop.clock.now() + 60_000).toISOString() }, 'snoozed'],
      ['transfer', { staffId: me.staffId, note: '自己来' }, 'agent'],
      ['resolve', {}, 'resolved'],
      ['reopen', {}, 'agent'],
    ]
    for (const [verb, body, status] of hands) {
      expect(await call('POST', `${at}/${verb}`, body)).toMatchObject({
        status: 200,
        body: { conversation: { status } },
      })
    }
    const { body } = await call('GET', `${at}/messages?limit=3&beforeSeq=4`)
    expect(body.messages.map((message: { seq: number }) => message.seq)).toEqual([1, 2, 3])
    expect((await call('GET', at)).body).toMatchObject({
      row: { contactName: '张小明' },
      contact: { phone: '138****5678' },
    })
  })

  it('people: masked, revealed, their orders, erased', async () => {
    const { contactId, at } = await start()
    const person = `/api/contacts/${contactId}`
    expect((await call('GET', person)).body.contact).toMatchObject({ phone: '138****5678', verified: true })
    const revealed = await call('POST', `${person}/reveal`, { field: 'phone', reason: 'delivery' })
    expect(revealed.body).toEqual({ field: 'phone', value: '13812345678' })
    expect((await call('POST', `${person}/reveal`, { field: 'phone' })).status).toBe(400)
    const orders = await call('GET', `${person}/orders`)
    expect(orders.body.orders[0]).toMatchObject({ items: [{ title: '羽绒服' }], parcel: { lastEvent: '已到深圳' } })
    expect((await call('DELETE', person)).body.erasedAt).toMatch(/Z$/)
    expect((await call('GET', `${at}/messages`)).body.messages[0].parts).toEqual([{ kind: 'text', text: '[erased]' }])
    expect((await call('GET', `${person}/orders`)).body).toEqual({ orders: [] })
  })

  it('every conversation of a person that the caller sees, newest first', async () => {
    const { contactId, conversationId } = await start()
    const elsewhere = { ...shop.inbox, id: shop.ids.uuid() }
    const hidden = { ...shop.inbox, id: shop.ids.uuid() }
    const intake = shop.intake(async () => turnResult())
    // Conversations of one millisecond stand in no order of their own.
    shop.clock.advance(1)
    const second = await intake.accept(shop.says(contactId, 'second', { inbox: elsewhere }))
    await intake.accept(shop.says(contactId, 'third', { inbox: hidden }))
    shop.visible.inboxes = [shop.inbox.id, elsewhere.id]
    const url = `/api/contacts/${contactId}/conversations`
    const { body } = await call('GET', url)
    const shown = body.rows.map((row: { conversation: { id: string }; contactName: string }) => row.conversation.id)
    expect(shown).toEqual([second.conversationId, conversationId])
    expect(body.rows[0].contactName).toBe('张小明')
    shop.visible.inboxes = []
    expect(await call('GET', url)).toMatchObject({ status: 404, body: { code: 'contact.not-found' } })
    shop.visible.inboxes = [shop.inbox.id]
    expect((await call('GET', `/api/contacts/${shop.ids.uuid()}/conversations`)).body.code).toBe('contact.not-found')
    expect((await call('GET', url, undefined, 'nobody')).status).toBe(401)
  })

  it('products by id, in the language asked for', async () => {
    const ids = async (query: string) => call('GET', `/api/products?${query}`)
    const { body } = await ids('ids=p2,nope,p1&locale=en-GB')
    expect(body.products.map((card: { productId: string; title: string }) => [card.productId, card.title])).toEqual([
      ['p2', 'Product p2'],
      ['p1', 'Product p1'],
    ])
    expect((await ids('ids=p1&locale=zh-CN')).body.products[0]).toMatchObject({ title: '商品 p1', stock: 2 })
    expect((await ids('ids=')).body).toEqual({ products: [] })
    expect((await ids(`ids=${Array.from({ length: 51 }, (_, n) => n)}`)).body.code).toBe('request.invalid')
    expect((await ids('ids=broken')).body.code).toBe('commerce.unavailable')
    expect((await ids('')).body.code).toBe('request.invalid')
  })

  it('refuses what is not there, not a person’s, or not in shape', async () => {
    const { at } = await start()
    const nowhere = `/api/conversations/${shop.ids.uuid()}`
    expect(await call('GET', nowhere)).toMatchObject({ status: 404, body: { code: 'conversation.not-found' } })
    expect((await call('GET', `/api/contacts/${shop.ids.uuid()}`)).body.code).toBe('contact.not-found')
    expect((await call('POST', `${at}/take`, {}, 'key')).body.code).toBe('auth.forbidden')
    expect((await call('POST', `${at}/take`, {}, 'nobody')).status).toBe(401)
    const long = { id: shop.ids.uuid(), parts: [{ kind: 'text', text: 'x'.repeat(10_000) }] }
    expect((await call('POST', `${at}/messages`, long)).status).toBeGreaterThanOrEqual(400)
    expect((await call('POST', `${at}/snooze`, { until: '2020-01-01T00:00:00.000Z' })).body.code).toBe(
      'request.invalid',
    )
  })
})
