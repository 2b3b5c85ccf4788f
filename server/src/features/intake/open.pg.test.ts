// The open channel's way in, over HTTP on the whole server: who is let in, what is stored, and how often.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Uuid } from '@ballast/contract'
import { signatureHeaders } from '@ballast/contract/open-client'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_KEY, type OpenServer, SIGNING_SECRET, startOpenServer, until } from '../../../test/open-server.ts'
import { png } from '../../../test/sample-files.ts'

let shop: OpenServer
let tenant: Uuid
let inbox: { id: Uuid; publicKey: string }
beforeAll(async () => {
  shop = await startOpenServer({ env: { ALLOW_PRIVATE_WEBHOOKS: 'true' } })
  tenant = await shop.newShop('one')
  inbox = await shop.newInbox(tenant)
})
afterAll(async () => {
  await shop.stop()
  await shop.drop()
})

const text = (sender: string, id: string, said: string) => ({
  sender: { id: sender, name: '张三' },
  message: { id, type: 'text', text: said },
})
const post = async (path: string, body: string, headers: Record<string, string>) => {
  const reply = await fetch(`${shop.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
  const said = await reply.text()
  return {
    status: reply.status,
    body: (said.startsWith('{') ? JSON.parse(said) : {}) as Record<string, unknown>,
    text: said,
  }
}
const messages = (key = inbox.publicKey) => `/open/v1/channels/${key}/messages`
const bearer = { authorization: `Bearer ${API_KEY}` }
const signed = (body: string, at = Date.now(), secret = SIGNING_SECRET, id = 'msg_1') =>
  signatureHeaders(secret, { id, timestamp: Math.floor(at / 1000), body })
const stored = async (of = tenant) =>
  shop.database.as(
    of,
    async (tx) =>
      (
        await sql<{ seq: number; kind: string; channel: string; conversation: Uuid; inbox: Uuid }>`
      SELECT m.seq, m.author_kind AS kind, m.channel, m.conversation_id AS conversation, c.inbox_id AS inbox
      FROM ballast.messages m JOIN ballast.conversations c ON c.tenant = m.tenant AND c.id = m.conversation_id
      WHERE m.tenant = ${of} ORDER BY m.conversation_id, m.seq`.execute(tx)
      ).rows,
  )

describe('who is let in', () => {
  test('the inbox’s API key, or a fresh signature under either way in', async () => {
    const body = JSON.stringify(text('in-1', 'm-1', '你好'))
    expect((await post(messages(), body, bearer)).status).toBe(200)
    expect((await post(messages(), body, await signed(body))).status).toBe(200)
    expect((await post(`/in/${inbox.publicKey}`, body, await signed(body))).status).toBe(200)
  })
  test('everything else is 401 and nothing is read', async () => {
    const before = await stored()
    const body = JSON.stringify(text('bad', 'm-bad', 'never stored'))
    const other = `whsec_${Buffer.from('x'.repeat(24)).toString('base64')}`
    const tries: Record<string, string>[] = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: `Basic ${API_KEY}` },
      await signed(body, Date.now() - 301_000),
      await signed(body, Date.now() + 301_000),
      await signed(body, Date.now(), other),
      await signed(`${body} `),
      { ...(await signed(body)), 'webhook-id': 'msg_2' },
      { ...(await signed(body)), 'webhook-signature': 'v1,%%%' },
      { ...(await signed(body)), 'webhook-timestamp': 'NaN' },
    ]
    for (const headers of tries)
      expect(await post(messages(), body, headers)).toMatchObject({ status: 401, body: { code: 'signature.invalid' } })
    expect(await post(messages(), 'not json', {})).toMatchObject({ status: 401 })
    expect(await stored()).toEqual(before)
    expect(await post(messages('in_nobody'), body, bearer)).toMatchObject({
      status: 404,
      body: { code: 'inbox.unknown' },
    })
  })
  test('another tenant’s key opens nothing, and a key does not travel between inboxes', async () => {
    const theirs = await shop.newShop('two')
    const their = await shop.newInbox(theirs, { apiKey: 'another-key-for-another-shop' })
    const body = JSON.stringify(text('u', 'm-x', 'hi'))
    expect((await post(messages(their.publicKey), body, bearer)).status).toBe(401)
    expect((await post(messages(), body, { authorization: 'Bearer another-key-for-another-shop' })).status).toBe(401)
    expect(await stored(theirs)).toEqual([])
    // The same sender id in two shops is two people.
    expect(
      (await post(messages(their.publicKey), body, { authorization: 'Bearer another-key-for-another-shop' })).body,
    ).toMatchObject({ seq: 1 })
  })
  test('a web inbox has no webhook', async () => {
    const web = await shop.server.accounts.createInbox(tenant, { name: 'Web', channel: 'web' })
    expect((await post(`/in/${web.publicKey}`, '{}', bearer)).status).toBe(401)
  })
})

describe('what is stored', () => {
  test('answers after COMMIT with the place; the same id again is the same answer, with another text 409', async () => {
    const send = (body: object) => post(messages(), JSON.stringify(body), bearer)
    const first = await send(text('twice', 'm-1', '运费多少'))
    expect(first).toMatchObject({ status: 200, body: { id: expect.any(String), seq: 1 } })
    expect((await send(text('twice', 'm-1', '运费多少'))).body).toEqual(first.body)
    expect(await send(text('twice', 'm-1', '别的'))).toMatchObject({ status: 409, body: { code: 'message.id-reused' } })
    // Ids are the sender's: another person may use the same.
    expect(await send(text('another', 'm-1', '别的'))).toMatchObject({ status: 200, body: { seq: 1 } })
  })
  test('Idempotency-Key stands for the id', async () => {
    const body = JSON.stringify({ sender: { id: 'idem' }, message: { text: 'hello' } })
    const first = await post(messages(), body, { ...bearer, 'idempotency-key': 'k-1' })
    expect(await post(messages(), body, { ...bearer, 'idempotency-key': 'k-1' })).toEqual(first)
    expect(
      (await post(messages(), body.replace('hello', 'other'), { ...bearer, 'idempotency-key': 'k-1' })).status,
    ).toBe(409)
    expect((await post(messages(), body, bearer)).status).toBe(400)
  })
  test('a replayed signature stores nothing new', async () => {
    const body = JSON.stringify(text('replayed', 'm-1', 'once'))
    const headers = await signed(body)
    const first = await post(messages(), body, headers)
    for (let n = 0; n < 3; n++) expect(await post(messages(), body, headers)).toEqual(first)
  })
  test('junk with a key is a named refusal, never a fault', async () => {
    for (const body of [
      '',
      '[]',
      'null',
      '{"sender":{}}',
      '{"sender":{"id":"x"},"message":{"id":"m","text":5}}',
      '\u0000',
      '{"__proto__":1}',
      '['.repeat(5000),
    ])
      expect((await post(messages(), body, bearer)).body).toMatchObject({ status: 400, code: 'request.invalid' })
    expect(await post(messages(), JSON.stringify(text('x', 'm', 'x'.repeat(9000))), bearer)).toMatchObject({
      status: 413,
      body: { code: 'message.too-long' },
    })
    expect(await post(messages(), JSON.stringify(text('x', 'm', '  ')), bearer)).toMatchObject({
      status: 400,
      body: { code: 'message.empty' },
    })
    expect((await post(messages(), 'x'.repeat(300_000), bearer)).status).toBe(413)
    // The address every channel shares has nobody to tell: what is genuine and means nothing is taken note of.
    expect((await post(`/in/${inbox.publicKey}`, 'junk', bearer)).status).toBe(200)
  })
  test('1,000 deliveries, doubled and out of order, are each stored once', async () => {
    const people = 20
    const customersBefore = (await stored()).filter(({ kind }) => kind === 'customer').length
    const all = Array.from({ length: 1000 }, (_, n) => text(`load-${n % people}`, `m-${n}`, `问题 ${n}`))
    const deliveries = [...all, ...all]
      .map((one, n) => ({ one, order: (n * 7919) % 2003 }))
      .sort((a, b) => a.order - b.order)
    const answers = new Map<string, Set<string>>()
    let next = 0
    const worker = async () => {
      for (let at = next++; at < deliveries.length; at = next++) {
        const { one } = deliveries[at]!
        const { status, body } = await post(messages(), JSON.stringify(one), bearer)
        expect(status).toBe(200)
        answers.set(one.message.id, (answers.get(one.message.id) ?? new Set()).add(JSON.stringify(body)))
      }
    }
    await Promise.all(Array.from({ length: 16 }, worker))
    expect([...answers.values()].every((same) => same.size === 1)).toBe(true)
    const ids = new Set([...answers.values()].flatMap((same) => [...same]))
    expect(ids.size).toBe(1000)
    const rows = (await stored()).filter(({ kind }) => kind === 'customer')
    const places = new Map<string, number[]>()
    for (const row of await stored()) places.set(row.conversation, [...(places.get(row.conversation) ?? []), row.seq])
    // No gap and no double in any conversation.
    for (const seqs of places.values()) expect(seqs).toEqual(seqs.map((_, index) => index + 1))
    expect(rows.length - customersBefore).toBe(1000)
  }, 60_000)
  test('an attachment keeps its name and address; a change and a recall reach the message', async () => {
    const attachments = [{ url: 'http://127.0.0.1:1/a.png', mime: 'image/png', name: 'a.png', size: 9 }]
    const body = { sender: { id: 'files' }, message: { id: 'f', text: 'see', attachments } }
    const { body: sent } = await post(messages(), JSON.stringify(body), bearer)
    expect(sent).toMatchObject({ seq: 1 })
    const change = (event: string, more: object) =>
      post(messages(), JSON.stringify({ event, sender: { id: 'files' }, message: { id: 'f', ...more } }), bearer)
    expect(await change('message_updated', { text: 'look' })).toMatchObject({ status: 200, body: { ok: true } })
    expect(await change('message_deleted', {})).toMatchObject({ status: 200 })
    const recalled = await shop.database.as(
      tenant,
      async (tx) =>
        (
          await sql<{
            recalled: boolean
            body: Buffer | null
          }>`SELECT recalled, body FROM ballast.messages WHERE tenant = ${tenant} AND id = ${sent.id as string}`.execute(
            tx,
          )
        ).rows,
    )
    expect(recalled).toEqual([{ recalled: true, body: null }])
    expect(await change('message_deleted', { id: 'never-sent' })).toMatchObject({ status: 404 })
  })
  test('an attachment is fetched once and kept as our own copy', async () => {
    let fetched = 0
    const cdn = createServer((_, reply) => {
      fetched++
      reply.writeHead(200, { 'content-type': 'text/plain' }).end(png())
    })
    await new Promise<void>((done) => cdn.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}/a.png`
    const attachments = [{ url, mime: 'image/png', name: 'a.png' }]
    const body = JSON.stringify({ sender: { id: 'pictures' }, message: { id: 'p', text: 'look', attachments } })
    const first = await post(messages(), body, bearer)
    expect(first).toMatchObject({ status: 200 })
    expect(await post(messages(), body, bearer)).toEqual(first)
    cdn.close()
    const guarded = await startOpenServer()
    const owner = await guarded.newShop('guarded')
    const { publicKey } = await guarded.newInbox(owner)
    const kept = async (server: OpenServer, of: Uuid) =>
      server.database.as(
        of,
        async (tx) =>
          (await sql<{ kind: string }>`SELECT kind FROM ballast.files WHERE tenant = ${of}`.execute(tx)).rows,
      )
    await guarded.client(publicKey).send({ sender: { id: 'u' }, message: { id: 'p', text: 'look', attachments } })
    // Without the operator's word nothing inside our network is fetched; the message is there all the same.
    expect(await kept(guarded, owner)).toEqual([])
    await guarded.stop()
    await guarded.drop()
    expect(fetched).toBe(1)
    expect(await kept(shop, tenant)).toEqual([{ kind: 'image' }])
    // The entry reads it back under its key; another inbox of the same shop does not.
    const [file] = await shop.database.as(
      tenant,
      async (tx) => (await sql<{ id: Uuid }>`SELECT id FROM ballast.files WHERE tenant = ${tenant}`.execute(tx)).rows,
    )
    const read = (key: string) => fetch(`${shop.url}/open/v1/channels/${key}/files/${file!.id}`, { headers: bearer })
    const reply = await read(inbox.publicKey)
    expect(reply.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await reply.arrayBuffer()).equals(png())).toBe(true)
    expect((await read((await shop.newInbox(tenant)).publicKey)).status).toBe(404)
    expect((await fetch(`${shop.url}/open/v1/channels/${inbox.publicKey}/files/${file!.id}`)).status).toBe(401)
  })
  test('typing is passed on, receipts move the message', async () => {
    const client = shop.client(inbox.publicKey)
    let after = (await client.events('latest')).cursor
    await client.send(text('reader', 'm-1', '运费多少'))
    const heard: unknown[] = []
    const bus = shop.bus.subscribe('typing.>', (payload) => heard.push(payload))
    const reply = await until(async () => {
      const { events, cursor } = await client.events(after, { wait: 5 })
      after = cursor
      return events.find((event) => event.type === 'message_created' && event.data.contact.id === 'reader')
    })
    if (reply.type !== 'message_created') throw new Error('another event')
    await client.typing({ id: 'reader' }, true)
    await until(() => heard.length > 0)
    expect(heard).toMatchObject([{ author: { kind: 'customer' }, on: true }])
    bus.unsubscribe()
    // Somebody else's receipt moves nothing.
    await client.receipt({ id: 'stranger' }, { message_id: reply.data.id, state: 'failed' })
    await client.receipt({ id: 'reader' }, { message_id: reply.data.id, state: 'read' })
    const delivery = await shop.database.as(
      tenant,
      async (tx) =>
        (
          await sql<{
            delivery: string
          }>`SELECT delivery FROM ballast.messages WHERE tenant = ${tenant} AND id = ${reply.data.id}`.execute(tx)
        ).rows[0]?.delivery,
    )
    expect(delivery).toBe('read')
  })
})
