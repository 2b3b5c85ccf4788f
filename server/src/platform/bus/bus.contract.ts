// What every bus must do; run by each implementation's test.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bus } from './bus.ts'

/** `open` gives two ends of one bus; the same object twice when there is only one process. */
export const describeBus = (name: string, open: () => Promise<{ near: Bus; far: Bus }>): void => {
  describe(name, () => {
    let near: Bus
    let far: Bus
    beforeEach(async () => {
      ;({ near, far } = await open())
    })
    afterEach(async () => {
      await near.close()
      if (far !== near) await far.close()
    })

    const settle = async () => {
      await near.flush()
      await far.flush()
      await new Promise((done) => setTimeout(done, 20))
    }
    const collect = async (pattern: string) => {
      const got: [string, unknown][] = []
      const subscription = far.subscribe(pattern, (payload, subject) => void got.push([subject, payload]))
      await far.flush()
      return { got, subscription }
    }

    it('delivers to matching subjects only, with wildcards', async () => {
      const exact = await collect('facts.t1.c1')
      const star = await collect('facts.*.c1')
      const rest = await collect('facts.>')
      const all = await collect('>')
      for (const subject of ['facts.t1.c1', 'facts.t2.c1', 'facts.t1', 'facts', 'typing.t1.c1'])
        near.publish(subject, 1)
      await settle()
      const subjects = ({ got }: typeof exact) => got.map(([subject]) => subject)
      expect(subjects(exact)).toEqual(['facts.t1.c1'])
      expect(subjects(star)).toEqual(['facts.t1.c1', 'facts.t2.c1'])
      expect(subjects(rest)).toEqual(['facts.t1.c1', 'facts.t2.c1', 'facts.t1'])
      expect(subjects(all)).toHaveLength(5)
    })

    it('carries JSON and keeps the order of a publisher', async () => {
      const { got } = await collect('order.>')
      for (let n = 0; n < 2_000; n++) near.publish(`order.s${n % 3}`, { n, text: '你好 😀', list: [null, true] })
      await settle()
      expect(got.map(([, payload]) => (payload as { n: number }).n)).toEqual(Array.from({ length: 2_000 }, (_, n) => n))
      expect(got[0]?.[1]).toEqual({ n: 0, text: '你好 😀', list: [null, true] })
    })

    it('never delivers inside publish, and reaches the publisher’s own subscriptions', async () => {
      let inside = true
      const seen: boolean[] = []
      near.subscribe('self.*', () => void seen.push(inside))
      await near.flush()
      near.publish('self.a', {})
      inside = false
      await settle()
      expect(seen).toEqual([false])
    })

    it('stops after unsubscribe, for that subscription only', async () => {
      const [one, two] = [await collect('x.y'), await collect('x.y')]
      near.publish('x.y', 1)
      await settle()
      one.subscription.unsubscribe()
      one.subscription.unsubscribe()
      await far.flush()
      near.publish('x.y', 2)
      await settle()
      expect([one.got.length, two.got.length]).toEqual([1, 2])
    })

    it('goes on when a handler throws', async () => {
      far.subscribe('bad.*', () => {
        throw new Error('handler')
      })
      const { got } = await collect('bad.*')
      near.publish('bad.1', 1)
      near.publish('bad.2', 2)
      await settle()
      expect(got).toHaveLength(2)
    })

    it('refuses wrong subjects and patterns as the bugs they are', () => {
      for (const subject of ['', 'a b', 'a..b', '.a', 'a.', 'a.*', 'a.>', 'a\r\nPUB x 0'])
        expect(() => near.publish(subject, 1), subject).toThrow(TypeError)
      for (const pattern of ['', 'a.>.b', 'a b', 'a.**'])
        expect(() => near.subscribe(pattern, () => {}), pattern).toThrow(TypeError)
    })

    it('after close: silent, and publishing does not throw', async () => {
      const { got } = await collect('z.*')
      await far.close()
      await near.close()
      near.publish('z.1', 1)
      await new Promise((done) => setTimeout(done, 20))
      expect([got.length, near.connected]).toEqual([0, false])
    })
  })
}
