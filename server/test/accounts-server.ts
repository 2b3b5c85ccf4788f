// A server with accounts alone on a fresh database, and browsers that keep its cookies. For tests.
import { createHmac, randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import {
  type AccountsDoor,
  type AccountsParts,
  createAccounts,
  type Identified,
} from '../src/features/accounts/index.ts'
import { manualClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config/read-config.ts'
import { httpConfig } from '../src/platform/http/config.ts'
import { createHttp } from '../src/platform/http/create-http.ts'
import type { HttpServer } from '../src/platform/http/http-server.ts'
import { createIds } from '../src/platform/ids.ts'
import { createMetrics } from '../src/platform/metrics.ts'
import { createSecrets } from '../src/platform/secrets/secrets.ts'
import { createTenantKeyStore } from '../src/platform/secrets/store.ts'
import { newDatabase } from './new-database.ts'
import { watchedLog } from './watched-log.ts'

export const PUBLIC_URL = 'http://localhost:8080'

export interface CallOptions {
  body?: unknown
  headers?: Record<string, string>
}
export interface Answer {
  status: number
  body: Record<string, unknown> & { code?: string }
  text: string
  setCookies: string[]
}
export interface Browser {
  call(method: string, url: string, options?: CallOptions): Promise<Answer>
  cookie(): string
}

/** `more`: routes to add before the server is ready. */
export const startAccountsServer = async (
  more: (
    http: HttpServer,
    accounts: AccountsDoor,
    ground: Pick<AccountsParts, 'database' | 'clock' | 'ids'>,
  ) => void = () => undefined,
  front: Partial<Pick<AccountsParts, 'queueOf' | 'atDesk' | 'mailAvailable'>> = {},
) => {
  const database = await newDatabase()
  const clock = manualClock(Date.now())
  const secrets = createSecrets({ rootKey: randomBytes(32), store: createTenantKeyStore(database) })
  const identified: Identified[] = []
  const accounts = createAccounts({
    database,
    secrets,
    clock,
    ids: createIds(clock),
    log: watchedLog(),
    config: { publicUrl: PUBLIC_URL, sessionIdleMinutes: 720 },
    channels: ['web', 'email', 'open'],
    counts: { entries: async () => 0, conversations: async () => 0 },
    queueOf: async () => ({ waiting: 0, waitMs: null }),
    atDesk: () => [],
    ...front,
    onIdentified: async (event) => void identified.push(event),
  })
  await accounts.prepare()
  const config = readConfig({ http: httpConfig }, { CHECK_REPLIES: 'true', PUBLIC_RATE: '0' }).http
  const http = createHttp({ log: watchedLog(), metrics: createMetrics({ processMetrics: false }), config, clock })
  accounts.registerRoutes(http)
  more(http, accounts, { database, clock, ids: createIds(clock) })
  await http.app.ready()
  const stop = async () => {
    await http.close()
    await database.drop()
  }
  return { accounts, database, secrets, clock, http, identified, stop, browser: () => createBrowser(http.app) }
}
export type AccountsServer = Awaited<ReturnType<typeof startAccountsServer>>

type App = ReturnType<typeof createHttp>['app']

/** Behaves like a page of ours: same origin, cookies kept and cleared as told. */
export const createBrowser = (app: App): Browser => {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (lines: string[]) => {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name === undefined || value === undefined) continue
      if (/max-age=0\b/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  return {
    cookie,
    call: async (method, url, { body, headers } = {}) => {
      const reply = await app.inject({
        method: method as 'GET',
        url,
        headers: {
          'sec-fetch-site': 'same-origin',
          ...(jar.size > 0 ? { cookie: cookie() } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      const setCookies = [reply.headers['set-cookie'] ?? []].flat()
      keep(setCookies)
      return {
        status: reply.statusCode,
        body: reply.body === '' ? {} : reply.json(),
        text: reply.body,
        setCookies,
      }
    },
  }
}

export const tokenOfLink = (link: string): string => new URLSearchParams(new URL(link).hash.slice(1)).get('link') ?? ''

export const signInWithLink = async (server: AccountsServer, link: string): Promise<Browser> => {
  const browser = server.browser()
  const reply = await browser.call('POST', '/api/session/link', { body: { token: tokenOfLink(link) } })
  if (reply.status !== 200) throw new Error(`sign-in by link: ${reply.text}`)
  return browser
}

export const PASSWORD = 'correct horse battery'

export interface Shop {
  tenant: Uuid
  ownerId: Uuid
  owner: Browser
}

/** A workspace whose owner is signed in. `name` also makes its addresses. */
export const openShop = async (server: AccountsServer, name: string): Promise<Shop> => {
  const { accounts } = server
  const owner = { name: `${name} owner`, email: `owner@${name}.example` }
  const { tenant, ownerId } = await accounts.createTenant({ name, owner })
  return { tenant, ownerId, owner: await signInWithLink(server, await accounts.oneTimeLink(ownerId)) }
}

/** The code an authenticator app shows for this `otpauth:` address. RFC 6238. */
export const totp = (uri: string, at: number): string => {
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac[19]! & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const fromBase32 = (text: string): Buffer => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

export type { AccountsDoor }
