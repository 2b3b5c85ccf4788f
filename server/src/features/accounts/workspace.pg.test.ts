// Colleagues, keys, inboxes and visits over HTTP on a real database.
import { type Permission, ROLES, type Role, type Route, roleHolds } from '@ballast/contract'
import * as accountRoutes from '@ballast/contract/routes/accounts'
import * as inboxRoutes from '@ballast/contract/routes/inboxes'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AccountsServer,
  type Browser,
  openShop,
  type Shop,
  signInWithLink,
  startAccountsServer,
} from '../../../test/accounts-server.ts'

let server: AccountsServer
beforeAll(async () => {
  server = await startAccountsServer()
})
afterAll(() => server.stop())

const NOBODY = '019a0000-0000-7000-8000-00000000dead'
const invite = async (by: Browser, role: Role, email: string, teamIds: string[] = []) => {
  const reply = await by.call('POST', '/api/staff', { body: { name: email, email, role, teamIds } })
  expect(reply.status, reply.text).toBe(200)
  const { staff, link } = reply.body as unknown as { staff: { id: string }; link: string }
  return { id: staff.id, browser: await signInWithLink(server, link) }
}
const keyOf = async (shop: Shop, permissions: Permission[], more: object = {}) => {
  const reply = await shop.owner.call('POST', '/api/keys', { body: { name: 'k', permissions, ...more } })
  expect(reply.status, reply.text).toBe(200)
  return reply.body as unknown as { id: string; secret: string }
}
const withKey = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } })

const isRoute = (value: object): value is Route => 'method' in value && 'path' in value
const routes = [...Object.values(accountRoutes), ...Object.values(inboxRoutes)].filter(isRoute) as Route[]

/** A body each route accepts, so that only the gate can refuse. */
const BODIES: Record<string, object> = {
  signIn: { email: 'a@b.example', password: 'x' },
  signInByLink: { token: 'x' },
  setPassword: { current: 'wrong', next: 'long enough password' },
  beginSecondFactor: { password: 'wrong' },
  confirmSecondFactor: { code: '000000' },
  inviteStaff: { name: 'N', email: 'new@matrix.example', role: 'viewer' },
  changeStaff: { name: 'N' },
  createTeam: { name: 'T' },
  createInbox: { name: 'I', channel: 'nowhere' },
  changeInbox: { name: 'I' },
  rotateIdentitySecret: {},
  changeInboxSettings: { settings: {} },
  createKey: { name: 'K', permissions: ['staff.read'], expiresAt: '2020-01-01T00:00:00Z' },
  startVisit: {},
}
const call = (browser: Browser, route: Route, headers: Record<string, string> = {}) =>
  browser.call(route.method, route.path.replace(/:\w+/g, NOBODY), {
    headers,
    ...(route.body === undefined ? {} : { body: BODIES[route.name] }),
  })

describe('every route, every role', () => {
  let callers: Record<Role, Browser>
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(server, 'matrix')
    const others = ['manager', 'agent', 'viewer'] as const
    const invited = await Promise.all(others.map((role) => invite(shop.owner, role, `${role}@matrix.example`)))
    callers = {
      owner: shop.owner,
      manager: invited[0]!.browser,
      agent: invited[1]!.browser,
      viewer: invited[2]!.browser,
    }
  })

  for (const route of routes.filter((one) => one.access !== 'public' && one.name !== 'signOut')) {
    it(`${route.method} ${route.path} asks for ${route.access}`, async () => {
      expect((await call(server.browser(), route)).body.code).toBe('auth.required')
      expect((await call(server.browser(), route, { authorization: 'Bearer blst_nothing' })).body.code).toBe(
        'auth.invalid',
      )
      for (const role of ROLES) {
        const reply = await call(callers[role], route)
        const allowed = route.access === 'staff' || roleHolds(role, route.access as Permission)
        if (allowed) expect(reply.body.code ?? '', `${role}: ${reply.text}`).not.toMatch(/^auth\.(required|forbidden)$/)
        else expect([reply.status, reply.body.code], role).toEqual([403, 'auth.forbidden'])
        if (allowed) expect(reply.status).toBeLessThan(500)
      }
    })
    it(`${route.method} ${route.path} opens to a key only with ${route.access}`, async () => {
      const { secret } = await keyOf(shop, ['facts.read'])
      const reply = await call(server.browser(), route, { authorization: `Bearer ${secret}` })
      expect([reply.status, reply.body.code]).toEqual([403, 'auth.forbidden'])
    })
  }
})

describe('another workspace', () => {
  let mine: Shop
  let theirs: Shop
  const ids: Record<string, string> = {}
  let secretsOfTheirs: string[]
  beforeAll(async () => {
    mine = await openShop(server, 'mine')
    theirs = await openShop(server, 'theirs')
    const team = await theirs.owner.call('POST', '/api/teams', { body: { name: 'Night 夜班 theirs' } })
    const inbox = await theirs.owner.call('POST', '/api/inboxes', { body: { name: 'Theirs inbox', channel: 'web' } })
    const key = await keyOf(theirs, ['staff.read'])
    ids.staffId = theirs.ownerId
    ids.teamId = (team.body as { team: { id: string } }).team.id
    ids.inboxId = (inbox.body as { inbox: { id: string } }).inbox.id
    ids.keyId = key.id
    secretsOfTheirs = [theirs.tenant, ...Object.values(ids), 'theirs', 'Theirs']
  })

  for (const route of routes.filter((one) => one.access !== 'public' && one.name !== 'signOut'))
    it(`is out of reach of ${route.method} ${route.path}`, async () => {
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? NOBODY)
      const reply = await mine.owner.call(
        route.method,
        path,
        route.body === undefined ? {} : { body: BODIES[route.name] },
      )
      if (route.path.includes(':')) expect(reply.status, reply.text).toBe(404)
      for (const secret of secretsOfTheirs) expect(reply.text).not.toContain(secret)
    })

  it('lends no team', async () => {
    const teamIds = [ids.teamId]
    const attempts = [
      mine.owner.call('POST', '/api/staff', { body: { name: 'N', email: 'n@mine.example', role: 'agent', teamIds } }),
      mine.owner.call('PATCH', `/api/staff/${mine.ownerId}`, { body: { teamIds } }),
      mine.owner.call('POST', '/api/inboxes', { body: { name: 'I', channel: 'web', teamIds } }),
    ]
    for (const reply of await Promise.all(attempts)) expect(reply.body.code).toBe('team.not-found')
  })

  it('was not touched by any of it', async () => {
    const staff = await theirs.owner.call('GET', '/api/staff')
    const inboxes = await theirs.owner.call('GET', '/api/inboxes')
    const keys = await theirs.owner.call('GET', '/api/keys')
    expect(staff.body).toMatchObject({ staff: [{ id: theirs.ownerId, name: 'theirs owner', active: true }] })
    expect(inboxes.body).toMatchObject({ inboxes: [{ id: ids.inboxId, name: 'Theirs inbox' }] })
    expect(keys.body).toMatchObject({ keys: [{ id: ids.keyId }] })
  })
})

describe('colleagues', () => {
  it('come by a link that tells their role, and leave at once', async () => {
    const shop = await openShop(server, 'team')
    const agent = await invite(shop.owner, 'agent', 'agent@team.example')
    const me = await agent.browser.call('GET', '/api/session')
    expect(me.body).toMatchObject({
      staff: { role: 'agent' },
      permissions: expect.arrayContaining(['conversations.reply']),
    })
    const off = await shop.owner.call('PATCH', `/api/staff/${agent.id}`, { body: { active: false } })
    expect(off.body).toMatchObject({ staff: { active: false } })
    expect((await agent.browser.call('GET', '/api/session')).body.code).toBe('auth.required')
    const { rows } = await server.database
      .poolFor('auth')
      .query('SELECT 1 FROM session WHERE "userId" = $1', [agent.id])
    expect(rows).toEqual([])
    expect((await shop.owner.call('POST', `/api/staff/${agent.id}/link`)).body.code).toBe('staff.not-found')
  })

  it('change role at once, and managers leave owners alone', async () => {
    const shop = await openShop(server, 'roles')
    const manager = await invite(shop.owner, 'manager', 'manager@roles.example')
    const agent = await invite(shop.owner, 'agent', 'agent@roles.example')
    const as = (url: string, body?: object) => manager.browser.call(body ? 'PATCH' : 'POST', url, body ? { body } : {})
    for (const reply of [
      await as(`/api/staff/${shop.ownerId}`, { name: 'X' }),
      await as(`/api/staff/${agent.id}`, { role: 'owner' }),
      await as(`/api/staff/${manager.id}`, { role: 'owner' }),
      await as(`/api/staff/${shop.ownerId}/link`),
      await manager.browser.call('POST', '/api/staff', {
        body: { name: 'O', email: 'o@roles.example', role: 'owner' },
      }),
    ])
      expect(reply.body.code, reply.text).toBe('auth.forbidden')
    expect((await as(`/api/staff/${agent.id}`, { role: 'viewer' })).status).toBe(200)
    expect((await agent.browser.call('GET', '/api/session')).body).toMatchObject({ staff: { role: 'viewer' } })
    const last = await shop.owner.call('PATCH', `/api/staff/${shop.ownerId}`, { body: { role: 'agent' } })
    expect(last.body.code).toBe('staff.last-owner')
  })

  it('never demote each other into a workspace without owner', async () => {
    const shop = await openShop(server, 'duel')
    const second = await invite(shop.owner, 'owner', 'second@duel.example')
    const replies = await Promise.all([
      shop.owner.call('PATCH', `/api/staff/${second.id}`, { body: { role: 'agent' } }),
      second.browser.call('PATCH', `/api/staff/${shop.ownerId}`, { body: { role: 'agent' } }),
    ])
    expect(replies.map((reply) => reply.status).sort()).not.toEqual([200, 200])
    const owners = (await server.accounts.colleagues(shop.tenant)).filter((one) => one.role === 'owner')
    expect(owners).toHaveLength(1)
  })

  it('are not invited twice, and a key invites no one mightier than itself', async () => {
    const shop = await openShop(server, 'twice')
    await invite(shop.owner, 'agent', 'a@twice.example')
    const again = await shop.owner.call('POST', '/api/staff', {
      body: { name: 'A', email: 'A@Twice.example', role: 'agent' },
    })
    expect(again.body.code).toBe('staff.exists')
    const { secret } = await keyOf(shop, ['staff.manage', 'staff.read'])
    const mighty = await server.browser().call('POST', '/api/staff', {
      body: { name: 'B', email: 'b@twice.example', role: 'manager' },
      ...withKey(secret),
    })
    expect(mighty.body.code).toBe('auth.forbidden')
  })

  it('see the inboxes of their teams and of nobody', async () => {
    const shop = await openShop(server, 'visible')
    const team = (await shop.owner.call('POST', '/api/teams', { body: { name: 'VIP' } })).body as {
      team: { id: string }
    }
    const [insider, outsider] = [
      await invite(shop.owner, 'agent', 'in@visible.example', [team.team.id]),
      await invite(shop.owner, 'agent', 'out@visible.example'),
    ]
    await shop.owner.call('POST', '/api/inboxes', { body: { name: 'Open', channel: 'web' } })
    await shop.owner.call('POST', '/api/inboxes', { body: { name: 'Vip', channel: 'web', teamIds: [team.team.id] } })
    const names = async (browser: Browser) =>
      ((await browser.call('GET', '/api/inboxes')).body as { inboxes: { name: string }[] }).inboxes.map(
        (one) => one.name,
      )
    expect(await names(shop.owner)).toEqual(['Open', 'Vip'])
    expect(await names(insider.browser)).toEqual(['Open', 'Vip'])
    expect(await names(outsider.browser)).toEqual(['Open'])
  })
})

describe('an API key', () => {
  it('works until it is revoked, and is listed without its secret', async () => {
    const shop = await openShop(server, 'keys')
    const { id, secret } = await keyOf(shop, ['staff.read'])
    const robot = server.browser()
    expect((await robot.call('GET', '/api/staff', withKey(secret))).status).toBe(200)
    const listed = await shop.owner.call('GET', '/api/keys')
    expect(listed.body).toMatchObject({ keys: [{ id, prefix: secret.slice(0, 11), lastUsedAt: expect.any(String) }] })
    expect(listed.text).not.toContain(secret)
    expect((await shop.owner.call('DELETE', `/api/keys/${id}`)).status).toBe(200)
    expect((await robot.call('GET', '/api/staff', withKey(secret))).body.code).toBe('auth.invalid')
    expect((await shop.owner.call('DELETE', `/api/keys/${id}`)).body.code).toBe('key.not-found')
  })

  it('expires, remembered or not', async () => {
    const shop = await openShop(server, 'expiry')
    const expiresAt = new Date(server.clock.now() + 1_000).toISOString()
    const { secret } = await keyOf(shop, ['staff.read'], { expiresAt })
    expect((await server.browser().call('GET', '/api/staff', withKey(secret))).status).toBe(200)
    server.clock.advance(1_000)
    expect((await server.browser().call('GET', '/api/staff', withKey(secret))).body.code).toBe('auth.invalid')
    const late = await shop.owner.call('POST', '/api/keys', {
      body: { name: 'k', permissions: ['staff.read'], expiresAt },
    })
    expect(late.body).toMatchObject({ code: 'request.invalid', path: '/expiresAt' })
  })

  it('is never a session, nor does a bad one fall back to the cookie', async () => {
    const shop = await openShop(server, 'mixed')
    const { secret } = await keyOf(shop, ['staff.read', 'keys.manage'])
    expect((await server.browser().call('GET', '/api/session', withKey(secret))).body.code).toBe('auth.forbidden')
    expect((await shop.owner.call('GET', '/api/staff', withKey('blst_wrong'))).body.code).toBe('auth.invalid')
    const child = await server
      .browser()
      .call('POST', '/api/keys', { body: { name: 'c', permissions: ['staff.read'] }, ...withKey(secret) })
    expect(child.body.code).toBe('auth.forbidden')
  })
})

describe('a visit', () => {
  const openInbox = async (name: string, origins: string[] = []) => {
    const shop = await openShop(server, name)
    const reply = await shop.owner.call('POST', '/api/inboxes', {
      body: {
        name,
        channel: 'web',
        origins,
        settings: { logo: 'https://shop.example/logo.png', apiSecret: 'sk-very-secret' },
      },
    })
    expect(reply.status, reply.text).toBe(200)
    const { inbox } = reply.body as { inbox: { id: string; publicKey: string } }
    return { shop, inbox, url: `/visit/${inbox.publicKey}`, reply }
  }
  const visit = (url: string, body: object = {}, headers: Record<string, string> = {}) =>
    server.browser().call('POST', url, { body, headers })
  const rotate = async (shop: Shop, inboxId: string) =>
    (await shop.owner.call('POST', `/api/inboxes/${inboxId}/identity-secret`, { body: {} })).body as unknown as {
      secret: string
      keyId: string
    }
  const sign = (key: { secret: string; keyId: string }, aud: string, sub: string, claims: object = {}) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: key.keyId })
      .setSubject(sub)
      .setAudience(aud)
      .setExpirationTime(Math.floor(server.clock.now() / 1000) + 300)
      .sign(Buffer.from(key.secret))

  it('hands out a token that keeps its contact, and shows no setting but the logo', async () => {
    const { url, reply: created } = await openInbox('plain')
    expect(created.text).not.toContain('sk-very-secret')
    const first = await visit(url)
    expect(first.body).toMatchObject({
      verified: false,
      inbox: { name: 'plain', botName: '小助手', locale: 'zh-CN', logo: 'https://shop.example/logo.png' },
    })
    expect(first.text).not.toContain('sk-very-secret')
    const again = await visit(url, { token: first.body.token })
    expect(again.body.contactId).toBe(first.body.contactId)
    expect((await visit(url)).body.contactId).not.toBe(first.body.contactId)
    expect((await visit('/visit/in_nothing')).body.code).toBe('inbox.unknown')
  })

  it('seals settings where they rest', async () => {
    const { shop, inbox } = await openInbox('sealed')
    const dump = await server.database.statement<{ n: number }>('SELECT count(*)::int AS n FROM ballast.inboxes', [])
    expect(dump).toEqual([{ n: 0 }])
    const open = await server.accounts.inboxes.byId(shop.tenant, inbox.id)
    expect(open?.settings).toMatchObject({ apiSecret: 'sk-very-secret' })
    expect(await server.accounts.inboxes.byId(shop.ownerId, inbox.id)).toBeUndefined()
  })

  it('is refused to sites that are not on the list', async () => {
    const { url } = await openInbox('origins', ['https://shop.example'])
    expect((await visit(url, {}, { origin: 'https://shop.example' })).status).toBe(200)
    expect((await visit(url, {}, { origin: 'https://evil.example' })).body.code).toBe('inbox.origin-refused')
    expect((await visit(url)).body.code).toBe('inbox.origin-refused')
  })

  it('refuses an origin that could never match', async () => {
    const { shop, inbox } = await openInbox('form')
    const reply = await shop.owner.call('PATCH', `/api/inboxes/${inbox.id}`, {
      body: { origins: ['https://ok.example', 'https://x/path'] },
    })
    expect(reply.body).toMatchObject({ code: 'request.invalid', path: '/origins/1' })
  })

  it('ends for a switched-off inbox at once', async () => {
    const { url, shop, inbox } = await openInbox('off')
    expect((await visit(url)).status).toBe(200)
    await shop.owner.call('PATCH', `/api/inboxes/${inbox.id}`, { body: { enabled: false } })
    expect((await visit(url)).body.code).toBe('inbox.unknown')
  })

  it('joins one customer’s devices by signed identity, and never two customers', async () => {
    const { url, shop, inbox } = await openInbox('joined')
    const key = await rotate(shop, inbox.id)
    const phone = await visit(url)
    const identity = await sign(key, inbox.publicKey, 'customer 1', { name: '林', phone: '13800000000' })
    const known = await visit(url, { token: phone.body.token, identity })
    expect(known.body.verified).toBe(true)
    expect(server.identified.at(-1)).toEqual({
      tenant: shop.tenant,
      inboxId: inbox.id,
      contactId: known.body.contactId,
      externalId: 'customer 1',
      person: { name: '林', phone: '13800000000' },
      formerContactId: phone.body.contactId,
    })
    const laptop = await visit(url, { identity })
    expect(laptop.body.contactId).toBe(known.body.contactId)
    const token = server.accounts.visitors.readToken(known.body.token as string)
    if ('refused' in token) throw new Error(token.refused)
    expect(await server.accounts.visitors.personOf(token)).toEqual({ name: '林', phone: '13800000000' })
    expect(known.body.token).not.toContain(Buffer.from('13800000000').toString('base64url'))
    const stranger = await sign(key, inbox.publicKey, 'customer 2')
    expect((await visit(url, { token: known.body.token, identity: stranger })).body.code).toBe('identity.conflict')
    // A verified visit is prolonged by a new signature only.
    server.clock.advance(3_600_000)
    expect((await visit(url, { token: known.body.token })).body.expiresAt).toBe(known.body.expiresAt)
    server.clock.advance(-3_600_000)
  })

  it('takes the key before the last, not the one before that', async () => {
    const { url, shop, inbox } = await openInbox('rotated')
    const keys = [await rotate(shop, inbox.id)]
    const identities = [await sign(keys[0]!, inbox.publicKey, 'c')]
    server.clock.advance(1)
    keys.push(await rotate(shop, inbox.id))
    expect((await visit(url, { identity: identities[0] })).status).toBe(200)
    server.clock.advance(1)
    keys.push(await rotate(shop, inbox.id))
    expect((await visit(url, { identity: identities[0] })).body.code).toBe('token.invalid')
    expect((await visit(url, { identity: await sign(keys[1]!, inbox.publicKey, 'c') })).status).toBe(200)
  })

  it('takes neither tokens nor identities of another workspace', async () => {
    const [a, b] = [await openInbox('here'), await openInbox('there')]
    const there = await visit(b.url)
    expect((await visit(a.url, { token: there.body.token })).body.code).toBe('token.invalid')
    const keyOfB = await rotate(b.shop, b.inbox.id)
    await rotate(a.shop, a.inbox.id)
    for (const aud of [a.inbox.publicKey, b.inbox.publicKey])
      expect((await visit(a.url, { identity: await sign(keyOfB, aud, 'c') })).body.code).toBe('token.invalid')
    const asStaff = await server
      .browser()
      .call('GET', '/api/staff', { headers: { authorization: `Bearer ${there.body.token}` } })
    expect(asStaff.body.code).toBe('auth.invalid')
  })

  it('passes the gate as a visitor until its token expires', async () => {
    const { url } = await openInbox('gate')
    const { token } = (await visit(url)).body
    const admit = (authorization: string) =>
      server.accounts.gate.principalOfUpgrade({ headers: { authorization } }, 'visitor')
    expect(await admit(`Visitor ${token}`)).toMatchObject({ kind: 'visitor', verified: false })
    await expect(admit(`Visitor ${token}x.y`)).rejects.toMatchObject({ code: 'token.invalid' })
    server.clock.advance(30 * 24 * 3_600_000)
    await expect(admit(`Bearer ${token}`)).rejects.toMatchObject({ code: 'token.expired' })
    server.clock.advance(-30 * 24 * 3_600_000)
  })
})
