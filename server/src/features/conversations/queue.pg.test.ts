// How an inbox's queue stands, from real conversations that waited and were taken.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'

let shop: Shop
beforeAll(async () => {
  shop = await newShop()
})
afterAll(() => shop?.database.drop())

const queue = () => shop.conversations.readQueue(shop.tenant, shop.inbox.id)
const wait = async (): Promise<string> => {
  const accepted = await shop
    .intake(async () => turnResult({ outcome: 'handed-over', handover: 'asked' }))
    .accept(shop.says(shop.ids.uuid(), '转人工'))
  return accepted.conversationId
}
const take = async (conversationId: string, waitedMs: number) => {
  shop.clock.advance(waitedMs)
  await shop.conversations.take(shop.staff('小李'), { conversationId, force: false })
}

it('counts who waits, and tells the median once three were taken', async () => {
  expect(await queue()).toEqual({ waiting: 0, waitMs: null })
  const first = await wait()
  const second = await wait()
  expect(await queue()).toEqual({ waiting: 2, waitMs: null })
  await take(first, 10_000)
  await take(second, 30_000)
  expect(await queue()).toEqual({ waiting: 0, waitMs: null })
  await take(await wait(), 5_000)
  expect(await queue()).toEqual({ waiting: 0, waitMs: 10_000 })
})

it('is each inbox’s and each workspace’s own', async () => {
  await wait()
  expect((await queue()).waiting).toBe(1)
  expect(await shop.conversations.readQueue(shop.tenant, randomUUID())).toEqual({ waiting: 0, waitMs: null })
  expect(await shop.conversations.readQueue(randomUUID(), shop.inbox.id)).toEqual({ waiting: 0, waitMs: null })
})

it('forgets what was taken more than a day ago', async () => {
  expect((await queue()).waitMs).not.toBeNull()
  shop.clock.advance(25 * 3_600_000)
  expect(await queue()).toEqual({ waiting: 1, waitMs: null })
})
