// The open-loop load generator, a process of its own: inquiries leave when the schedule says so, whatever the server does.
import { uuidV7 } from '@ballast/contract/live-client'
import type { BenchInbox } from '../server.ts'
import { ask, enterAll, type Visitor } from './crowd.ts'
import { createMix, type Mix, seededRandom } from './mix.ts'
import { createTally, type Result, type Tally } from './tally.ts'
import { openVisits } from './visits.ts'

export interface RunOrder {
  readonly t: 'run'
  readonly conversations: number
  /** Inquiries a second, Poisson. */
  readonly rate: number
  readonly seconds: number
  readonly seed: number
}
export type GeneratorOrder =
  | { readonly t: 'serve'; readonly url: string; readonly inboxes: readonly BenchInbox[] }
  | RunOrder
export type GeneratorReply =
  | { readonly t: 'result'; readonly result: Result; readonly retired: number; readonly wallMs: number }
  | { readonly t: 'started' | 'sent' | 'serving' }
  | { readonly t: 'failed'; readonly reason: string }

/** How long after the last send an answer is waited for. */
const DRAIN_MS = 10_000

let server: Extract<GeneratorOrder, { t: 'serve' }>
let visitors: Visitor[] = []
let opened = 0
let tally: Tally | null = null
const tell = (reply: GeneratorReply): void => void process.send?.(reply)
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Exactly `count` visitors who may ask; those a person has taken over make room for new ones. */
const assemble = async (count: number): Promise<number> => {
  const retired = visitors.filter((visitor) => visitor.retired)
  for (const { socket } of retired) socket.close()
  visitors = visitors.filter((visitor) => !visitor.retired)
  for (const { socket } of visitors.splice(count)) socket.close()
  const missing = count - visitors.length
  const visits = await openVisits(server, opened, missing)
  opened += missing
  visitors.push(...(await enterAll(server.url, visits, () => tally)))
  return retired.length
}

/** Who asks next. One in five inquiries needs an order, so one in five comes from those signed in. */
const chooser = (random: () => number) => {
  const groups = [visitors.filter((one) => one.verified), visitors.filter((one) => !one.verified)] as const
  return (): Visitor | undefined => {
    const group = random() < 0.2 ? groups[0] : groups[1]
    for (let tries = 0; tries < 50; tries++) {
      const visitor = group[Math.floor(random() * group.length)]
      if (visitor && !visitor.retired) return visitor
    }
    return undefined
  }
}

const send = (visitor: Visitor, mix: Mix, current: Tally, intendedAt: number): void => {
  const id = uuidV7(Date.now(), Math.random)
  current.offered(id, intendedAt, performance.now())
  ask(visitor, id, mix)
}

const offer = async (order: RunOrder, current: Tally): Promise<void> => {
  const random = seededRandom(order.seed)
  const mix = createMix(random, `${order.seed.toString(36)}x`)
  const choose = chooser(random)
  const end = performance.now() + order.seconds * 1000
  let due = performance.now()
  for (;;) {
    due += (-Math.log(1 - random()) * 1000) / order.rate
    if (due >= end) return
    const ahead = due - performance.now()
    if (ahead > 0) await sleep(ahead)
    const visitor = choose()
    if (visitor === undefined) throw new Error('nobody is left to ask')
    send(visitor, mix, current, due)
  }
}

const run = async (order: RunOrder): Promise<void> => {
  const retired = await assemble(order.conversations)
  const current = createTally()
  tally = current
  const startedAt = performance.now()
  tell({ t: 'started' })
  await offer(order, current)
  tell({ t: 'sent' })
  const patience = performance.now() + DRAIN_MS
  while (current.open() > 0 && performance.now() < patience) await sleep(20)
  const wallMs = performance.now() - startedAt
  tally = null
  for (const visitor of visitors) visitor.waiting.clear()
  tell({ t: 'result', result: current.finish(), retired, wallMs })
}

process.on('message', (order: GeneratorOrder) => {
  if (order.t === 'serve') {
    server = order
    return tell({ t: 'serving' })
  }
  run(order).catch((error: unknown) =>
    tell({ t: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
