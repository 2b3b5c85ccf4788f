import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Closed, OneOf, type Principal, ProblemBody, route, Text, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { Type } from 'typebox'
import Value from 'typebox/value'
import { afterEach, describe, expect, it } from 'vitest'
import { manualClock } from '../clock.ts'
import { readConfig } from '../config/read-config.ts'
import { silentLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { httpConfig } from './config.ts'
import { createHttp } from './create-http.ts'
import type { HttpServer } from './http-server.ts'
import { type Gate, serve } from './serve.ts'
import { servePages } from './static-pages.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const staff: Principal = {
  kind: 'staff',
  tenant: ID,
  staffId: ID,
  name: 'Lin',
  role: 'agent',
  teamIds: [],
  sessionId: 's',
}
const anyone: Principal = { kind: 'anyone' }
const gateFor = (principal: Principal): Gate => ({ admit: async () => principal })

const echo = route({
  name: 'echo',
  method: 'POST',
  path: '/api/echo/:id',
  tag: 'Test',
  summary: 'Echo.',
  access: 'public',
  params: Closed({ id: Uuid }),
  query: Closed({ limit: Type.Optional(Type.Integer({ maximum: 100 })), on: Type.Optional(Type.Boolean()) }),
  body: Closed({ text: Text(50), kind: Type.Optional(OneOf(['a', 'b'] as const)) }),
  reply: Closed({ text: Text(200), limit: Type.Integer() }),
  problems: [],
  bodyLimit: 512,
})

const open: HttpServer[] = []
const start = (env: Record<string, string> = {}, clock = manualClock()) => {
  const config = readConfig({ http: httpConfig }, { CHECK_REPLIES: 'true', ...env }).http
  const http = createHttp({ log: silentLog, metrics: createMetrics({ processMetrics: false }), config, clock })
  open.push(http)
  return http
}
const withEcho = (env?: Record<string, string>, gate = gateFor(anyone)) => {
  const http = start(env)
  serve(http, gate, echo, async ({ body, query }) => ({ text: body.text, limit: query.limit ?? 0 }))
  return http
}
const json = { 'content-type': 'application/json' }
const post = (http: HttpServer, payload: string | Buffer, more: { url?: string; headers?: object } = {}) =>
  http.app.inject({
    method: 'POST',
    url: more.url ?? `/api/echo/${ID}`,
    payload,
    headers: { ...json, ...more.headers },
  })

afterEach(async () => {
  for (const http of open.splice(0)) await http.close()
})

describe('requests', () => {
  it('reach the handler typed, with query numbers read as numbers', async () => {
    const reply = await post(withEcho(), '{"text":"你好"}', { url: `/api/echo/${ID}?limit=7&on=true` })
    expect([reply.statusCode, reply.json()]).toEqual([200, { text: '你好', limit: 7 }])
    expect(reply.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['not JSON', '{"text":', 400, 'request.invalid', ''],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'request.invalid', ''],
    ['nothing', '', 400, 'request.invalid', ''],
    ['null', 'null', 400, 'request.invalid', ''],
    ['a list', '[]', 400, 'request.invalid', ''],
    ['a wrong type', '{"text":5}', 400, 'request.invalid', '/text'],
    ['an unknown field', '{"text":"a","admin":true}', 400, 'request.invalid', '/admin'],
    ['a missing field', '{}', 400, 'request.invalid', '/text'],
    ['a prototype trick', '{"text":"a","__proto__":{"x":1}}', 400, 'request.invalid', ''],
    ['deep nesting', `${'['.repeat(200)}${']'.repeat(200)}`, 400, 'request.invalid', ''],
    ['too much', JSON.stringify({ text: 'x'.repeat(600) }), 413, 'request.too-large', undefined],
  ])('with %s are refused', async (_name, payload, status, code, path) => {
    const reply = await post(withEcho(), payload)
    expect(Value.Check(ProblemBody, reply.json())).toBe(true)
    expect(reply.json()).toMatchObject({ status, code, requestId: reply.headers['x-request-id'] })
    expect(reply.statusCode).toBe(status)
    expect(reply.json().path).toBe(path)
  })

  it('are refused by place: path and query', async () => {
    const http = withEcho()
    expect((await post(http, '{"text":"a"}', { url: '/api/echo/7' })).json().path).toBe('/params/id')
    for (const query of ['limit=7.5', 'limit=101', 'limit=1e1', 'limit=1&limit=2'])
      expect((await post(http, '{"text":"a"}', { url: `/api/echo/${ID}?${query}` })).json().path).toBe('/query/limit')
    expect((await post(http, '{"text":"a"}', { url: `/api/echo/${ID}?on=maybe` })).json().path).toBe('/query/on')
    expect((await post(http, '{"text":"a"}', { url: `/api/echo/${ID}?x=1` })).json().path).toBe('/query/x')
  })

  it('lose U+0000 and lone surrogates on the way in, and keep emoji', async () => {
    const reply = await post(withEcho(), '{"text":"a\\u0000b\\ud800c\\ud83d\\ude00"}')
    expect(reply.json().text).toBe('ab\ufffdc😀')
  })

  it('must be JSON where a body is wanted', async () => {
    const reply = await post(withEcho(), 'text=a', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'request.unsupported-type'])
  })

  it('keep their bytes, and routes that ask get them unparsed', async () => {
    const http = start()
    http.app.post('/hook', { config: { rawBody: true } }, async (request, reply) =>
      reply.send({ raw: request.rawBody?.toString(), same: request.body === request.rawBody }),
    )
    const reply = await post(http, '{ "a" : broken', { url: '/hook' })
    expect(reply.json()).toEqual({ raw: '{ "a" : broken', same: true })
  })

  it('to unknown addresses and methods get request.not-found', async () => {
    for (const [method, url] of [
      ['GET', '/nowhere'],
      ['PUT', `/api/echo/${ID}`],
    ] as const) {
      const reply = await withEcho().app.inject({ method, url })
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'request.not-found'])
    }
  })

  const talk = (port: number, text: string) =>
    new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', (chunk) => {
        answer += chunk
      })
      socket.on('close', () => done(answer))
    })

  it('that are not HTTP, or come too slowly, are answered and closed', async () => {
    const { port } = await withEcho({ HEADERS_TIMEOUT_MS: '150' }).listen(0)
    expect(await talk(port, 'JUNK\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*request\.invalid/s)
    expect(await talk(port, 'GET /healthz HTTP/1.1\r\nHost: ')).toMatch(/^HTTP\/1\.1 408 .*request\.timeout/s)
  })

  it('that offer to upgrade to something else are served as they are', async () => {
    const http = withEcho()
    http.app.server.on('upgrade', (_request, socket) => socket.destroy())
    const { port } = await http.listen(0)
    const offer = 'GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n'
    expect(await talk(port, offer)).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('errors', () => {
  it('of ours become server.error without a trace of the cause', async () => {
    const http = start()
    serve(http, gateFor(anyone), echo, async () => {
      throw new Error('password of the database is hunter2')
    })
    const reply = await post(http, '{"text":"a"}')
    expect(reply.statusCode).toBe(500)
    expect(reply.json()).toMatchObject({ code: 'server.error', requestId: expect.any(String) })
    expect(reply.body).not.toMatch(/hunter2|at .*\.ts/)
  })

  it('that are expected keep their code, and 503 says when to come back', async () => {
    const http = start()
    serve(http, gateFor(anyone), echo, async () => {
      throw problem('server.busy')
    })
    const reply = await post(http, '{"text":"a"}')
    expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([503, 'server.busy', '1'])
  })

  it('of the gate come before the body is looked at', async () => {
    const gate: Gate = {
      admit: async () => {
        throw problem('auth.required')
      },
    }
    expect((await post(withEcho({}, gate), '{junk')).json().code).toBe('auth.required')
  })
})

describe('replies', () => {
  const leaky = (env: Record<string, string>, reply: object) => {
    const http = start(env)
    serve(http, gateFor(anyone), echo, async () => reply as { text: string; limit: number })
    return post(http, '{"text":"a"}')
  }

  it('that do not fit are found in tests', async () => {
    expect((await leaky({}, { text: 'a', limit: 1, secret: 's' })).statusCode).toBe(500)
  })

  it('are stripped to their schema in production, and never sent when they still do not fit', async () => {
    const stripped = await leaky({ CHECK_REPLIES: 'false' }, { text: 'a', limit: 1, secret: 's' })
    expect([stripped.statusCode, stripped.json()]).toEqual([200, { text: 'a', limit: 1 }])
    expect((await leaky({ CHECK_REPLIES: 'false' }, { text: 7, limit: 1 })).statusCode).toBe(500)
  })
})

describe('protection', () => {
  it('refuses changes with a cookie session from other sites', async () => {
    const http = withEcho({ PUBLIC_URL: 'https://help.example' }, gateFor(staff))
    const status = async (headers: object) => (await post(http, '{"text":"a"}', { headers })).statusCode
    expect(await status({})).toBe(403)
    expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await status({ 'sec-fetch-site': 'cross-site', origin: 'https://help.example' })).toBe(403)
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await status({ origin: 'http://localhost:80', host: 'localhost:80' })).toBe(403)
    expect(await status({ origin: 'http://localhost:8080', host: 'localhost:8080' })).toBe(200)
    expect(await status({ origin: 'https://help.example' })).toBe(200)
    expect(await status({ origin: 'https://evil.example' })).toBe(403)
    expect(await status({ origin: 'null' })).toBe(403)
  })

  it('limits public routes by address with Retry-After', async () => {
    const http = withEcho({ PUBLIC_RATE: '0.5', PUBLIC_BURST: '2' })
    const replies = [
      await post(http, '{"text":"a"}'),
      await post(http, '{"text":"a"}'),
      await post(http, '{"text":"a"}'),
    ]
    expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200, 429])
    expect(replies[2]?.headers['retry-after']).toBe('2')
    expect(replies[2]?.json().code).toBe('rate.limited')
  })

  it('believes X-Forwarded-For only from trusted proxies', async () => {
    const count = async (env: Record<string, string>) => {
      const http = withEcho({ PUBLIC_RATE: '0.5', PUBLIC_BURST: '1', ...env })
      const from = (address: string) => post(http, '{"text":"a"}', { headers: { 'x-forwarded-for': address } })
      return [(await from('203.0.113.1')).statusCode, (await from('203.0.113.2')).statusCode]
    }
    expect(await count({})).toEqual([200, 429])
    expect(await count({ TRUSTED_PROXIES: '127.0.0.1' })).toEqual([200, 200])
  })

  it('sets security headers by kind of page', async () => {
    const http = withEcho({ TRUSTED_PROXIES: '127.0.0.1', FRAME_ANCESTORS: 'https://shop.example' })
    http.app.get('/panel', { config: { pageKind: 'widget-frame' } }, async () => 'x')
    const api = await post(http, '{"text":"a"}')
    expect(api.headers['content-security-policy']).toContain("default-src 'none'")
    expect(api.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(api.headers['strict-transport-security']).toBeUndefined()
    const panel = await http.app.inject({ url: '/panel', headers: { 'x-forwarded-proto': 'https' } })
    expect(panel.headers['content-security-policy']).toContain('frame-ancestors https://shop.example')
    expect(panel.headers['content-security-policy']).toContain("script-src 'self';")
    expect(panel.headers['permissions-policy']).toMatch(/^camera=\(\), microphone=\(self\), geolocation=\(\)/)
    expect(api.headers['permissions-policy']).toContain('microphone=()')
    expect(panel.headers['x-frame-options']).toBeUndefined()
    expect(panel.headers['strict-transport-security']).toContain('max-age')
  })
})

describe('operations', () => {
  it('health follows the life of the server', async () => {
    const http = start()
    const health = async () => (await http.app.inject('/healthz')).json()
    expect(await health()).toMatchObject({ status: 503, code: 'server.busy' })
    http.ready()
    expect(await health()).toEqual({ status: 'ok' })
    http.draining()
    expect(await health()).toMatchObject({ status: 503, code: 'server.draining' })
  })

  it('metrics are for this machine or the bearer of the token', async () => {
    const status = async (http: HttpServer, options: object) =>
      (await http.app.inject({ url: '/metrics', ...options })).statusCode
    const local = start()
    expect(await status(local, {})).toBe(200)
    expect(await status(local, { remoteAddress: '203.0.113.9' })).toBe(403)
    expect(await status(local, { headers: { 'x-forwarded-for': '203.0.113.9' } })).toBe(403)
    const guarded = start({ METRICS_TOKEN: 'a-token-of-16-characters' })
    expect(await status(guarded, {})).toBe(403)
    expect(await status(guarded, { headers: { authorization: 'Bearer a-token-of-16-characters' } })).toBe(200)
  })
})

describe('pages', () => {
  it('are served with caching by name, and unknown addresses get the index page', async () => {
    const root = await mkdtemp(join(tmpdir(), 'pages-'))
    await writeFile(join(root, 'index.html'), '<p>desk</p>')
    await writeFile(join(root, 'panel-BxK3d9a1.js'), '1')
    await writeFile(join(root, '.env'), 'secret')
    const http = withEcho()
    servePages(http, { root, prefix: '/desk/', kind: 'app', fallback: true })
    const get = (url: string, accept = 'text/html') => http.app.inject({ url, headers: { accept } })
    expect((await get('/desk/panel-BxK3d9a1.js')).headers['cache-control']).toContain('immutable')
    for (const url of ['/desk/', '/desk/inbox/7']) {
      const page = await get(url)
      expect([page.statusCode, page.body, page.headers['cache-control']]).toEqual([200, '<p>desk</p>', 'no-cache'])
      expect(page.headers['content-security-policy']).toContain("script-src 'self'")
    }
    expect((await get('/desk/missing.js', '*/*')).statusCode).toBe(404)
    expect((await get('/desk/.env', '*/*')).statusCode).not.toBe(200)
    expect((await get('/desk/..%2f..%2fetc/passwd', '*/*')).statusCode).toBeGreaterThanOrEqual(400)
    expect((await get('/elsewhere')).statusCode).toBe(404)
    await rm(root, { recursive: true })
  })
})
