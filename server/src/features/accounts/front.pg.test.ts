// An inbox's look and hours over HTTP, and what a visit tells of them, on a real database.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AccountsServer,
  openShop,
  PUBLIC_URL,
  type Shop,
  startAccountsServer,
} from '../../../test/accounts-server.ts'
import { memoryBus } from '../../platform/bus/memory.ts'
import type { Tx } from '../../platform/database/open.ts'
import { silentLog as log } from '../../platform/log.ts'
import { accountsReactions } from './reactions.ts'

let server: AccountsServer
let queries = 0
const queue = { waiting: 4, waitMs: 120_000 as number | null }
const atDesk: { role: 'agent'; teamIds: string[] }[] = []
let mail = false
beforeAll(async () => {
  server = await startAccountsServer(() => undefined, {
    queueOf: async () => {
      queries++
      return queue
    },
    atDesk: () => atDesk,
    mailAvailable: () => mail,
  })
})
afterAll(() => server.stop())

interface Inbox {
  id: string
  publicKey: string
}
const openInbox = async (name: string): Promise<{ shop: Shop; inbox: Inbox }> => {
  const shop = await openShop(server, name)
  const made = await shop.owner.call('POST', '/api/inboxes', { body: { name: 'Web', channel: 'web', locale: 'en' } })
  expect(made.body.inbox).toMatchObject({ look: {}, hours: null })
  return { shop, inbox: made.body.inbox as Inbox }
}
const change = (shop: Shop, inbox: Inbox, body: object) =>
  shop.owner.call('PATCH', `/api/inboxes/${inbox.id}`, { body })
const visit = async ({ publicKey }: Inbox) => {
  const reply = await server
    .browser()
    .call('POST', `/visit/${publicKey}`, { body: {}, headers: { origin: PUBLIC_URL } })
  expect(reply.status, reply.text).toBe(200)
  return reply.body as unknown as {
    token: string
    inbox: { look: object; mail: boolean; expectation: Record<string, unknown> }
  }
}
const sqlCounts = (tx: Tx) =>
  sql<object>`SELECT (SELECT count(*) FROM ballast.contacts) AS contacts, (SELECT count(*) FROM ballast.facts) AS facts,
    (SELECT count(*) FROM ballast.conversations) AS conversations`.execute(tx)
/** As another node does it: this one's memory knows nothing of it. */
const elsewhere = (tx: Tx, inboxId: string, hours: string) =>
  sql`UPDATE ballast.inboxes SET hours = ${hours}::jsonb, look = '{"color":"#123456"}' WHERE id = ${inboxId}`.execute(
    tx,
  )
const HOURS = {
  timeZone: 'Europe/Berlin',
  weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:30' }],
  closed: ['2026-12-25'],
}

describe('look and hours', () => {
  it('are kept, listed, shown to visitors, and taken away again', async () => {
    const { shop, inbox } = await openInbox('looks')
    const look = {
      color: '#0a7f5a',
      theme: 'dark',
      position: 'left',
      greeting: '你好 👋',
      starters: ['Where is my order?'],
    }
    const changed = await change(shop, inbox, { look, hours: HOURS })
    expect(changed.body.inbox).toMatchObject({ look, hours: HOURS, name: 'Web' })
    const [listed] = (await shop.owner.call('GET', '/api/inboxes')).body.inboxes as object[]
    expect(listed).toMatchObject({ id: inbox.id, look, hours: HOURS })
    expect((await visit(inbox)).inbox).toMatchObject({ look, mail: false })
    // What is not named stays.
    expect((await change(shop, inbox, { botName: 'Bo' })).body.inbox).toMatchObject({ look, hours: HOURS })
    const cleared = await change(shop, inbox, { look: {}, hours: null })
    expect(cleared.body.inbox).toMatchObject({ look: {}, hours: null, botName: 'Bo' })
    expect((await visit(inbox)).inbox).toMatchObject({ look: {}, expectation: { open: true, opensAt: null } })
  })

  const weekly = (from: string, to: string, days: unknown = [1]) => ({ timeZone: 'UTC', weekly: [{ days, from, to }] })
  it.each<[string, object, string]>([
    ['a zone that is nowhere', { hours: { ...HOURS, timeZone: 'Mars/Olympus' } }, '/hours/timeZone'],
    ['an offset for a zone', { hours: { ...HOURS, timeZone: '+08:00' } }, '/hours/timeZone'],
    ['a time of no clock', { hours: weekly('09:00', '25:00') }, '/hours/weekly/0/to'],
    ['a day that begins at its end', { hours: weekly('24:00', '10:00') }, '/hours/weekly/0/from'],
    ['an eighth day', { hours: weekly('09:00', '10:00', [8]) }, '/hours/weekly/0/days/0'],
    ['no day', { hours: weekly('09:00', '10:00', []) }, '/hours/weekly/0/days'],
    ['a day of no calendar', { hours: { ...HOURS, closed: ['2026-02-30'] } }, '/hours/closed/0'],
    ['a colour that is none', { look: { color: 'red' } }, '/look/color'],
    ['a script for a colour', { look: { color: '#fff;}</style>' } }, '/look/color'],
    ['a theme that is none', { look: { theme: 'pink' } }, '/look/theme'],
    ['seven starters', { look: { starters: Array(7).fill('x') } }, '/look/starters'],
    ['an empty starter', { look: { starters: [''] } }, '/look/starters/0'],
    ['a field nobody knows', { look: { css: 'x' } }, '/look/css'],
    ['a list for a look', { look: [] }, '/look'],
    ['a word for hours', { hours: 'always' }, '/hours'],
  ])('refuses %s', async (name, body, path) => {
    const { shop, inbox } = await openInbox(`junk ${name}`)
    const refused = await change(shop, inbox, body)
    expect(refused.body, refused.text).toMatchObject({ code: 'request.invalid', path })
    const [listed] = (await shop.owner.call('GET', '/api/inboxes')).body.inboxes as object[]
    expect(listed).toMatchObject({ look: {}, hours: null })
  })

  it('cleans what PostgreSQL cannot keep', async () => {
    const { shop, inbox } = await openInbox('nul')
    const changed = await change(shop, inbox, { look: { greeting: 'a\u0000b\ud800' } })
    expect(changed.status, changed.text).toBe(200)
    expect((await visit(inbox)).inbox.look).toEqual({ greeting: 'ab\ufffd' })
  })

  it('are another workspace’s to nobody', async () => {
    const { inbox } = await openInbox('theirs')
    const { shop } = await openInbox('thief')
    expect((await change(shop, inbox, { look: { color: '#000000' } })).body.code).toBe('inbox.unknown')
    expect((await visit(inbox)).inbox.look).toEqual({})
  })
})

describe('what a visitor may expect', () => {
  it('comes with the visit and can be asked for again', async () => {
    const { shop, inbox } = await openInbox('expect')
    const { token, inbox: told } = await visit(inbox)
    expect(told).toMatchObject({
      mail: false,
      expectation: { open: true, opensAt: null, staffed: false, waiting: 4, waitMs: 120_000 },
    })
    mail = true
    atDesk.push({ role: 'agent', teamIds: [] })
    queue.waitMs = null
    await change(shop, inbox, { hours: { timeZone: 'UTC', weekly: [] } })
    const asked = await server
      .browser()
      .call('GET', '/visit/expectation', { headers: { authorization: `Bearer ${token}` } })
    expect(asked.body).toEqual({ open: false, opensAt: null, staffed: true, waiting: 4, waitMs: null })
    expect((await visit(inbox)).inbox).toMatchObject({ mail: true, expectation: asked.body })
    expect((await server.browser().call('GET', '/visit/expectation')).body.code).toBe('auth.required')
    await change(shop, inbox, { enabled: false })
    const off = await server
      .browser()
      .call('GET', '/visit/expectation', { headers: { authorization: `Bearer ${token}` } })
    expect(off.body.code).toBe('inbox.unknown')
  })

  it('two hundred visits read the database once, and write nothing', async () => {
    const { shop, inbox } = await openInbox('flood')
    await visit(inbox)
    const seen = { queries, transactions: 0 }
    const { as } = server.database
    const rows = async () => (await as(shop.tenant, sqlCounts)).rows
    const before = await rows()
    const counted = server.database as { as: typeof as }
    counted.as = (tenants, work) => {
      seen.transactions++
      return as(tenants, work)
    }
    server.clock.advance(5_000)
    await Promise.all(Array.from({ length: 200 }, () => visit(inbox)))
    expect(queries - seen.queries).toBe(1)
    expect(seen.transactions, 'the inbox is remembered too').toBe(0)
    server.accounts.forget()
    await visit(inbox)
    expect(seen.transactions, 'forgotten, it is read again').toBeGreaterThan(0)
    counted.as = as
    expect(await rows()).toEqual(before)
  })

  it('follows a change another node made, as soon as the bus tells of it', async () => {
    const { shop, inbox } = await openInbox('far')
    expect((await visit(inbox)).inbox.expectation.open).toBe(true)
    const hours = JSON.stringify({ timeZone: 'UTC', weekly: [] })
    await server.database.as(shop.tenant, (tx) => elsewhere(tx, inbox.id, hours))
    expect((await visit(inbox)).inbox.expectation.open, 'remembered').toBe(true)
    const bus = memoryBus({ log })
    const heard = accountsReactions({ bus, accounts: server.accounts })
    bus.publish(`facts.${shop.tenant}.${inbox.id}`, { facts: [{ type: 'inbox.changed' }] })
    await bus.flush()
    expect((await visit(inbox)).inbox).toMatchObject({ look: { color: '#123456' }, expectation: { open: false } })
    heard.stop()
    await bus.close()
  })
})
