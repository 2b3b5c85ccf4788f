// Settings of a channel over HTTP: secrets go in and never come out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccountsServer, openShop, type Shop, startAccountsServer } from '../../../test/accounts-server.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const KEY = 'an-api-key-of-the-inbox-0001'
let server: AccountsServer
let shop: Shop
beforeAll(async () => {
  server = await startAccountsServer()
  shop = await openShop(server, 'settings')
})
afterAll(() => server.stop())

const newInbox = async (settings: object) =>
  shop.owner.call('POST', '/api/inboxes', { body: { name: 'App', channel: 'open', settings } })

describe('settings of an open inbox', () => {
  test('are shown with their form, secrets only as being there', async () => {
    const made = await newInbox({ apiKey: KEY, signingSecret: SECRET })
    const path = `/api/inboxes/${(made.body.inbox as { id: string }).id}/settings`
    const read = await shop.owner.call('GET', path)
    expect(read.body).toMatchObject({ channel: 'open', values: { apiKey: '••••', signingSecret: '••••' } })
    expect((read.body.form as { name: string }[]).map(({ name }) => name)).toEqual([
      'apiKey',
      'signingSecret',
      'previousSigningSecret',
      'webhookUrl',
      'customerIds',
    ])
    for (const secret of [KEY, SECRET]) expect(read.text + made.text).not.toContain(secret)
  })
  test('change one by one: a masked secret stays, null removes, what is wrong is named', async () => {
    const { inbox } = (await newInbox({ apiKey: KEY })).body as { inbox: { id: string; publicKey: string } }
    const path = `/api/inboxes/${inbox.id}/settings`
    const change = (settings: object) => shop.owner.call('PATCH', path, { body: { settings } })
    expect((await change({ apiKey: '••••', signingSecret: SECRET, webhookUrl: 'https://shop.test/hook' })).status).toBe(
      200,
    )
    const open = await server.accounts.inboxes.byPublicKey(inbox.publicKey)
    expect(open?.settings).toEqual({ apiKey: KEY, signingSecret: SECRET, webhookUrl: 'https://shop.test/hook' })
    expect((await change({ webhookUrl: null })).body.values).toEqual({ apiKey: '••••', signingSecret: '••••' })
    expect(await change({ webhookUrl: 'javascript:alert(1)' })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', path: '/settings/webhookUrl' },
    })
    expect((await change({ nonsense: 1 })).status).toBe(400)
    expect(await newInbox({ apiKey: 'short' })).toMatchObject({ status: 400, body: { path: '/settings/apiKey' } })
  })
  test('belong to their workspace and its managers', async () => {
    const { inbox } = (await newInbox({ apiKey: KEY })).body as { inbox: { id: string } }
    const other = await openShop(server, 'strangers')
    const path = `/api/inboxes/${inbox.id}/settings`
    expect((await other.owner.call('GET', path)).body.code).toBe('inbox.unknown')
    expect((await other.owner.call('PATCH', path, { body: { settings: {} } })).body.code).toBe('inbox.unknown')
    expect((await server.browser().call('GET', path)).status).toBe(401)
  })
})
