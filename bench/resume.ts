// Coming back: one device that missed fifty messages, and a thousand devices whose server was killed in mid-sentence.
import { type Benchmark, quantile, type Report, round } from './measure.ts'
import { checkAll } from './rig/check-all.ts'
import { type Device, openDevice } from './rig/device.ts'
import { createMix, type Mix, seededRandom } from './rig/mix.ts'
import { readHistory } from './rig/read-history.ts'
import { type ServerUnderTest, startServer } from './rig/start-server.ts'
import { until } from './rig/steady-load.ts'
import { openVisits } from './rig/visits.ts'

const WAIT_MS = 60_000
const MESSAGES = 50
/** One device resumes within this at p99. */
const BAR_MS = 50
/** Conversations of the single device, in turn: not always the same one, and none read a moment ago. */
const CONVERSATIONS = 20

const mustCome = async (what: string, isTrue: () => boolean): Promise<void> => {
  if (!(await until(WAIT_MS, isTrue))) throw new Error(`${what} did not happen within ${WAIT_MS} ms`)
}

const openDevices = async (server: ServerUnderTest, from: number, count: number): Promise<Device[]> => {
  const visits = await openVisits(server, from, count)
  const devices = visits.map((visit) => openDevice({ url: server.url, visit }))
  await mustCome('coming online', () => devices.every((device) => device.isOnline()))
  return devices
}

/** Everybody asks `times` inquiries, one after the other. */
const talk = async (devices: readonly Device[], times: number, mix: Mix): Promise<void> => {
  for (let turn = 0; turn < times; turn++) {
    for (const device of devices) device.ask(mix)
    await mustCome('being acknowledged', () => devices.every((device) => device.unknown() === 0))
  }
}

const oneDevice = async (server: ServerUnderTest, report: Report, times: number): Promise<void> => {
  const devices = await openDevices(server, 0, CONVERSATIONS)
  try {
    await talk(devices, MESSAGES / 2, createMix(seededRandom(1), 'one'))
  } finally {
    for (const device of devices) device.close()
  }
  const all: number[] = []
  const opening: number[] = []
  let messages = 0
  for (let turn = 0; turn < times + CONVERSATIONS; turn++) {
    const device = devices[turn % CONVERSATIONS]!
    const wish = { token: device.token, conversationId: device.conversationId()!, afterSeq: 0 }
    const read = await readHistory(server.url, wish)
    // The first round warms up.
    if (turn < CONVERSATIONS) continue
    all.push(read.ms)
    opening.push(read.openMs)
    messages += read.messages.length
  }
  for (const list of [all, opening]) list.sort((a, b) => a - b)
  report({
    name: 'one device',
    resumes: all.length,
    messagesEach: round(messages / all.length, 1),
    p50Ms: round(quantile(all, 0.5)),
    p99Ms: round(quantile(all, 0.99)),
    handshakeP50Ms: round(quantile(opening, 0.5)),
    barMs: BAR_MS,
    ok: quantile(all, 0.99) < BAR_MS,
  })
}

const herd = async (server: ServerUnderTest, report: Report, count: number): Promise<void> => {
  const mix = createMix(seededRandom(2), 'herd')
  const devices = await openDevices(server, CONVERSATIONS, count)
  try {
    await talk(devices, 3, mix)
    for (const device of devices) {
      device.expectResume()
      device.ask(mix)
    }
    await until(2_000, () => devices.some((device) => device.unknown() === 0))
    const unknown = devices.filter((device) => device.unknown() > 0).length
    const killedAt = performance.now()
    await server.kill()
    await server.restart()
    const healthyAt = performance.now()
    const isBack = (device: Device) => device.resumedAt() !== null && device.unknown() === 0
    const backAt = new Map<Device, number>()
    await mustCome('everybody resuming', () => {
      for (const device of devices) if (!backAt.has(device) && isBack(device)) backAt.set(device, performance.now())
      return backAt.size === devices.length
    })
    const times = [...backAt.values()].toSorted((a, b) => a - b)
    report({
      name: 'herd after kill -9',
      devices: count,
      unknownAtKill: unknown,
      serverBackMs: Math.round(healthyAt - killedAt),
      p50FromHealthyMs: Math.round(quantile(times, 0.5) - healthyAt),
      p99FromHealthyMs: Math.round(quantile(times, 0.99) - healthyAt),
      maxFromHealthyMs: Math.round(times.at(-1)! - healthyAt),
      maxFromKillMs: Math.round(times.at(-1)! - killedAt),
      refusals: devices.reduce((sum, device) => sum + device.refusals(), 0),
      ...(await checkAll(server.url, devices)),
    })
  } finally {
    for (const device of devices) device.close()
  }
}

const benchmark: Benchmark = async (report, options) => {
  const server = await startServer({ tenants: Number(options.tenants ?? 200) })
  const counted: Report = (figure) => {
    report(figure)
    if (Number(figure.lost ?? 0) + Number(figure.doubled ?? 0) + Number(figure.reordered ?? 0) > 0) process.exitCode = 1
  }
  try {
    await oneDevice(server, counted, Number(options.resumes ?? 300))
    for (let turn = 0; turn < Number(options.repeats ?? 1); turn++)
      await herd(server, counted, Number(options.devices ?? 1_000))
  } finally {
    await server.stop()
  }
}
export default benchmark
