// Finds a server to talk to: the one named, the one already running on this clone's data, or a new one.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface Found {
  readonly url: string
  /** Stops the server when it was started here. */
  stop(): Promise<void>
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
    (reply) => reply.ok,
    () => false,
  )

const running = (): string | undefined => {
  try {
    return (
      JSON.parse(readFileSync(join(process.env.DATA_DIR ?? join(root, 'data'), 'server.json'), 'utf8')) as {
        url: string
      }
    ).url
  } catch {
    return undefined
  }
}

export const findServer = async (url: string | undefined): Promise<Found> => {
  const known = url?.replace(/\/$/, '') ?? running()
  if (known !== undefined && (await answers(known))) return { url: known, stop: async () => undefined }
  if (url !== undefined) {
    process.stderr.write(`No Ballast answers at ${url}. Start one with npm start, or leave --url out.\n`)
    process.exit(1)
  }
  const { run } = await import('../../server/src/main.ts')
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const server = await run({ demo: true, port: 0, say, ...(process.env.LOG_LEVEL ? {} : { logLevel: 'warn' }) })
  return { url: server.url, stop: server.stop }
}
