import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { importText } from './import-text.ts'
import { countEntries, createIndexes, type KnowledgeParts } from './index.ts'
import { list } from './read.ts'
import { save } from './save.ts'
import { withdraw } from './withdraw.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
let parts: KnowledgeParts
let tenant: string
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  tenant = randomUUID()
  const clock = { now: () => Date.parse('2026-03-10T04:00:00Z') }
  const ids = { uuid: () => randomUUID() }
  parts = { database, clock, ids, appendFacts, indexes: createIndexes({ database, clock }) }
})

const TEXT = 'Q: Do you have a car park?\nA: Behind the shop.\n\nQ: How long does delivery take?\nA: Three days.'
const take = (text: string, more: { locale?: string; topic?: string; preview?: boolean; staffId?: string } = {}) =>
  importText(parts, { tenant, text, locale: 'en', ...more })
const factsOf = (of = tenant) =>
  database.as(of, async (tx) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM facts WHERE tenant = ${of}`.execute(tx)
    return rows[0]!.n
  })
const ask = async (text: string) => (await parts.indexes.search({ tenant, text, locale: 'en' }))[0]?.answer

test('what is taken in answers the next question, with versions and facts as a save has them', async () => {
  expect(await ask('is there a car park?')).toBeUndefined()
  const staffId = randomUUID()
  const { entries, skipped } = await take(TEXT, { topic: 'store', staffId })
  expect(skipped).toEqual([])
  expect(entries.map(({ title }) => title)).toEqual(['Do you have a car park?', 'How long does delivery take?'])
  expect(await ask('is there a car park?')).toBe('Behind the shop.')
  const held = await list(parts, tenant, {})
  expect(held.map((entry) => entry.id).toSorted()).toEqual(entries.map((entry) => entry.id).toSorted())
  expect(held[0]).toMatchObject({ version: 1, status: 'published', topic: 'store' })
  const versions = await database.as(
    tenant,
    async (tx) => (await sql`SELECT staff_id FROM knowledge_versions WHERE tenant = ${tenant}`.execute(tx)).rows,
  )
  expect(versions).toEqual([{ staff_id: staffId }, { staff_id: staffId }])
  expect(await factsOf()).toBe(2)
  expect(await countEntries(parts, tenant)).toBe(2)
})

test('a preview names the same entries and stores nothing', async () => {
  const preview = await take(TEXT, { preview: true })
  expect(await list(parts, tenant, {})).toEqual([])
  expect(await factsOf()).toBe(0)
  expect(await take(TEXT)).toEqual(preview)
})

test('taking the same in twice changes nothing, in whatever format', async () => {
  const first = await take(TEXT)
  const rows = JSON.stringify(first.entries.map(({ title, answer }) => ({ question: title.toUpperCase(), answer })))
  expect((await take(rows)).entries.map(({ id }) => id)).toEqual(first.entries.map(({ id }) => id))
  await take(TEXT)
  const versions = (await list(parts, tenant, {})).map(({ version }) => version)
  // Written in capitals it is the same question asked louder: a new version, and going back to the first is none.
  expect(versions).toEqual([2, 2])
  const facts = await factsOf()
  await take(TEXT)
  await take(rows)
  expect(await factsOf()).toBe(facts)
})

test('what was rewritten since stays, a new answer replaces, what was withdrawn comes back', async () => {
  const [park, delivery] = (await take(TEXT, { topic: 'store' })).entries
  const draft = { locale: 'en', title: park!.title, questions: [], answer: 'On the roof.', topic: 'store' }
  await save(parts, { tenant, entryId: park!.id, baseVersion: 1, draft })
  await withdraw(parts, { tenant, entryId: delivery!.id })
  await take(TEXT)
  expect(await ask('is there a car park?')).toBe('On the roof.')
  expect(await ask('how long does delivery take?')).toBe('Three days.')
  await take(TEXT.replace('Behind the shop.', 'Next door.'))
  expect(await ask('is there a car park?')).toBe('Next door.')
  const held = await list(parts, tenant, {})
  expect(held.map(({ version, topic }) => [version, topic])).toEqual(
    expect.arrayContaining([
      [3, 'store'],
      [3, 'store'],
    ]),
  )
})

test('two who take in the same text at once take it in once', async () => {
  await Promise.all([take(TEXT), take(TEXT), take(TEXT)])
  expect((await list(parts, tenant, {})).map(({ version }) => version)).toEqual([1, 1])
  expect(await factsOf()).toBe(2)
})

test('another language and another workspace are other entries', async () => {
  const [english] = (await take(TEXT)).entries
  expect((await take(TEXT, { locale: 'de' })).entries[0]!.id).not.toBe(english!.id)
  const other = randomUUID()
  const [theirs] = (await importText(parts, { tenant: other, text: TEXT, locale: 'en' })).entries
  expect(theirs!.id).not.toBe(english!.id)
  expect(await countEntries(parts, other)).toBe(2)
  expect(await countEntries(parts, tenant)).toBe(4)
})

test('a text without a single answer is refused', async () => {
  await expect(take('Hello!\nQ: and?')).rejects.toMatchObject({ code: 'knowledge.nothing-found' })
})

test('a thousand entries are taken in whole', async () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => `"question ${n}?","answer ${n}, in full"`)
  const { entries } = await take(['question,answer', ...rows].join('\r\n'))
  expect(entries).toHaveLength(1_000)
  expect(await countEntries(parts, tenant)).toBe(1_000)
  expect(await factsOf()).toBe(1_000)
})
