// The way out on the whole server: signed, in order, tried again, given up with a notice; and polling.
import type { Uuid } from '@ballast/contract'
import { verifyWebhook } from '@ballast/contract/open-client'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import {
  API_KEY,
  type OpenServer,
  type OpenServerOptions,
  SIGNING_SECRET,
  startEndpoint,
  startOpenServer,
  until,
} from '../../../test/open-server.ts'
import { guardedFetch } from './index.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})
const ALLOWED = { env: { ALLOW_PRIVATE_WEBHOOKS: 'true' } }
const startShop = async (options: OpenServerOptions = ALLOWED) => {
  const shop = await startOpenServer(options)
  if (options.keep === undefined) closing.push(shop.drop)
  closing.push(shop.stop)
  const endpoint = await startEndpoint()
  closing.push(endpoint.stop)
  return { shop, endpoint }
}
const withInbox = async (shop: OpenServer, webhookUrl?: string) => {
  const tenant = await shop.newShop(`shop${Math.random()}`)
  const url = webhookUrl === undefined ? {} : { webhookUrl }
  const inbox = await shop.newInbox(tenant, { apiKey: API_KEY, signingSecret: SIGNING_SECRET, ...url })
  const client = shop.client(inbox.publicKey)
  const say = (sender: string, id: string, said = '运费多少') =>
    client.send({ sender: { id: sender }, conversation_id: `thread of ${sender}`, message: { id, text: said } })
  return { tenant, inbox, client, say }
}
const rows = async <T>(shop: OpenServer, tenant: Uuid, query: ReturnType<typeof sql<T>>) =>
  shop.database.as(tenant, async (tx) => (await query.execute(tx)).rows)
const replies = (shop: OpenServer, tenant: Uuid) =>
  rows(
    shop,
    tenant,
    sql<{ delivery: string; failure: string | null }>`SELECT delivery, failure FROM ballast.messages
      WHERE tenant = ${tenant} AND author_kind = 'bot' ORDER BY id`,
  )
const facts = (shop: OpenServer, tenant: Uuid, type: string) =>
  rows(shop, tenant, sql<{ data: object }>`SELECT data FROM ballast.facts WHERE tenant = ${tenant} AND type = ${type}`)

describe('webhooks', () => {
  test('the reply comes signed, with the shop’s own thread and person; delivered once it was answered', async () => {
    const { shop, endpoint } = await startShop()
    const { tenant, say, client } = await withInbox(shop, endpoint.url)
    const { id } = await say('u-1', 'm-1')
    const [call] = await until(() => endpoint.messages().length > 0 && endpoint.messages())
    expect(await verifyWebhook(call!, [SIGNING_SECRET])).toMatchObject({
      type: 'message_created',
      data: {
        contact: { id: 'u-1' },
        conversation: { external_id: 'thread of u-1' },
        author: { kind: 'bot' },
        in_reply_to: id,
      },
    })
    await until(async () => (await replies(shop, tenant))[0]?.delivery === 'delivered')
    // Sent once more on request, under the same id.
    const before = endpoint.messages().length
    await client.replay(call!.event.id)
    await until(() => endpoint.messages().length > before)
    expect(endpoint.messages().at(-1)!.headers['webhook-id']).toBe(call!.headers['webhook-id'])
    await expect(client.replay('01890a5d-ac96-774b-bcce-b302099a8057')).rejects.toMatchObject({
      code: 'request.not-found',
    })
  })

  test('what failed is tried again and what came later waits for it', async () => {
    const { shop, endpoint } = await startShop()
    const { tenant, say } = await withInbox(shop, endpoint.url)
    let broken = true
    const order: string[] = []
    endpoint.state.answer = ({ event }, reply) => {
      const fails = broken && event.data.contact.id === 'slow' && event.type === 'message_created'
      if (!fails && event.type === 'message_created') order.push(`${event.data.contact.id} ${event.data.seq}`)
      reply.writeHead(fails ? 503 : 200).end()
    }
    await say('slow', 'm-1')
    await until(() => endpoint.messages().length === 1)
    await say('slow', 'm-2', '退货政策是什么')
    await say('other', 'm-1')
    await until(() => order.length === 1)
    expect(order).toEqual(['other 2'])
    broken = false
    await until(() => order.length === 3)
    expect(order).toEqual(['other 2', 'slow 2', 'slow 4'])
    await until(async () => (await replies(shop, tenant)).every(({ delivery }) => delivery === 'delivered'))
  }, 40_000)

  test('a refusal is given up at once, with a notice, and does not hold up the next', async () => {
    const { shop, endpoint } = await startShop()
    const { tenant, say } = await withInbox(shop, endpoint.url)
    endpoint.state.answer = (_, reply) => reply.writeHead(endpoint.messages().length <= 1 ? 410 : 200).end()
    await say('u', 'm-1')
    await until(async () => (await facts(shop, tenant, 'delivery.failed')).length === 1)
    expect(await facts(shop, tenant, 'delivery.failed')).toMatchObject([
      { data: { channel: 'open', reason: 'http-410', attempts: 1 } },
    ])
    await say('u', 'm-2')
    await until(async () => (await replies(shop, tenant))[1]?.delivery === 'delivered')
    expect((await replies(shop, tenant))[0]).toEqual({ delivery: 'failed', failure: 'http-410' })
  })

  test('an address inside our network is never called, nor one a redirect names', async () => {
    const { shop, endpoint } = await startShop({})
    const { tenant, say } = await withInbox(shop, endpoint.url)
    await say('u', 'm-1')
    await until(async () => (await replies(shop, tenant))[0]?.delivery === 'failed')
    expect((await replies(shop, tenant))[0]!.failure).toBe('address-private')
    expect(endpoint.calls).toEqual([])
  })
  test('a redirect is an answer like any other refusal', async () => {
    const { shop, endpoint } = await startShop()
    const target = await startEndpoint()
    closing.push(target.stop)
    const { tenant, say } = await withInbox(shop, endpoint.url)
    endpoint.state.answer = (_, reply) => reply.writeHead(307, { location: target.url }).end()
    await say('u', 'm-1')
    await until(async () => (await replies(shop, tenant))[0]?.failure === 'http-307')
    expect(target.calls).toEqual([])
  })
  test('a person whose address is gone is a failure with a notice, not a silence', async () => {
    const { shop, endpoint } = await startShop()
    const { tenant, say } = await withInbox(shop, endpoint.url)
    endpoint.state.answer = (_, reply) => reply.writeHead(503).end()
    await say('u', 'm-1')
    await until(() => endpoint.calls.length > 0)
    await rows(shop, tenant, sql`DELETE FROM ballast.channel_contacts WHERE tenant = ${tenant}`)
    await until(async () => (await replies(shop, tenant))[0]?.failure === 'no-address', 20_000)
  }, 30_000)
  test('an endpoint that never answers is cut off', async () => {
    const endpoint = await startEndpoint()
    closing.push(endpoint.stop)
    endpoint.state.answer = () => undefined
    const fetch = guardedFetch({ allowPrivate: true, timeoutMs: 150 })
    await expect(fetch(endpoint.url, { method: 'POST', body: '{}' })).rejects.toMatchObject({ reason: 'timeout' })
  })

  test('a process that dies after COMMIT has lost nothing', async () => {
    const { shop: dying, endpoint } = await startShop({ ...ALLOWED, start: false })
    const { tenant, say } = await withInbox(dying, endpoint.url)
    await say('u', 'm-1')
    expect(endpoint.calls).toEqual([])
    const { shop: next } = await startShop({ ...ALLOWED, keep: dying })
    await until(async () => (await replies(next, tenant))[0]?.delivery === 'delivered')
    expect(endpoint.messages()).toHaveLength(1)
  })
  test('a process that died while it was sending leaves its event to the next', async () => {
    const { shop: dying, endpoint } = await startShop({ ...ALLOWED, start: false })
    const { tenant, say, inbox } = await withInbox(dying, endpoint.url)
    const { id } = await say('u', 'm-1')
    const [reply] = await rows(
      dying,
      tenant,
      sql<{ id: Uuid; conversation: Uuid }>`SELECT id, conversation_id AS conversation
      FROM ballast.messages WHERE tenant = ${tenant} AND in_reply_to = ${id}`,
    )
    // As the dead process left it: queued, held a minute ago, its job gone, the facts already read.
    const other = '01890a5d-ac96-774b-bcce-b302099a8057'
    await rows(
      dying,
      tenant,
      sql`INSERT INTO ballast.channel_feeds (tenant, inbox_id, last) VALUES (${tenant}, ${inbox.id}, 1)`,
    )
    await rows(
      dying,
      tenant,
      sql`INSERT INTO ballast.channel_events (tenant, inbox_id, place, id, kind, conversation_id, message_id, at, state, next_at, held_until)
      VALUES (${tenant}, ${inbox.id}, 1, ${other}, 'message', ${reply!.conversation}, ${reply!.id}, now(), 'waiting', now() - interval '1 minute', now() - interval '1 second')`,
    )
    await dying.database.worker((tx) =>
      sql`INSERT INTO ballast.consumers (name, txid) VALUES ('delivery', 9000000000000)`.execute(tx),
    )
    await startShop({ ...ALLOWED, keep: dying })
    await until(() => endpoint.messages().length === 1)
    expect(endpoint.messages()[0]!.event.id).toBe(other)
  })

  test('after five days of failure it is left alone, with a notice, until somebody turns it on again', async () => {
    const { shop, endpoint } = await startShop()
    const { tenant, inbox, say } = await withInbox(shop, endpoint.url)
    let broken = true
    endpoint.state.answer = (_, reply) => reply.writeHead(broken ? 500 : 200).end()
    await say('u', 'm-1')
    await until(async () => (await shop.server.delivery.healthOf(tenant, inbox.id)).failingSince !== null)
    await rows(
      shop,
      tenant,
      sql`UPDATE ballast.channel_feeds SET failing_since = now() - interval '6 days' WHERE tenant = ${tenant}`,
    )
    await say('v', 'm-1')
    await until(async () => (await shop.server.delivery.healthOf(tenant, inbox.id)).stoppedAt !== null)
    expect(await facts(shop, tenant, 'inbox.delivery-stopped')).toMatchObject([{ data: { inboxId: inbox.id } }])
    const calls = endpoint.calls.length
    await say('w', 'm-1')
    await new Promise((done) => setTimeout(done, 1500))
    expect(endpoint.calls.length).toBe(calls)
    broken = false
    await shop.server.delivery.resume(tenant, inbox.id)
    await until(() => endpoint.messages().some(({ event }) => event.data.contact.id === 'w'))
    expect(await shop.server.delivery.healthOf(tenant, inbox.id)).toEqual({ failingSince: null, stoppedAt: null })
  }, 40_000)

  test('typing and states are told', async () => {
    const { shop, endpoint } = await startShop()
    const { tenant, say } = await withInbox(shop, endpoint.url)
    await say('u', 'm-1', '转人工')
    const states = () =>
      endpoint.calls.flatMap(({ event }) => (event.type === 'conversation_status_changed' ? [event] : []))
    const waiting = await until(() => states().find(({ data }) => data.status === 'waiting'))
    const subject = `typing.${tenant}.${waiting.data.conversation.id}`
    shop.bus.publish(subject, { author: { kind: 'customer' }, on: true })
    shop.bus.publish(subject, { author: { kind: 'agent', id: tenant, name: '小王' }, on: true })
    const typing = await until(() => endpoint.calls.find(({ event }) => event.type === 'conversation_typing_on'))
    expect(typing.event.data).toMatchObject({ author: { kind: 'agent', name: '小王' }, contact: { id: 'u' } })
    expect(endpoint.calls.filter(({ event }) => event.type === 'conversation_typing_on')).toHaveLength(1)
  })
})

describe('polling', () => {
  test('never skips and never doubles while messages come in', async () => {
    const { shop } = await startShop()
    const { tenant, client, say } = await withInbox(shop)
    const people = 10
    const each = 12
    const seen: { id: string; contact: string; seq: number }[] = []
    let cursor = '0'
    const cursors: string[] = []
    let open = true
    const polling = (async () => {
      while (open) {
        const page = await client.events(cursor, { wait: 2, limit: 7 })
        for (const event of page.events)
          if (event.type === 'message_created')
            seen.push({ id: event.data.id, contact: event.data.contact.id, seq: event.data.seq })
        cursor = page.cursor
        cursors.push(cursor)
      }
    })()
    await Promise.all(
      Array.from({ length: people }, async (_, person) => {
        for (let n = 0; n < each; n++) await say(`p${person}`, `m-${n}`, '你好')
      }),
    )
    const stored = await rows(
      shop,
      tenant,
      sql<{
        id: string
      }>`SELECT id FROM ballast.messages WHERE tenant = ${tenant} AND author_kind <> 'customer' AND NOT note`,
    )
    await until(() => seen.length >= stored.length)
    open = false
    await polling
    expect(seen.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort())
    for (let person = 0; person < people; person++) {
      const mine = seen.filter(({ contact }) => contact === `p${person}`).map(({ seq }) => seq)
      expect(mine).toEqual([...mine].sort((a, b) => a - b))
    }
    expect(cursors.map(Number)).toEqual(cursors.map(Number).sort((a, b) => a - b))
    // Asking with a cursor acknowledges; asking from an older one gives the same again.
    await client.events(cursor)
    await until(async () => (await replies(shop, tenant)).every(({ delivery }) => delivery === 'delivered'))
    const again = await client.events('0', { limit: 5 })
    expect(again.events).toHaveLength(5)
  }, 40_000)
  test('waits for the first event, and no longer than asked', async () => {
    const { shop } = await startShop()
    const { client, say } = await withInbox(shop)
    const began = Date.now()
    expect(await client.events('latest', { wait: 1 })).toEqual({ events: [], cursor: '0' })
    expect(Date.now() - began).toBeGreaterThan(900)
    const waiting = client.events('0', { wait: 20 })
    await say('u', 'm-1')
    expect((await waiting).events.length).toBeGreaterThan(0)
    expect(Date.now() - began).toBeLessThan(10_000)
    await expect(client.events('x')).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(shop.client('in_nobody').events('0')).rejects.toMatchObject({ code: 'inbox.unknown' })
  })
})
