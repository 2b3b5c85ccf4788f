// Ending: killed in the middle of sends, or asked to with a hundred of them in flight. What was acknowledged is stored once.
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { clearAway, isGone, newFolder, postgresOf, startServer, stopServer } from './server-process.ts'
import { openVisitor, storedTexts, type VisitorSocket } from './visitor-socket.ts'

afterEach(clearAway)

const visitorsOf = (url: string, many: number): Promise<VisitorSocket[]> =>
  Promise.all(Array.from({ length: many }, () => openVisitor(url)))

/** Each acknowledged text is stored once, each other one at most once; answers how many were acknowledged. */
const expectStored = async (url: string, visitors: readonly VisitorSocket[]): Promise<number> => {
  let acknowledged = 0
  for (const { token, sent, acks } of visitors) {
    const times = await storedTexts(url, token)
    for (const [id, text] of sent) {
      const stored = times.get(text) ?? 0
      if (acks.has(id)) expect(stored, `acknowledged: ${text}`).toBe(1)
      else expect(stored, `not acknowledged: ${text}`).toBeLessThanOrEqual(1)
    }
    acknowledged += acks.size
  }
  return acknowledged
}

/** What was not acknowledged is sent again under its id, as a device does: then everything is there once. */
const expectResendable = async (url: string, visitors: readonly VisitorSocket[]): Promise<void> => {
  for (const { token, sent, acks } of visitors) {
    const lost = [...sent].filter(([id]) => !acks.has(id))
    if (lost.length === 0) continue
    const again = await openVisitor(url, token)
    for (const [id, text] of lost) {
      again.send(text, id)
      await again.heard('ack', (ack) => ack.id === id)
    }
    again.close()
    const times = await storedTexts(url, token)
    for (const text of sent.values()) expect(times.get(text), text).toBe(1)
  }
}

describe('killed under sends', () => {
  test('its PostgreSQL is adopted and everything acknowledged is there exactly once', async () => {
    const dataDir = join(newFolder(), 'data')
    const first = startServer(dataDir)
    const links = await first.ready
    const postgres = postgresOf(dataDir) as number
    const visitors = await visitorsOf(links.url, 20)
    const acknowledged = () => visitors.reduce((sum, { acks }) => sum + acks.size, 0)
    // Ten each stay below what one visitor may send at once.
    for (let round = 0; round < 10; round++)
      for (const [n, visitor] of visitors.entries()) visitor.send(`第 ${round} 句，${n} 号顾客`)
    await expect.poll(acknowledged, { timeout: 15_000, interval: 1 }).toBeGreaterThan(50)
    first.signal('SIGKILL')
    await first.ended
    await Promise.all(visitors.map(({ closed }) => closed))
    expect(acknowledged()).toBeLessThan(200)
    expect(isGone(postgres)).toBe(false)

    const second = startServer(dataDir)
    const { url, deskLink } = await second.ready
    expect(postgresOf(dataDir)).toBe(postgres)
    expect(deskLink).not.toBe(links.deskLink)
    expect(await expectStored(url, visitors)).toBe(acknowledged())
    await expectResendable(url, visitors)
    await stopServer(second)
    expect(isGone(postgres)).toBe(true)
  })
})

describe('asked to end with a hundred sends in flight', () => {
  const ways: [string, (signal: () => void) => void][] = [
    ['Ctrl-C in a terminal', (signal) => signal()],
    [
      'Ctrl-C told twice, as npm does',
      (signal) => {
        signal()
        setTimeout(signal, 20)
      },
    ],
  ]
  test.each(ways)(
    '%s: it says goodbye, keeps what it acknowledged and leaves nothing running',
    async (_, interrupt) => {
      const dataDir = join(newFolder(), 'data')
      const first = startServer(dataDir)
      const { url } = await first.ready
      const postgres = postgresOf(dataDir) as number
      const visitors = await visitorsOf(url, 100)
      for (const [n, visitor] of visitors.entries()) visitor.send(`${n} 号顾客：我的订单到哪了？`)
      await Promise.race(visitors.map((visitor) => visitor.heard('ack')))
      const began = performance.now()
      interrupt(() => first.signal('SIGINT'))
      expect(await first.ended).toEqual({ code: 0, signal: null })
      const seconds = (performance.now() - began) / 1000
      process.stderr.write(`Stopping took ${seconds.toFixed(1)} s.\n`)
      expect(seconds).toBeLessThan(10)
      expect(isGone(postgres)).toBe(true)
      expect(postgresOf(dataDir)).toBeUndefined()
      for (const visitor of visitors) {
        await visitor.closed
        expect(visitor.frames.filter(({ t }) => t === 'bye')).toMatchObject([{ t: 'bye', reason: 'draining' }])
      }

      const { url: again } = await startServer(dataDir).ready
      expect(await expectStored(again, visitors)).toBeGreaterThan(0)
      await expectResendable(again, visitors)
    },
  )
})
