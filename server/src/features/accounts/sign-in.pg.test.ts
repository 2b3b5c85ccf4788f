// Signing in, over HTTP, on a real database: links, passwords, second factors, lock-out, sessions.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AccountsServer,
  type Browser,
  openShop,
  PASSWORD,
  type Shop,
  signInWithLink,
  startAccountsServer,
  tokenOfLink,
  totp,
} from '../../../test/accounts-server.ts'
import { hashOf } from './principals.ts'

let server: AccountsServer
beforeAll(async () => {
  server = await startAccountsServer()
})
afterAll(() => server.stop())

const factsOf = async (tenant: string, type: string) =>
  server.database.as(tenant, async (tx) =>
    (
      await sql<{ data: Record<string, unknown> }>`SELECT data FROM facts WHERE type = ${type} ORDER BY id`.execute(tx)
    ).rows.map((row) => row.data),
  )
const session = (browser: Browser) => browser.call('GET', '/api/session')
const withPassword = async (name: string): Promise<Shop> => {
  const shop = await openShop(server, name)
  const reply = await shop.owner.call('PUT', '/api/session/password', { body: { next: PASSWORD } })
  expect(reply.text).toBe('{}')
  return shop
}
const signIn = (browser: Browser, body: { email: string; password: string; code?: string }) =>
  browser.call('POST', '/api/session', { body })

describe('a one-time link', () => {
  it('lets its owner in once', async () => {
    const { tenant, ownerId } = await server.accounts.createTenant({
      name: 'links',
      owner: { name: 'Lin', email: 'lin@links.example' },
    })
    const link = await server.accounts.oneTimeLink(ownerId)
    const token = tokenOfLink(link)
    expect(token).toMatch(/^[\w-]{43}$/)
    const browser = server.browser()
    const first = await browser.call('POST', '/api/session/link', { body: { token } })
    expect([first.status, first.body]).toEqual([200, { staffId: ownerId, needsPassword: true }])
    expect(first.setCookies[0]).toMatch(/^ballast\.session_token=.*HttpOnly.*SameSite=Lax/)
    expect(first.setCookies[0]).not.toMatch(/Secure/)
    const me = await session(browser)
    expect(me.body).toMatchObject({
      staff: { id: ownerId, email: 'lin@links.example', role: 'owner' },
      tenant: { id: tenant },
    })
    const second = await server.browser().call('POST', '/api/session/link', { body: { token } })
    expect([second.status, second.body.code, second.setCookies]).toEqual([401, 'auth.invalid', []])
    expect(await factsOf(tenant, 'staff.signed-in')).toEqual([{ staffId: ownerId, method: 'link' }])
  })

  it('lets one of ten in who open it at once', async () => {
    const { ownerId } = await server.accounts.createTenant({
      name: 'race',
      owner: { name: 'R', email: 'r@race.example' },
    })
    const token = tokenOfLink(await server.accounts.oneTimeLink(ownerId))
    const tries = Array.from({ length: 10 }, () =>
      server.browser().call('POST', '/api/session/link', { body: { token } }),
    )
    const replies = await Promise.all(tries)
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, ...Array(9).fill(401)])
    expect(replies.flatMap((reply) => (reply.status === 200 ? [] : reply.setCookies))).toEqual([])
    const { rows } = await server.database.poolFor('auth').query('SELECT 1 FROM session WHERE "userId" = $1', [ownerId])
    expect(rows).toHaveLength(1)
  })

  it('ends after fifteen minutes', async () => {
    const { ownerId } = await server.accounts.createTenant({
      name: 'late',
      owner: { name: 'L', email: 'l@late.example' },
    })
    const token = tokenOfLink(await server.accounts.oneTimeLink(ownerId))
    server.clock.advance(15 * 60_000)
    const reply = await server.browser().call('POST', '/api/session/link', { body: { token } })
    server.clock.advance(-15 * 60_000)
    expect(reply.body.code).toBe('auth.invalid')
  })

  it('rests in the database as a hash alone', async () => {
    const { tenant, ownerId } = await server.accounts.createTenant({
      name: 'hash',
      owner: { name: 'H', email: 'h@hash.example' },
    })
    const token = tokenOfLink(await server.accounts.oneTimeLink(ownerId))
    const rows = await server.database.as(
      tenant,
      async (tx) => (await sql<{ row: string }>`SELECT to_jsonb(l)::text AS row FROM sign_in_links l`.execute(tx)).rows,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).toContain(hashOf(token).toString('hex'))
    for (const form of [token, Buffer.from(token).toString('hex'), Buffer.from(token, 'base64url').toString('hex')])
      expect(rows[0]?.row).not.toContain(form)
  })
})

describe('a password', () => {
  it('is set once signed in, changed only with the old one, and then signs in', async () => {
    const { tenant, ownerId, owner } = await withPassword('pass')
    const other = server.browser()
    const email = ' Owner@Pass.example '
    expect((await signIn(other, { email, password: PASSWORD })).body).toEqual({ staffId: ownerId })
    expect((await session(other)).status).toBe(200)
    // A fresh link lets a forgotten password be replaced; a session by password does not.
    const bold = await other.call('PUT', '/api/session/password', { body: { next: 'another long password' } })
    expect(bold.body.code).toBe('auth.invalid')
    const wrong = await other.call('PUT', '/api/session/password', {
      body: { current: 'no', next: 'another long password' },
    })
    expect(wrong.body.code).toBe('auth.invalid')
    const changed = await other.call('PUT', '/api/session/password', {
      body: { current: PASSWORD, next: 'another long password' },
    })
    expect(changed.status).toBe(200)
    expect((await session(other)).status).toBe(200)
    expect((await session(owner)).body.code).toBe('auth.required')
    expect((await signIn(server.browser(), { email, password: PASSWORD })).body.code).toBe('auth.invalid')
    expect(await factsOf(tenant, 'staff.secured')).toHaveLength(2)
  })

  it('shorter than twelve characters is refused with its path', async () => {
    const { owner } = await openShop(server, 'short')
    const reply = await owner.call('PUT', '/api/session/password', { body: { next: 'short' } })
    expect([reply.status, reply.body.code, reply.body.path]).toEqual([400, 'request.invalid', '/next'])
  })

  it('is forgotten by a link made anew, which signs other devices out', async () => {
    const { ownerId, owner } = await withPassword('forgot')
    const fresh = await signInWithLink(server, await server.accounts.oneTimeLink(ownerId))
    expect((await fresh.call('PUT', '/api/session/password', { body: { next: 'a brand new password' } })).status).toBe(
      200,
    )
    expect((await session(fresh)).status).toBe(200)
    expect((await session(owner)).body.code).toBe('auth.required')
    const again = await signIn(server.browser(), { email: 'owner@forgot.example', password: 'a brand new password' })
    expect(again.status).toBe(200)
  })

  it('tells two workspaces of one address apart', async () => {
    const owner = { name: 'Both', email: 'both@both.example' }
    const shops = [
      await server.accounts.createTenant({ name: 'b1', owner }),
      await server.accounts.createTenant({ name: 'b2', owner }),
    ]
    for (const [i, { ownerId }] of shops.entries()) {
      const browser = await signInWithLink(server, await server.accounts.oneTimeLink(ownerId))
      await browser.call('PUT', '/api/session/password', { body: { next: `${PASSWORD} ${i}` } })
    }
    for (const [i, { ownerId }] of shops.entries())
      expect((await signIn(server.browser(), { email: owner.email, password: `${PASSWORD} ${i}` })).body).toEqual({
        staffId: ownerId,
      })
  })
})

describe('a second factor', () => {
  it('is asked for at every sign-in once confirmed, each code once', async () => {
    const { tenant, ownerId, owner } = await withPassword('factor')
    const email = 'owner@factor.example'
    const begun = await owner.call('POST', '/api/session/second-factor', { body: { password: PASSWORD } })
    const { uri, backupCodes } = begun.body as unknown as { uri: string; backupCodes: string[] }
    expect(uri).toContain('otpauth://totp/Ballast:owner%40factor.example?')
    expect(backupCodes).toHaveLength(10)
    // Not confirmed yet: nothing changes.
    expect((await signIn(server.browser(), { email, password: PASSWORD })).status).toBe(200)
    const wrong = await owner.call('POST', '/api/session/second-factor/confirm', { body: { code: '000000' } })
    expect(wrong.body.code).toBe('auth.invalid')
    const confirmed = await owner.call('POST', '/api/session/second-factor/confirm', {
      body: { code: totp(uri, Date.now()) },
    })
    expect(confirmed.status).toBe(200)
    expect((await session(owner)).body).toMatchObject({ staff: { secondFactor: true } })

    const browser = server.browser()
    const asked = await signIn(browser, { email, password: PASSWORD })
    expect([asked.body.code, asked.setCookies]).toEqual(['auth.second-factor', []])
    expect((await session(browser)).body.code).toBe('auth.required')
    const bad = await signIn(browser, { email, password: PASSWORD, code: '000000' })
    expect([bad.body.code, bad.setCookies]).toEqual(['auth.second-factor', []])
    const code = totp(uri, Date.now())
    expect((await signIn(browser, { email, password: PASSWORD, code })).status).toBe(200)
    expect((await session(browser)).status).toBe(200)
    const replay = await signIn(server.browser(), { email, password: PASSWORD, code })
    expect(replay.body.code).toBe('auth.second-factor')
    const [backup] = backupCodes
    expect((await signIn(server.browser(), { email, password: PASSWORD, code: backup! })).status).toBe(200)
    expect((await signIn(server.browser(), { email, password: PASSWORD, code: backup! })).body.code).toBe(
      'auth.second-factor',
    )
    expect((await factsOf(tenant, 'staff.signed-in')).at(-1)).toEqual({ staffId: ownerId, method: 'second-factor' })

    const token = tokenOfLink(await server.accounts.oneTimeLink(ownerId))
    const byLink = server.browser()
    const first = await byLink.call('POST', '/api/session/link', { body: { token } })
    expect([first.body.code, first.setCookies]).toEqual(['auth.second-factor', []])
    const guess = await byLink.call('POST', '/api/session/link', { body: { token, code: '111111' } })
    expect([guess.body.code, guess.setCookies]).toEqual(['auth.second-factor', []])
    const done = await byLink.call('POST', '/api/session/link', { body: { token, code: backupCodes[1] } })
    expect(done.status).toBe(200)

    const reset = await byLink.call('PATCH', `/api/staff/${ownerId}`, { body: { secondFactor: false } })
    expect(reset.body).toMatchObject({ staff: { secondFactor: false } })
    expect((await session(browser)).body.code).toBe('auth.required')
    expect((await signIn(server.browser(), { email, password: PASSWORD })).status).toBe(200)
  })
})

describe('guessing', () => {
  it('locks the account after ten failures, however parallel, and opens it again', async () => {
    await withPassword('guess')
    const email = 'owner@guess.example'
    const guesses = Array.from({ length: 14 }, (_, i) => signIn(server.browser(), { email, password: `wrong ${i}` }))
    const codes = (await Promise.all(guesses)).map((reply) => reply.body.code)
    expect(codes.filter((code) => code === 'auth.invalid')).toHaveLength(10)
    expect(codes.filter((code) => code === 'auth.locked')).toHaveLength(4)
    expect((await signIn(server.browser(), { email, password: PASSWORD })).body.code).toBe('auth.locked')
    server.clock.advance(61_000)
    expect((await signIn(server.browser(), { email, password: PASSWORD })).status).toBe(200)
    server.clock.advance(-61_000)
  })

  it('answers the same for an address nobody has', async () => {
    await withPassword('known')
    const unknown = await signIn(server.browser(), { email: 'nobody@nowhere.example', password: PASSWORD })
    const known = await signIn(server.browser(), { email: 'owner@known.example', password: 'wrong password' })
    const { requestId: _, ...a } = unknown.body
    const { requestId: __, ...b } = known.body
    expect([unknown.status, a]).toEqual([known.status, b])
  })
})

describe('a session', () => {
  it('ends by signing out', async () => {
    const { owner } = await openShop(server, 'out')
    const stolen = owner.cookie()
    expect((await owner.call('DELETE', '/api/session')).status).toBe(200)
    const reply = await server.browser().call('GET', '/api/session', { headers: { cookie: stolen } })
    expect(reply.body.code).toBe('auth.required')
  })

  it('ends when idle, and after thirty days however busy', async () => {
    const { ownerId, owner } = await openShop(server, 'idle')
    const auth = server.database.poolFor('auth')
    await auth.query(`UPDATE session SET "createdAt" = now() - interval '31 days' WHERE "userId" = $1`, [ownerId])
    server.clock.advance(3_000)
    expect((await session(owner)).body.code).toBe('auth.required')
    const again = await signInWithLink(server, await server.accounts.oneTimeLink(ownerId))
    await auth.query(`UPDATE session SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`, [ownerId])
    expect((await session(again)).body.code).toBe('auth.required')
  })

  it('is dropped once it has expired, and not before', async () => {
    const [late, busy] = [await openShop(server, 'tidy1'), await openShop(server, 'tidy2')]
    const auth = server.database.poolFor('auth')
    await auth.query(`UPDATE session SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`, [late.ownerId])
    await server.accounts.tidy()
    const { rows } = await auth.query('SELECT "userId" AS id FROM session WHERE "userId" = ANY ($1)', [
      [late.ownerId, busy.ownerId],
    ])
    expect(rows).toEqual([{ id: busy.ownerId }])
  })

  it('is prolonged by use, cookie and all', async () => {
    const { ownerId, owner } = await openShop(server, 'busy')
    const auth = server.database.poolFor('auth')
    await auth.query(`UPDATE session SET "expiresAt" = now() + interval '1 hour' WHERE "userId" = $1`, [ownerId])
    const reply = await owner.call('GET', '/api/staff')
    expect(reply.status).toBe(200)
    expect(reply.setCookies[0]).toMatch(/^ballast\.session_token=.*Max-Age=43200/)
  })

  it('is refused with a forged or shortened cookie', async () => {
    const { owner } = await openShop(server, 'forge')
    const cookie = decodeURIComponent(owner.cookie())
    for (const forged of [
      cookie.slice(0, -4),
      cookie.replace(/\.[^.]+$/, ''),
      `${cookie}x`,
      'ballast.session_token=',
      'x',
    ])
      expect((await server.browser().call('GET', '/api/session', { headers: { cookie: forged } })).body.code).toBe(
        'auth.required',
      )
  })

  it('does not act for another site', async () => {
    const { owner } = await openShop(server, 'csrf')
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ])
      expect((await owner.call('POST', '/api/teams', { body: { name: 'X' }, headers })).body.code).toBe(
        'auth.forbidden',
      )
    expect((await owner.call('POST', '/api/teams', { body: { name: 'X' } })).status).toBe(200)
  })

  it('opens a desk socket only from our own page', async () => {
    const { owner } = await openShop(server, 'socket')
    const upgrade = (origin: string | undefined) =>
      server.accounts.gate.principalOfUpgrade(
        { headers: { cookie: owner.cookie(), host: 'localhost:8080', ...(origin === undefined ? {} : { origin }) } },
        'staff',
      )
    expect(await upgrade('http://localhost:8080')).toMatchObject({ kind: 'staff', role: 'owner' })
    for (const origin of ['https://evil.example', 'null', undefined])
      await expect(upgrade(origin)).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(server.accounts.gate.principalOfUpgrade({ headers: {} }, 'staff')).rejects.toMatchObject({
      code: 'auth.required',
    })
    expect(await server.accounts.gate.principalOfUpgrade({ headers: {} }, 'visitor')).toEqual({ kind: 'anyone' })
  })
})
