// What strangers and broken programs send over HTTP: every route is given what it cannot take. A clear code with the
// path, nothing stored, nothing of the inside in the reply.
import { type Method, PROBLEMS, ROUTES, type Route } from '@ballast/contract'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../change-sets.ts'
import type { WholeServer } from '../whole-server.ts'
import { signIdentity, startTwins, type Twin, visit } from '../whole-tenants.ts'

let node: WholeServer
let alpha: Twin
let owner: pg.Client
beforeAll(async () => {
  ;({ node, alpha } = await startTwins())
  owner = new pg.Client(node.database.urlFor('migrate'))
  await owner.connect()
  await atRest()
})
afterAll(async () => {
  await owner?.end()
  await node.stop()
})

const INSIDE = /\bat [\w.]+ \(|\.ts:\d+|node_modules|SELECT |postgres|TypeError|SyntaxError|\/(?:home|root|tmp)\//
interface Reply {
  readonly status: number
  readonly code: string
  readonly path: string | undefined
  readonly text: string
}
const send = async (
  method: Method,
  url: string,
  more: { payload?: string | Buffer; headers?: Record<string, string> } = {},
): Promise<Reply> => {
  const reply = await node.app.inject({
    method,
    url,
    headers: {
      cookie: alpha.owner.browser.cookie(),
      'sec-fetch-site': 'same-origin',
      ...(more.payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...more.headers,
    },
    ...(more.payload === undefined ? {} : { payload: more.payload }),
  })
  const text = reply.body
  expect(text, `${method} ${url}`).not.toMatch(INSIDE)
  const body = text.startsWith('{') ? reply.json() : {}
  return { status: reply.statusCode, code: body.code ?? '', path: body.path, text }
}
const expectRefused = (reply: Reply, context: string) => {
  expect(reply.status, `${context}: ${reply.text}`).toBeGreaterThanOrEqual(400)
  expect(reply.status, `${context}: ${reply.text}`).toBeLessThan(500)
  expect(Object.keys(PROBLEMS), context).toContain(reply.code)
}
/** How many rows every table of ours holds. */
const rowCounts = async (): Promise<Record<string, string>> => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'ballast' AND relkind = 'r' AND relname NOT IN ('sign_in_failures', 'consumers', 'leases') ORDER BY 1`,
  )
  const counts: Record<string, string> = {}
  for (const { name } of rows)
    counts[name] = (await owner.query<{ n: string }>(`SELECT count(*) AS n FROM ballast.${name}`)).rows[0]!.n
  return counts
}
/** What was set up goes on being read, counted and linked for a moment. */
const atRest = async (): Promise<void> => {
  for (let before = ''; ; ) {
    const now = JSON.stringify(await rowCounts())
    if (now === before) return
    before = now
    await new Promise((done) => setTimeout(done, 700))
  }
}
const asCallerOf = ({ access }: Route): Record<string, string> =>
  access === 'visitor' ? { authorization: `Bearer ${alpha.visitor.token}` } : {}
const params = (path: string, value = () => newId()) => path.replace(/:\w+/g, () => encodeURIComponent(value()))

const routes: Route[] = Object.values(ROUTES)
// The open channel reads nothing before the caller has proved itself; open.pg.test gives it junk with a key.
const withBody = routes.filter(({ body, path }) => body !== undefined && !path.startsWith('/open/'))

describe('bodies', () => {
  const propertiesOf = ({ body }: Route) => Object.keys((body as { properties?: object }).properties ?? {})
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

  test.each(withBody)('$name takes nothing that does not fit, and stores nothing', async (route) => {
    const before = await rowCounts()
    const url = params(route.path)
    const headers = asCallerOf(route)
    const bodies = [
      'null',
      '7',
      '"text"',
      '[]',
      '[{}]',
      '{',
      '{"a":1}}',
      'undefined',
      '\ufeff{}',
      '{"unknownField":1}',
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"toString":1,"hasOwnProperty":1}',
      deep(60),
      deep(5_000),
      `${'['.repeat(30_000)}`,
      JSON.stringify({ a: 'x'.repeat(300_000) }),
      ...propertiesOf(route).flatMap((name) =>
        [null, {}, [], 1e308, -1, '\u0000', 'x'.repeat(20_000), { $gt: '' }, [[['x']]]].map((value) =>
          JSON.stringify({ [name]: value, unknownField: 1 }),
        ),
      ),
    ]
    for (const payload of bodies) {
      const reply = await send(route.method, url, { payload, headers })
      const context = `${route.name} ${payload.slice(0, 80)}`
      expectRefused(reply, context)
      expect(['request.invalid', 'request.too-large'], `${context}: ${reply.text}`).toContain(reply.code)
      if (reply.code === 'request.invalid') expect(reply.path, context).toBeDefined()
    }
    for (const payload of [Buffer.from([0xff, 0xfe, 0x7b]), Buffer.from([0xc3, 0x28])])
      expect((await send(route.method, url, { payload, headers })).code).toBe('request.invalid')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data']) {
      const reply = await send(route.method, url, { payload: '{}', headers: { ...headers, 'content-type': type } })
      expect(reply.code, type).toBe('request.unsupported-type')
    }
    const after = await rowCounts()
    expect(Object.entries(after).filter(([table, rows]) => rows !== before[table])).toEqual([])
    expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined()
  })
})

describe('addresses', () => {
  const odd = ['x', '\u0000', '../../etc/passwd', 'constructor', '__proto__', "' OR 1=1 --", '%', 'ü', 'x'.repeat(600)]
  test.each(routes.filter(({ path }) => path.includes(':') && path.startsWith('/api/')))(
    '$name wants ids',
    async (route) => {
      for (const value of [...odd, newId().toUpperCase(), `${newId()} `, `{${newId()}}`]) {
        const reply = await send(
          route.method,
          params(route.path, () => value),
          route.body ? { payload: '{}' } : {},
        )
        expectRefused(reply, `${route.name} ${value.slice(0, 40)}`)
        // Any slug may name an intent or a pack, and these name none.
        const slugs = { ':intentId': 'intent.not-found', ':pack': 'pack.not-found' }
        const unknown = Object.entries(slugs).flatMap(([name, code]) => (route.path.includes(name) ? [code] : []))
        expect(['request.invalid', 'request.not-found', ...unknown], reply.text).toContain(reply.code)
      }
    },
  )
  test.each(odd)('a public key that is %j opens nothing', async (value) => {
    const reply = await send('POST', `/visit/${encodeURIComponent(value)}`, { payload: '{}' })
    expectRefused(reply, value)
    expect(['inbox.unknown', 'request.invalid', 'request.not-found']).toContain(reply.code)
  })
  test.each(['/%', '/%zz', '//', '/api//conversations', '/api/conversations/..%2f..', '/api/nothing', '/desk/../api'])(
    '%s leads nowhere',
    async (url) => expectRefused(await send('GET', url), url),
  )

  const big = ['9007199254740991', '2147483648', '99999999999999999999', '1e3', '-1', '1.5', 'NaN', '0x10', '', ' 1']
  const list = () => `/api/conversations/${alpha.visitor.conversationId}/messages`
  test.each(big)('page numbers like %j are answered or refused, never broken on', async (value) => {
    for (const name of ['afterSeq', 'beforeSeq', 'limit']) {
      const reply = await send('GET', `${list()}?${name}=${encodeURIComponent(value)}`)
      if (reply.status !== 200) expect([reply.code, reply.path]).toEqual(['request.invalid', `/query/${name}`])
    }
  })
  const cursors = [
    'x',
    '~',
    `1~${'-'.repeat(36)}`,
    `9999999999999999~${newId()}`,
    `1~${'f'.repeat(36)}`,
    `-1~${newId()}`,
  ]
  test.each(cursors)('a cursor like %j too', async (cursor) => {
    const reply = await send('GET', `/api/conversations?view=all&cursor=${encodeURIComponent(cursor)}`)
    if (reply.status !== 200) expect([reply.code, reply.path]).toEqual(['request.invalid', '/query/cursor'])
  })
  test.each([
    'view=all&view=mine',
    'view=',
    'view=all&x=1',
    'view[]=all',
    'view=__proto__',
    '__proto__=1&view=all',
    '',
  ])('a query like %j is refused', async (query) =>
    expect((await send('GET', `/api/conversations?${query}`)).code).toBe('request.invalid'),
  )
  test.each(['search=%00', 'search=%25%5f%5c', 'search=%ED%A0%80', "search=';--", 'limit=1', 'locale=zh-CN'])(
    'knowledge is searched by %j without harm',
    async (query) => expect((await send('GET', `/api/knowledge?${query}`)).status).toBe(200),
  )
})

describe('headers', () => {
  const junk: Record<string, string>[] = [
    { cookie: 'ballast.session_token=%00%ff; =; ;;;' },
    { cookie: `ballast.session_token=${'x'.repeat(4_000)}` },
    { cookie: 'ballast.session_token="); DROP TABLE staff' },
    { cookie: 'ballast.session_token=abc.%E0%A4%A' },
    { authorization: 'Bearer' },
    { authorization: `Bearer ${'blst_'.repeat(500)}` },
    { authorization: 'Basic Og==' },
    { authorization: 'Bearer blst_\u00ff\u00fe' },
    { authorization: 'Bearer [object Object]' },
  ]
  test.each(junk)('%j is nobody', async (headers) => {
    const reply = await send('GET', '/api/session', { headers })
    expect([401], reply.text).toContain(reply.status)
  })
  test.each([
    { origin: 'null' },
    { origin: 'http://[::1' },
    { origin: 'javascript:alert(1)' },
    { host: 'evil.example' },
    { host: '' },
    { 'x-forwarded-for': "127.0.0.1'; DROP TABLE" },
    { 'x-request-id': '<script>' },
    { 'accept-language': '\u00ff'.repeat(100) },
    { accept: 'text/html' },
    { 'last-event-id': '%%%' },
  ])('%j does no harm to a visit', async (headers) => {
    const reply = await send('POST', `/visit/${alpha.open.publicKey}`, {
      payload: '{}',
      headers: headers as Record<string, string>,
    })
    expect(reply.status, reply.text).toBeLessThan(500)
    expect(reply.text).not.toContain('<script>')
  })
  test.each(['same-site', 'cross-site', 'none', ''])('a change asked for from %j is refused', async (site) => {
    const headers = { 'sec-fetch-site': site }
    const reply = await send('POST', '/api/teams', { payload: '{"name":"x"}', headers })
    expect([reply.status, reply.code]).toEqual([403, 'auth.forbidden'])
  })
})

describe('the live addresses', () => {
  const { stringify } = JSON
  test.each(['events', 'poll'])(
    '%s: what comes twice or strange in the query is refused, never broken on',
    async (way) => {
      const token = alpha.visitor.token
      for (const query of [
        'token=a&token=b',
        'token[]=a',
        'token=',
        `token=${'x'.repeat(5_000)}`,
        'token=%00',
        'token=a.b.c',
      ]) {
        const reply = await send('GET', `/live/visitor/${way}?${query}`)
        expect([reply.status, reply.code], query).toEqual([401, 'token.invalid'])
      }
      if (way === 'events') return
      for (const query of ['resume=a&resume=b', 'resume=,,,:', 'locale=a&locale=b', 'session=a&session=b']) {
        const reply = await send('GET', `/live/visitor/poll?hello=1&${query}`, {
          headers: { authorization: `Bearer ${token}` },
        })
        expect(reply.status, `${query}: ${reply.text}`).toBe(200)
      }
    },
  )
  test('frames: one bad among good is refused alone', async () => {
    const payload = stringify([{ t: 'ping', n: 1 }, { t: 'send' }, 7, { t: 'ping', n: 2 }])
    const headers = { authorization: `Bearer ${alpha.visitor.token}` }
    const reply = await send('POST', '/live/visitor/frames', { payload, headers })
    const { frames } = JSON.parse(reply.text) as { frames: { t: string }[] }
    expect(frames.map(({ t }) => t)).toEqual(['pong', 'refused', 'refused', 'pong'])
  })
  test.each(['', '[]', '{', stringify(Array(21).fill({ t: 'ping' })), '"x"'])('frames: %s', async (payload) => {
    const headers = { authorization: `Bearer ${alpha.visitor.token}` }
    const reply = await send('POST', '/live/visitor/frames', { payload, headers })
    expect(reply.status, reply.text).toBeLessThan(500)
    expect(reply.text).toMatch(/request\.invalid|frame\.unknown/)
  })
})

describe('signatures and tokens', () => {
  const post = (body: object) => visit(node, alpha.open.publicKey, body as Record<string, unknown>)
  const codeOf = async (body: object) => {
    const reply = await post(body)
    return JSON.parse(reply.text).code ?? reply.status
  }
  test('a visitor token lives as long as it says, by the server’s clock, and not a bit may differ', async () => {
    const { token } = alpha.neighbour
    const [body, mac] = token.split('.') as [string, string]
    const flipped = `${body}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`
    const [theirs] = alpha.visitor.token.split('.')
    for (const bad of [
      flipped,
      `${theirs}.${mac}`,
      body,
      `${body}.`,
      `.${mac}`,
      `${token}.x`,
      'x'.repeat(4_096),
      '..',
      '{}',
    ])
      expect(await codeOf({ token: bad }), bad.slice(0, 40)).toBe('token.invalid')
    expect(await codeOf({ token })).toBe(200)
    const year = 366 * 86_400_000
    node.clock.advance(year)
    expect(await codeOf({ token })).toBe('token.expired')
    const reply = await send('GET', '/live/visitor/poll', { headers: { authorization: `Bearer ${token}` } })
    expect(reply.code).toBe('token.expired')
    node.clock.advance(-year)
    expect(await codeOf({ token })).toBe(200)
  })
  test('an identity is the shop’s, for this inbox, for now, and well formed', async () => {
    const key = await node.server.accounts.rotateIdentitySecret(alpha.tenant, alpha.open.id)
    const now = Math.floor(Date.now() / 1000)
    const { publicKey } = alpha.open
    const sign = (claims: object, secret = key.secret) =>
      signIdentity({ ...key, secret }, publicKey, claims as Record<string, unknown>)
    const good = await sign({ sub: 'someone' })
    expect(await codeOf({ identity: good })).toBe(200)
    const [head, claims] = good.split('.') as [string, string]
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const bad: Record<string, string> = {
      'another secret': await sign({ sub: 'a' }, 'another secret of sufficient length'),
      'another inbox': await sign({ sub: 'a', aud: alpha.restricted.publicKey }),
      'alg none': `${none}.${claims}.`,
      'no signature': `${head}.${claims}.`,
      'too long a life': await sign({ sub: 'a', exp: now + 86_400 }),
      'no sub': await sign({}),
      'a number as sub': await sign({ sub: 7 }),
      'an object as sub': await sign({ sub: { $ne: '' } }),
      'an empty sub': await sign({ sub: '' }),
      'a NUL in sub': await sign({ sub: 'a\u0000b' }),
      'a lone surrogate in sub': await sign({ sub: 'a\ud800' }),
      'a NUL in level': await sign({ sub: 'nul', level: '\u0000' }),
      'an object as name': await sign({ sub: 'a', name: {} }),
      'a long name': await sign({ sub: 'a', name: 'x'.repeat(200) }),
      garbage: 'a.b.c',
      'one dot': '.',
    }
    for (const [what, identity] of Object.entries(bad)) expect(await codeOf({ identity }), what).toBe('token.invalid')
    expect(await codeOf({ identity: await sign({ sub: 'a', iat: now - 700, exp: now - 300 }) })).toBe('token.expired')
  })
})
