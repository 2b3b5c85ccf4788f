// kill -9 of the server and of PostgreSQL under steady load: what was acknowledged must be there once, in order, on
// every device, with one reply each. Exits 1 when anything was lost, doubled or reordered.
import { type Benchmark, type Figure, median, quantile } from './measure.ts'
import { checkAll } from './rig/check-all.ts'
import { type Device, openDevice } from './rig/device.ts'
import { createMix, seededRandom } from './rig/mix.ts'
import { type ServerUnderTest, startServer } from './rig/start-server.ts'
import { sleep, startLoad, until } from './rig/steady-load.ts'
import { openVisits } from './rig/visits.ts'

export interface FaultPlan {
  readonly kills: number
  readonly clients: number
  readonly perSecond: number
  /** Calm before each kill. A line that lives less than five seconds makes the client wait longer each time. */
  readonly seconds: number
  readonly tenants: number
  /** Devices try again as soon as the server is back, as a browser does that is told of it, instead of at their own time. */
  readonly hurry?: boolean
}
export type Victim = 'server' | 'postgres'

const BACK_WITHIN_MS = 60_000
const DRAIN_WITHIN_MS = 90_000

/** When the clients were acknowledged, and the longest time under load in which nobody was. */
const createAcks = () => {
  let last: number | null = null
  let longest = 0
  const waits: number[] = []
  return {
    note: (at: number, ms: number) => {
      if (last !== null) longest = Math.max(longest, at - last)
      last = at
      waits.push(ms)
    },
    count: () => waits.length,
    last: () => last ?? performance.now(),
    longest: () => longest,
    waits: () => waits.toSorted((a, b) => a - b),
  }
}
type Acks = ReturnType<typeof createAcks>

interface Kill {
  readonly unknown: number
  /** From the kill to the first acknowledgement after it, ms. */
  readonly backMs: number
}

/** Kills when something is under way, brings back what does not come back by itself, waits for the first new ack. */
const killOnce = async (
  server: ServerUnderTest,
  victim: Victim,
  ground: { devices: Device[]; acks: Acks; hurry: boolean },
): Promise<Kill> => {
  const { devices, acks } = ground
  const unknownNow = () => devices.reduce((sum, device) => sum + device.unknown(), 0)
  await until(2_000, () => unknownNow() > 0)
  const killedAt = performance.now()
  const unknown = unknownNow()
  if (victim === 'server') {
    await server.kill()
    await server.restart()
    if (ground.hurry) for (const device of devices) device.wake()
  } else {
    process.kill(server.postgresPid(), 'SIGKILL')
    // Acks of what was committed before may still be in the air.
    await sleep(100)
  }
  const count = acks.count()
  if (!(await until(BACK_WITHIN_MS, () => acks.count() > count)))
    throw new Error(`nobody was acknowledged within ${BACK_WITHIN_MS} ms after ${victim} was killed`)
  return { unknown, backMs: acks.last() - killedAt }
}

const summary = (kills: readonly Kill[]): Figure => {
  const back = kills.map(({ backMs }) => backMs).toSorted((a, b) => a - b)
  return {
    kills: kills.length,
    unknownAtKill: kills.reduce((sum, { unknown }) => sum + unknown, 0),
    killsWithUnknown: kills.filter(({ unknown }) => unknown > 0).length,
    backP50Ms: Math.round(median(back)),
    backMaxMs: Math.round(quantile(back, 1)),
  }
}

/** Throws everything down `kills` times and answers what was found afterwards. */
export const shake = async (server: ServerUnderTest, victim: Victim, plan: FaultPlan): Promise<Figure> => {
  const acks = createAcks()
  const visits = await openVisits(server, 0, plan.clients)
  const devices = visits.map((visit) => openDevice({ url: server.url, visit, onAck: acks.note }))
  try {
    if (!(await until(20_000, () => devices.every((device) => device.isOnline()))))
      throw new Error('not all came online')
    const load = startLoad(devices, plan.perSecond, createMix(seededRandom(plan.kills), victim))
    const kills: Kill[] = []
    for (let turn = 0; turn < plan.kills; turn++) {
      await sleep(plan.seconds * 1000)
      kills.push(await killOnce(server, victim, { devices, acks, hurry: plan.hurry ?? false }))
      process.stderr.write(`  ${victim} ${turn + 1}/${plan.kills}: back after ${Math.round(kills.at(-1)!.backMs)} ms\n`)
    }
    await sleep(plan.seconds * 1000)
    load.stop()
    const longestStallMs = Math.round(acks.longest())
    const drained = await until(DRAIN_WITHIN_MS, () => devices.every((device) => device.unknown() === 0))
    const checked = await checkAll(server.url, devices)
    return {
      name: `kill -9 of ${victim}`,
      clients: plan.clients,
      perSecond: plan.perSecond,
      sends: load.sends(),
      acked: acks.count(),
      drained,
      ...summary(kills),
      longestStallMs,
      ackP99Ms: Math.round(quantile(acks.waits(), 0.99)),
      ackMaxMs: Math.round(quantile(acks.waits(), 1)),
      refusals: devices.reduce((sum, device) => sum + device.refusals(), 0),
      ...checked,
    }
  } finally {
    for (const device of devices) device.close()
  }
}

const benchmark: Benchmark = async (report, options) => {
  const plan: FaultPlan = {
    kills: Number(options.kills ?? 20),
    seconds: Number(options.seconds ?? 6),
    clients: Number(options.clients ?? 200),
    perSecond: Number(options.rate ?? 250),
    tenants: Number(options.tenants ?? 50),
  }
  const victims = (['server', 'postgres'] as const).filter(
    (one) => options.victim === undefined || options.victim === one,
  )
  for (const victim of victims) {
    const server = await startServer({ tenants: plan.tenants })
    try {
      const figure = await shake(server, victim, plan)
      report(figure)
      if (Number(figure.lost) + Number(figure.doubled) + Number(figure.reordered) > 0) process.exitCode = 1
    } finally {
      await server.stop()
    }
  }
}
export default benchmark
