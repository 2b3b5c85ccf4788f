import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { createIndexes, importEntries, type KnowledgeParts } from './index.ts'
import { save } from './save.ts'
import { withdraw } from './withdraw.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
const now = Date.parse('2026-03-10T04:00:00Z')
const clock = { now: () => now }

beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())

const partsWith = (more: { mostBytes?: number } = {}): KnowledgeParts => ({
  database,
  clock,
  ids: { uuid: () => randomUUID() },
  appendFacts,
  indexes: createIndexes({ database, clock, ...more }),
})
const draft = (n: number, answer = `The answer ${n}.`) => ({
  locale: 'en',
  title: `Locker ${n}`,
  questions: [`Where is locker number ${n}?`],
  answer,
  topic: `locker.${n}`,
})
const fill = (parts: KnowledgeParts, tenant: string, size: number) =>
  importEntries(
    parts,
    tenant,
    Array.from({ length: size }, (_, n) => ({ key: `locker ${n}`, draft: draft(n) })),
  )
const ask = async ({ indexes }: KnowledgeParts, tenant: string, n: number) =>
  (await indexes.search({ tenant, text: `where is locker number ${n}`, locale: 'en' }))[0]?.answer

/** A database that counts what is asked of it. */
const counted = () => {
  let asked = 0
  const counting = {
    as: ((tenant: string, work: never) => {
      asked++
      return database.as(tenant, work)
    }) as typeof database.as,
  }
  return { database: counting, asked: () => asked }
}

test('many first questions at once share one load', async () => {
  const parts = partsWith()
  const tenant = randomUUID()
  await fill(parts, tenant, 20)
  const { database: counting, asked } = counted()
  const indexes = createIndexes({ database: counting, clock })
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => ask({ ...parts, indexes }, tenant, n % 20)))
  expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => `The answer ${n % 20}.`))
  await indexes.taught(tenant)
  // How it stands, one page, how the structure stands and is; names and that page once more, which teach the classifier.
  expect(asked()).toBe(6)
  await indexes.close()
})

test('a large workspace is made ready in a thread, and one change afterwards is read alone', async () => {
  const parts = partsWith()
  const tenant = randomUUID()
  await fill(parts, tenant, 1200)
  expect(await ask(parts, tenant, 1100)).toBe('The answer 1100.')
  const entryId = randomUUID()
  await save(parts, { tenant, entryId, baseVersion: 0, draft: draft(5000) })
  const began = performance.now()
  await save(parts, { tenant, entryId, baseVersion: 1, draft: draft(5000, 'Moved.') })
  expect(await ask(parts, tenant, 5000)).toBe('Moved.')
  expect(performance.now() - began).toBeLessThan(1000)
  await withdraw(parts, { tenant, entryId })
  expect(await ask(parts, tenant, 5000)).not.toBe('Moved.')
  expect(parts.indexes.held.tenants).toBe(1)
  await parts.indexes.close()
  // A closed thread starts anew with the next load.
  expect(await ask({ ...parts, indexes: createIndexes({ database, clock }) }, tenant, 7)).toBe('The answer 7.')
}, 30_000)

test('a node that missed everything is right again after one look, whatever happened', async () => {
  const parts = partsWith()
  const tenant = randomUUID()
  const elsewhere = partsWith()
  await fill(parts, tenant, 12)
  expect(await ask(elsewhere, tenant, 3)).toBe('The answer 3.')
  const ids = [randomUUID(), randomUUID()] as const
  for (const [n, entryId] of ids.entries()) {
    await save(parts, { tenant, entryId, baseVersion: 0, draft: draft(70 + n) })
    await save(parts, { tenant, entryId, baseVersion: 1, draft: draft(70 + n, `Changed ${n}.`) })
  }
  await withdraw(parts, { tenant, entryId: ids[0] })
  await elsewhere.indexes.refresh(tenant)
  expect(await ask(elsewhere, tenant, 71)).toBe('Changed 1.')
  expect(await ask(elsewhere, tenant, 70)).not.toBe('Changed 0.')
})

test('memory is bounded: the tenant asked longest ago is forgotten, and loaded again when it asks', async () => {
  const parts = partsWith()
  const tenants = Array.from({ length: 6 }, () => randomUUID())
  for (const tenant of tenants) await fill(parts, tenant, 10)
  await ask(parts, tenants[0]!, 1)
  const mostBytes = parts.indexes.held.bytes * 3.5
  const bounded = partsWith({ mostBytes })
  for (const tenant of tenants) expect(await ask(bounded, tenant, 4)).toBe('The answer 4.')
  expect(bounded.indexes.held.tenants).toBe(3)
  expect(bounded.indexes.held.bytes).toBeLessThanOrEqual(mostBytes)
  expect(await ask(bounded, tenants[0]!, 4)).toBe('The answer 4.')
})

test('what is not valid yet is found from its moment on', async () => {
  let time = now
  const indexes = createIndexes({ database, clock: { now: () => time } })
  const parts = { ...partsWith(), indexes }
  const tenant = randomUUID()
  const validFrom = new Date(now + 1000).toISOString()
  const validTo = new Date(now + 2000).toISOString()
  await save(parts, { tenant, entryId: randomUUID(), baseVersion: 0, draft: { ...draft(1), validFrom, validTo } })
  expect(await ask(parts, tenant, 1)).toBeUndefined()
  time = now + 1000
  expect(await ask(parts, tenant, 1)).toBe('The answer 1.')
  time = now + 2000
  expect(await ask(parts, tenant, 1)).toBeUndefined()
})
