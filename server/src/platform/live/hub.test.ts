import type { ServerFrame } from '@ballast/contract'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import type { Sink } from './device.ts'
import { createHub } from './hub.ts'

const TENANT = '019a0000-0000-7000-8000-000000000001'
const info = { tenant: TENANT, principal: { kind: 'anyone' } } as const
const frame = (n: number): ServerFrame => ({ t: 'pong', n, serverTime: '2026-11-11T00:00:00Z' })
const tick = () => new Promise((done) => setImmediate(done))

const recordingSink = () => {
  const sink = {
    writes: [] as string[][],
    closed: undefined as [number, string] | undefined,
    buffered: 0,
    send: (frames: string[]) => void sink.writes.push(frames),
    bufferedBytes: () => sink.buffered,
    close: (code: number, reason: string) => {
      sink.closed = [code, reason]
    },
  }
  return sink satisfies Sink
}
const createTestHub = () => {
  const metrics = createMetrics({ processMetrics: false })
  return { hub: createHub({ log: silentLog, metrics, maxBufferedBytes: 1000 }), metrics }
}

describe('hub', () => {
  it('writes all frames of a tick at once, in order, to those in the room', async () => {
    const { hub } = createTestHub()
    const [inside, outside] = [recordingSink(), recordingSink()]
    const one = hub.attach(inside, info)
    hub.attach(outside, info)
    one.join('conv:1')
    one.join('conv:1')
    hub.toRoom('conv:1', frame(1))
    one.send(frame(2))
    hub.toRoom('conv:1', frame(3))
    hub.toRoom('conv:2', frame(4))
    await tick()
    expect(inside.writes).toEqual([[frame(1), frame(2), frame(3)].map((each) => JSON.stringify(each))])
    expect(outside.writes).toEqual([])
    one.leave('conv:1')
    hub.toRoom('conv:1', frame(5))
    await tick()
    expect(inside.writes).toHaveLength(1)
    expect(hub.connectionsIn('conv:1')).toBe(0)
  })

  it('says bye to a slow device and drops what waited, while others keep receiving', async () => {
    const { hub, metrics } = createTestHub()
    const [slow, quick] = [recordingSink(), recordingSink()]
    for (const sink of [slow, quick]) hub.attach(sink, info).join('desk:1')
    slow.buffered = 1001
    hub.toRoom('desk:1', frame(1))
    await tick()
    hub.toRoom('desk:1', frame(2))
    await tick()
    expect(slow.writes.flat().map((text) => JSON.parse(text))).toEqual([
      { t: 'bye', reason: 'slow', retryAfterMs: expect.any(Number) },
    ])
    expect(slow.closed).toEqual([4413, 'slow'])
    expect(quick.writes.flat()).toHaveLength(2)
    expect(hub.connectionsIn('desk:1')).toBe(1)
    expect((await metrics.render()).text).toContain('ballast_live_slow_closed_total 1')
  })

  it('cleans up when a connection closes, once', async () => {
    const { hub } = createTestHub()
    const sink = recordingSink()
    const connection = hub.attach(sink, info)
    let told = 0
    connection.onClose(() => told++)
    connection.join('a')
    connection.send(frame(1))
    connection.close(1000, 'done')
    connection.close(1000, 'again')
    connection.join('b')
    connection.send(frame(2))
    await tick()
    expect([told, hub.size, hub.connectionsIn('a'), hub.connectionsIn('b')]).toEqual([1, 0, 0, 0])
    expect(sink.writes.flat()).toHaveLength(1)
    expect(connection.closed).toBe(true)
  })

  it('drains: everyone hears bye and is closed', async () => {
    const { hub } = createTestHub()
    const sinks = Array.from({ length: 1_200 }, recordingSink)
    for (const sink of sinks) hub.attach(sink, info)
    await hub.drain(750)
    expect(hub.size).toBe(0)
    expect(new Set(sinks.map((sink) => sink.closed?.[0]))).toEqual(new Set([4503]))
    expect(new Set(sinks.map((sink) => sink.writes.flat().join()))).toEqual(
      new Set(['{"t":"bye","reason":"draining","retryAfterMs":750}']),
    )
  })
})
