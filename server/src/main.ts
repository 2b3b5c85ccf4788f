// Reads the configuration, opens the platform, builds the server, starts it; drains and stops it on a signal.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type BallastServer, buildServer } from './build-server.ts'
import { type Configuration, readConfiguration } from './config.ts'
import { guardPanel } from './features/accounts/index.ts'
import { type Commerce, noCommerce } from './features/commerce/index.ts'
import { systemClock } from './platform/clock.ts'
import { openDataFolder } from './platform/data-folder.ts'
import { openDatabase } from './platform/database/open.ts'
import { claimPort, listenError } from './platform/http/claim-port.ts'
import { servePages } from './platform/http/static-pages.ts'
import { createLog, type LogLevel, type LogOptions } from './platform/log.ts'
import { startTracing } from './platform/telemetry.ts'
import { stopOnSignals } from './stop-on-signals.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export interface RunOptions {
  /** Fill and serve the demo shop. */
  readonly demo?: boolean
  /** Progress for people. */
  readonly say?: (text: string) => void
  /** Instead of PORT; 0: a free one. */
  readonly port?: number
  readonly logLevel?: LogLevel
  /** Where its lines go instead of standard error. */
  readonly logTo?: NonNullable<LogOptions['destination']>
  /** Instead of the process's environment. */
  readonly env?: Record<string, string | undefined>
}

export interface Running {
  readonly url: string
  /** Where everything lies. */
  readonly dataDir: string
  /** Signs the demo shop's owner in, once. */
  readonly deskLink?: string
  stop(): Promise<void>
}

const publicUrlOf = (config: Configuration, port: number): string => {
  const scheme = config.http.tlsCert === undefined ? 'http' : 'https'
  return config.http.publicUrl ?? `${scheme}://localhost:${port}`
}

/** Serves the built pages that are there; says which are not. */
const servePagesOf = ({ http, accounts }: BallastServer, say: (text: string) => void): void => {
  const pages = [
    { folder: 'desk', prefix: '/desk/', kind: 'app', fallback: true },
    {
      folder: 'widget',
      prefix: '/widget/',
      kind: 'widget-frame',
      fallback: false,
      guard: guardPanel(http, accounts.inboxes),
    },
  ] as const
  for (const { folder, ...page } of pages) {
    try {
      readFileSync(join(root, folder, 'dist', '.built-from'))
      servePages(http, { root: join(root, folder, 'dist'), ...page })
    } catch {
      say(`The ${folder} is not built; npm start builds it.`)
    }
  }
}

/** Everything is opened in turn; what fails closes what was opened before it. */
const start = async (options: RunOptions): Promise<Running> => {
  const say = options.say ?? (() => undefined)
  const config = readConfiguration(options.env)
  const dataDir = resolve(config.database.dataDir ?? join(root, 'data'))
  const port = await claimPort(options.port ?? config.http.port, config.http.host)
  const publicUrl = publicUrlOf(config, port)
  const destination = options.logTo === undefined ? {} : { destination: options.logTo }
  const log = createLog({ level: options.logLevel ?? config.log.level, ...destination })
  openDataFolder(dataDir)
  const demo = options.demo ? await import('../../demo/serve-demo.ts') : undefined
  const tracing = await startTracing(config.telemetry, log)
  say(config.database.url === undefined ? 'Starting PostgreSQL…' : 'Connecting to PostgreSQL…')
  const { url, poolSize } = config.database
  const database = await openDatabase({ dataDir, log, poolSize, ...(url === undefined ? {} : { url }) })
  const commerce = (sign: (text: string) => string): Commerce => demo?.commerceOf(systemClock, sign) ?? noCommerce()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const parts = { config, dataDir, database, log, clock: systemClock, version, commerce, publicUrl }
  const server = await buildServer(parts).catch(async (error) => {
    await database.close()
    throw error
  })
  const stop = stopOnce(server, dataDir, async () => tracing?.stop())
  try {
    servePagesOf(server, say)
    const shop = await demo?.openDemoShop({ server, dataDir, say })
    await server.start()
    await server.http.listen(port).catch((error) => {
      throw listenError(error, port, config.http.host)
    })
    server.http.ready()
    writeFileSync(join(dataDir, 'server.json'), JSON.stringify({ url: publicUrl, pid: process.pid }))
    const deskLink = shop && (await shop.deskLink())
    if (!(await server.accounts.anyShop()))
      say(
        'There is no shop here yet. Make the first one: npm run -s new-shop -- --name "Your shop" --email you@shop.example',
      )
    return { url: publicUrl, dataDir, ...(deskLink === undefined ? {} : { deskLink }), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const stopOnce = (server: BallastServer, dataDir: string, after: () => Promise<void>) => {
  let stopping: Promise<void> | undefined
  return (): Promise<void> => {
    stopping ??= (async () => {
      rmSync(join(dataDir, 'server.json'), { force: true })
      await server.stop()
      await after()
    })()
    return stopping
  }
}

/** Starts everything; resolves when customers can be answered. Stops on a signal, also on one that comes while starting. */
export const run = async (options: RunOptions = {}): Promise<Running> => {
  const starting = start(options)
  const stopper = starting.then(
    ({ stop }) => stop,
    async () => {
      // What failed may have been ended by the same Ctrl-C that we are about to hear of.
      await new Promise((done) => setTimeout(done, 50))
      return async () => undefined
    },
  )
  const signals = stopOnSignals(stopper, options.say ?? (() => undefined))
  await stopper
  // The process is about to end: neither "ready" nor what the interruption broke is of use to anybody.
  if (signals.told) await new Promise(() => undefined)
  return starting
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  run({ say: (text) => process.stderr.write(`${text}\n`) }).then(
    ({ url }) => process.stderr.write(`Ballast is ready at ${url}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    },
  )
}
