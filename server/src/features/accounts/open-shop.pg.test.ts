// A new shop, from the operator's terminal to its first steps put away.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountsServer, openShop, signInWithLink, startAccountsServer } from '../../../test/accounts-server.ts'

let server: AccountsServer
beforeAll(async () => {
  server = await startAccountsServer()
})
afterAll(() => server.stop())

const factsOf = (tenant: string) =>
  server.database.as(tenant, async (tx) => {
    const { rows } = await sql<{ type: string; data: object }>`
      SELECT type, data FROM facts WHERE tenant = ${tenant} AND type = 'tenant.changed' ORDER BY id`.execute(tx)
    return rows
  })

describe('a new shop', () => {
  it('is the first of its database, empty, and its owner gets in once', async () => {
    expect(await server.accounts.anyShop()).toBe(false)
    const { tenant, ownerId, link } = await server.accounts.openShop({
      name: ' Harbour ',
      email: 'Mei@harbour.example',
      locale: 'zh-CN',
    })
    expect(await server.accounts.anyShop()).toBe(true)
    const owner = await signInWithLink(server, link)
    const session = await owner.call('GET', '/api/session')
    expect(session.body).toMatchObject({
      staff: { id: ownerId, name: 'Mei', email: 'Mei@harbour.example', role: 'owner', locale: 'zh-CN' },
      tenant: { id: tenant, name: 'Harbour' },
    })
    expect((await owner.call('GET', '/api/workspace')).body).toEqual({
      id: tenant,
      name: 'Harbour',
      setUp: false,
      webInboxes: 0,
      entries: 0,
      staff: 1,
      conversations: 0,
    })
    await expect(signInWithLink(server, link)).rejects.toThrow('auth.invalid')
  })

  it.each([
    ['no e-mail address', { name: 'x', email: 'mei' }, 'request.invalid', '/email'],
    ['an address with blanks', { name: 'x', email: 'mei li@shop.example' }, 'request.invalid', '/email'],
    ['no name', { name: '  ', email: 'a@shop.example' }, 'request.invalid', '/name'],
    ['a name too long', { name: 'x'.repeat(121), email: 'a@shop.example' }, 'request.invalid', '/name'],
    ['an address somebody has', { name: 'x', email: ' MEI@harbour.example' }, 'staff.exists', undefined],
  ])('is refused with %s', async (_, shop, code, path) => {
    await expect(server.accounts.openShop(shop)).rejects.toMatchObject({ code, path })
  })
})

describe('the workspace', () => {
  it('is renamed by its owner; every session sees it with its next look, and nothing is said about no change', async () => {
    const shop = await openShop(server, 'rename')
    await server.accounts.createInbox(shop.tenant, { name: 'I', channel: 'web' })
    await server.accounts.createInbox(shop.tenant, { name: 'M', channel: 'email' })
    const other = await signInWithLink(server, await server.accounts.oneTimeLink(shop.ownerId))
    const change = (body: object) => shop.owner.call('PATCH', '/api/workspace', { body })
    expect((await change({ name: ' Ridgeline ' })).body).toEqual({ name: 'Ridgeline', setUp: false })
    expect((await other.call('GET', '/api/session')).body).toMatchObject({ tenant: { name: 'Ridgeline' } })
    expect((await change({ setUp: true })).body).toEqual({ name: 'Ridgeline', setUp: true })
    expect((await change({ setUp: true, name: 'Ridgeline' })).status).toBe(200)
    expect((await change({ name: '   ' })).body).toMatchObject({ code: 'request.invalid', path: '/name' })
    expect((await other.call('GET', '/api/workspace')).body).toMatchObject({ setUp: true, webInboxes: 1, staff: 1 })
    const fact = { type: 'tenant.changed', data: { byStaffId: shop.ownerId } }
    expect(await factsOf(shop.tenant)).toEqual([fact, fact])
  })

  it('is renamed by nobody else', async () => {
    const shop = await openShop(server, 'kept')
    const invited = await server.accounts.invite(shop.tenant, { name: 'M', email: 'm@kept.example', role: 'manager' })
    const manager = await signInWithLink(server, invited.link)
    const refused = await manager.call('PATCH', '/api/workspace', { body: { name: 'Mine' } })
    expect(refused.body.code).toBe('auth.forbidden')
    expect((await manager.call('GET', '/api/workspace')).body).toMatchObject({ name: 'kept', staff: 2 })
  })
})
