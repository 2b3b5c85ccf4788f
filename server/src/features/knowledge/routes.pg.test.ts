import { randomUUID } from 'node:crypto'
import type { Principal } from '@ballast/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { memoryBus } from '../../platform/bus/memory.ts'
import { manualClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config/read-config.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { httpConfig } from '../../platform/http/config.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import { silentLog } from '../../platform/log.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { createIndexes } from './index.ts'
import { knowledgeReactions } from './reactions.ts'
import { knowledgeRoutes } from './routes.ts'

const clock = manualClock(Date.parse('2026-03-10T04:00:00Z'))
const tenant = randomUUID()
const key: Principal = { kind: 'key', tenant, keyId: randomUUID(), permissions: ['knowledge.read', 'knowledge.write'] }

let database: Awaited<ReturnType<typeof newDatabase>>
let http: ReturnType<typeof createHttp>
beforeAll(async () => {
  database = await newDatabase()
  const config = readConfig({ http: httpConfig }, { CHECK_REPLIES: 'true' }).http
  http = createHttp({ log: silentLog, metrics: createMetrics({ processMetrics: false }), config, clock })
  const ids = { uuid: () => randomUUID() }
  const indexes = createIndexes({ database, clock })
  knowledgeRoutes({ database, clock, ids, appendFacts, indexes, http, gate: { admit: async () => key } })
})
afterAll(async () => {
  await http.close()
  await database.drop()
})

const body = (baseVersion: number, answer: string) => ({
  locale: 'en',
  title: 'Parking',
  questions: ['is there a car park'],
  answer,
  topic: 'store',
  baseVersion,
})
const url = (id: string) => `/api/knowledge/${id}`

test('writes, lists, refuses an old base version with its code, withdraws', async () => {
  const id = randomUUID()
  const put = (payload: object) => http.app.inject({ method: 'PUT', url: url(id), payload })
  const first = await put(body(0, 'No.'))
  expect(first.json()).toMatchObject({ entry: { id, version: 1, status: 'published', answer: 'No.' } })
  expect((await put(body(0, 'Late.'))).json()).toMatchObject({ code: 'conversation.changed', status: 409 })
  const list = await http.app.inject({ method: 'GET', url: '/api/knowledge?search=car%20park' })
  expect(list.json().entries).toHaveLength(1)
  expect((await http.app.inject({ method: 'DELETE', url: url(id) })).statusCode).toBe(200)
  const missing = await http.app.inject({ method: 'DELETE', url: url(randomUUID()) })
  expect(missing.json()).toMatchObject({ code: 'knowledge.not-found' })
})

test('the list is narrowed by topic and channel, and read page by page', async () => {
  const put = (title: string, more: object) => {
    const payload = { ...body(0, `About ${title}.`), title, topic: 'paged', ...more }
    return http.app.inject({ method: 'PUT', url: url(randomUUID()), payload })
  }
  for (const title of ['one', 'two', 'three']) await put(title, title === 'two' ? { channels: ['wechat'] } : {})
  const titles = async (query: string): Promise<string[]> => {
    const list = await http.app.inject({ method: 'GET', url: `/api/knowledge?topic=paged${query}` })
    return list.json().entries.map(({ title }: { title: string }) => title)
  }
  const all = await titles('')
  expect([...all].sort()).toEqual(['one', 'three', 'two'])
  expect((await titles('&channel=web')).sort()).toEqual(['one', 'three'])
  expect((await titles('&channel=wechat')).sort()).toEqual(['one', 'three', 'two'])
  expect([...(await titles('&limit=2')), ...(await titles('&limit=2&offset=2'))]).toEqual(all)
})

test('the desk sees why a passage ranks where it does, and what the bot would make of it', async () => {
  const id = randomUUID()
  const audience = { levels: ['gold'], regions: [], products: ['p1'] }
  const payload = { ...body(0, 'In the lobby.'), title: 'Umbrellas', questions: ['where are the umbrellas'], audience }
  expect((await http.app.inject({ method: 'PUT', url: url(id), payload })).statusCode).toBe(200)
  const search = async (more: string) => {
    const query = `text=where%20are%20the%20umbrellas&locale=en${more}`
    return (await http.app.inject({ method: 'GET', url: `/api/knowledge/search?${query}` })).json()
  }
  const { passages, decision } = await search('&level=gold&productId=p1')
  expect(passages[0]).toMatchObject({ entryId: id, answer: 'In the lobby.', why: { words: ['where', 'umbrellas'] } })
  const parts = passages[0].why.parts.map(({ name }: { name: string }) => name)
  expect(parts).toEqual(['words', 'vector', 'product'])
  expect(decision).toEqual({ do: 'answer', entryIds: [id] })
  expect((await search('')).decision).toEqual({ do: 'none', entryIds: [] })
})

test('a publication heard on the bus is found by the next question on every node', async () => {
  const bus = memoryBus({ log: silentLog })
  const elsewhere = createIndexes({ database, clock })
  const reactions = knowledgeReactions({ bus, indexes: elsewhere, log: silentLog })
  const ask = () =>
    elsewhere.search({ tenant, text: 'where do I leave my bicycle', locale: 'en' }).then((found) => found[0]?.answer)
  expect(await ask()).toBeUndefined()
  const id = randomUUID()
  const payload = { ...body(0, 'At the rack.'), questions: ['where do I leave my bicycle'] }
  await http.app.inject({ method: 'PUT', url: url(id), payload })
  expect(await ask()).toBeUndefined()
  const at = new Date(clock.now()).toISOString()
  const fact = {
    id: randomUUID(),
    tenant,
    type: 'knowledge.published',
    subject: id,
    at,
    data: { entryId: id, version: 1 },
  }
  bus.publish(`facts.${tenant}.${id}`, { facts: [fact] })
  await expect.poll(ask).toBe('At the rack.')
  reactions.stop()
  await bus.close()
})
