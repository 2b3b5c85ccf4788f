// The whole way on the whole server: five customers ask something unknown, a cluster appears, a colleague's answer becomes a
// draft, it wins in court, is published, and the sixth customer is answered by the bot.
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../../../test/accounts-server.ts'
import { newId } from '../../../test/change-sets.ts'
import { startWholeServer, type WholeServer } from '../../../test/whole-server.ts'
import { newVisitor, postFrames, text, type Visitor } from '../../../test/whole-tenants.ts'
import { morning } from './advise.ts'
import type { Cluster } from './clusters.ts'
import type { Court } from './courts.ts'

let node: WholeServer
let tenant: Uuid
let owner: Browser
let publicKey: string

const call = async <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> => {
  const reply = await owner.call(method, path, body === undefined ? {} : { body })
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`)
  return reply.body as T
}
const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error('it did not happen')
}
const clusters = async (least = 1): Promise<Cluster[]> =>
  (await call<{ clusters: Cluster[] }>('GET', `/api/growth/clusters?least=${least}`)).clusters
const entry = (title: string, answer: string, questions: string[]) =>
  call('PUT', `/api/knowledge/${newId()}`, { locale: 'zh-CN', title, questions, answer, topic: '', baseVersion: 0 })
const answersTo = async (visitor: Visitor): Promise<string> => {
  const path = `/api/conversations/${visitor.conversationId}/messages`
  const { messages } = await call<{ messages: { author: { kind: string }; parts: { text?: string }[] }[] }>('GET', path)
  return messages
    .filter(({ author }) => author.kind === 'bot')
    .flatMap(({ parts }) => parts.map((part) => part.text ?? ''))
    .join('\n')
}
const asks = (says: string) => newVisitor(node, publicKey, { says })
const agentSolves = async ({ conversationId }: Visitor, answer: string) => {
  await call('POST', `/api/conversations/${conversationId}/take`, { force: true })
  for (const one of ['您好，请稍等', answer])
    await call('POST', `/api/conversations/${conversationId}/messages`, { id: newId(), parts: text(one), note: false })
  await call('POST', `/api/conversations/${conversationId}/resolve`, {})
}

beforeAll(async () => {
  node = await startWholeServer()
  const made = await node.server.accounts.createTenant({
    name: 'growing shop',
    owner: { name: 'owner', email: 'owner@growing.example' },
  })
  tenant = made.tenant
  owner = await node.signIn(made.ownerId)
  const { inbox } = await call<{ inbox: { publicKey: string } }>('POST', '/api/inboxes', {
    name: 'web',
    channel: 'web',
    teamIds: [],
  })
  publicKey = inbox.publicKey
  await entry('保修多久', '保修期为一年，人为损坏除外。', ['保修期多长', '质保几年'])
  await entry('可以开发票吗', '可以开电子发票，下单时填写抬头即可。', ['怎么开发票', '发票怎么弄'])
}, 60_000)
afterAll(() => node?.stop())

const ASKED = [
  '戒指可以刻字吗',
  '你们提供刻字服务吗',
  '请问有没有刻字的服务',
  '买了能帮忙刻字不',
  '可以刻字吗，我电话13800138000',
]
const ANSWER = '可以刻字的，最多刻八个字，刻字需要三天，刻字后不支持退货。'

describe('the way of a gap', () => {
  let cluster: Cluster
  let entryId: Uuid
  let court: Court
  const visitors: Visitor[] = []

  it('five ask something unknown: a cluster appears', async () => {
    await asks('保修期多长')
    await asks('怎么开发票')
    for (const question of ASKED) visitors.push(await asks(question))
    cluster = await until(async () => (await clusters()).find(({ count }) => count === 5))
    expect(cluster).toMatchObject({ state: 'open', thisWeek: 5, lastWeek: 0, answered: 0, languages: ['zh'] })
    expect(cluster.name).toContain('刻字')
    expect(JSON.stringify(await call('GET', `/api/growth/clusters/${cluster.id}`))).not.toContain('13800138000')
  })

  it('what is stored is sealed', async () => {
    const rows = await node.database.as(
      tenant,
      async (tx) =>
        (await sql<{ body: Buffer }>`SELECT body FROM growth_questions WHERE tenant = ${tenant}`.execute(tx)).rows,
    )
    expect(rows.length).toBeGreaterThanOrEqual(5)
    for (const { body } of rows) expect(body.toString('utf8')).not.toContain('刻')
  })

  it('without an answer the draft has a blank, and no court sits over it', async () => {
    const lonely = await asks('你们招代理吗，想加盟')
    const other = await until(async () => (await clusters()).find(({ name }) => name.includes('代理')))
    const drafted = await call<{
      entry: { id: Uuid; answer: string; status: string }
      blanks: number
      answers: number
    }>('POST', `/api/growth/clusters/${other.id}/draft`, {})
    expect(drafted).toMatchObject({ blanks: 1, answers: 0, entry: { status: 'draft' } })
    const reply = await owner.call('POST', '/api/growth/courts', { body: { entryId: drafted.entry.id } })
    expect(reply.body).toMatchObject({ code: 'draft.unfinished' })
    expect(lonely.conversationId).toBeTruthy()
  })

  it('a colleague solves two of them: the draft says what they said', async () => {
    await agentSolves(visitors[0]!, ANSWER)
    await agentSolves(visitors[4]!, ANSWER)
    await until(async () => (await clusters()).find(({ id, answered }) => id === cluster.id && answered === 2))
    const drafted = await call<{ entry: { id: Uuid; answer: string; questions: string[] }; blanks: number }>(
      'POST',
      `/api/growth/clusters/${cluster.id}/draft`,
      {},
    )
    expect(drafted.entry.answer).toBe(ANSWER)
    expect(drafted.blanks).toBe(0)
    expect(drafted.entry.questions.join()).not.toMatch(/\*|1380/)
    entryId = drafted.entry.id
    expect(await answersTo(await asks('能刻字吗'))).not.toContain('八个字')
  })

  it('it wins in court: more is solved, nothing breaks, and nothing is published yet', async () => {
    ;({ court } = await call<{ court: Court }>('POST', '/api/growth/courts', { entryId }))
    expect(court).toMatchObject({ won: true, tried: 2, solvedBefore: 2, solvedAfter: 2, broken: 0, strayed: 0 })
    expect(court.wouldSolve).toBeGreaterThanOrEqual(4)
    expect(court.yesterdaySolved).toBeGreaterThanOrEqual(4)
    expect(court.changes.filter(({ what }) => what === 'solved').map((one) => one.text)).toContain('戒指可以刻字吗')
    expect(await answersTo(await asks('能刻字吗'))).not.toContain('八个字')
  })

  it('the advice of the morning names what would help most', async () => {
    await morning(node.server.growth.parts)
    const { advice } = await call<{ advice: { cluster: Cluster; wouldSolve: number; do: string }[] }>(
      'GET',
      '/api/growth/advice',
    )
    expect(advice[0]).toMatchObject({ cluster: { id: cluster.id }, do: 'finish-draft' })
    expect(advice[0]!.wouldSolve).toBeGreaterThanOrEqual(4)
  })

  it('published with one click, the sixth customer is answered by the bot within a second', async () => {
    const began = Date.now()
    await call('POST', `/api/growth/courts/${court.id}/publish`, {})
    const sixth = await asks('戒指能刻字吗')
    expect(await answersTo(sixth)).toContain('最多刻八个字')
    expect(Date.now() - began).toBeLessThan(2_000)
    expect((await clusters()).find(({ id }) => id === cluster.id)?.state).toBe('solved')
    const again = await owner.call('POST', `/api/growth/courts/${court.id}/publish`, { body: {} })
    expect(again.body).toMatchObject({ code: 'court.outdated' })
  })

  it('and taken back with one', async () => {
    const { court: undone } = await call<{ court: Court }>('POST', `/api/growth/courts/${court.id}/undo`, {})
    expect(undone.undone).toBe(true)
    expect(await answersTo(await asks('请问戒指能刻字吗'))).not.toContain('八个字')
  })

  it('a draft that takes a solved question away loses', async () => {
    const thief = newId()
    await call('PUT', `/api/knowledge/${thief}/draft`, {
      locale: 'zh-CN',
      title: '保修期多长',
      questions: ['保修期多长', '怎么开发票'],
      answer: '不知道。',
      topic: '',
      baseVersion: 0,
    })
    const { court: lost } = await call<{ court: Court }>('POST', '/api/growth/courts', { entryId: thief })
    expect(lost.won).toBe(false)
    expect(lost.broken).toBeGreaterThanOrEqual(1)
    const reply = await owner.call('POST', `/api/growth/courts/${lost.id}/publish`, { body: {} })
    expect(reply.body).toMatchObject({ code: 'court.lost' })
  })

  it('a reopened conversation was not solved; an erased customer is gone', async () => {
    const count = async () => (await clusters()).find(({ id }) => id === cluster.id)!
    await postFrames(node, visitors[0]!.token, [{ t: 'send', id: newId(), parts: text('还是不明白，能刻英文吗') }])
    await until(async () => ((await count()).answered === 1 ? true : undefined))
    const before = (await count()).count
    await call('DELETE', `/api/contacts/${visitors[4]!.contactId}`)
    expect((await count()).count).toBeLessThan(before)
  })
})

describe('old chats', () => {
  it('their questions asked most become drafts; again, nothing is added', async () => {
    const asked = ['洗了会缩水吗', '会不会缩水', '这面料缩水严重不', '机洗会缩水吗', '下水会缩水吗']
    const rows = asked.map((question) => `${question},"面料做过预缩处理，冷水洗不会缩水。"`)
    const others = ['保修期多长,一年', '怎么加盟你们品牌,请联系招商', '可以寄到国外吗,可以', '有没有贺卡,有的']
    const csv = ['question,answer', ...rows, ...others, ',nothing asked'].join('\n')
    const taken = await call<{ questions: number; drafts: { title: string; count: number }[]; skipped: object[] }>(
      'POST',
      '/api/growth/chats',
      { text: csv, locale: 'zh-CN' },
    )
    expect(taken).toMatchObject({ questions: 9, answered: 9, skipped: [{ line: 11, why: 'no-question' }] })
    expect(taken.drafts[0]!.title).toContain('缩水')
    const total = (await clusters()).reduce((sum, { count }) => sum + count, 0)
    await call('POST', '/api/growth/chats', { text: csv, locale: 'zh-CN' })
    expect((await clusters()).reduce((sum, { count }) => sum + count, 0)).toBe(total)
  })
})
