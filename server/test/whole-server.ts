// The whole server on a fresh database, as an operator would run it, with a clock tests can move and a log they can read.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BallastServer, buildServer } from '../src/build-server.ts'
import { readConfiguration } from '../src/config.ts'
import { type Commerce, noCommerce } from '../src/features/commerce/index.ts'
import { type ManualClock, manualClock } from '../src/platform/clock.ts'
import type { Database } from '../src/platform/database/open.ts'
import { type Browser, createBrowser, tokenOfLink } from './accounts-server.ts'
import { newDatabase } from './new-database.ts'
import { recordLog } from './record-log.ts'

export const ORIGIN = 'http://localhost:8080'

/** A shop system that breaks at one word, as a parser of someone else's API would. */
export const POISON = 'POISONPILL'
/** And takes its time at another. */
export const SLOW = 'SLOWPARCEL'
/** The one thing it sells. */
export const KETTLE = {
  id: 'kettle',
  title: { en: 'Kettle', zh: '水壶' },
  aliases: ['kettle'],
  price: { amount: 9_900, currency: 'CNY' },
  variants: [],
  sizing: 'none',
} as const
const fragileCommerce = (): Commerce => ({
  ...noCommerce(),
  getProducts: async (ids) => (ids.includes(KETTLE.id) ? [KETTLE] : []),
  searchProducts: async ({ text }) => {
    if (text.toUpperCase().includes(SLOW)) await new Promise((done) => setTimeout(done, 800))
    if (text.toUpperCase().includes(POISON)) throw new TypeError(`cannot read ${text}`)
    return []
  },
})

export interface NodeOptions {
  readonly database: Database
  readonly rootKey: string
  readonly clock: ManualClock
  /** Port of a nats-server on loopback; without it the bus stays inside the process. */
  readonly natsPort?: number
  /** More settings, by the names of the environment. */
  readonly env?: Readonly<Record<string, string>>
  readonly commerce?: Commerce
  /** Stands between the server and its database. */
  readonly through?: (database: Database) => Database
}
/** What a test may choose of its server. */
export type Chosen = Pick<NodeOptions, 'natsPort' | 'env' | 'commerce' | 'through'>

/** One process of the server, listening. `stop` leaves the database to whoever made it. */
export const startNode = async (options: NodeOptions) => {
  const { log, lines } = recordLog()
  const dataDir = mkdtempSync(join(tmpdir(), 'ballast-whole-'))
  const config = readConfiguration({
    CHECK_REPLIES: 'true',
    PUBLIC_RATE: '0',
    ROOT_KEY: options.rootKey,
    // Nobody listens there: letters wait in their job.
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'shop@ballast.example',
    ...(options.natsPort === undefined ? {} : { NATS_SERVERS: `nats://127.0.0.1:${options.natsPort}` }),
    ...options.env,
  })
  const database = { ...options.database, close: async () => undefined }
  const server: BallastServer = await buildServer({
    config,
    dataDir,
    database: options.through?.(database) ?? database,
    log,
    clock: options.clock,
    publicUrl: ORIGIN,
    version: '0.0.0',
    commerce: () => options.commerce ?? fragileCommerce(),
  })
  await server.start()
  const { port } = await server.http.listen(0, '127.0.0.1')
  server.http.ready()
  const signIn = async (staffId: string): Promise<Browser> => {
    const browser = createBrowser(server.http.app)
    const link = await server.accounts.oneTimeLink(staffId)
    const reply = await browser.call('POST', '/api/session/link', { body: { token: tokenOfLink(link) } })
    if (reply.status !== 200) throw new Error(`sign-in by link: ${reply.text}`)
    return browser
  }
  const stop = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return {
    server,
    app: server.http.app,
    url: `http://127.0.0.1:${port}`,
    lines,
    clock: options.clock,
    dataDir,
    signIn,
    stop,
  }
}
export type WholeNode = Awaited<ReturnType<typeof startNode>>

export const startWholeServer = async (more: Chosen = {}) => {
  const database = await newDatabase()
  const options: NodeOptions = {
    database,
    rootKey: randomBytes(32).toString('base64'),
    clock: manualClock(Date.now()),
    ...more,
  }
  const node = await startNode(options)
  const others: WholeNode[] = []
  return {
    ...node,
    database,
    /** A second process on the same database and bus. */
    another: async (): Promise<WholeNode> => {
      const made = await startNode({ ...options, clock: node.clock })
      others.push(made)
      return made
    },
    stop: async () => {
      for (const one of [...others, node]) await one.stop()
      await database.drop()
    },
  }
}
export type WholeServer = Awaited<ReturnType<typeof startWholeServer>>
