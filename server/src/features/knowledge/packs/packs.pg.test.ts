// A pack in a workspace: the first question is answered once it is installed, other values change the entries, what
// somebody edited stays, and it can be taken out again.
import { randomUUID } from 'node:crypto'
import type { Principal } from '@ballast/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { heard } from '../../../../../demo/evaluation/evaluate.ts'
import { newDatabase } from '../../../../test/new-database.ts'
import { manualClock } from '../../../platform/clock.ts'
import { readConfig } from '../../../platform/config/read-config.ts'
import { appendFacts } from '../../../platform/facts/append.ts'
import { httpConfig } from '../../../platform/http/config.ts'
import { createHttp } from '../../../platform/http/create-http.ts'
import { silentLog } from '../../../platform/log.ts'
import { createMetrics } from '../../../platform/metrics.ts'
import { takeTurn } from '../../answering/index.ts'
import { noCommerce } from '../../commerce/index.ts'
import { createIndexes } from '../index.ts'
import { list } from '../read.ts'
import { save } from '../save.ts'
import { withdraw } from '../withdraw.ts'
import { installPack } from './install-pack.ts'
import { loadPacks } from './load-packs.ts'
import { idsOf } from './plan-pack.ts'
import { packRoutes } from './routes.ts'

const clock = manualClock(Date.parse('2026-03-10T04:00:00Z'))
const ids = { uuid: () => randomUUID() }
let database: Awaited<ReturnType<typeof newDatabase>>
let http: ReturnType<typeof createHttp>
let parts: Parameters<typeof installPack>[0]
let tenant: string
const apparel = (await loadPacks()).get('apparel')!
const COUNT = apparel.entries.length

beforeAll(async () => {
  database = await newDatabase()
  const config = readConfig({ http: httpConfig }, { CHECK_REPLIES: 'true' }).http
  http = createHttp({ log: silentLog, metrics: createMetrics({ processMetrics: false }), config, clock })
  parts = { database, clock, ids, appendFacts, indexes: createIndexes({ database, clock }) }
  const key = (): Principal => {
    return { kind: 'key', tenant, keyId: randomUUID(), permissions: ['knowledge.read', 'knowledge.write'] }
  }
  packRoutes({ ...parts, http, gate: { admit: async () => key() } })
})
afterAll(async () => {
  await http.close()
  await database.drop()
})
beforeEach(() => {
  tenant = randomUUID()
})

const call = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, payload?: object) => {
  const reply = await http.app.inject({ method, url: `/api/knowledge-packs${path}`, ...(payload ? { payload } : {}) })
  return reply.json()
}
const install = (values: object = {}, locales: readonly string[] = ['zh-CN', 'en']) =>
  call('PUT', '/apparel', { locales, values })
const packsNow = async () => (await call('GET', '')).packs as { id: string; installed: string[]; values: object }[]
const apparelNow = async () => (await packsNow()).find(({ id }) => id === 'apparel')!
const say = async (text: string, locale = 'zh-CN') => {
  const turn = await takeTurn(
    { commerce: noCommerce(), knowledge: parts.indexes },
    {
      tenant,
      inbox: { id: randomUUID(), locale, botName: 'Bot' },
      contact: { id: randomUUID(), externalId: null, verified: false, name: null, level: null },
      locale,
      dialog: null,
      recent: [],
      text,
      verdict: heard(text, clock.now()),
      parts: [{ kind: 'text', text }],
      now: clock.now(),
    },
  )
  return JSON.stringify(turn.parts)
}
const idOf = (key: string, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  idsOf(tenant, apparel, [locale]).find((one) => one.key === key)!.id
const held = async (key: string) => (await list(parts, tenant, { limit: 500 })).find(({ id }) => id === idOf(key))
const factsNow = () =>
  database.as(tenant, async (tx) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM facts WHERE tenant = ${tenant}`.execute(tx)
    return rows[0]!.n
  })

test('a new shop knows nothing; installed, its bot answers in both languages within seconds', async () => {
  expect(await say('签收后几天内可以无理由退货')).not.toContain('吊牌')
  const began = performance.now()
  expect(await install({ return_days: 15 })).toEqual({ added: COUNT * 2, changed: 0, unchanged: 0, kept: 0 })
  expect(await say('不合适的话几天内能退货')).toContain('签收后 15 天内支持无理由退货')
  expect(await say('how many days do I have to return it', 'en')).toContain('Within 15 days of delivery')
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(await factsNow()).toBe(COUNT * 2)
  expect(await apparelNow()).toMatchObject({ installed: ['zh-CN', 'en'], values: { return_days: 15 } })
})

test('twice is once; another value changes the entries that say it and forgets no other value', async () => {
  await install({ return_days: 15, carriers: { zh: '顺丰', en: 'SF Express' } })
  expect(await install()).toEqual({ added: 0, changed: 0, unchanged: COUNT * 2, kept: 0 })
  const { changed, unchanged } = await install({ return_days: 30 })
  expect(changed).toBeGreaterThan(4)
  expect(changed + unchanged).toBe(COUNT * 2)
  expect(await held('return-window')).toMatchObject({ version: 2 })
  expect(await say('不合适的话几天内能退货')).toContain('签收后 30 天内')
  expect(await held('carrier')).toMatchObject({ version: 1, answer: expect.stringContaining('默认用顺丰') })
  expect((await apparelNow()).values).toMatchObject({ return_days: 30, carriers: { zh: '顺丰', en: 'SF Express' } })
  expect(await list(parts, tenant, { limit: 500 })).toHaveLength(COUNT * 2)
})

test('what a colleague rewrote or withdrew stays so, also when the pack is removed', async () => {
  await install({}, ['zh-CN'])
  const before = (await held('return-window'))!
  const draft = { ...before, answer: '本店支持 60 天无理由退货。' }
  await save(parts, { tenant, entryId: before.id, baseVersion: 1, staffId: randomUUID(), draft })
  await withdraw(parts, { tenant, entryId: idOf('gift-wrap'), staffId: randomUUID() })
  expect(await install({ return_days: 30 }, ['zh-CN'])).toMatchObject({ added: 0, kept: 2 })
  expect((await held('return-window'))!.answer).toBe('本店支持 60 天无理由退货。')
  expect((await held('gift-wrap'))!.status).toBe('withdrawn')
  expect(await call('DELETE', '/apparel')).toEqual({ withdrawn: COUNT - 2, kept: 1 })
  expect(await call('DELETE', '/apparel')).toEqual({ withdrawn: 0, kept: 1 })
  expect((await held('size-chart'))!.status).toBe('withdrawn')
  expect((await held('return-window'))!.status).toBe('published')
  expect(await install({}, ['zh-CN'])).toEqual({ added: 0, changed: COUNT - 2, unchanged: 0, kept: 2 })
  expect((await held('size-chart'))!).toMatchObject({ status: 'published', version: 3 })
})

test('a preview says what installing would do and stores nothing', async () => {
  const wanted = { locales: ['en'], values: { return_days: 1 } }
  const first = await call('POST', '/apparel/preview', wanted)
  expect(first.entries).toHaveLength(COUNT)
  expect(first.entries.every(({ does }: { does: string }) => does === 'add')).toBe(true)
  const window = first.entries.find(({ key }: { key: string }) => key === 'return-window')
  expect(window).toMatchObject({ id: idOf('return-window', 'en'), answer: expect.stringContaining('Within 1 day of') })
  expect(await list(parts, tenant, {})).toEqual([])
  await install({}, ['en'])
  const second = (await call('POST', '/apparel/preview', wanted)).entries as { key: string; does: string }[]
  expect(second.find(({ key }) => key === 'return-window')!.does).toBe('change')
  expect(second.find(({ key }) => key === 'size-chart')!.does).toBe('nothing')
})

test('refuses what does not fit, by name, and packs there are not', async () => {
  expect(await install({ return_days: 'seven' })).toMatchObject({
    code: 'pack.value-invalid',
    path: '/body/values/return_days',
  })
  expect(await install({ nonsense: 1 })).toMatchObject({ code: 'pack.value-invalid', path: '/body/values/nonsense' })
  expect(await call('DELETE', '/nowhere')).toMatchObject({ code: 'pack.not-found', status: 404 })
  expect(await install({}, [])).toMatchObject({ code: 'request.invalid' })
  expect(await list(parts, tenant, {})).toEqual([])
})

test('eight who install at once install once; another workspace has nothing of it', async () => {
  const order = { tenant, pack: apparel, locales: ['en'] as const, values: {} }
  await Promise.all(Array.from({ length: 8 }, () => installPack(parts, order)))
  const entries = await list(parts, tenant, { limit: 500 })
  expect(entries.map(({ version }) => version)).toEqual(entries.map(() => 1))
  expect(entries).toHaveLength(COUNT)
  tenant = randomUUID()
  expect(await apparelNow()).toMatchObject({ installed: [], values: { return_days: 7 } })
})
