// Drafts above what is live, versions that can be read, compared and published again.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { countEntries, createIndexes, type KnowledgeParts } from './index.ts'
import { publish } from './publish.ts'
import { list } from './read.ts'
import { save, saveDraft } from './save.ts'
import { compare, listVersions, readEntry, readOneVersion, rollBack } from './versions.ts'
import { withdraw } from './withdraw.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
let parts: KnowledgeParts
let tenant: string
let entryId: string
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  tenant = randomUUID()
  entryId = randomUUID()
  const clock = { now: () => Date.parse('2026-03-10T04:00:00Z') }
  parts = { database, clock, ids: { uuid: randomUUID }, appendFacts, indexes: createIndexes({ database, clock }) }
})

const draft = (answer: string) => ({ locale: 'en', title: 'Parking', questions: ['car park?'], answer, topic: 'store' })
const ask = async () => (await parts.indexes.search({ tenant, text: 'car park?', locale: 'en' }))[0]
const put = (baseVersion: number, answer: string) => save(parts, { tenant, entryId, baseVersion, draft: draft(answer) })

test('a draft is nobody’s answer until it is published, and what is live stays live under it', async () => {
  await saveDraft(parts, { tenant, entryId, baseVersion: 0, draft: draft('soon') })
  expect(await ask()).toBeUndefined()
  expect(await countEntries(parts, tenant)).toBe(0)
  expect(await publish(parts, { tenant, entryId, baseVersion: 1 })).toMatchObject({ version: 2, liveVersion: 2 })
  expect(await ask()).toMatchObject({ answer: 'soon', version: 2 })
  const second = await saveDraft(parts, { tenant, entryId, baseVersion: 2, draft: draft('later') })
  expect(second).toMatchObject({ version: 3, liveVersion: 2, status: 'draft' })
  const third = await saveDraft(parts, { tenant, entryId, baseVersion: 3, draft: draft('much later') })
  expect(third).toMatchObject({ version: 4, liveVersion: 2 })
  expect(await ask()).toMatchObject({ answer: 'soon', version: 2 })
  expect(await countEntries(parts, tenant)).toBe(1)
  expect(await readEntry(parts, { tenant, entryId })).toMatchObject({ answer: 'much later', liveVersion: 2 })
  await expect(publish(parts, { tenant, entryId, baseVersion: 3 })).rejects.toMatchObject({
    code: 'conversation.changed',
  })
  await publish(parts, { tenant, entryId, baseVersion: 4 })
  expect(await ask()).toMatchObject({ answer: 'much later', version: 5 })
  expect(await publish(parts, { tenant, entryId, baseVersion: 5 })).toMatchObject({ version: 5 })
  const { rows } = await database.as(tenant, (tx) =>
    sql<{ type: string }>`SELECT type FROM facts WHERE tenant = ${tenant} ORDER BY (data->>'version')::int`.execute(tx),
  )
  expect(rows.map(({ type }) => type.split('.')[1])).toEqual([
    'drafted',
    'published',
    'drafted',
    'drafted',
    'published',
  ])
})

test('a withdrawn entry takes its draft along', async () => {
  await put(0, 'yes')
  await saveDraft(parts, { tenant, entryId, baseVersion: 1, draft: draft('no') })
  await withdraw(parts, { tenant, entryId })
  expect(await ask()).toBeUndefined()
  expect(await readEntry(parts, { tenant, entryId })).toMatchObject({ status: 'withdrawn', liveVersion: null })
})

test('versions are listed, read, compared and published again', async () => {
  const staffId = randomUUID()
  await put(0, 'Behind the shop.')
  await save(parts, { tenant, entryId, baseVersion: 1, staffId, draft: draft('On the roof.') })
  const versions = await listVersions(parts, { tenant, entryId })
  expect(versions.map((one) => [one.version, one.status, one.staffId])).toEqual([
    [2, 'published', staffId],
    [1, 'published', null],
  ])
  expect(await readOneVersion(parts, { tenant, entryId, version: 1 })).toMatchObject({ answer: 'Behind the shop.' })
  const [change, ...none] = await compare(parts, { tenant, entryId, from: 1, to: 2 })
  expect(none).toEqual([])
  expect(change).toMatchObject({ field: 'answer' })
  const back = await rollBack(parts, { tenant, entryId, to: 1, baseVersion: 2 })
  expect(back).toMatchObject({ version: 3, answer: 'Behind the shop.', status: 'published' })
  expect(await ask()).toMatchObject({ answer: 'Behind the shop.', version: 3 })
  const wrong = [
    () => readOneVersion(parts, { tenant, entryId, version: 9 }),
    () => rollBack(parts, { tenant, entryId, to: 9, baseVersion: 3 }),
    () => listVersions(parts, { tenant: randomUUID(), entryId }),
  ]
  for (const one of wrong) await expect(one()).rejects.toMatchObject({ code: 'knowledge.not-found' })
})

test('what an entry is and whom it is for is kept by writers who do not speak of it, and comes back with its version', async () => {
  const about = {
    kind: 'solution' as const,
    channels: ['web'],
    audience: { levels: ['gold'], regions: ['上海'], products: ['p1', 'p2'] },
    validFrom: '2026-03-01T00:00:00.000Z',
    validTo: '2026-04-01T00:00:00.000Z',
    ownerId: randomUUID(),
    review: 'wanted' as const,
    media: [{ kind: 'picture' as const, url: 'https://shop.example/a.png', alt: 'The car park' }],
  }
  await save(parts, { tenant, entryId, baseVersion: 0, draft: { ...draft('a'), ...about } })
  expect(await put(1, 'b')).toMatchObject({ ...about, version: 2 })
  expect(await put(2, 'c')).toMatchObject(about)
  await save(parts, { tenant, entryId, baseVersion: 3, draft: { ...draft('d'), channels: [], validTo: null } })
  const [entry] = await list(parts, tenant, { kind: 'solution' })
  expect(entry).toMatchObject({ ...about, channels: [], validTo: null })
  expect(await readOneVersion(parts, { tenant, entryId, version: 1 })).toMatchObject(about)
  const never = { ...draft('e'), validFrom: about.validTo, validTo: about.validFrom }
  await expect(save(parts, { tenant, entryId, baseVersion: 4, draft: never })).rejects.toMatchObject({
    code: 'knowledge.validity-wrong',
  })
})
