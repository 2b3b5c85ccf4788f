// Saved views over HTTP on PostgreSQL: every condition, who sees which view and which rows, counts, pages, junk.
import { type Principal, problem, roleHolds, type Uuid } from '@ballast/contract'
import type { SavedView, ViewFilter } from '@ballast/contract/routes/workspace'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShop, type Shop } from '../../../test/conversation-parts.ts'
import { readConfig } from '../../platform/config/read-config.ts'
import { httpConfig } from '../../platform/http/config.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { silentLog } from '../../platform/log.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { serveConversations } from './routes.ts'

type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>
let shop: Shop
let http: HttpServer
let who: Record<string, StaffSide>
const hidden = '019a0000-0000-7000-8000-00000000aaaa'
const team = '019a0000-0000-7000-8000-00000000bbbb'

beforeAll(async () => {
  shop = await newShop()
  const key = { kind: 'key', tenant: shop.tenant, keyId: shop.tenant, permissions: ['conversations.read'] } as const
  who = {
    owner: shop.staff('老板', { role: 'owner' }),
    agent: shop.staff('小李'),
    colleague: shop.staff('小王'),
    viewer: shop.staff('看客', { role: 'viewer' }),
    key: { ...key, permissions: [...key.permissions] },
    sharer: { ...key, permissions: [...key.permissions, 'views.share'] },
    stranger: shop.staff('别人', { role: 'owner', tenant: shop.ids.uuid() }),
  }
  const config = readConfig({ http: httpConfig }, { CHECK_REPLIES: 'true' }).http
  http = createHttp({ log: silentLog, metrics: createMetrics({ processMetrics: false }), config })
  const admit = async (_: unknown, request: { headers: Record<string, unknown> }): Promise<Principal> => {
    const principal = who[String(request.headers.as)]
    if (principal === undefined) throw problem('auth.required')
    return principal
  }
  serveConversations(http, { admit }, shop.conversations)
  await fill()
})
afterAll(async () => {
  await http?.close()
  await shop?.database.drop()
})

interface Sample {
  status: string
  inbox?: Uuid
  channel?: string
  team?: Uuid
  assignee?: Uuid
  reason?: string
  level?: string
  locale?: string
  waitedMs?: number
}
const names = new Map<Uuid, string>()
const add = async (name: string, one: Sample): Promise<void> => {
  const [id, contact] = [shop.ids.uuid(), shop.ids.uuid()]
  names.set(id, name)
  const now = shop.clock.now()
  const { wrapped } = await shop.secrets.newPersonKey(shop.tenant)
  const waiting = one.waitedMs === undefined ? null : new Date(now - one.waitedMs)
  await shop.database.as(shop.tenant, async (tx) => {
    await sql`INSERT INTO ballast.contacts (tenant, id, level, channel, person_key, created_at)
      VALUES (${shop.tenant}, ${contact}, ${one.level ?? null}, 'web', ${wrapped}, now())`.execute(tx)
    await sql`INSERT INTO ballast.conversations (tenant, id, contact_id, inbox_id, channel, status, assignee_id, team_id,
        seq, version, locale, handover_reason, waiting_since, opened_at, updated_at)
      VALUES (${shop.tenant}, ${id}, ${contact}, ${one.inbox ?? shop.inbox.id}, ${one.channel ?? 'web'}, ${one.status},
        ${one.assignee ?? null}, ${one.team ?? null}, 1, 1, ${one.locale ?? null}, ${one.reason ?? null}, ${waiting},
        now(), now())`.execute(tx)
  })
}
const idOfStaff = (name: string): Uuid => (who[name] as Extract<Principal, { kind: 'staff' }>).staffId
const fill = async () => {
  await add('bot', { status: 'bot', locale: 'zh-CN' })
  await add('vip waits', { status: 'waiting', level: 'gold', waitedMs: 600_000, reason: 'asked', locale: 'zh-TW' })
  await add('new waits', { status: 'waiting', waitedMs: 30_000, reason: 'complaint', locale: 'en', team })
  await add('mine', { status: 'agent', assignee: idOfStaff('agent'), channel: 'email', locale: 'zh' })
  await add('theirs', { status: 'agent', assignee: idOfStaff('colleague'), level: 'silver', team })
  await add('over', { status: 'resolved', level: 'gold', assignee: idOfStaff('agent'), locale: 'en-GB' })
  // In an inbox the agents do not see; one of them is the agent's own all the same.
  await add('hidden', { status: 'waiting', inbox: hidden, level: 'gold', waitedMs: 900_000 })
  await add('hidden but mine', { status: 'agent', inbox: hidden, assignee: idOfStaff('agent') })
}

const call = async (as: string, method: 'GET' | 'PUT' | 'DELETE', url: string, payload?: object) => {
  const headers = { as, 'sec-fetch-site': 'same-origin' }
  const answer = await http.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
const save = (as: string, filter: ViewFilter | object, more: { id?: Uuid; shared?: boolean; name?: string } = {}) => {
  const { id = shop.ids.uuid(), shared = false, name = 'A view' } = more
  return call(as, 'PUT', `/api/views/${id}`, { name, filter, shared })
}
const saved = async (...given: Parameters<typeof save>): Promise<SavedView> => {
  const { status, body } = await save(...given)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.view
}
const rowsOf = async (as: string, id: Uuid, more = ''): Promise<{ rows: string[]; next: string | null }> => {
  const { status, body } = await call(as, 'GET', `/api/conversations?saved=${id}${more}`)
  expect(status, JSON.stringify(body)).toBe(200)
  const rows = body.rows.map((row: { conversation: { id: Uuid } }) => names.get(row.conversation.id))
  return { rows, next: body.next }
}
const views = async (as: string): Promise<SavedView[]> => (await call(as, 'GET', '/api/views')).body.views

const ALL = ['bot', 'vip waits', 'new waits', 'mine', 'theirs', 'over', 'hidden but mine']
const CASES: [string, () => ViewFilter, string[]][] = [
  ['no condition', () => ({}), ALL],
  ['statuses', () => ({ statuses: ['waiting', 'resolved'] }), ['vip waits', 'new waits', 'over']],
  ['inboxes', () => ({ inboxIds: [shop.inbox.id] }), ALL.filter((name) => name !== 'hidden but mine')],
  ['an inbox one does not see', () => ({ inboxIds: [hidden] }), ['hidden but mine']],
  ['channels', () => ({ channels: ['email', 'fax'] }), ['mine']],
  ['teams', () => ({ teamIds: [team] }), ['new waits', 'theirs']],
  ['assigned to me', () => ({ assignee: 'me' }), ['mine', 'over', 'hidden but mine']],
  ['assigned to nobody', () => ({ assignee: 'nobody' }), ['bot', 'vip waits', 'new waits']],
  ['assigned to others', () => ({ assignee: 'others' }), ['theirs']],
  ['reasons', () => ({ handoverReasons: ['complaint'] }), ['new waits']],
  ['levels', () => ({ levels: ['gold'] }), ['vip waits', 'over']],
  ['a language and its regions', () => ({ locales: ['zh'] }), ['bot', 'vip waits', 'mine']],
  ['one region', () => ({ locales: ['zh-TW', 'en-GB'] }), ['vip waits', 'over']],
  ['a long wait', () => ({ waitingMs: 60_000 }), ['vip waits']],
  ['any wait', () => ({ waitingMs: 0 }), ['vip waits', 'new waits']],
  ['all at once', () => ({ statuses: ['waiting'], levels: ['gold'], locales: ['zh'], waitingMs: 1 }), ['vip waits']],
  ['what holds for nobody', () => ({ statuses: ['bot'], assignee: 'me' }), []],
  ['quotes', () => ({ levels: ["gold') OR true --"], channels: ['"; DROP'] }), []],
]

describe('a filter', () => {
  it.each(CASES)('%s', async (_, filter, expected) => {
    const view = await saved('agent', filter())
    const { rows, next } = await rowsOf('agent', view.id)
    expect([...rows].sort()).toEqual([...expected].sort())
    expect(next).toBeNull()
    expect(view.count).toBe(expected.length)
    expect((await views('agent')).find(({ id }) => id === view.id)).toEqual(view)
    await call('agent', 'DELETE', `/api/views/${view.id}`)
  })

  it('pages in the order of every list: longest waiting first, each row once', async () => {
    const { id } = await saved('agent', {})
    const all = (await rowsOf('agent', id)).rows
    expect(all.slice(0, 2)).toEqual(['vip waits', 'new waits'])
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 10; page++) {
      const { rows, next } = await rowsOf('agent', id, `&limit=2${cursor}`)
      seen.push(...rows)
      if (next === null) break
      cursor = `&cursor=${encodeURIComponent(next)}`
    }
    expect(seen).toEqual(all)
    await call('agent', 'DELETE', `/api/views/${id}`)
  })
})

describe('whose views', () => {
  it('a shared one shows and counts for each what they see', async () => {
    const { id } = await saved('owner', { assignee: 'me' }, { shared: true, name: 'Mine' })
    expect((await rowsOf('agent', id)).rows.sort()).toEqual(['hidden but mine', 'mine', 'over'])
    expect((await rowsOf('colleague', id)).rows).toEqual(['theirs'])
    expect((await rowsOf('key', id)).rows).toEqual([])
    const counts = await Promise.all(['agent', 'colleague', 'viewer', 'key'].map(views))
    expect(counts.map((list) => list.find((view) => view.id === id)?.count)).toEqual([3, 1, 0, 0])
    await call('owner', 'DELETE', `/api/views/${id}`)
  })

  it('one’s own is nobody else’s: not listed, not opened, not changed, not removed', async () => {
    const { id } = await saved('agent', {}, { name: 'Secret' })
    for (const as of ['colleague', 'owner', 'viewer', 'key', 'sharer', 'stranger']) {
      expect(await views(as)).toEqual([])
      expect((await call(as, 'GET', `/api/conversations?saved=${id}`)).body.code).toBe('view.not-found')
      expect((await call(as, 'DELETE', `/api/views/${id}`)).body.code).toBe('view.not-found')
      if (as === 'stranger') continue
      expect((await save(as, {}, { id, shared: as === 'owner' })).body.code).toBe('view.not-found')
    }
    expect(await views('agent')).toMatchObject([{ name: 'Secret', shared: false }])
    await call('agent', 'DELETE', `/api/views/${id}`)
    expect((await call('agent', 'GET', `/api/conversations?saved=${id}`)).body.code).toBe('view.not-found')
  })

  it('sharing needs the right to share', async () => {
    for (const as of ['agent', 'viewer', 'key'])
      expect((await save(as, {}, { shared: true })).body.code).toBe('auth.forbidden')
    expect((await save('sharer', {})).body.code).toBe('auth.forbidden')
    const { id } = await saved('sharer', { statuses: ['bot'] }, { shared: true })
    expect((await save('agent', {}, { id })).body.code).toBe('auth.forbidden')
    expect((await call('agent', 'DELETE', `/api/views/${id}`)).body.code).toBe('auth.forbidden')
    const taken = await saved('owner', { statuses: ['bot'] }, { id, name: 'Taken back' })
    expect(taken).toMatchObject({ shared: false, ownerId: idOfStaff('owner'), name: 'Taken back', count: 1 })
    expect(await views('agent')).toEqual([])
    expect((await call('owner', 'DELETE', `/api/views/${id}`)).status).toBe(200)
  })

  it('another workspace may use the same id for a view of its own', async () => {
    const { id } = await saved('owner', {}, { shared: true, name: 'Ours' })
    const theirs = await saved('stranger', {}, { id, shared: true, name: 'Theirs' })
    expect(theirs.count).toBe(0)
    expect(await views('owner')).toMatchObject([{ id, name: 'Ours' }])
    await call('stranger', 'DELETE', `/api/views/${id}`)
    expect(await views('owner')).toHaveLength(1)
    await call('owner', 'DELETE', `/api/views/${id}`)
  })

  it('fifty shared ones are enough, and a rename still goes', async () => {
    const [first] = await Promise.all(
      Array.from({ length: 50 }, (_, n) => saved('owner', {}, { shared: true, name: `v${n}` })),
    )
    expect((await save('owner', {}, { shared: true })).body).toMatchObject({ code: 'request.invalid', path: '/shared' })
    const renamed = await saved('owner', {}, { id: first!.id, shared: true, name: 'still' })
    expect(renamed.name).toBe('still')
    expect(await views('agent')).toHaveLength(50)
    for (const { id } of await views('owner')) await call('owner', 'DELETE', `/api/views/${id}`)
  })
})

it('counts go up to a thousand, and say nothing of other workspaces', async () => {
  const { tenant } = who.stranger!
  await shop.database.as(tenant, (tx) =>
    sql`INSERT INTO ballast.conversations (tenant, id, contact_id, inbox_id, channel, status, seq, version, opened_at,
        updated_at, resolved_at)
      SELECT ${tenant}, gen_random_uuid(), gen_random_uuid(), ${shop.inbox.id}, 'web',
        CASE WHEN n <= 400 THEN 'bot' ELSE 'resolved' END, 1, 1, now(), now(), now()
      FROM generate_series(1, 1200) n`.execute(tx),
  )
  const count = async (filter: ViewFilter) => (await saved('stranger', filter)).count
  expect(await count({})).toBe(1_000)
  expect(await count({ statuses: ['bot'] })).toBe(400)
  expect(await count({ statuses: ['resolved'] })).toBe(800)
  expect((await views('stranger')).map((view) => view.count).sort()).toEqual([1_000, 400, 800])
  for (const { id } of await views('stranger')) await call('stranger', 'DELETE', `/api/views/${id}`)
  expect((await saved('agent', { statuses: ['bot'] })).count).toBe(1)
  for (const { id } of await views('agent')) await call('agent', 'DELETE', `/api/views/${id}`)
})

describe('what is refused', () => {
  it('both a view and a saved one, or neither', async () => {
    const { id } = await saved('agent', {})
    for (const query of ['', '?limit=5', `?view=all&saved=${id}`])
      expect((await call('agent', 'GET', `/api/conversations${query}`)).body).toMatchObject({
        code: 'request.invalid',
        path: '/query/view',
      })
    expect((await call('agent', 'GET', `/api/conversations?saved=${shop.ids.uuid()}`)).body.code).toBe('view.not-found')
    expect((await call('agent', 'GET', '/api/conversations?view=all')).status).toBe(200)
    await call('agent', 'DELETE', `/api/views/${id}`)
  })

  it.each<[string, object, string]>([
    ['a status that is none', { statuses: ['sleeping'] }, '/filter/statuses/0'],
    ['no status at all', { statuses: [] }, '/filter/statuses'],
    ['an inbox that is no id', { inboxIds: ['x'] }, '/filter/inboxIds/0'],
    ['an assignee that is none', { assignee: 'you' }, '/filter/assignee'],
    ['a wait before its beginning', { waitingMs: -1 }, '/filter/waitingMs'],
    ['a field nobody knows', { sql: '1=1' }, '/filter/sql'],
    ['a list', [], '/filter'],
  ])('%s', async (_, filter, path) => {
    expect((await save('agent', filter)).body).toMatchObject({ code: 'request.invalid', path })
    expect(await views('agent')).toEqual([])
  })

  it('a wait longer than time', async () => {
    const { id, count } = await saved('agent', { waitingMs: Number.MAX_SAFE_INTEGER })
    expect(count).toBe(0)
    await call('agent', 'DELETE', `/api/views/${id}`)
  })
})

it('facts tell who saved and removed, without the name', async () => {
  expect(roleHolds('owner', 'views.share')).toBe(true)
  const { id } = await saved('owner', {}, { shared: true, name: 'A name' })
  await call('owner', 'DELETE', `/api/views/${id}`)
  const { rows } = await shop.database.as(shop.tenant, (tx) =>
    sql<object>`SELECT type, data FROM ballast.facts WHERE tenant = ${shop.tenant} AND subject = ${id} ORDER BY id`.execute(
      tx,
    ),
  )
  const data = { viewId: id, byStaffId: idOfStaff('owner') }
  expect(rows).toEqual([
    { type: 'view.saved', data },
    { type: 'view.removed', data },
  ])
})
