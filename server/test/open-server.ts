// The whole server on a fresh database with open inboxes, and a shop's endpoint that misbehaves as told. For tests.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenEvent, Uuid } from '@ballast/contract'
import { createOpenClient } from '@ballast/contract/open-client'
import { buildServer } from '../src/build-server.ts'
import { readConfiguration } from '../src/config.ts'
import { noCommerce } from '../src/features/commerce/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { newDatabase } from './new-database.ts'
import { watchedLog } from './watched-log.ts'

export const API_KEY = 'a-key-of-the-inbox-for-tests'
export const SIGNING_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

export interface OpenServerOptions {
  readonly env?: Record<string, string>
  /** Of an earlier server: what it left is taken up. */
  readonly keep?: { readonly database: Awaited<ReturnType<typeof newDatabase>>; readonly dataDir: string }
  /** False: nothing goes out, as if the process died right after COMMIT. */
  readonly start?: boolean
}

export const startOpenServer = async ({ env = {}, keep, start = true }: OpenServerOptions = {}) => {
  const database = keep?.database ?? (await newDatabase())
  const dataDir = keep?.dataDir ?? mkdtempSync(join(tmpdir(), 'ballast-open-'))
  const config = readConfiguration({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PUBLIC_RATE: '0', ...env })
  const server = await buildServer({
    config,
    dataDir,
    // The server closes what it was given; the test drops it.
    database: { ...database, close: async () => undefined },
    log: watchedLog(),
    clock: systemClock,
    version: 'test',
    commerce: () => noCommerce(),
    publicUrl: 'http://localhost:8080',
  })
  if (start) await server.start()
  const { port } = await server.http.listen(0, '127.0.0.1')
  server.http.ready()
  const url = `http://127.0.0.1:${port}`
  const newShop = async (name: string) => {
    const owner = { name, email: `${name}@shop.example` }
    return (await server.accounts.createTenant({ name, owner })).tenant
  }
  const newInbox = (
    tenant: Uuid,
    settings: Record<string, unknown> = { apiKey: API_KEY, signingSecret: SIGNING_SECRET },
  ) => server.accounts.createInbox(tenant, { name: 'App', channel: 'open', settings })
  return {
    server,
    bus: server.bus,
    url,
    database,
    dataDir,
    newShop,
    newInbox,
    client: (publicKey: string, apiKey = API_KEY) => createOpenClient({ baseUrl: url, publicKey, apiKey }),
    stop: () => server.stop(),
    drop: async () => {
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type OpenServer = Awaited<ReturnType<typeof startOpenServer>>

export interface Call {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly event: OpenEvent
}
/** An endpoint of a shop. `answer` decides each call; by default 200. */
export const startEndpoint = async () => {
  const calls: Call[] = []
  const state = { answer: (_call: Call, reply: ServerResponse): void => void reply.writeHead(200).end() }
  const http = createServer(async (request, reply) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const call = { headers: request.headers, body, event: JSON.parse(body) as OpenEvent }
    calls.push(call)
    state.answer(call, reply)
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`,
    calls,
    state,
    messages: () => calls.filter(({ event }) => event.type === 'message_created'),
    stop: async () => {
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
}

/** Waits until it is so. */
export const until = async <T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 15_000,
): Promise<T> => {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`not so within ${ms} ms`)
    await new Promise((done) => setTimeout(done, 25))
  }
}
