// Question -> stored -> answered over WebSocket. Open loop, 200 workspaces, row-level security on. First the latency at
// a steady load, then the knee: the highest rate at which 99 % of all inquiries are answered within a second.
import { type Benchmark, fsyncMs, median, type Report, round } from './measure.ts'
import { type Driver, passed, startDriver } from './rig/drive.ts'
import { MIX } from './rig/mix.ts'
import { startServer } from './rig/start-server.ts'
import type { Result } from './rig/tally.ts'

const STEP = 1.25
const FIRST_RATE = 400
const MOST_STEPS = 16
const KNEE_CONVERSATIONS = 2_000
const LATENCY = [
  { conversations: 100, rate: 100 },
  { conversations: 1_000, rate: 500 },
]

interface Plan {
  readonly seconds: number
  readonly repeats: number
  readonly first: number
}

const say = (text: string) => process.stderr.write(`  ${text}\n`)

const latencies = async (driver: Driver, report: Report, { seconds, repeats }: Plan): Promise<void> => {
  for (const at of LATENCY) {
    const runs: Result[] = []
    for (let turn = 0; turn < repeats; turn++) {
      const { result, figure } = await driver.run({ ...at, seconds, seed: 1_000 + at.rate + turn })
      report({ name: `at ${at.conversations} conversations`, turn, ...figure })
      runs.push(result)
    }
    const middle = (key: 'ackP50' | 'ackP99' | 'answerP50') => round(median(runs.map((run) => run[key])))
    report({
      name: `median at ${at.conversations} conversations`,
      rate: at.rate,
      repeats,
      ackP50: middle('ackP50'),
      ackP99: middle('ackP99'),
      answerP50: middle('answerP50'),
      answerP99: round(median(runs.map((run) => run.answerP99 ?? Number.POSITIVE_INFINITY))),
    })
  }
}

/** Steps up until a step fails; answers the last good rate as achieved, null when even the first failed. */
const climb = async (
  driver: Driver,
  report: Report,
  plan: { first: number; seconds: number; turn: number },
): Promise<{ rate: number; achieved: number } | null> => {
  let good: { rate: number; achieved: number } | null = null
  let rate = plan.first
  for (let step = 0; step < MOST_STEPS; step++) {
    const conversations = Math.max(KNEE_CONVERSATIONS, Math.ceil(rate))
    const seed = 10_000 * (plan.turn + 1) + step
    const { result, figure } = await driver.run({ conversations, rate: Math.round(rate), seconds: plan.seconds, seed })
    const ok = passed(result)
    report({ name: 'step', turn: plan.turn, ok, ...figure })
    if (!ok && good !== null) return good
    if (ok) good = { rate, achieved: result.inTime / plan.seconds }
    // A first step that was too high is walked down from.
    if (!ok && rate < 20) return null
    rate = ok ? rate * STEP : rate / STEP ** 2
  }
  return good
}

const benchmark: Benchmark = async (report, options) => {
  const plan: Plan = {
    seconds: Number(options.seconds ?? 20),
    repeats: Number(options.repeats ?? 3),
    first: Number(options.rate ?? FIRST_RATE),
  }
  const server = await startServer({ tenants: Number(options.tenants ?? 200) })
  let driver: Driver | undefined
  try {
    driver = await startDriver(server)
    say('warming up')
    await driver.run({ conversations: 200, rate: 150, seconds: Math.min(10, plan.seconds), seed: 1 })
    await latencies(driver, report, plan)
    const knees: number[] = []
    let first = plan.first
    for (let turn = 0; turn < plan.repeats; turn++) {
      const knee = await climb(driver, report, { first, seconds: plan.seconds, turn })
      knees.push(knee?.achieved ?? 0)
      // The next climb starts three steps below, so that repeats cost less.
      if (knee !== null) first = knee.rate / STEP ** 3
    }
    report({
      name: 'summary',
      mix: MIX,
      cacheHitRate: 0,
      tenants: server.inboxes.length,
      inquiriesPerSecondAtKnee: Math.round(median(knees)),
      lowest: Math.round(Math.min(...knees)),
      highest: Math.round(Math.max(...knees)),
      repeats: plan.repeats,
      secondsPerStep: plan.seconds,
      fsyncMs: round(fsyncMs(server.dataDir), 3),
    })
  } finally {
    driver?.stop()
    await server.stop()
  }
}
export default benchmark
