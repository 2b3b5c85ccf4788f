// Canned replies over HTTP: who sees and changes which, shortcuts, other workspaces, junk.
import type { Role } from '@ballast/contract'
import type { CannedReply } from '@ballast/contract/routes/workspace'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type AccountsServer,
  type Answer,
  type Browser,
  openShop,
  type Shop,
  signInWithLink,
  startAccountsServer,
} from '../../../test/accounts-server.ts'
import { newId } from '../../../test/change-sets.ts'
import { serveCannedReplies } from './routes.ts'

let server: AccountsServer
let shop: Shop
let others: Record<'manager' | 'agent' | 'colleague' | 'viewer', Browser>
let round = 0
beforeAll(async () => {
  server = await startAccountsServer((http, accounts, ground) => serveCannedReplies(http, accounts.gate, ground))
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server, `shop${round++}`)
  const hire = async (role: Role, name: string) => {
    const body = { name, email: `${name}@shop${round}.example`, role, teamIds: [] }
    const reply = await shop.owner.call('POST', '/api/staff', { body })
    return signInWithLink(server, (reply.body as unknown as { link: string }).link)
  }
  others = {
    manager: await hire('manager', 'manager'),
    agent: await hire('agent', 'agent'),
    colleague: await hire('agent', 'colleague'),
    viewer: await hire('viewer', 'viewer'),
  }
})

const draft = (shortcut: string, more: object = {}) => ({
  shortcut,
  title: 'Greeting',
  text: 'Hello {{customer.name}}',
  shared: false,
  ...more,
})
const save = (who: Browser, body: object, id = newId()): Promise<Answer> =>
  who.call('PUT', `/api/canned-replies/${id}`, { body })
const remove = (who: Browser, id: string) => who.call('DELETE', `/api/canned-replies/${id}`)
const list = async (who: Browser): Promise<CannedReply[]> =>
  (await who.call('GET', '/api/canned-replies')).body.replies as CannedReply[]
const shortcuts = async (who: Browser) => (await list(who)).map((reply) => reply.shortcut)
const idOf = (answer: Answer): string => {
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as unknown as { reply: { id: string } }).reply.id
}

describe('canned replies', () => {
  it('are written, listed by shortcut, changed and removed', async () => {
    const saved = await save(others.agent, draft('thanks', { locale: 'en' }))
    const id = idOf(saved)
    expect(saved.body.reply).toMatchObject({ id, shortcut: 'thanks', locale: 'en', shared: false })
    idOf(await save(others.agent, draft('hello')))
    expect(await shortcuts(others.agent)).toEqual(['hello', 'thanks'])
    server.clock.advance(1_000)
    const changed = await save(others.agent, draft('bye', { text: 'Bye' }), id)
    expect(changed.body.reply).toMatchObject({ id, shortcut: 'bye', text: 'Bye', locale: null })
    expect(await list(others.agent)).toEqual([changed.body.reply, expect.objectContaining({ shortcut: 'hello' })])
    expect((await remove(others.agent, id)).body).toEqual({})
    expect(await shortcuts(others.agent)).toEqual(['hello'])
    expect((await remove(others.agent, id)).body.code).toBe('canned-reply.not-found')
  })

  it('of one’s own are nobody else’s, not even the owner’s', async () => {
    const id = idOf(await save(others.agent, draft('mine')))
    for (const who of [others.colleague, others.manager, shop.owner]) {
      expect(await list(who)).toEqual([])
      const shared = who === others.colleague ? {} : { shared: true }
      expect((await save(who, draft('taken-over', shared), id)).body.code).toBe('canned-reply.not-found')
      expect((await remove(who, id)).body.code).toBe('canned-reply.not-found')
    }
    expect(await list(others.agent)).toMatchObject([{ shortcut: 'mine', text: 'Hello {{customer.name}}' }])
  })

  it('that are shared are read by all who reply and written by those who manage them', async () => {
    const id = idOf(await save(others.manager, draft('hi', { shared: true })))
    for (const who of [others.agent, others.colleague, shop.owner])
      expect(await list(who)).toMatchObject([{ id, shared: true, ownerId: null }])
    for (const body of [draft('hi', { shared: true }), draft('hi')])
      expect((await save(others.agent, body, id)).body.code).toBe('auth.forbidden')
    expect((await save(others.agent, draft('new', { shared: true }))).body.code).toBe('auth.forbidden')
    expect((await remove(others.agent, id)).body.code).toBe('auth.forbidden')
    expect((await others.viewer.call('GET', '/api/canned-replies')).body.code).toBe('auth.forbidden')
    idOf(await save(shop.owner, draft('hi', { shared: true, text: 'Hi!' }), id))
    expect(await list(others.agent)).toMatchObject([{ text: 'Hi!' }])
    expect((await remove(others.manager, id)).status).toBe(200)
  })

  it('have shortcuts that nobody sees twice, whatever their case', async () => {
    const shared = idOf(await save(shop.owner, draft('Refund', { shared: true })))
    const taken = async (who: Browser, body: object) =>
      expect((await save(who, body)).body.code).toBe('canned-reply.shortcut-taken')
    await taken(shop.owner, draft('refund', { shared: true }))
    await taken(others.agent, draft('REFUND'))
    await taken(others.agent, draft('ｒｅｆｕｎｄ'))
    idOf(await save(others.agent, draft('退款')))
    await taken(others.agent, draft('退款'))
    // What another keeps for themselves is in nobody's way, and tells nobody that it is there.
    idOf(await save(others.colleague, draft('退款')))
    const all = idOf(await save(shop.owner, draft('退款', { shared: true })))
    expect((await list(others.agent)).map((reply) => [reply.shortcut, reply.shared])).toEqual([
      ['Refund', true],
      ['退款', false],
      ['退款', true],
    ])
    // The same reply may keep its own, and a removed one frees it.
    idOf(await save(shop.owner, draft('REFUND', { shared: true }), shared))
    expect((await save(shop.owner, draft('退款', { shared: true }), shared)).body.code).toBe(
      'canned-reply.shortcut-taken',
    )
    await remove(shop.owner, all)
    idOf(await save(shop.owner, draft('退款', { shared: true }), shared))
  })

  it('twenty writers at once leave one with the shortcut', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => save(shop.owner, draft('race', { shared: true }))),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(new Set(answers.flatMap((answer) => answer.body.code ?? []))).toEqual(
      new Set(['canned-reply.shortcut-taken']),
    )
    expect(await shortcuts(others.agent)).toEqual(['race'])
  })

  it('are the same wish when the same wish comes twice', async () => {
    const id = newId()
    await Promise.all([save(others.agent, draft('twice'), id), save(others.agent, draft('twice'), id)])
    expect(await shortcuts(others.agent)).toEqual(['twice'])
  })

  it('of another workspace do not exist, though their ids may be used', async () => {
    const theirs = idOf(await save(shop.owner, draft('theirs', { shared: true })))
    const other = await openShop(server, `other${round}`)
    expect(await list(other.owner)).toEqual([])
    expect((await remove(other.owner, theirs)).body.code).toBe('canned-reply.not-found')
    idOf(await save(other.owner, draft('ours', { shared: true }), theirs))
    expect(await shortcuts(other.owner)).toEqual(['ours'])
    expect(await shortcuts(shop.owner)).toEqual(['theirs'])
  })

  it('for a key: shared ones, when it was granted the right', async () => {
    const keyWith = async (permissions: string[]) => {
      const { body } = await shop.owner.call('POST', '/api/keys', { body: { name: 'k', permissions } })
      const headers = { authorization: `Bearer ${(body as unknown as { secret: string }).secret}` }
      return (method: string, url: string, body?: object) =>
        server.browser().call(method, url, { headers, ...(body ? { body } : {}) })
    }
    idOf(await save(others.agent, draft('mine')))
    const manages = await keyWith(['conversations.reply', 'canned-replies.manage'])
    const replies = await keyWith(['conversations.reply'])
    const url = `/api/canned-replies/${newId()}`
    expect((await replies('PUT', url, draft('k', { shared: true }))).body.code).toBe('auth.forbidden')
    expect((await manages('PUT', url, draft('k'))).body.code).toBe('auth.forbidden')
    expect((await manages('PUT', url, draft('k', { shared: true }))).status).toBe(200)
    expect((await replies('GET', '/api/canned-replies')).body.replies).toMatchObject([{ shortcut: 'k' }])
  })

  it.each<[string, object, string]>([
    ['a shortcut with a space', draft('a b'), '/shortcut'],
    ['an empty shortcut', draft(''), '/shortcut'],
    ['a slash', draft('/hi'), '/shortcut'],
    ['forty-one letters', draft('x'.repeat(41)), '/shortcut'],
    ['no text', draft('x', { text: '' }), '/text'],
    ['a book', draft('x', { text: 'x'.repeat(4_001) }), '/text'],
    ['a language that is none', draft('x', { locale: '../x' }), '/locale'],
    ['somebody else as owner', draft('x', { ownerId: newId() }), '/ownerId'],
    ['a word for shared', draft('x', { shared: 'yes' }), '/shared'],
  ])('refuse %s', async (_, body, path) => {
    const refused = await save(others.agent, body)
    expect(refused.body, refused.text).toMatchObject({ code: 'request.invalid', path })
    expect(await list(others.agent)).toEqual([])
  })

  it('tell by facts who did what, without a word of the text', async () => {
    const id = idOf(await save(shop.owner, draft('fact', { shared: true, text: 'secret words' })))
    await remove(shop.owner, id)
    const { rows } = await server.database.as(shop.tenant, (tx) =>
      sql<{ type: string; data: object }>`SELECT type, data FROM ballast.facts
        WHERE tenant = ${shop.tenant} AND subject = ${id} ORDER BY id`.execute(tx),
    )
    const data = { replyId: id, byStaffId: shop.ownerId }
    expect(rows).toEqual([
      { type: 'canned-reply.saved', data },
      { type: 'canned-reply.removed', data },
    ])
  })

  it('five hundred of one’s own are enough', async () => {
    idOf(await save(others.agent, draft('first')))
    await server.database.as(shop.tenant, (tx) =>
      sql`INSERT INTO ballast.canned_replies (tenant, id, owner_id, shortcut, shortcut_key, title, body, updated_at)
        SELECT tenant, gen_random_uuid(), owner_id, 's' || n, 's' || n, title, body, updated_at
        FROM ballast.canned_replies, generate_series(1, 499) n WHERE tenant = ${shop.tenant}`.execute(tx),
    )
    const [one] = await list(others.agent)
    expect((await save(others.agent, draft('more'))).body).toMatchObject({ code: 'request.invalid', path: '/shared' })
    idOf(await save(others.agent, draft('first', { text: 'still mine to change' }), one?.id))
    idOf(await save(others.colleague, draft('more')))
  })
})
