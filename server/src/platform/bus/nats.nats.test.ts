import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, natsServerMissing, type RunningNats, startNats } from '../../../test/start-nats.ts'
import { silentLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { describeBus } from './bus.contract.ts'
import type { Bus } from './bus.ts'
import { natsBus } from './nats.ts'

const missing = natsServerMissing()
if (missing !== undefined) it.skip(`natsBus: ${missing}`, () => {})

const connected = async (bus: Bus, wanted = true) => expect.poll(() => bus.connected, { timeout: 8_000 }).toBe(wanted)

describe.skipIf(missing !== undefined)('with nats-server', () => {
  let nats: RunningNats
  beforeAll(async () => {
    nats = await startNats(await freePort())
  })
  afterAll(() => nats.kill())
  const open = () => natsBus({ servers: [`127.0.0.1:${nats.port}`], log: silentLog })

  describeBus('natsBus', async () => {
    const [near, far] = [open(), open()]
    await connected(near)
    await connected(far)
    return { near, far }
  })

  it('works again after nats-server was killed and started anew, dropping what was published meanwhile', async () => {
    const metrics = createMetrics({ processMetrics: false })
    const bus = natsBus({ servers: [`127.0.0.1:${nats.port}`], log: silentLog, metrics })
    const got: unknown[] = []
    bus.subscribe('life.*', (payload) => void got.push(payload))
    await connected(bus)
    await bus.flush()
    await nats.kill()
    await connected(bus, false)
    bus.publish('life.a', 'lost')
    await bus.flush()
    const late: unknown[] = []
    bus.subscribe('late.*', (payload) => void late.push(payload))
    nats = await startNats(nats.port)
    await connected(bus)
    await bus.flush()
    bus.publish('life.b', 'back')
    bus.publish('late.b', 'back')
    await expect.poll(() => [got, late], { timeout: 5_000 }).toEqual([['back'], ['back']])
    expect((await metrics.render()).text).toContain('ballast_bus_dropped_total 1')
    await bus.close()
  }, 30_000)

  it('starts without a server and connects when there is one', async () => {
    const port = await freePort()
    const bus = natsBus({ servers: [`127.0.0.1:${port}`], log: silentLog })
    const got: unknown[] = []
    bus.subscribe('first', (payload) => void got.push(payload))
    bus.publish('first', 'lost')
    await bus.flush()
    expect(bus.connected).toBe(false)
    const late = await startNats(port)
    await connected(bus)
    await bus.flush()
    bus.publish('first', 'there')
    await expect.poll(() => got).toEqual(['there'])
    await bus.close()
    await late.kill()
  }, 30_000)

  it('closes while it still waits for a server', async () => {
    const bus = natsBus({ servers: [`127.0.0.1:${await freePort()}`], log: silentLog })
    await bus.close()
    bus.publish('a', 1)
    expect(bus.connected).toBe(false)
  })
})
