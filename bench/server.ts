// A Ballast of its own for load: many workspaces with the demo's knowledge, opened by a benchmark as a child process.
// `node bench/server.ts --data=<folder> --port=<port> [--tenants=200]`; tells its parent `Ready` when it serves.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { commerceOf } from '../demo/serve-demo.ts'
import { buildDemoShop } from '../demo/shop/index.ts'
import { readyEntries } from '../demo/shop/ready-entries.ts'
import { type BallastServer, buildServer } from '../server/src/build-server.ts'
import { readConfiguration } from '../server/src/config.ts'
import { importEntries } from '../server/src/features/knowledge/index.ts'
import { systemClock } from '../server/src/platform/clock.ts'
import { openDatabase } from '../server/src/platform/database/open.ts'
import { createLog } from '../server/src/platform/log.ts'

export interface BenchInbox {
  readonly publicKey: string
  /** With which the shop's back end signs customers' identity. */
  readonly keyId: string
  readonly secret: string
}
export interface Ready {
  readonly t: 'ready'
  readonly url: string
  readonly inboxes: readonly BenchInbox[]
}

const SEEDED_AT_ONCE = 8
const POOL_SIZE = 16

const optionsOf = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')))

const seedOne = async ({ accounts, knowledge }: BallastServer, number: number): Promise<BenchInbox> => {
  const { tenant } = await accounts.createTenant({
    name: `Shop ${number}`,
    owner: { name: 'Owner', email: `owner-${number}@shop.example` },
  })
  const inbox = await accounts.createInbox(tenant, {
    name: 'Website',
    channel: 'web',
    locale: number % 2 ? 'en' : 'zh-CN',
  })
  const { keyId, secret } = await accounts.rotateIdentitySecret(tenant, inbox.id)
  await importEntries(knowledge, tenant, readyEntries(buildDemoShop(Date.now()).knowledge))
  return { publicKey: inbox.publicKey, keyId, secret }
}

/** Fills the folder once; a restart on the same folder finds what was made. */
const seed = async (server: BallastServer, dataDir: string, tenants: number): Promise<BenchInbox[]> => {
  const file = join(dataDir, 'bench-inboxes.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as BenchInbox[]
  const made: BenchInbox[] = []
  let next = 0
  const worker = async () => {
    while (next < tenants) {
      const number = next++
      made[number] = await seedOne(server, number)
      if (number % 50 === 49) process.stderr.write(`  ${number + 1} workspaces\n`)
    }
  }
  await Promise.all(Array.from({ length: SEEDED_AT_ONCE }, worker))
  writeFileSync(`${file}.new`, JSON.stringify(made))
  renameSync(`${file}.new`, file)
  return made
}

const open = async (dataDir: string, port: number): Promise<BallastServer> => {
  mkdirSync(join(dataDir, 'logs'), { recursive: true })
  const log = createLog({ level: 'warn', destination: pino.destination(join(dataDir, 'logs', 'server.log')) })
  const config = readConfiguration({ DATA_DIR: dataDir, PUBLIC_RATE: '0' })
  const database = await openDatabase({ dataDir, log, poolSize: POOL_SIZE })
  const publicUrl = `http://127.0.0.1:${port}`
  const commerce = (sign: (text: string) => string) => commerceOf(systemClock, sign)
  return buildServer({
    config,
    dataDir,
    database,
    log,
    clock: systemClock,
    version: '0.0.0-bench',
    commerce,
    publicUrl,
  })
}

const main = async (): Promise<void> => {
  const { data, port, tenants } = optionsOf(process.argv.slice(2))
  if (data === undefined || port === undefined) throw new Error('--data and --port are needed')
  const server = await open(data, Number(port))
  const inboxes = await seed(server, data, Number(tenants ?? 200))
  await server.start()
  await server.http.listen(Number(port))
  server.http.ready()
  const ready: Ready = { t: 'ready', url: `http://127.0.0.1:${port}`, inboxes }
  if (process.send) process.send(ready)
  else process.stdout.write(`${JSON.stringify(ready)}\n`)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void server.stop().then(() => process.exit(0))
  }
  process.on('message', (word) => word === 'stop' && stop())
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

if (import.meta.main)
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  })
