// The brand's voice over HTTP: who sees and saves it, what is refused, other workspaces; and another node hears of it.
import { PLAIN_VOICE, type ScopedVoice, type Voice } from '@ballast/contract/routes/voice'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  type AccountsServer,
  type Browser,
  openShop,
  type Shop,
  signInWithLink,
  startAccountsServer,
} from '../../../test/accounts-server.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { createVoices, type Voices } from './index.ts'
import { voiceReactions } from './reactions.ts'
import { serveVoices } from './routes.ts'

const INBOX = '00000000-0000-7000-8000-000000000001'
let server: AccountsServer
let voices: Voices
let shop: Shop
let agent: Browser
let round = 0
beforeAll(async () => {
  server = await startAccountsServer((http, accounts, ground) => {
    voices = createVoices(ground)
    const hasInbox = async (_: string, inboxId: string) => inboxId === INBOX
    serveVoices(http, accounts.gate, { ...ground, appendFacts, hasInbox, voices })
  })
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server, `voice${round++}`)
  const body = { name: 'agent', email: `agent@voice${round}.example`, role: 'agent', teamIds: [] }
  const reply = await shop.owner.call('POST', '/api/staff', { body })
  agent = await signInWithLink(server, (reply.body as unknown as { link: string }).link)
})

const voice = (more: Partial<Voice> = {}): Voice => ({ ...PLAIN_VOICE, nickname: '小石', ...more })
const save = (who: Browser, scope: string, body: object) =>
  who.call('PUT', `/api/voices/${encodeURIComponent(scope)}`, { body })
const list = async (who: Browser): Promise<ScopedVoice[]> =>
  (await who.call('GET', '/api/voices')).body.voices as unknown as ScopedVoice[]

it('is saved for everybody, a channel or an inbox, read back, and left to the wider scope again', async () => {
  const inbox = `inbox:${INBOX}`
  for (const scope of ['all', 'channel:web', inbox])
    expect((await save(shop.owner, scope, { baseVersion: 0, voice: voice() })).status).toBe(200)
  expect((await list(agent)).map(({ scope, version }) => [scope, version])).toEqual([
    ['all', 1],
    ['channel:web', 1],
    [inbox, 1],
  ])
  expect((await list(agent))[0]?.voice).toEqual(voice())
  expect((await save(shop.owner, inbox, { baseVersion: 1, voice: null })).body).toEqual({ voice: null })
  expect(await list(agent)).toHaveLength(2)
})

it('refuses an older writer, agents, facts in greetings, junk', async () => {
  const first = { baseVersion: 0, voice: voice() }
  expect((await save(agent, 'all', first)).status).toBe(403)
  expect((await save(shop.owner, 'all', first)).status).toBe(200)
  expect((await save(shop.owner, 'all', first)).body.code).toBe('voice.changed')
  const stating = voice({ greeting: { zh: '全场 8 折！', en: '' } })
  expect((await save(shop.owner, 'all', { baseVersion: 1, voice: stating })).body.code).toBe('voice.states-facts')
  const script = { language: 'zh', text: '你好', from: '2026-11-16T00:00:00Z', to: '2026-11-09T00:00:00Z' }
  const backwards = { baseVersion: 1, voice: { ...voice(), scripts: [script] } }
  expect((await save(shop.owner, 'all', backwards)).body.code).toBe('voice.script-ends-first')
  for (const scope of ['everybody', 'inbox:1', 'channel:', '../all'])
    expect((await save(shop.owner, scope, first)).status).toBe(400)
  const foreign = 'inbox:00000000-0000-7000-8000-000000000002'
  expect((await save(shop.owner, foreign, first)).body.code).toBe('inbox.unknown')
  expect((await save(shop.owner, 'all', { baseVersion: 1, voice: { ...voice(), loud: true } })).status).toBe(400)
})

it('of several writers at once one wins', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      save(shop.owner, 'all', { baseVersion: 0, voice: voice({ nickname: `n${n}` }) }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
})

it('is one workspace’s own; the fact holds no words', async () => {
  const other = await openShop(server, `other${round}`)
  await save(shop.owner, 'all', { baseVersion: 0, voice: voice({ nickname: '只有我们' }) })
  expect(await list(other.owner)).toEqual([])
  const facts = await server.database.as(shop.tenant, async (tx) => {
    const { rows } = await sql<{ data: object }>`SELECT data FROM ballast.facts WHERE type = 'voice.saved'`.execute(tx)
    return rows
  })
  expect(facts).toMatchObject([{ data: { scope: 'all', version: 1 } }])
  expect(JSON.stringify(facts)).not.toContain('只有我们')
})

it('is spoken with the next turn here, and on another node as soon as it hears the fact', async () => {
  const place = { tenant: shop.tenant, inboxId: INBOX, channel: 'web' }
  const elsewhere = createVoices(server)
  let tell: (payload: unknown, subject: string) => void = () => {}
  const subscribe = (_: string, handle: typeof tell) => {
    tell = handle
    return { unsubscribe: () => {} }
  }
  const bus = { subscribe }
  voiceReactions({ bus, voices: elsewhere })
  for (const one of [voices, elsewhere]) expect(await one.of(place)).toEqual(PLAIN_VOICE)
  await save(shop.owner, 'channel:web', { baseVersion: 0, voice: voice() })
  expect((await voices.of(place)).nickname).toBe('小石')
  expect((await elsewhere.of(place)).nickname).toBeNull()
  for (const junk of [null, {}, { facts: 1 }, { facts: [null, { type: 'voice.saved', tenant: 'x' }] }]) tell(junk, '')
  tell({ facts: [{ type: 'voice.saved', tenant: shop.tenant }] }, '')
  expect((await elsewhere.of(place)).nickname).toBe('小石')
})

it('is heard before it is saved: dressed, refused for a word, for a fact', async () => {
  const hear = async (more: Partial<Voice>, text = '退换免费。') =>
    (
      await agent.call('POST', '/api/voices/preview', {
        body: { voice: voice(more), language: 'zh', text, moment: 'first' },
      })
    ).body
  expect(await hear({ greeting: { zh: '亲，你好呀', en: '' } })).toEqual({
    said: '亲，你好呀\n退换免费。',
    refused: null,
  })
  expect(await hear({ forbidden: [{ word: '免费', instead: null }] })).toEqual({ said: null, refused: 'forbidden' })
  const other = { forbidden: [{ word: '方便', instead: '轻松' }] }
  expect(await hear(other, '退换很方便。')).toEqual({ said: '退换很轻松。', refused: null })
  expect(await hear({ closing: { zh: '全场 8 折！', en: '' } })).toEqual({ said: null, refused: 'voice.states-facts' })
  expect(await list(agent)).toEqual([])
})
