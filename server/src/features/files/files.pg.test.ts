// Files on the whole server: what is taken in, who sees it, and what is left when a person goes.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Uuid } from '@ballast/contract'
import { SignJWT } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Browser, createBrowser, tokenOfLink } from '../../../test/accounts-server.ts'
import { newDatabase } from '../../../test/new-database.ts'
import * as sample from '../../../test/sample-files.ts'
import { type BallastServer, buildServer } from '../../build-server.ts'
import { readConfiguration } from '../../config.ts'
import { systemClock } from '../../platform/clock.ts'
import { createIds } from '../../platform/ids.ts'
import { silentLog } from '../../platform/log.ts'
import { noCommerce } from '../commerce/index.ts'
import { openDisk, sweep } from './index.ts'

vi.setConfig({ testTimeout: 30_000 })

let database: Awaited<ReturnType<typeof newDatabase>>
let server: BallastServer
let dataDir: string
const ids = createIds(systemClock)

beforeAll(async () => {
  database = await newDatabase()
  dataDir = mkdtempSync(join(tmpdir(), 'ballast-files-'))
  server = await buildServer({
    config: readConfiguration({ CHECK_REPLIES: 'true', PUBLIC_RATE: '0' }),
    dataDir,
    database: { ...database, close: async () => undefined },
    log: silentLog,
    clock: systemClock,
    version: '0',
    commerce: () => noCommerce(),
    publicUrl: 'http://localhost:8080',
  })
  await server.start()
  await server.http.app.ready()
}, 60_000)
afterAll(async () => {
  await server?.stop()
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Shop {
  readonly tenant: Uuid
  readonly publicKey: string
  readonly inboxId: Uuid
  readonly owner: Browser
}
let shops = 0
const openShop = async (): Promise<Shop> => {
  const { accounts, http } = server
  const name = `shop${++shops}`
  const { tenant, ownerId } = await accounts.createTenant({ name, owner: { name, email: `${name}@test.example` } })
  const inbox = await accounts.createInbox(tenant, { name, channel: 'web', locale: 'zh-CN' })
  const owner = createBrowser(http.app)
  const token = tokenOfLink(await accounts.oneTimeLink(ownerId))
  expect((await owner.call('POST', '/api/session/link', { body: { token } })).status).toBe(200)
  return { tenant, publicKey: inbox.publicKey, inboxId: inbox.id, owner }
}

const inject = async (request: {
  method: 'GET' | 'POST'
  url: string
  headers?: object
  payload?: Buffer | string
}) => {
  const reply = await server.http.app.inject(request as never)
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload, text: reply.body }
}
const newVisitor = async ({ publicKey }: Shop, shown: object = {}) => {
  const headers = { 'content-type': 'application/json' }
  const visit = await inject({ method: 'POST', url: `/visit/${publicKey}`, headers, payload: JSON.stringify(shown) })
  const { token, contactId } = JSON.parse(visit.text) as { token: string; contactId: Uuid }
  const authorization = `Bearer ${token}`
  const upload = async (content: Buffer, name = 'a', type = 'application/octet-stream') => {
    const url = `/visit/files?name=${encodeURIComponent(name)}`
    const reply = await inject({
      method: 'POST',
      url,
      headers: { authorization, 'content-type': type },
      payload: content,
    })
    return { ...reply, body: JSON.parse(reply.text) as { fileId: Uuid; code?: string } & Record<string, unknown> }
  }
  const read = (fileId: Uuid, more: object = {}) =>
    inject({ method: 'GET', url: `/visit/files/${fileId}`, headers: { authorization, ...more } })
  /** Sends one frame as a device without sockets does; answers what comes back for it. */
  const send = async (parts: unknown[], id = ids.uuid()) => {
    const reply = await inject({
      method: 'POST',
      url: '/live/visitor/frames',
      headers: { ...headers, authorization },
      payload: JSON.stringify([{ t: 'send', id, parts }]),
    })
    const { frames } = JSON.parse(reply.text) as { frames: Record<string, unknown>[] }
    const frame = frames.find(({ t }) => t === 'ack' || t === 'refused')
    return frame as { t: string; conversationId: Uuid; messageId: Uuid; duplicate: boolean; problem: { code: string } }
  }
  return { contactId, token, upload, read, send }
}
const image = (fileId: Uuid, more: object = {}) => ({ kind: 'image', fileId, ...more })
const staffReads = async ({ owner }: Shop, fileId: Uuid) =>
  (await inject({ method: 'GET', url: `/api/files/${fileId}`, headers: { cookie: owner.cookie() } })).status
const messagesOf = async ({ owner }: Shop, conversationId: Uuid) =>
  (await owner.call('GET', `/api/conversations/${conversationId}/messages`)).body.messages as { parts: object[] }[]

it('takes a voice note as a browser records it, and keeps the length only the recorder knows', async () => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const content = readFileSync(new URL('../../../test/fixtures/voice-chromium.webm', import.meta.url))
  const { status, body } = await visitor.upload(content, 'voice-message.webm', 'audio/webm;codecs=opus')
  expect(status).toBe(200)
  expect(body).toMatchObject({ kind: 'audio', mime: 'audio/webm', name: 'voice-message.webm' })
  const ack = await visitor.send([{ kind: 'audio', fileId: body.fileId, durationMs: 700 }])
  const [first] = await messagesOf(shop, ack.conversationId)
  const bytes = content.length
  expect(first?.parts).toEqual([
    { kind: 'audio', fileId: body.fileId, mime: 'audio/webm', name: 'voice-message.webm', bytes, durationMs: 700 },
  ])
  const mine = await visitor.read(body.fileId)
  expect(mine.bytes.equals(content)).toBe(true)
  expect(mine.headers).toMatchObject({ 'content-type': 'audio/webm' })
})

it('shows a customer’s picture to both sides, in the server’s own words', async () => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const { status, body } = await visitor.upload(sample.png(20, 10), '../破了\u202e.png', 'image/png')
  expect(status).toBe(200)
  expect(body).toMatchObject({ kind: 'image', mime: 'image/png', name: '破了.png', width: 20, height: 10 })
  expect((await visitor.read(body.fileId)).status).toBe(404)
  const id = ids.uuid()
  const said = image(body.fileId, { url: 'https://evil.test/track', mime: 'text/html', name: 'x.exe', bytes: 1 })
  const ack = await visitor.send([said], id)
  expect(ack).toMatchObject({ t: 'ack', duplicate: false })
  expect(await visitor.send([said], id)).toMatchObject({ t: 'ack', duplicate: true, messageId: ack.messageId })
  const [first] = await messagesOf(shop, ack.conversationId)
  const bytes = sample.png().length
  expect(first?.parts).toEqual([
    { kind: 'image', fileId: body.fileId, mime: 'image/png', name: '破了.png', bytes, width: 20, height: 10 },
  ])
  const mine = await visitor.read(body.fileId)
  expect(mine.bytes.equals(sample.png(20, 10))).toBe(true)
  expect(mine.headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': `${bytes}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'private, max-age=300',
  })
  expect(mine.headers['content-disposition']).toMatch(/^inline; filename="_+\.png"; filename\*=UTF-8''/)
  expect(await staffReads(shop, body.fileId)).toBe(200)
})

it('lies outside the database sealed, and no draft is left', async () => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const secret = Buffer.from('卡号 6222 0000 1111 2222')
  const { body } = await visitor.upload(secret, 'card.txt', 'text/plain')
  const folder = join(dataDir, 'files', shop.tenant)
  expect(readdirSync(folder)).toEqual([body.fileId])
  expect(readFileSync(join(folder, body.fileId)).includes(secret.subarray(0, 6))).toBe(false)
})

it.each([
  ['a PDF that says it is a picture', sample.pdf(), 'a.png', 'image/png', 'file.type-refused'],
  [
    'SVG as PNG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'a.png',
    'image/png',
    'file.type-refused',
  ],
  [
    'SVG as SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'a.svg',
    'image/svg+xml',
    'file.type-refused',
  ],
  [
    'a GIF that is a page too',
    sample.gif({ after: '<html><script>alert(1)</script>' }),
    'a.gif',
    'image/gif',
    'file.type-refused',
  ],
  ['JSON taken for text', Buffer.from('{"a":1}'), 'a.js', 'application/json', 'file.type-refused'],
  [
    'a picture too large',
    Buffer.concat([sample.png(), randomBytes(10 * 1024 * 1024)]),
    'a.png',
    'image/png',
    'file.too-large',
  ],
  ['nothing', Buffer.alloc(0), 'a.txt', 'text/plain', 'file.type-refused'],
])('refuses %s and keeps nothing', async (_, content, name, type, code) => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const { body } = await visitor.upload(content, name, type)
  expect(body.code).toBe(code)
  expect(existsSync(join(dataDir, 'files', shop.tenant))).toBe(false)
})

it('keeps people and shops apart', async () => {
  const [here, there] = [await openShop(), await openShop()]
  const [me, other, foreign] = [await newVisitor(here), await newVisitor(here), await newVisitor(there)]
  const { fileId } = (await me.upload(sample.png())).body
  for (const thief of [other, foreign])
    expect(await thief.send([image(fileId)])).toMatchObject({ t: 'refused', problem: { code: 'file.not-found' } })
  expect(await me.send([image(fileId)])).toMatchObject({ t: 'ack' })
  for (const thief of [other, foreign]) expect((await thief.read(fileId)).status).toBe(404)
  expect((await there.owner.call('GET', `/api/files/${fileId}`)).body.code).toBe('file.not-found')
  expect((await inject({ method: 'GET', url: `/api/files/${fileId}` })).status).toBe(401)
})

it('takes no address in place of a file from a customer, and no file as what it is not', async () => {
  const visitor = await newVisitor(await openShop())
  const linked = { kind: 'image', url: 'https://evil.test/agent-ip.png' }
  expect(await visitor.send([linked])).toMatchObject({ t: 'refused', problem: { code: 'file.not-found' } })
  const { fileId } = (await visitor.upload(sample.pdf())).body
  expect(await visitor.send([image(fileId)])).toMatchObject({ t: 'refused', problem: { code: 'file.type-refused' } })
})

const staffUpload = async (shop: Shop, conversationId: Uuid, content: Buffer, name: string) => {
  const reply = await inject({
    method: 'POST',
    url: `/api/files?conversationId=${conversationId}&name=${name}`,
    headers: { cookie: shop.owner.cookie(), 'sec-fetch-site': 'same-origin', 'content-type': 'application/pdf' },
    payload: content,
  })
  return JSON.parse(reply.text) as { fileId: Uuid; code?: string }
}
const staffSays = (shop: Shop, conversationId: Uuid, parts: unknown[], note = false) =>
  shop.owner.call('POST', `/api/conversations/${conversationId}/messages`, { body: { id: ids.uuid(), parts, note } })

it('carries a colleague’s file to the customer as a download; a note’s file stays in the house', async () => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const { conversationId } = await visitor.send([{ kind: 'text', text: '发票' }])
  await shop.owner.call('POST', `/api/conversations/${conversationId}/take`, { body: {} })
  const sent = await staffUpload(shop, conversationId, sample.pdf(), 'invoice.pdf')
  expect((await staffSays(shop, conversationId, [{ kind: 'file', fileId: sent.fileId }])).status).toBe(200)
  const got = await visitor.read(sent.fileId)
  expect(got.headers['content-disposition']).toMatch(/^attachment; filename="invoice.pdf"/)
  const part = await visitor.read(sent.fileId, { range: 'bytes=0-4' })
  expect([part.status, part.text, part.headers['content-range']]).toEqual([
    206,
    '%PDF-',
    `bytes 0-4/${sample.pdf().length}`,
  ])
  const noted = await staffUpload(shop, conversationId, sample.pdf(), 'internal.pdf')
  expect((await staffSays(shop, conversationId, [{ kind: 'file', fileId: noted.fileId }], true)).status).toBe(200)
  expect((await visitor.read(noted.fileId)).status).toBe(404)
  expect(await staffReads(shop, noted.fileId)).toBe(200)
  const elsewhere = (await (await newVisitor(shop)).send([{ kind: 'text', text: '你好' }])).conversationId
  await shop.owner.call('POST', `/api/conversations/${elsewhere}/take`, { body: {} })
  const stolen = await staffSays(shop, elsewhere, [{ kind: 'file', fileId: sent.fileId }])
  expect(stolen.body.code).toBe('file.not-found')
})

it('is unreadable after the person is erased, also with the bytes brought back', async () => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const { fileId } = (await visitor.upload(sample.png())).body
  await visitor.send([image(fileId)])
  const place = join(dataDir, 'files', shop.tenant, fileId)
  const sealed = readFileSync(place)
  const row = await database.as(
    shop.tenant,
    async (tx) =>
      (await sql<{ row: object }>`SELECT to_jsonb(f) AS row FROM ballast.files f WHERE id = ${fileId}`.execute(tx))
        .rows[0],
  )
  expect((await shop.owner.call('DELETE', `/api/contacts/${visitor.contactId}`)).status).toBe(200)
  expect(existsSync(place)).toBe(false)
  expect(await staffReads(shop, fileId)).toBe(404)
  // A backup of rows and bytes, restored over the erasure; then the person writes again and gets a new key.
  writeFileSync(place, sealed)
  await database.as(shop.tenant, (tx) =>
    sql`INSERT INTO ballast.files SELECT * FROM jsonb_populate_record(NULL::ballast.files, ${JSON.stringify(row?.row)}::jsonb)`.execute(
      tx,
    ),
  )
  await visitor.send([{ kind: 'text', text: '我又来了' }])
  expect((await visitor.read(fileId)).status).toBe(404)
  expect(await staffReads(shop, fileId)).toBe(404)
})

it('goes over to the account an anonymous visitor signs in to', async () => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const { fileId } = (await visitor.upload(sample.png())).body
  await visitor.send([image(fileId)])
  const { secret, keyId } = await server.accounts.rotateIdentitySecret(shop.tenant, shop.inboxId)
  const identity = await new SignJWT({ name: '陈晓' })
    .setProtectedHeader({ alg: 'HS256', kid: keyId })
    .setSubject('customer-1')
    .setAudience(shop.publicKey)
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret))
  const account = await newVisitor(shop, { identity, token: visitor.token })
  expect(account.contactId).not.toBe(visitor.contactId)
  expect((await account.read(fileId)).bytes.equals(sample.png())).toBe(true)
  expect((await visitor.read(fileId)).status).toBe(404)
  expect(await staffReads(shop, fileId)).toBe(200)
})

it('is swept away when no message shows it, and only then', async () => {
  const shop = await openShop()
  const visitor = await newVisitor(shop)
  const [sent, unsent] = [
    (await visitor.upload(sample.png())).body.fileId,
    (await visitor.upload(sample.pdf())).body.fileId,
  ]
  await visitor.send([image(sent)])
  const folder = join(dataDir, 'files', shop.tenant)
  for (const left of [ids.uuid(), `${ids.uuid()}.draft`]) writeFileSync(join(folder, left), 'left by a crash')
  const parts = { database, disk: openDisk(join(dataDir, 'files')), clock: systemClock }
  await sweep(parts)
  expect(readdirSync(folder)).toHaveLength(4)
  const longAgo = new Date(Date.now() - 3 * 86_400_000)
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo)
  await database.as(shop.tenant, (tx) => sql`UPDATE ballast.files SET created_at = ${longAgo}`.execute(tx))
  await sweep(parts)
  expect(readdirSync(folder)).toEqual([sent])
  expect((await visitor.read(sent)).status).toBe(200)
  expect((await visitor.read(unsent)).status).toBe(404)
})

it('is bounded for one person', async () => {
  const visitor = await newVisitor(await openShop())
  const replies: number[] = []
  for (let n = 0; n < 14; n++) replies.push((await visitor.upload(sample.png())).status)
  expect(replies.slice(0, 12)).toEqual(Array(12).fill(200))
  expect(replies.slice(12)).toEqual([429, 429])
})
