// A small version of the faults benchmark: two kills of each kind must lose, double and reorder nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FaultPlan, shake, type Victim } from './faults.ts'
import { type ServerUnderTest, startServer } from './rig/start-server.ts'

const PLAN: FaultPlan = { kills: 2, clients: 20, perSecond: 60, seconds: 0.5, tenants: 2, hurry: true }
let server: ServerUnderTest
beforeAll(async () => {
  server = await startServer({ tenants: PLAN.tenants })
})
afterAll(() => server?.stop())

test.each<Victim>(['server', 'postgres'])(
  'kill -9 of %s under load breaks no promise',
  async (victim) => {
    const figure = await shake(server, victim, PLAN)
    expect(figure, JSON.stringify(figure)).toMatchObject({
      kills: 2,
      drained: true,
      lost: 0,
      doubled: 0,
      reordered: 0,
      conversations: 20,
    })
    expect(figure.unknownAtKill).toBeGreaterThan(0)
    expect(figure.acked).toBe(figure.sends)
  },
  60_000,
)
