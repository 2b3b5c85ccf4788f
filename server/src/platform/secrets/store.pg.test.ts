import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { createSecrets } from './secrets.ts'
import { createTenantKeyStore } from './store.ts'

const ONE = '019a0000-0000-7000-8000-000000000001'
const TWO = '019a0000-0000-7000-8000-000000000002'
let database: Awaited<ReturnType<typeof newDatabase>>
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())

it('keeps the first key of a tenant and shows it to nobody else', async () => {
  const store = createTenantKeyStore(database)
  expect(await store.readTenantKey(ONE)).toBeUndefined()
  await Promise.all([store.writeTenantKey(ONE, Buffer.from('a')), store.writeTenantKey(ONE, Buffer.from('a'))])
  await store.writeTenantKey(ONE, Buffer.from('b'))
  expect((await store.readTenantKey(ONE))?.toString()).toBe('a')
  expect(await store.readTenantKey(TWO)).toBeUndefined()
})

it('serves secrets of several processes', async () => {
  const rootKey = randomBytes(32)
  const [here, there] = [0, 1].map(() => createSecrets({ rootKey, store: createTenantKeyStore(database) }))
  if (here === undefined || there === undefined) throw new Error('unreachable')
  const keys = await Promise.all([here.newPersonKey(TWO), there.newPersonKey(TWO)])
  for (const { wrapped } of keys) {
    const sealed = (await here.openPersonKey(TWO, wrapped)).seal('你好', 'message')
    expect((await there.openPersonKey(TWO, wrapped)).open(sealed, 'message')).toBe('你好')
  }
})
