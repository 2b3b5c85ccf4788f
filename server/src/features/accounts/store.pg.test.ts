// Row-level security alone: every statement of the stores, run with the wrong tenant's transaction, finds nothing,
// although it is told the right tenant and the right ids.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountsServer, openShop, type Shop, startAccountsServer } from '../../../test/accounts-server.ts'
import type { Tx } from '../../platform/database/open.ts'
import * as inboxes from './store-inboxes.ts'
import * as keys from './store-keys.ts'
import * as links from './store-sign-in.ts'
import * as staff from './store-staff.ts'
import { readTenant } from './store-tenants.ts'

let server: AccountsServer
let mine: Shop
let theirs: Shop
let inboxId: string
let keyId: string
beforeAll(async () => {
  server = await startAccountsServer()
  mine = await openShop(server, 'mine')
  theirs = await openShop(server, 'theirs')
  inboxId = (await server.accounts.createInbox(theirs.tenant, { name: 'I', channel: 'web' })).id
  await theirs.owner.call('POST', `/api/inboxes/${inboxId}/identity-secret`, { body: {} })
  await theirs.owner.call('POST', '/api/teams', { body: { name: 'T' } })
  const key = await theirs.owner.call('POST', '/api/keys', { body: { name: 'k', permissions: ['staff.read'] } })
  keyId = key.body.id as string
  await server.accounts.oneTimeLink(theirs.ownerId)
})
afterAll(() => server.stop())

const TABLES = ['staff', 'teams', 'staff_teams', 'inboxes', 'inbox_identity_keys', 'api_keys', 'sign_in_links']
const asMine = <T>(work: (tx: Tx) => Promise<T>) => server.database.as(mine.tenant, work)
const asTheirs = <T>(work: (tx: Tx) => Promise<T>) => server.database.as(theirs.tenant, work)

describe('row-level security', () => {
  it('hides every read', async () => {
    const reads = async (tx: Tx) => [
      await staff.listStaff(tx, theirs.tenant),
      await staff.readStaff(tx, theirs.tenant, theirs.ownerId),
      await staff.lockStaff(tx, theirs.tenant, theirs.ownerId),
      await staff.lockOwners(tx, theirs.tenant),
      await staff.listTeams(tx, theirs.tenant),
      await inboxes.listInboxes(tx, theirs.tenant),
      await inboxes.readInbox(tx, theirs.tenant, inboxId),
      await inboxes.lockInbox(tx, theirs.tenant, inboxId),
      await inboxes.listIdentityKeys(tx, theirs.tenant, inboxId),
      await keys.listKeys(tx, theirs.tenant),
      await keys.readKey(tx, theirs.tenant, keyId),
      await readTenant(tx, theirs.tenant),
    ]
    const found = (rows: unknown[]) => rows.map((row) => (Array.isArray(row) ? row.length > 0 : row !== undefined))
    expect(found(await asMine(reads))).toEqual(Array(12).fill(false))
    // The same reads find everything in their own transaction: the test cannot pass by asking for the wrong thing.
    expect(found(await asTheirs(reads))).toEqual(Array(12).fill(true))
  })

  it('lets no update or delete through', async () => {
    const before = await asTheirs(async (tx) => (await sql`SELECT * FROM staff, api_keys, inboxes`.execute(tx)).rows)
    const key = { tenant: theirs.tenant, id: theirs.ownerId }
    await asMine(async (tx) => {
      await staff.updateStaff(tx, key, { name: 'X', role: 'viewer', active: false })
      await staff.markSecured(tx, key, 'second-factor')
      await keys.touchKey(tx, theirs.tenant, { id: keyId, at: 0 })
      await links.closeLinks(tx, theirs.tenant, theirs.ownerId)
      expect(await keys.revokeKey(tx, theirs.tenant, { id: keyId, at: 0 })).toBe(false)
    })
    expect(await asTheirs(async (tx) => (await sql`SELECT * FROM staff, api_keys, inboxes`.execute(tx)).rows)).toEqual(
      before,
    )
    expect(
      await asTheirs(async (tx) => (await sql`SELECT * FROM sign_in_links WHERE used_at IS NULL`.execute(tx)).rows),
    ).toHaveLength(1)
  })

  it('lets no row be planted', async () => {
    const team = { tenant: theirs.tenant, id: mine.ownerId, name: 'planted' }
    await expect(asMine((tx) => staff.insertTeam(tx, team))).rejects.toMatchObject({ code: '42501' })
    const row = {
      tenant: theirs.tenant,
      id: mine.tenant,
      name: 'x',
      emailSealed: Buffer.of(1),
      emailIndex: Buffer.of(1),
    }
    await expect(asMine((tx) => staff.insertStaff(tx, { ...row, role: 'owner' }))).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('lets one transaction at a time change owners', async () => {
    const order: string[] = []
    const entered = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const first = asTheirs(async (tx) => {
      await staff.lockOwners(tx, theirs.tenant)
      entered.resolve()
      await held.promise
      order.push('first')
    })
    await entered.promise
    const second = asTheirs(async (tx) => {
      await staff.lockOwners(tx, theirs.tenant)
      order.push('second')
    })
    await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 150))])
    held.resolve()
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
  })

  it('shows nothing at all to a transaction without a tenant', async () => {
    for (const table of TABLES) {
      const count = (tenants: string[]) =>
        server.database.as(
          tenants,
          async (tx) => (await sql`SELECT 1 FROM ${sql.table(table)}`.execute(tx)).rows.length,
        )
      expect([table, await count([])]).toEqual([table, 0])
      if (table !== 'staff_teams') expect(await count([theirs.tenant]), table).toBeGreaterThan(0)
    }
  })

  it('leaves look-ups before sign-in with ids and nothing else', async () => {
    const functions = await server.database.statement<{
      name: string
      result: string
      definer: boolean
      config: string[]
    }>(
      `SELECT p.proname AS name, pg_get_function_result(p.oid) AS result, p.prosecdef AS definer, p.proconfig AS config
       FROM pg_proc p WHERE p.pronamespace = 'ballast'::regnamespace
       AND p.proname IN ('tenant_of_staff', 'staff_of_email', 'inbox_of_public_key', 'key_of_hash', 'staff_of_link')`,
      [],
    )
    expect(functions).toHaveLength(5)
    for (const one of functions) {
      expect(one.result, one.name).toBe('TABLE(tenant uuid, id uuid)')
      expect(one.definer).toBe(true)
      expect(one.config.join(), one.name).toMatch(/search_path=ballast, pg_temp/)
    }
  })
})
