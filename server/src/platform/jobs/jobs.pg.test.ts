import { Closed, Uuid } from '@ballast/contract'
import { Type } from 'typebox'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { recordLog } from '../../../test/record-log.ts'
import { silentLog } from '../log.ts'
import { createJobs, type Jobs } from './jobs.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const schema = Closed({ conversationId: Uuid, n: Type.Optional(Type.Integer()) })
let database: Awaited<ReturnType<typeof newDatabase>>
const running: Jobs[] = []
const create = (work = true) => {
  const jobs = createJobs({ database, log: silentLog, work })
  running.push(jobs)
  return jobs
}
beforeAll(async () => {
  database = await newDatabase()
})
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop(1_000)
})
afterAll(() => database.drop())

it('runs what was sent, from another process too, soon', async () => {
  const got: unknown[] = []
  const jobs = create()
  const wake = jobs.define('conversation.wake', { schema, pollSeconds: 30 }, async (data, { attempt }) => {
    got.push([data, attempt])
  })
  await jobs.start()
  const gateway = create(false)
  gateway.define('conversation.wake', { schema, pollSeconds: 30 }, async () => void got.push('wrong process'))
  await gateway.start()
  await new Promise((done) => setTimeout(done, 300))
  await wake.send({ conversationId: ID, n: 1 })
  await gateway.send('conversation.wake', { conversationId: ID, n: 2 })
  await expect.poll(() => got.length, { timeout: 5_000 }).toBe(2)
  expect(got).toContainEqual([{ conversationId: ID, n: 1 }, 1])
  expect(got).not.toContain('wrong process')
})

it('refuses data that does not fit and names nobody defined', async () => {
  const jobs = create()
  jobs.define('thing.do', { schema }, async () => {})
  await jobs.start()
  await expect(jobs.send('thing.do', { conversationId: 7 })).rejects.toThrow('/conversationId')
  await expect(jobs.send('thing.do', { conversationId: ID, text: 'private' })).rejects.toThrow('/text')
  await expect(jobs.send('thing.undo', {})).rejects.toThrow('No job is defined')
})

it('tries again, and tells when all tries have failed', async () => {
  const attempts: number[] = []
  const dead: unknown[] = []
  const jobs = create()
  const flaky = jobs.define(
    'thing.try',
    {
      schema,
      retryLimit: 2,
      retryDelaySeconds: 0,
      retryDelayMaxSeconds: 1,
      pollSeconds: 0.5,
      whenDead: async (data) => void dead.push(data),
    },
    async (_data, { attempt }) => {
      attempts.push(attempt)
      throw new Error('not yet')
    },
  )
  await jobs.start()
  await flaky.send({ conversationId: ID })
  await expect.poll(() => dead, { timeout: 15_000 }).toEqual([{ conversationId: ID }])
  expect(attempts).toEqual([1, 2, 3])
}, 30_000)

it('waits until its time, one a key', async () => {
  const got: unknown[] = []
  const jobs = create()
  const later = jobs.define('thing.later', { schema, pollSeconds: 0.5 }, async ({ n }) => void got.push(n))
  await jobs.start()
  const at = Date.now() + 1_500
  const first = await later.send({ conversationId: ID, n: 1 }, { startAfter: at, singletonKey: ID })
  const second = await later.send({ conversationId: ID, n: 2 }, { startAfter: at, singletonKey: ID })
  const other = await later.send({ conversationId: ID, n: 3 })
  expect([first.added, second.added, other.added]).toEqual([true, false, true])
  await expect.poll(() => got, { timeout: 3_000 }).toEqual([3])
  await expect.poll(() => got, { timeout: 8_000 }).toEqual([3, 1])
  expect(Date.now()).toBeGreaterThanOrEqual(at)
}, 20_000)

it('lets a running attempt end before it stops', async () => {
  const seen: string[] = []
  const jobs = create()
  const slow = jobs.define('thing.slow', { schema, pollSeconds: 0.5 }, async () => {
    seen.push('begun')
    await new Promise((done) => setTimeout(done, 700))
    seen.push('done')
  })
  await jobs.start()
  await slow.send({ conversationId: ID })
  await expect.poll(() => seen, { timeout: 5_000 }).toContain('begun')
  await jobs.stop()
  expect(seen).toEqual(['begun', 'done'])
})

it('keeps a schedule once, however often it is set', async () => {
  const jobs = create()
  jobs.define('thing.nightly', { schema: Closed({}) }, async () => {})
  await jobs.start()
  await jobs.schedule('thing.nightly', '0 3 * * *', { timeZone: 'Asia/Shanghai' })
  await jobs.schedule('thing.nightly', '30 3 * * *', { timeZone: 'Asia/Shanghai' })
  const { rows } = await database.poolFor('jobs').query('SELECT cron, timezone FROM jobs.schedule')
  expect(rows).toEqual([{ cron: '30 3 * * *', timezone: 'Asia/Shanghai' }])
})

it('keeps nothing of what a failure says, beside the job or among the dead', async () => {
  const said = '王小明 13800138000'
  const fault = Object.assign(new RangeError(said), { code: '22P02', detail: said, [said]: said })
  const { log, lines } = recordLog()
  const jobs = createJobs({ database, log })
  running.push(jobs)
  const job = { schema, retryLimit: 0, pollSeconds: 0.5 }
  const broken = jobs.define('thing.break', job, () => Promise.reject(fault))
  await jobs.start()
  await broken.send({ conversationId: ID, n: 138 })
  const read = async () => {
    const boss = database.poolFor('jobs')
    return (await boss.query<{ name: string; row: string }>('SELECT name, j::text AS row FROM jobs.job j')).rows
  }
  const kept = async () => (await read()).filter(({ name }) => name.startsWith('thing.break'))
  await expect
    .poll(async () => (await kept()).map(({ name }) => name).sort(), { timeout: 8_000 })
    .toEqual(['thing.break', 'thing.break.dead'])
  const heap = JSON.stringify([await kept(), lines])
  expect(heap).toContain('RangeError 22P02')
  expect(lines.map(({ event }) => event)).toContain('job.failed')
  expect(heap).not.toMatch(/小明|13800138000/)
})
