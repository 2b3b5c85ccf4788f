import type { Author } from '@ballast/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryBus } from '../../platform/bus/memory.ts'
import { systemClock } from '../../platform/clock.ts'
import { silentLog } from '../../platform/log.ts'
import type { Staff } from './live-parts.ts'
import { type Colleague, createSignals } from './live-signals.ts'

const TENANT = '01890a5d-ac96-774b-bcce-b302099a8001'
const CONVERSATION = '01890a5d-ac96-774b-bcce-b302099a8002'
const customer: Author = { kind: 'customer', id: '01890a5d-ac96-774b-bcce-b302099a8003' }
const staff = (name: string): Staff => ({
  kind: 'staff',
  tenant: TENANT,
  staffId: `id-of-${name}`,
  name,
  role: 'agent',
  teamIds: [],
  sessionId: 's',
})

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'setImmediate'] }),
)
afterEach(() => vi.useRealTimers())

/** Two nodes on one bus. */
const nodes = () => {
  const bus = memoryBus({ log: silentLog })
  const make = () => createSignals({ bus, clock: systemClock })
  return { bus, here: make(), there: make() }
}
const watching = () => {
  const typing: boolean[] = []
  let present: string[] = []
  const listener = {
    typing: (_: Author, on: boolean) => void typing.push(on),
    presence: (all: readonly Colleague[]) => {
      present = all.map(({ name }) => name).sort()
    },
  }
  return { listener, typing, present: () => present }
}

describe('typing', () => {
  test('ends by itself after six seconds, later when renewed', () => {
    const { here, there } = nodes()
    const seen = watching()
    there.follow(TENANT, CONVERSATION, { listener: seen.listener })
    here.typing(TENANT, CONVERSATION, { author: customer, on: true })
    vi.advanceTimersByTime(5_000)
    here.typing(TENANT, CONVERSATION, { author: customer, on: true })
    vi.advanceTimersByTime(5_900)
    expect(seen.typing).toEqual([true, true])
    vi.advanceTimersByTime(200)
    expect(seen.typing).toEqual([true, true, false])
  })
  test('what is not a signal is ignored', () => {
    const { bus, here } = nodes()
    const seen = watching()
    here.follow(TENANT, CONVERSATION, { listener: seen.listener })
    for (const payload of [null, 7, {}, { author: { kind: 'nobody' }, on: true }, { author: customer, on: 'yes' }])
      bus.publish(`typing.${TENANT}.${CONVERSATION}`, payload)
    vi.advanceTimersByTime(10)
    expect(seen.typing).toEqual([])
  })
  test('nothing is heard after the follower stopped', () => {
    const { here } = nodes()
    const seen = watching()
    const stop = here.follow(TENANT, CONVERSATION, { listener: seen.listener })
    stop()
    stop()
    here.typing(TENANT, CONVERSATION, { author: customer, on: true })
    vi.advanceTimersByTime(10_000)
    expect(seen.typing).toEqual([])
  })
})

describe('presence', () => {
  test('who comes later learns who is there, on any node', () => {
    const { here, there } = nodes()
    const [first, second] = [watching(), watching()]
    here.follow(TENANT, CONVERSATION, { listener: first.listener, as: staff('Lin') })
    vi.advanceTimersByTime(1_000)
    const leave = there.follow(TENANT, CONVERSATION, { listener: second.listener, as: staff('Mei') })
    vi.advanceTimersByTime(10)
    expect([first.present(), second.present()]).toEqual([
      ['Lin', 'Mei'],
      ['Lin', 'Mei'],
    ])
    leave()
    vi.advanceTimersByTime(10)
    expect(first.present()).toEqual(['Lin'])
  })
  test('one of two tabs closed is not gone', () => {
    const { here, there } = nodes()
    const seen = watching()
    there.follow(TENANT, CONVERSATION, { listener: seen.listener })
    const tab = here.follow(TENANT, CONVERSATION, { listener: {}, as: staff('Lin') })
    const other = here.follow(TENANT, CONVERSATION, { listener: {}, as: staff('Lin') })
    vi.advanceTimersByTime(10)
    tab()
    vi.advanceTimersByTime(10)
    expect(seen.present()).toEqual(['Lin'])
    other()
    vi.advanceTimersByTime(10)
    expect(seen.present()).toEqual([])
  })
  test('a node that dies takes its colleagues with it within a minute; the living stay', () => {
    const { here, there } = nodes()
    const seen = watching()
    there.follow(TENANT, CONVERSATION, { listener: seen.listener, as: staff('Mei') })
    here.follow(TENANT, CONVERSATION, { listener: {}, as: staff('Lin') })
    vi.advanceTimersByTime(10)
    expect(seen.present()).toEqual(['Lin', 'Mei'])
    here.close()
    vi.advanceTimersByTime(65_000)
    expect(seen.present()).toEqual(['Mei'])
  })
})
