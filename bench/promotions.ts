// Promotion rules: how long until an edit is in force on every process and how long that stops the thread that answers,
// and what one price costs. Processes are real, each a Node of its own over one PostgreSQL; a pipe stands for the bus.
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Buyer, Cart, Rule } from '../contract/src/promotions.ts'
import { createPromotions, importFile, publish, save } from '../server/src/features/promotions/index.ts'
import { compile } from '../server/src/features/promotions/rules/compile.ts'
import { open } from '../server/src/features/promotions/rules/opened.ts'
import { price } from '../server/src/features/promotions/rules/price.ts'
import { appendFacts } from '../server/src/platform/facts/append.ts'
import { createIds } from '../server/src/platform/ids.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { newDatabase } from '../server/test/new-database.ts'
import { type Benchmark, median, quantile, round } from './measure.ts'
import type { FromNode, ToNode } from './promotions-node.ts'
import { type Stall, watchStalls } from './stall.ts'

const NOW = Date.UTC(2026, 10, 11, 12)
const day = (n: number) => new Date(NOW + n * 86_400_000).toISOString()
const PRODUCTS_A_RULE = 3

/** As a large shop before a big day: most rules name products or categories, a few are for everything. */
export const shopRules = (count: number): Rule[] => {
  const products = Math.max(200, Math.floor(count / 2))
  return Array.from({ length: count }, (_, i): Rule => {
    const shared = { id: `rule-${String(i).padStart(6, '0')}`, name: `双11 活动规则 ${i}`, nameEn: `Rule ${i}` }
    const when = { from: day(-1), to: day(i % 3 === 0 ? 1 : 3) }
    const named = { products: Array.from({ length: PRODUCTS_A_RULE }, (_, n) => `p${(i * 7 + n * 13) % products}`) }
    const category = { categories: [`c${i % 60}`] }
    const one = { ...shared, ...when }
    switch (i % 10) {
      case 0:
      case 1:
        return { ...one, ...named, kind: 'flash', price: 2_000 + (i % 900) }
      case 2:
        return { ...one, ...named, kind: 'member', prices: [{ level: 'gold', pay: 950 }] }
      case 3:
        return { ...one, ...named, kind: 'percent', pay: 880, group: 'item', priority: i % 5 }
      case 4:
        return { ...one, ...named, kind: 'nth', n: 2, pay: 500, group: 'item' }
      case 5:
        return { ...one, ...named, kind: 'gift', gifts: [{ productId: 'bag', quantity: 1 }], leastAmount: 10_000 }
      case 6:
        return { ...one, ...named, kind: 'coupon', code: `code-${i % 500}`, minus: 500, leastAmount: 5_000, group: 'c' }
      case 7:
        return { ...one, ...named, kind: 'threshold', tiers: [{ amount: 30_000, minus: 4_000 }], group: 'full' }
      case 8:
        return { ...one, ...named, kind: 'protection', days: 15 }
      default:
        return i % 100 === 9
          ? { ...one, ...category, kind: 'every', every: 20_000, minus: 2_000, cap: 10_000, group: 'full' }
          : i % 500 === 19
            ? { ...one, kind: 'cross-shop', every: 30_000, minus: 5_000, cap: 25_000 }
            : { ...one, ...named, kind: 'coupon', code: `code-${i % 500}`, pay: 900, cap: 3_000, group: `c${i % 3}` }
    }
  })
}
const cartOf = (n: number, count: number): { cart: Cart; buyer: Buyer } => {
  const products = Math.max(200, Math.floor(count / 2))
  const lines = Array.from({ length: 10 }, (_, i) => ({
    productId: `p${(n * 17 + i * 29) % products}`,
    shop: i % 2 === 0 ? 'a' : 'b',
    categories: [`c${(n + i * 3) % 60}`],
    price: 3_000 + ((n * 31 + i * 977) % 40_000),
    quantity: 1 + ((n + i) % 3),
  }))
  const coupons = Array.from({ length: 5 }, (_, i) => `code-${(n * 3 + i * 101) % 500}`)
  return { cart: { currency: 'CNY', lines, region: 'CN-GD' }, buyer: { level: 'gold', coupons } }
}

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

const measureSwap = async (
  report: Parameters<Benchmark>[0],
  count: number,
  options: { nodes: number; rounds: number },
) => {
  const database = await newDatabase()
  const tenant = randomUUID()
  const nodes = await startNodes(options.nodes, database.urlFor('app'), tenant)
  const promotions = createPromotions({
    database,
    clock: { now: Date.now },
    ids: createIds({ now: Date.now }),
    appendFacts,
    bus: { publish: (subject, payload) => nodes.tell({ subject, payload }) },
    log: silentLog,
    sayTo: async () => undefined,
  })
  const { parts } = promotions
  const rules = shopRules(count)
  /** Null: the whole set from a file, as bytes arrive over HTTP. */
  const write = (base: number, list: Rule[], file: Buffer | null) =>
    file === null
      ? save(parts, { tenant, base, changes: { put: list, remove: [] } })
      : importFile(parts, { tenant, bytes: file, base: 0, currency: 'CNY', aheadMinutes: 480, preview: false }).then(
          (imported) => imported.version!,
        )
  const put = async (base: number, list: Rule[]) => {
    const file = base === 0 ? Buffer.from(JSON.stringify(list)) : null
    const watch = watchStalls()
    await setTimeout(50)
    const idle = watch.take()
    const cpu = process.cpuUsage()
    const began = performance.now()
    const { version } = await write(base, list, file)
    const saved = performance.now()
    const everywhere = nodes.wait(version)
    await publish(parts, { tenant, version })
    const stalls = [...(await everywhere), watch.take()]
    const ended = performance.now()
    watch.stop()
    const { user, system } = process.cpuUsage(cpu)
    return {
      version,
      wanted: file === null ? ('edited' as const) : ('replaced' as const),
      all: ended - began,
      publish: ended - saved,
      idle: idle.clockMs,
      stall: Math.max(...stalls.map(({ clockMs }) => clockMs)),
      stallCpu: Math.max(...stalls.map(({ cpuMs }) => cpuMs)),
      cpu: (user + system) / 1000,
    }
  }
  const results: Awaited<ReturnType<typeof put>>[] = []
  let { version } = await put(0, rules)
  // Everybody holds a version before an edit is measured, as while a shop is open.
  await parts.inForce.get(tenant)
  for (let n = 0; n < options.rounds; n++) {
    const edited = { ...rules[(n * 131) % count]!, priority: n } as Rule
    const one = await put(version, [edited])
    version = one.version
    results.push(one)
  }
  for (let n = 0; n < Math.max(3, options.rounds / 4); n++) {
    const one = await put(
      0,
      rules.map((rule) => ({ ...rule, priority: n + 1 })),
    )
    results.push(one)
  }
  nodes.stop()
  await promotions.close()
  await database.drop()
  for (const wanted of ['edited', 'replaced'] as const) {
    const mine = results.filter((one) => one.wanted === wanted)
    const middle = (pick: (one: (typeof mine)[number]) => number) => round(median(mine.map(pick)), 1)
    const worst = (pick: (one: (typeof mine)[number]) => number) => round(Math.max(...mine.map(pick)), 1)
    report({
      name:
        wanted === 'edited'
          ? 'one rule edited, in force on every process'
          : 'all rules replaced from a file, in force on every process',
      rules: count,
      processes: options.nodes + 1,
      rounds: mine.length,
      medianMs: middle(({ all }) => all),
      worstMs: worst(({ all }) => all),
      publishMedianMs: middle(({ publish }) => publish),
      // The worst of all processes. `idle`: the same watch just before, with nothing to do.
      stallMedianMs: middle(({ stall }) => stall),
      stallIdleMedianMs: middle(({ idle }) => idle),
      stallCpuMedianMs: middle(({ stallCpu }) => stallCpu),
      stallCpuWorstMs: worst(({ stallCpu }) => stallCpu),
      cpuMs: middle(({ cpu }) => cpu),
    })
  }
}

const benchmark: Benchmark = async (report, options) => {
  const [nodes, rounds] = [Number(options.nodes ?? 2), Number(options.rounds ?? 20)]
  for (const count of (options.rules ?? '2000,20000').split(',').map(Number)) {
    measurePrice(report, count, Number(options.prices ?? 100_000))
    await measureSwap(report, count, { nodes, rounds })
  }
}
export default benchmark
