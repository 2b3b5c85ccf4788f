// Promotion rules: how long until an edit is in force on every process and how long that stops the thread that answers,
// and what one price costs. Processes are real, each a Node of its own over one PostgreSQL; a pipe stands for the bus.
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Rule } from '../contract/src/promotions.ts'
import {
  createPromotions,
  importFile,
  type PromotionParts,
  publish,
  save,
} from '../server/src/features/promotions/index.ts'
import { compile } from '../server/src/features/promotions/rules/compile.ts'
import { open } from '../server/src/features/promotions/rules/opened.ts'
import { price } from '../server/src/features/promotions/rules/price.ts'
import { appendFacts } from '../server/src/platform/facts/append.ts'
import { createIds } from '../server/src/platform/ids.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { newDatabase } from '../server/test/new-database.ts'
import { type Benchmark, median, quantile, round } from './measure.ts'
import { cartOf, NOW, shopRules } from './promotion-rules.ts'
import type { FromNode, ToNode } from './promotions-node.ts'
import { type Stall, watchStalls } from './stall.ts'

const measurePrice = (report: Parameters<Benchmark>[0], count: number, prices: number) => {
  const compiled = open(compile({ currency: 'CNY', campaigns: [], rules: shopRules(count) }))
  const asked = Array.from({ length: 500 }, (_, n) => ({ ...cartOf(n, count), now: NOW }))
  let [steps, applied] = [0, 0]
  for (const one of asked) {
    const found = price(compiled, one)
    if ('refused' in found) throw new Error(found.refused)
    steps += found.proof.length
    applied += found.discounts.length
  }
  for (let i = 0; i < 5_000; i++) price(compiled, asked[i % asked.length]!)
  const rounds = Math.ceil(prices / asked.length)
  const times = asked.map(() => new Float64Array(rounds))
  const cpu = process.threadCpuUsage()
  for (let n = 0; n < rounds; n++)
    for (const [i, one] of asked.entries()) {
      const began = performance.now()
      price(compiled, one)
      times[i]![n] = performance.now() - began
    }
  const spent = process.threadCpuUsage(cpu)
  const all = times.flatMap((list) => [...list]).sort((a, b) => a - b)
  // What others on the machine take hits single calls, not the middle of a cart's many.
  const middles = times.map((list) => median([...list])).sort((a, b) => a - b)
  report({
    name: 'price of a 10-line cart',
    rules: count,
    prices: all.length,
    stepsInTheProof: round(steps / asked.length, 1),
    discounts: round(applied / asked.length, 1),
    p50Micros: round(quantile(all, 0.5) * 1000, 1),
    p99Micros: round(quantile(all, 0.99) * 1000, 1),
    p99OfCartsMicros: round(quantile(middles, 0.99) * 1000, 1),
    cpuMicros: round((spent.user + spent.system) / all.length, 1),
  })
}

/** Other processes: told of a publication by a pipe, as the bus would tell them; PostgreSQL they ask themselves. */
const startNodes = async (count: number, url: string, tenant: string) => {
  const nodes = Array.from({ length: count }, () =>
    fork(new URL('./promotions-node.ts', import.meta.url), [url, tenant], { execArgv: [] }),
  )
  await Promise.all(nodes.map((node) => once(node, 'message')))
  return {
    /** When all have it in force, and how long each was stopped at most meanwhile, ms. */
    wait: async (version: number): Promise<Stall[]> => {
      const answers = nodes.map(async (node) => {
        for (;;) {
          const [answer] = (await once(node, 'message')) as [FromNode]
          if (answer.kind === 'in-force' && answer.version === version) return answer.stall
        }
      })
      return Promise.all(answers)
    },
    tell: (message: ToNode) => {
      for (const node of nodes) node.send(message)
    },
    stop: () => {
      for (const node of nodes) node.kill()
    },
  }
}

type Nodes = Awaited<ReturnType<typeof startNodes>>
interface Swap {
  readonly kind: 'edited' | 'replaced'
  readonly version: number
  readonly all: number
  readonly publish: number
  readonly idle: number
  readonly stall: number
  readonly stallCpu: number
  readonly cpu: number
}

/** Writes a version and waits until every process has it in force. `base` 0: the whole set from a file, as bytes arrive over HTTP. */
const swap = async (
  at: { parts: PromotionParts; nodes: Nodes; tenant: string },
  base: number,
  list: Rule[],
): Promise<Swap> => {
  const { parts, nodes, tenant } = at
  const file = base === 0 ? Buffer.from(JSON.stringify(list)) : null
  const order = { tenant, base: 0, currency: 'CNY', aheadMinutes: 480, preview: false }
  const watch = watchStalls()
  await setTimeout(50)
  const idle = watch.take()
  const cpu = process.cpuUsage()
  const began = performance.now()
  const { version } =
    file === null
      ? await save(parts, { tenant, base, changes: { put: list, remove: [] } })
      : (await importFile(parts, { ...order, bytes: file })).version!
  const saved = performance.now()
  const everywhere = nodes.wait(version)
  await publish(parts, { tenant, version })
  const stalls = [...(await everywhere), watch.take()]
  const ended = performance.now()
  watch.stop()
  const { user, system } = process.cpuUsage(cpu)
  return {
    version,
    kind: file === null ? 'edited' : 'replaced',
    all: ended - began,
    publish: ended - saved,
    idle: idle.clockMs,
    stall: Math.max(...stalls.map(({ clockMs }) => clockMs)),
    stallCpu: Math.max(...stalls.map(({ cpuMs }) => cpuMs)),
    cpu: (user + system) / 1000,
  }
}

const figureOf = (mine: readonly Swap[]) => {
  const middle = (pick: (one: Swap) => number) => round(median(mine.map(pick)), 1)
  const worst = (pick: (one: Swap) => number) => round(Math.max(...mine.map(pick)), 1)
  return {
    rounds: mine.length,
    medianMs: middle(({ all }) => all),
    worstMs: worst(({ all }) => all),
    publishMedianMs: middle(({ publish }) => publish),
    // The worst of all processes. Idle: the same watch just before, with nothing to do.
    stallMedianMs: middle(({ stall }) => stall),
    stallIdleMedianMs: middle(({ idle }) => idle),
    stallCpuMedianMs: middle(({ stallCpu }) => stallCpu),
    stallCpuWorstMs: worst(({ stallCpu }) => stallCpu),
    cpuMs: middle(({ cpu }) => cpu),
  }
}
const NAMES = {
  edited: 'one rule edited, in force on every process',
  replaced: 'all rules replaced from a file, in force on every process',
}

const measureSwaps = async (count: number, options: { nodes: number; rounds: number }): Promise<Swap[]> => {
  const database = await newDatabase()
  const tenant = randomUUID()
  const nodes = await startNodes(options.nodes, database.urlFor('app'), tenant)
  const clock = { now: Date.now }
  const bus = { publish: (subject: string, payload: unknown) => nodes.tell({ subject, payload }) }
  const ground = {
    database,
    clock,
    ids: createIds(clock),
    appendFacts,
    bus,
    log: silentLog,
    sayTo: async () => undefined,
  }
  const promotions = createPromotions(ground)
  const at = { parts: promotions.parts, nodes, tenant }
  const rules = shopRules(count)
  const swaps: Swap[] = []
  let { version } = await swap(at, 0, rules)
  // Everybody holds a version before an edit is measured, as while a shop is open.
  await at.parts.inForce.get(tenant)
  for (let n = 0; n < options.rounds; n++) {
    const done = await swap(at, version, [{ ...rules[(n * 131) % count]!, priority: n } as Rule])
    version = done.version
    swaps.push(done)
  }
  for (let n = 1; n <= Math.max(3, options.rounds / 4); n++)
    swaps.push(
      await swap(
        at,
        0,
        rules.map((rule) => ({ ...rule, priority: n })),
      ),
    )
  nodes.stop()
  await promotions.close()
  await database.drop()
  return swaps
}

const benchmark: Benchmark = async (report, options) => {
  const [nodes, rounds] = [Number(options.nodes ?? 2), Number(options.rounds ?? 20)]
  for (const count of (options.rules ?? '2000,20000').split(',').map(Number)) {
    measurePrice(report, count, Number(options.prices ?? 100_000))
    const swaps = await measureSwaps(count, { nodes, rounds })
    for (const kind of ['edited', 'replaced'] as const) {
      const mine = swaps.filter((one) => one.kind === kind)
      report({ name: NAMES[kind], rules: count, processes: nodes + 1, ...figureOf(mine) })
    }
  }
}
export default benchmark
