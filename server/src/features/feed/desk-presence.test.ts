// Who is at the desks, heard across nodes on one bus.
import type { Role } from '@ballast/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryBus } from '../../platform/bus/memory.ts'
import { systemClock } from '../../platform/clock.ts'
import { silentLog as log } from '../../platform/log.ts'
import { createDeskPresence } from './desk-presence.ts'

const SHOP = '019a0000-0000-7000-8000-000000000001'
const OTHER = '019a0000-0000-7000-8000-000000000002'
const TEAM = '019a0000-0000-7000-8000-000000000003'
const staff = (role: Role, teamIds: string[] = [], tenant = SHOP) => ({ tenant, role, teamIds })
const agent = { role: 'agent', teamIds: [] }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const nodes = () => {
  const bus = memoryBus({ log })
  let published = 0
  const counted = {
    ...bus,
    publish: (subject: string, payload: unknown) => {
      published++
      bus.publish(subject, payload)
    },
  }
  const make = (node: string) => createDeskPresence({ bus: counted, clock: systemClock, node })
  const settle = () => vi.advanceTimersByTimeAsync(1)
  return { bus, make, here: make('one'), there: make('two'), settle, published: () => published }
}

describe('presence at the desk', () => {
  test('is known here at once and on the other node with the next message', async () => {
    const { here, there, settle } = nodes()
    const close = here.opened(staff('agent'))
    expect(here.atDesk(SHOP)).toEqual([agent])
    await settle()
    expect(there.atDesk(SHOP)).toEqual([agent])
    expect(there.atDesk(OTHER)).toEqual([])
    close()
    close()
    await settle()
    expect([...here.atDesk(SHOP), ...there.atDesk(SHOP)]).toEqual([])
  })

  test('lasts as long as the last of several desks, and does not count those who may not reply', async () => {
    const { here, there, settle } = nodes()
    const closes = [here.opened(staff('agent')), here.opened(staff('agent')), here.opened(staff('viewer'))]
    await settle()
    closes[0]?.()
    closes[2]?.()
    await settle()
    expect(there.atDesk(SHOP)).toEqual([agent])
    closes[1]?.()
    await settle()
    expect(there.atDesk(SHOP)).toEqual([])
  })

  test('five hundred desks that come back at once are one message a kind of rights', async () => {
    const { here, there, settle, published } = nodes()
    await settle()
    const before = published()
    for (let desk = 0; desk < 500; desk++) here.opened(staff(desk % 2 ? 'agent' : 'manager', desk % 5 ? [] : [TEAM]))
    await settle()
    expect(published() - before).toBe(4)
    expect(there.atDesk(SHOP)).toHaveLength(4)
  })

  test('a node that falls silent is forgotten within a minute, one that goes on is not', async () => {
    const { here, there, bus, settle } = nodes()
    here.opened(staff('agent'))
    bus.publish('desks', { node: 'dying', desks: { tenant: OTHER, kinds: [agent] } })
    await settle()
    expect(there.atDesk(OTHER)).toEqual([agent])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(there.atDesk(OTHER)).toEqual([])
    expect(there.atDesk(SHOP)).toEqual([agent])
  })

  test('a node that starts later learns at once who is there', async () => {
    const { here, make, settle } = nodes()
    here.opened(staff('owner', [TEAM]))
    await settle()
    const late = make('three')
    await settle()
    expect(late.atDesk(SHOP)).toEqual([{ role: 'owner', teamIds: [TEAM] }])
  })

  test('nonsense on the bus changes nothing', async () => {
    const { there, bus, settle } = nodes()
    const desks = { tenant: SHOP, kinds: [agent] }
    const wrong = [null, 'x', {}, { node: 1, desks }, { node: 'x', desks: { tenant: 'shop', kinds: [agent] } }]
    for (const payload of [...wrong, { node: 'x', desks: { tenant: SHOP, kinds: [{ role: 'god', teamIds: [] }] } }])
      bus.publish('desks', payload)
    await settle()
    expect(there.atDesk(SHOP)).toEqual([])
  })
})
