// Consumers read every fact once, in commit order, and never skip one that commits late.
import type { Fact } from '@ballast/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../test/change-sets.ts'
import { newDatabase } from '../../../test/new-database.ts'
import { appendFacts } from './append.ts'
import { createFactConsumers } from './consume.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent } as never
let database: Awaited<ReturnType<typeof newDatabase>>
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(() => database.drop())

const tenant = newId()
const fact = (id = newId()) => ({
  id,
  tenant,
  type: 'inbox.changed' as const,
  subject: tenant,
  at: Date.now(),
  data: { inboxId: tenant },
})
const consumersOf = (owner: string) =>
  createFactConsumers({ database, log: silent, now: Date.now, owner, everyMs: 20, batch: 3 })
const until = async (done: () => boolean) => {
  for (let tries = 0; tries < 400 && !done(); tries++) await new Promise((next) => setTimeout(next, 10))
  expect(done()).toBe(true)
}

it('delivers in commit order and does not skip a transaction that was still running', async () => {
  const seen: string[] = []
  const consumers = consumersOf('one')
  const [late, early] = [newId(), newId()]
  let commitLate = () => {}
  const waiting = new Promise<void>((done) => {
    commitLate = done
  })
  // `late` takes its transaction id first and commits last.
  let written = () => {}
  const writtenLate = new Promise<void>((done) => {
    written = done
  })
  const running = database.as(tenant, async (tx) => {
    await appendFacts(tx, [fact(late)])
    written()
    await waiting
  })
  await writtenLate
  await database.as(tenant, (tx) => appendFacts(tx, [fact(early)]))
  consumers.consume({
    name: 'order',
    types: 'all',
    handle: async (facts) => void seen.push(...facts.map((one) => one.id)),
  })
  await new Promise((next) => setTimeout(next, 150))
  expect(seen).toEqual([])
  commitLate()
  await running
  await until(() => seen.length === 2)
  expect(seen).toEqual([late, early])
  await consumers.stop()
})

it('goes on after a crash with the batch that was not confirmed, and two nodes do not both work', async () => {
  const ids = Array.from({ length: 10 }, () => newId())
  await database.as(tenant, (tx) =>
    appendFacts(
      tx,
      ids.map((id) => fact(id)),
    ),
  )
  const seen: string[] = []
  let crashes = 0
  const handle = async (facts: Fact[]) => {
    if (facts.some((one) => one.id === ids[4]) && crashes++ === 0) throw new Error('crash')
    seen.push(...facts.map((one) => one.id).filter((id) => ids.includes(id)))
  }
  const [a, b] = [consumersOf('a'), consumersOf('b')]
  a.consume({ name: 'crash', types: ['inbox.changed'], handle })
  b.consume({ name: 'crash', types: ['inbox.changed'], handle })
  await until(() => seen.length >= 10)
  expect(seen).toEqual(ids)
  expect(crashes).toBeGreaterThan(0)
  await Promise.all([a.stop(), b.stop()])
})

it('does not try for the lease at every poke while another node reads', async () => {
  let tries = 0
  const counted = {
    worker: <T>(work: Parameters<typeof database.worker<T>>[0]) => {
      tries++
      return database.worker(work)
    },
  }
  const a = consumersOf('a')
  const read: string[] = []
  a.consume({ name: 'leased', types: 'all', handle: async (facts) => void read.push(...facts.map((one) => one.id)) })
  await until(() => read.length > 0)
  const b = createFactConsumers({ database: counted, log: silent, now: Date.now, owner: 'b', everyMs: 60_000 })
  b.consume({ name: 'leased', types: 'all', handle: async () => undefined })
  await until(() => tries === 1)
  for (let n = 0; n < 20; n++) {
    b.poke()
    await new Promise((next) => setTimeout(next, 5))
  }
  expect(tries).toBe(1)
  await Promise.all([a.stop(), b.stop()])
})
