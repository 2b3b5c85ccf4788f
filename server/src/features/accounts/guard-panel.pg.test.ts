// The chat panel may be framed by the sites of its inbox and by nobody else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AccountsServer, openShop, type Shop, startAccountsServer } from '../../../test/accounts-server.ts'
import { serveMark } from '../../platform/http/mark.ts'
import { servePages } from '../../platform/http/static-pages.ts'
import { guardPanel } from './guard-panel.ts'

let server: AccountsServer
let shop: Shop
let root: string
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ballast-panel-'))
  writeFileSync(join(root, 'panel.html'), '<!doctype html><title>Chat</title>')
  writeFileSync(join(root, 'loader.js'), 'void 0')
  server = await startAccountsServer((http, accounts) => {
    const guard = guardPanel(http, accounts.inboxes)
    servePages(http, { root, prefix: '/widget/', kind: 'widget-frame', guard })
    serveMark(http)
  })
  shop = await openShop(server, 'Harbour')
})
afterAll(async () => {
  await server?.stop()
  rmSync(root, { recursive: true, force: true })
})

const get = (url: string) => server.http.app.inject({ method: 'GET', url })
const newInbox = async (origins: string[], enabled = true) => {
  const inbox = await server.accounts.createInbox(shop.tenant, { name: 'Site', channel: 'web', origins })
  if (!enabled) await shop.owner.call('PATCH', `/api/inboxes/${inbox.id}`, { body: { enabled } })
  return inbox.publicKey
}
const framedBy = async (query: string) => {
  const reply = await get(`/widget/panel.html${query}`)
  const policy = `${reply.headers['content-security-policy']}`
  return { status: reply.statusCode, by: /frame-ancestors ([^;]+)/.exec(policy)?.[1], body: reply.body, policy }
}

it('names the inbox’s sites and itself', async () => {
  const key = await newInbox(['https://shop.example', 'https://*.shop.example'])
  const { status, by, policy } = await framedBy(`?inbox=${key}`)
  expect([status, by]).toEqual([200, "'self' https://shop.example https://*.shop.example"])
  expect(policy).toContain("script-src 'self'")
})

it('lets an inbox that names no site be framed anywhere', async () => {
  expect(await framedBy(`?inbox=${await newInbox([])}`)).toMatchObject({ status: 200, by: "'self' *" })
})

it('says so when there is no such inbox, or it is switched off', async () => {
  const off = await newInbox([], false)
  for (const query of [
    '',
    '?inbox=',
    '?inbox=nobody',
    '?inbox=a&inbox=b',
    '?inbox=%27%3B%20script-src%20*',
    `?inbox=${off}`,
  ]) {
    const { status, body, policy } = await framedBy(query)
    expect(status, query).toBe(404)
    expect(body).toContain('This chat is not available')
    expect(policy).toMatch(/^default-src 'none'; frame-ancestors/)
  }
})

it('leaves the other files of the widget alone', async () => {
  expect((await get('/widget/loader.js')).statusCode).toBe(200)
})

it.each(['/widget/%70anel.html', '/widget/./panel.html', '/widget//panel.html', '//widget/panel.html'])(
  'cannot be gone around by %s',
  async (url) => {
    expect((await get(`${url}?inbox=nobody`)).headers['content-security-policy']).toMatch(/^default-src 'none'/)
  },
)

it('has a mark for the browser’s tab', async () => {
  for (const path of ['/favicon.ico', '/favicon.svg']) {
    const reply = await get(path)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  }
})
