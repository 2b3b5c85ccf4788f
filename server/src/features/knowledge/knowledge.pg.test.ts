import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { createIndexes, importEntries, type KnowledgeParts } from './index.ts'
import { list } from './read.ts'
import { save } from './save.ts'
import { withdraw } from './withdraw.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
let now = Date.parse('2026-03-10T04:00:00Z')
const clock = { now: () => now }
let parts: KnowledgeParts
let tenant: string

beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  tenant = randomUUID()
  parts = {
    database,
    clock,
    ids: { uuid: () => randomUUID() },
    appendFacts,
    indexes: createIndexes({ database, clock }),
  }
})

const draft = (answer: string) => ({
  locale: 'en',
  title: 'Parking',
  questions: ['Can I park my car at the store?', 'is there a car park'],
  answer,
  topic: 'store',
})
const ask = (indexes: Pick<KnowledgeParts['indexes'], 'search'> = parts.indexes, of = tenant) =>
  indexes.search({ tenant: of, text: 'is there a car park?', locale: 'en' }).then((found) => found[0]?.answer)
const factsOf = (subject: string) =>
  database.as(tenant, async (tx) => {
    const { rows } = await sql<{ type: string; data: { version: number } }>`
      SELECT type, data FROM facts WHERE tenant = ${tenant} AND subject = ${subject} ORDER BY data->'version'`.execute(
      tx,
    )
    return rows.map((row) => [row.type, row.data.version])
  })

test('what is published answers the next question, a new version replaces it, withdrawn it is gone', async () => {
  const entryId = randomUUID()
  expect(await ask()).toBeUndefined()
  await save(parts, { tenant, entryId, baseVersion: 0, draft: draft('No car park.') })
  expect(await ask()).toBe('No car park.')
  const second = await save(parts, { tenant, entryId, baseVersion: 1, draft: draft('Behind the store.') })
  expect(second).toMatchObject({ version: 2, status: 'published' })
  expect(await ask()).toBe('Behind the store.')
  await withdraw(parts, { tenant, entryId })
  await withdraw(parts, { tenant, entryId })
  expect(await ask()).toBeUndefined()
  expect(await factsOf(entryId)).toEqual([
    ['knowledge.published', 1],
    ['knowledge.published', 2],
    ['knowledge.withdrawn', 3],
  ])
})

test('two writers from the same version: one wins, the other is told, no version is lost', async () => {
  const entryId = randomUUID()
  await save(parts, { tenant, entryId, baseVersion: 0, draft: draft('one') })
  const saves = ['two', 'three'].map((text) => save(parts, { tenant, entryId, baseVersion: 1, draft: draft(text) }))
  const outcomes = await Promise.allSettled(saves)
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'conversation.changed' })
  const creations = [4, 5].map((n) => save(parts, { tenant, entryId: tenant, baseVersion: 0, draft: draft(`${n}`) }))
  const created = await Promise.allSettled(creations)
  expect(created.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('what does not exist cannot be changed', async () => {
  const entryId = randomUUID()
  await expect(save(parts, { tenant, entryId, baseVersion: 3, draft: draft('x') })).rejects.toMatchObject({
    code: 'knowledge.not-found',
  })
  await expect(withdraw(parts, { tenant, entryId })).rejects.toMatchObject({ code: 'knowledge.not-found' })
  expect(await factsOf(entryId)).toEqual([])
})

test('another tenant neither finds nor lists nor changes it', async () => {
  const entryId = randomUUID()
  await save(parts, { tenant, entryId, baseVersion: 0, draft: draft('ours') })
  const other = randomUUID()
  expect(await ask(parts.indexes, other)).toBeUndefined()
  expect(await list(parts, other, {})).toEqual([])
  await expect(withdraw(parts, { tenant: other, entryId })).rejects.toMatchObject({ code: 'knowledge.not-found' })
  expect(await ask()).toBe('ours')
})

test('a node that heard no poke finds out by itself within seconds', async () => {
  const entryId = randomUUID()
  const elsewhere = createIndexes({ database, clock })
  await save(parts, { tenant, entryId, baseVersion: 0, draft: draft('old') })
  expect(await ask(elsewhere)).toBe('old')
  await save(parts, { tenant, entryId, baseVersion: 1, draft: draft('new') })
  expect(await ask(elsewhere)).toBe('old')
  now += 6_000
  await expect.poll(() => ask(elsewhere)).toBe('new')
})

test('importing twice changes nothing, and keeps what the owner wrote since', async () => {
  const ready = [
    { key: 'parking', draft: draft('imported') },
    { key: 'parking', draft: { ...draft('导入'), locale: 'zh-CN' } },
  ]
  expect(await importEntries(parts, tenant, ready)).toBe(2)
  const [entry] = await list(parts, tenant, { locale: 'en' })
  await save(parts, { tenant, entryId: entry!.id, baseVersion: 1, draft: draft('rewritten') })
  expect(await importEntries(parts, tenant, ready)).toBe(0)
  expect(await ask()).toBe('rewritten')
})

test('the list searches text literally, newest change first', async () => {
  for (const answer of ['first 100% sure', 'second']) {
    now += 1000
    await save(parts, { tenant, entryId: randomUUID(), baseVersion: 0, draft: draft(answer) })
  }
  const answers = async (search?: string) =>
    (await list(parts, tenant, search ? { search } : {})).map((entry) => entry.answer)
  expect(await answers()).toEqual(['second', 'first 100% sure'])
  expect(await answers('100%')).toEqual(['first 100% sure'])
  expect(await answers('1_0%')).toEqual([])
})
