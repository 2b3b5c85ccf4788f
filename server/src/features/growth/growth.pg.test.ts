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
    expect(court.answers).toContainEqual({ entryId, side: 'after', title: court.title, answer: ANSWER })
    expect(await call('GET', `/api/growth/trials/${entryId}`)).toEqual({ trial: null })
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
    const { usage } = await until(async () => {
      const found = await call<{ usage: { entryId: Uuid; asked: number }[] }>('GET', '/api/knowledge/usage?days=7')
      return found.usage.some((one) => one.entryId === entryId) ? found : undefined
    })
    expect(usage.find((one) => one.entryId === entryId)).toMatchObject({ asked: 1, solved: 1, handedOver: 0 })
    const { versions } = await call<{ versions: object[] }>('GET', `/api/knowledge/${entryId}/usage`)
    expect(versions).toMatchObject([{ asked: 1 }])
    const sorted = await call<{ entries: { id: Uuid }[] }>('GET', '/api/knowledge?sort=used&days=7')
    expect(sorted.entries[0]!.id).toBe(entryId)
    expect(sorted.entries.length).toBeGreaterThan(3)
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

it('a question behind a greeting is no greeting: it becomes a gap', async () => {
  const visitor = await asks('你好，你们有没有婴儿推车出租')
  expect(await answersTo(visitor)).toMatch(/不确定|没有找到|不知道|人工|同事/)
  await until(async () => (await clusters()).find(({ name }) => name.includes('婴儿推车')))
  const greets = (await clusters()).length
  expect(await answersTo(await asks('你好，在吗'))).toMatch(/您好|你好/)
  expect(await clusters()).toHaveLength(greets)
})

interface Imported {
  id: Uuid
  state: string
  step: string
  questions: number
  answered: number
  drafts: { title: string; count: number; clusterId: Uuid }[]
  skipped: object[]
  skippedCount: number
}
const imported = async (body: object): Promise<Imported> => {
  const begun = await call<{ import: Imported }>('POST', '/api/growth/chats', body)
  return until(async () => {
    const { import: now } = await call<{ import: Imported }>('GET', `/api/growth/chats/${begun.import.id}`)
    return now.state === 'waiting' || now.state === 'running' ? undefined : now
  })
}

describe('clusters shaped by hand', () => {
  const total = async () => (await clusters()).reduce((sum, { count }) => sum + count, 0)
  let [one, other]: Cluster[] = []

  it('one is named, and called by its question again', async () => {
    await asks('能送到月球吗')
    await asks('有没有榴莲味的蜡烛')
    one = await until(async () => (await clusters()).find(({ name }) => name.includes('月球')))
    other = await until(async () => (await clusters()).find(({ name }) => name.includes('榴莲')))
    const path = `/api/growth/clusters/${one.id}/name`
    const named = await call<{ cluster: Cluster }>('POST', path, { name: ' 奇怪的地方 ' })
    expect(named.cluster).toMatchObject({ name: '奇怪的地方', named: true, count: one.count })
    expect((await call<{ cluster: Cluster }>('POST', path, { name: '  ' })).cluster).toMatchObject({
      name: one.name,
      named: false,
    })
    expect(one.trend).toHaveLength(14)
    expect(one.trend.at(-1)).toBe(one.count)
    const rows = await node.database.as(tenant, async (tx) => {
      await call('POST', path, { name: '奇怪的地方' })
      return (await sql<{ given_name: Buffer | null }>`SELECT given_name FROM growth_clusters`.execute(tx)).rows
    })
    for (const { given_name } of rows) expect(given_name?.toString('utf8') ?? '').not.toContain('奇怪')
  })

  it('two are made one and two again; what is asked next does not undo it', async () => {
    const before = await total()
    const merged = await call<{ cluster: Cluster; moved: Uuid[] }>('POST', `/api/growth/clusters/${one!.id}/merge`, {
      from: other!.id,
    })
    expect(merged.cluster).toMatchObject({ id: one!.id, name: '奇怪的地方', count: one!.count + other!.count })
    expect(merged.moved).toHaveLength(other!.count)
    expect((await owner.call('GET', `/api/growth/clusters/${other!.id}`)).status).toBe(404)
    await asks('请问有没有榴莲味的蜡烛')
    const grown = await until(async () => (await clusters()).find(({ id, count }) => id === one!.id && count === 3))
    expect(grown.name).toBe('奇怪的地方')
    const apart = await call<{ cluster: Cluster }>('POST', `/api/growth/clusters/${one!.id}/split`, {
      questionIds: merged.moved,
    })
    expect(apart.cluster.name).toContain('榴莲')
    expect(await total()).toBe(before + 1)
    for (const path of ['merge', 'split']) {
      const body = path === 'merge' ? { from: other!.id } : { questionIds: [other!.id] }
      const reply = await owner.call('POST', `/api/growth/clusters/${one!.id}/${path}`, { body })
      expect(reply.body).toMatchObject({ code: 'cluster.not-found' })
    }
  })
})

describe('old chats', () => {
  const asked = ['洗了会缩水吗', '会不会缩水', '这面料缩水严重不', '机洗会缩水吗', '下水会缩水吗']
  const rows = asked.map((question) => `${question},"面料做过预缩处理，冷水洗不会缩水。"`)
  const others = ['保修期多长,一年', '怎么加盟你们品牌,请联系招商', '可以寄到国外吗,可以', '有没有贺卡,有的']
  const text = ['question,answer', ...rows, ...others, ',nothing asked'].join('\n')

  it('are looked at first: columns, who speaks, what is left out; nothing is stored', async () => {
    const before = await clusters()
    expect(await call('POST', '/api/growth/chats/preview', { text })).toMatchObject({
      kind: 'csv',
      columns: [{ name: 'question', taken: 'question' }, { name: 'answer' }],
      questions: 9,
      answered: 9,
      first: [{ line: 2, question: '洗了会缩水吗' }, {}, {}, {}, {}],
      skipped: [{ line: 11, why: 'no-question' }],
    })
    const odd = ['chat no,who,words', '1,Lily,能刻字吗', '1,Shop,可以刻八个字', '1,bot,不知道'].join('\n')
    const columns = { conversation: 'chat no', author: 'who', text: 'words', customer: 'Lily' }
    expect(await call('POST', '/api/growth/chats/preview', { text: odd })).toMatchObject({ questions: 0 })
    expect(await call('POST', '/api/growth/chats/preview', { text: odd, columns })).toMatchObject({
      authors: ['Lily', 'Shop', 'bot'],
      first: [{ question: '能刻字吗', answer: '可以刻八个字' }],
    })
    for (const junk of ['x', '{', '\u0000,\n"', '{"a":1}\n[]\n"x"'])
      expect(await call('POST', '/api/growth/chats/preview', { text: junk })).toMatchObject({ questions: 0 })
    expect(await clusters()).toEqual(before)
  })

  it('a job reads them; those asked most become drafts; again, nothing is added', async () => {
    const taken = await imported({ text, locale: 'zh-CN' })
    expect(taken).toMatchObject({ state: 'done', questions: 9, answered: 9, skippedCount: 1 })
    expect(taken.skipped).toEqual([{ line: 11, why: 'no-question' }])
    expect(taken.drafts[0]!.title).toContain('缩水')
    const total = (await clusters()).reduce((sum, { count }) => sum + count, 0)
    await imported({ text, locale: 'zh-CN' })
    expect((await clusters()).reduce((sum, { count }) => sum + count, 0)).toBe(total)
    const kept = await node.database.as(
      tenant,
      async (tx) => (await sql<{ body: Buffer | null }>`SELECT body FROM growth_imports`.execute(tx)).rows,
    )
    expect(kept).toEqual([{ body: null }, { body: null }])
  })

  it('one at a time; a stopped one takes no more; an empty one is refused', async () => {
    const many = Array.from({ length: 4_000 }, (_, n) => `第${n}个问题怎么办呢,第${n}个答案`)
    const long = ['question,answer', ...many].join('\n')
    const { import: begun } = await call<{ import: Imported }>('POST', '/api/growth/chats', {
      text: long,
      locale: 'zh-CN',
    })
    const second = await owner.call('POST', '/api/growth/chats', { body: { text, locale: 'zh-CN' } })
    expect(second.body).toMatchObject({ code: 'chats.running' })
    const path = `/api/growth/chats/${begun.id}`
    await until(async () =>
      (await call<{ import: Imported }>('GET', path)).import.step === 'gather' ? true : undefined,
    )
    const stopped = await call<{ import: Imported }>('POST', `${path}/cancel`, {})
    expect(stopped.import.state).toBe('cancelled')
    expect(await imported({ text, locale: 'zh-CN' })).toMatchObject({ state: 'done' })
    expect((await call<{ import: Imported }>('GET', path)).import.state).toBe('cancelled')
    expect((await clusters()).reduce((sum, { count }) => sum + count, 0)).toBeLessThan(4_000)
    const nothing = await owner.call('POST', '/api/growth/chats', { body: { text: 'a,b', locale: 'zh-CN' } })
    expect(nothing.body).toMatchObject({ code: 'chats.nothing-found' })
  })
})
