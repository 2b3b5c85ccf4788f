// One more process that holds rules in force: it hears of publications, takes them over, and says when and how smoothly.
import { createPromotions } from '../server/src/features/promotions/index.ts'
import { promotionReactions } from '../server/src/features/promotions/reactions.ts'
import { memoryBus } from '../server/src/platform/bus/memory.ts'
import { openPools } from '../server/src/platform/database/pools.ts'
import { appendFacts } from '../server/src/platform/facts/append.ts'
import { createIds } from '../server/src/platform/ids.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { type Stall, watchStalls } from './stall.ts'

/** A message of the bus. */
export interface ToNode {
  readonly subject: string
  readonly payload: unknown
}
export type FromNode =
  | { readonly kind: 'ready' }
  | { readonly kind: 'in-force'; readonly version: number; readonly stall: Stall }

const [, , url = '', tenant = ''] = process.argv
const { hostname, port, pathname, username, password, searchParams } = new URL(url)
const access = {
  host: decodeURIComponent(searchParams.get('host') ?? hostname),
  port: Number(searchParams.get('port') ?? port),
  database: pathname.slice(1),
  user: decodeURIComponent(username),
  password: decodeURIComponent(password),
}
const database = openPools({ accessFor: () => access, log: silentLog, application: 'bench', size: 2 })
const bus = memoryBus({ log: silentLog })
const clock = { now: Date.now }
const ids = createIds(clock)
const { parts } = createPromotions({
  database,
  clock,
  ids,
  appendFacts,
  bus,
  log: silentLog,
  sayTo: async () => undefined,
})
promotionReactions({ bus, inForce: parts.inForce, log: silentLog })
const tell = (message: FromNode): void => void process.send?.(message)

const stalls = watchStalls()
let last = (await parts.inForce.get(tenant))?.version ?? 0
process.on('message', ({ subject, payload }: ToNode) => {
  stalls.take()
  bus.publish(subject, payload)
})
// As a turn would: it asks, and keeps what it was given.
setInterval(async () => {
  const version = (await parts.inForce.get(tenant))?.version ?? 0
  if (version === last) return
  last = version
  tell({ kind: 'in-force', version, stall: stalls.take() })
}, 1)
tell({ kind: 'ready' })
