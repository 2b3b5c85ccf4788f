// What a flood of visitors costs, and what they are told while the database is slow, out, or changed.
import type { Hours } from '@ballast/contract'
import { describe, expect, it } from 'vitest'
import { manualClock } from '../../platform/clock.ts'
import { silentLog as log } from '../../platform/log.ts'
import { createExpectations } from './expectations.ts'
import type { OpenInbox } from './inbox-directory.ts'
import type { AtDesk, Queue } from './parts.ts'

const TENANT = '019a0000-0000-7000-8000-000000000001'
const INBOX = '019a0000-0000-7000-8000-000000000002'
const TEAM = '019a0000-0000-7000-8000-000000000003'
const OTHER_TEAM = '019a0000-0000-7000-8000-000000000004'
const NIGHT = Date.parse('2026-11-20T23:30:00+08:00')

const openInbox = (more: { id?: string; teamIds?: string[]; hours?: Hours | null } = {}): OpenInbox => ({
  tenant: TENANT,
  settings: {},
  identityKeys: [],
  inbox: {
    id: INBOX,
    name: 'Shop',
    channel: 'web',
    publicKey: 'in_1',
    origins: [],
    teamIds: [],
    locale: 'en',
    botName: 'Bot',
    enabled: true,
    look: {},
    hours: null,
    ...more,
  },
})

const setUp = (atDesk: readonly AtDesk[] = []) => {
  const clock = manualClock(NIGHT)
  const asked: string[] = []
  const state: { queue: () => Promise<Queue> } = { queue: async () => ({ waiting: 2, waitMs: 90_000 }) }
  const expectations = createExpectations({
    clock,
    log,
    atDesk: () => atDesk,
    queueOf: (_, inboxId) => {
      asked.push(inboxId)
      return state.queue()
    },
  })
  return { clock, asked, state, expectations }
}

describe('expectations', () => {
  it('a thousand visitors at once and a thousand after cost one question', async () => {
    const { asked, expectations } = setUp()
    const told = await Promise.all(Array.from({ length: 1_000 }, () => expectations.of(openInbox())))
    for (let visitor = 0; visitor < 1_000; visitor++) await expectations.of(openInbox())
    expect(asked).toHaveLength(1)
    expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"open":true,"opensAt":null,"staffed":false,"waiting":2,"waitMs":90000}']),
    )
  })

  it('asks again after a few seconds, and for each inbox of its own', async () => {
    const { clock, asked, expectations } = setUp()
    await expectations.of(openInbox())
    clock.advance(2_999)
    await expectations.of(openInbox())
    expect(asked).toHaveLength(1)
    clock.advance(1)
    await expectations.of(openInbox())
    await expectations.of(openInbox({ id: TEAM }))
    expect(asked).toEqual([INBOX, INBOX, TEAM])
  })

  it('tells what it knew last while the database is out, without asking it at every visit', async () => {
    const { clock, asked, state, expectations } = setUp()
    const before = await expectations.of(openInbox())
    state.queue = async () => {
      throw new Error('out')
    }
    clock.advance(30_000)
    for (let visitor = 0; visitor < 100; visitor++) expect(await expectations.of(openInbox())).toEqual(before)
    expect(asked).toHaveLength(2)
    // What was kept does not live for ever on its own repetition.
    clock.advance(31_000)
    await expect(expectations.of(openInbox())).rejects.toThrow('out')
    await expect(expectations.of(openInbox())).rejects.toThrow('out')
    state.queue = async () => ({ waiting: 0, waitMs: null })
    expect(await expectations.of(openInbox())).toMatchObject({ waiting: 0, waitMs: null })
  })

  it('a change while it was being worked out is not covered by the answer from before', async () => {
    const { state, expectations } = setUp()
    let answer = (_: Queue): void => undefined
    state.queue = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const before = expectations.of(openInbox())
    const old = answer
    expectations.forget()
    const closed = openInbox({ hours: { timeZone: 'Asia/Shanghai', weekly: [] } })
    const after = expectations.of(closed)
    answer({ waiting: 1, waitMs: null })
    expect(await after).toMatchObject({ open: false, opensAt: null })
    old({ waiting: 9, waitMs: null })
    expect(await before).toMatchObject({ open: true })
    expect(await expectations.of(closed)).toMatchObject({ open: false, waiting: 1 })
  })

  it('says when it opens', async () => {
    const { expectations } = setUp()
    const hours: Hours = { timeZone: 'Asia/Shanghai', weekly: [{ days: [6], from: '09:00', to: '18:00' }] }
    expect(await expectations.of(openInbox({ hours }))).toMatchObject({
      open: false,
      opensAt: '2026-11-21T01:00:00.000Z',
    })
  })

  it.each<[string, string[], AtDesk[], boolean]>([
    ['nobody', [], [], false],
    ['an agent, an inbox for all', [], [{ role: 'agent', teamIds: [] }], true],
    ['an agent of another team', [TEAM], [{ role: 'agent', teamIds: [OTHER_TEAM] }], false],
    [
      'an agent of the team among others',
      [TEAM],
      [
        { role: 'agent', teamIds: [] },
        { role: 'agent', teamIds: [TEAM] },
      ],
      true,
    ],
    ['a manager sees every inbox', [TEAM], [{ role: 'manager', teamIds: [] }], true],
  ])('staffed: %s', async (_, teamIds, atDesk, staffed) => {
    const { expectations } = setUp(atDesk)
    expect((await expectations.of(openInbox({ teamIds }))).staffed).toBe(staffed)
  })
})
