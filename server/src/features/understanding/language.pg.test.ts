// The language lab over HTTP: teach, train in a thread, compare, publish, go back; rights; what is stored is sealed.
import type { Figures, Intent, LanguageModel, Training, Verdict } from '@ballast/contract/routes/language'
import { SHOP_INTENTS } from '@ballast/understanding/shop'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Browser } from '../../../test/accounts-server.ts'
import { newId } from '../../../test/change-sets.ts'
import { startWholeServer, type WholeServer } from '../../../test/whole-server.ts'
import { newVisitor, openTwin, type Twin } from '../../../test/whole-tenants.ts'

let node: WholeServer
let shop: Twin
beforeAll(async () => {
  node = await startWholeServer()
  shop = await openTwin(node, 'alpha')
})
afterAll(() => node.stop())

const ok = <T>(answer: Answer): T => {
  expect(answer.status, answer.text).toBe(200)
  return answer.body as T
}
const call = async <T>(who: Browser, method: string, path: string, body?: object): Promise<T> =>
  ok<T>(await who.call(method, `/api/language${path}`, body === undefined ? {} : { body }))
const refusal = async (who: Browser, method: string, path: string, body?: object): Promise<string | undefined> =>
  (await who.call(method, `/api/language${path}`, body === undefined ? {} : { body })).body.code
const owner = () => shop.owner.browser
const title = (name: string) => ({ zh: name, en: name })

const SAID: Record<string, string[]> = {
  'my-where': ['where is my parcel', 'track my order', '快递到哪了', '包裹怎么还没到', 'when will it arrive'],
  'my-refund': ['refund please', 'i want my money back', '我要退款', '钱什么时候退', 'give me a refund'],
  'my-size': ['which size fits me', 'is it too small', '我穿什么码', '偏大还是偏小', 'size chart'],
  'my-gift': ['wrap it as a gift', 'gift card inside', '礼品包装', '可以写贺卡吗', 'gift box'],
}
/** Built-in intents off, so that a training takes a moment. */
const makeSmall = async () => {
  await node.database.as(shop.tenant, async (tx) => {
    for (const id of Object.keys(SHOP_INTENTS))
      await sql`INSERT INTO ballast.intents (tenant, id, built_in, is_on) VALUES (${shop.tenant}, ${id}, true, false)
        ON CONFLICT (tenant, id) DO UPDATE SET is_on = false`.execute(tx)
  })
  for (const id of Object.keys(SAID)) await call(owner(), 'PUT', `/intents/${id}`, { title: title(id), on: true })
  const csv = Object.entries(SAID).flatMap(([id, texts]) => texts.map((text) => `${text},${id}`))
  return call<{ added: number }>(owner(), 'POST', '/import', { csv: csv.join('\n') })
}
const ended = async (): Promise<Training> => {
  for (;;) {
    const { training } = await call<{ training: Training }>(owner(), 'GET', '/training')
    if (training.state !== 'waiting' && training.state !== 'running') return training
    await new Promise((done) => setTimeout(done, 50))
  }
}
const ask = async (text: string, version?: number): Promise<Verdict> =>
  (await call<{ verdict: Verdict }>(owner(), 'POST', '/try', { text, ...(version === undefined ? {} : { version }) }))
    .verdict

describe('teaching', () => {
  it('begins with the built-in set, and keeps its names', async () => {
    const { intents, inUse } = await call<{ intents: Intent[]; inUse: number }>(owner(), 'GET', '/intents')
    expect(inUse).toBe(0)
    expect(intents.filter(({ builtIn }) => builtIn)).toHaveLength(Object.keys(SHOP_INTENTS).length + 1)
    const [first] = intents
    expect(first?.examples.builtIn).toBeGreaterThan(20)
    expect(await refusal(owner(), 'PUT', `/intents/${first?.id}`, { title: title('x'), on: true })).toBe(
      'intent.built-in',
    )
    expect(await refusal(owner(), 'DELETE', `/intents/${first?.id}`)).toBe('intent.built-in')
    expect(await refusal(owner(), 'PUT', '/intents/none', { on: false })).toBe('intent.built-in')
    expect(await refusal(owner(), 'PUT', '/intents/mine', { on: true })).toBe('intent.not-found')
    expect(await refusal(owner(), 'PUT', '/intents/Not%20a%20slug', { on: true })).toBe('request.invalid')
    const off = await call<{ intent: Intent }>(owner(), 'PUT', `/intents/${first?.id}`, { on: false })
    expect(off.intent).toMatchObject({ id: first?.id, on: false, builtIn: true })
    await call(owner(), 'PUT', `/intents/${first?.id}`, { on: true })
  })

  it('one text teaches one intent; it is moved, removed and put back', async () => {
    await call(owner(), 'PUT', '/intents/mine', { title: title('Mine'), on: true })
    const id = newId()
    const { example } = await call<{ example: object }>(owner(), 'PUT', `/examples/${id}`, {
      intent: 'mine',
      text: '  A sentence of ours ',
    })
    expect(example).toMatchObject({ id, intent: 'mine', text: 'A sentence of ours', source: 'written' })
    const twin = { intent: 'mine', text: 'a sentence  of OURS' }
    expect(await refusal(owner(), 'PUT', `/examples/${newId()}`, twin)).toBe('example.exists')
    expect(await refusal(owner(), 'PUT', `/examples/${id}`, { intent: 'nowhere', text: 'x' })).toBe('intent.not-found')
    expect(await refusal(owner(), 'PUT', `/examples/${newId()}`, { intent: 'mine', text: '   ' })).toBe(
      'request.invalid',
    )
    await call(owner(), 'PUT', `/examples/${id}`, { intent: 'none', text: 'A sentence of ours' })
    const of = async (intent: string) =>
      (await call<{ examples: { id: string | null }[] }>(owner(), 'GET', `/intents/${intent}/examples`)).examples
    expect(await of('mine')).toEqual([])
    expect(await of('none')).toHaveLength(1)
    await call(owner(), 'DELETE', `/examples/${id}`)
    expect(await refusal(owner(), 'DELETE', `/examples/${id}`)).toBe('example.not-found')
    await call(owner(), 'PUT', `/examples/${id}`, { intent: 'mine', text: 'A sentence of ours' })
    await call(owner(), 'DELETE', '/intents/mine')
    expect(await refusal(owner(), 'GET', '/intents/mine/examples')).toBe('intent.not-found')
    expect(await refusal(owner(), 'DELETE', `/examples/${id}`)).toBe('example.not-found')
  })

  it('comes in as CSV with reasons for what does not, and goes out so that it comes in again', async () => {
    await call(owner(), 'PUT', '/intents/formula', { title: title('Formula'), on: true })
    const csv = 'text,intent\n=1+1 is what,formula\nx,nowhere\n'
    const body = { csv, preview: true }
    const preview = await call(owner(), 'POST', '/import', body)
    expect(preview).toEqual({ added: 1, skipped: [{ line: 3, why: 'unknown-intent' }] })
    expect(await call(owner(), 'POST', '/import', { csv })).toEqual(preview)
    expect(await call(owner(), 'POST', '/import', { csv })).toMatchObject({ added: 0 })
    const out = await call<{ csv: string }>(owner(), 'GET', '/export')
    expect(out.csv).toContain("'=1+1 is what,formula")
    await call(owner(), 'DELETE', '/intents/formula')
    await call(owner(), 'PUT', '/intents/formula', { title: title('Formula'), on: true })
    expect(await call(owner(), 'POST', '/import', { csv: out.csv })).toMatchObject({ added: 1 })
    const { examples } = await call<{ examples: { text: string }[] }>(owner(), 'GET', '/intents/formula/examples')
    expect(examples.map(({ text }) => text)).toEqual(['=1+1 is what'])
    await call(owner(), 'DELETE', '/intents/formula')
  })
})

describe('training', () => {
  it('needs two intents, runs once at a time, stops when told', async () => {
    await makeSmall()
    const all = [...Object.keys(SAID), shop.intentId]
    for (const id of all) await call(owner(), 'PUT', `/intents/${id}`, { on: false })
    expect(await refusal(owner(), 'POST', '/training', {})).toBe('training.too-little')
    for (const id of all) await call(owner(), 'PUT', `/intents/${id}`, { on: true })
    await call(owner(), 'POST', '/training', {})
    expect(await refusal(owner(), 'POST', '/training', {})).toBe('training.running')
    const { training } = await call<{ training: Training }>(owner(), 'DELETE', '/training')
    expect(training).toMatchObject({ state: 'cancelled', version: null })
  })

  it('makes drafts; publishing puts one into use, and publishing an older one goes back', async () => {
    await call(owner(), 'POST', '/training', {})
    const first = await ended()
    expect(first).toMatchObject({ state: 'done', progress: 100 })
    const one = first.version!
    await call(owner(), 'PUT', `/examples/${newId()}`, { intent: 'my-gift', text: 'please add a ribbon' })
    await call(owner(), 'POST', '/training', {})
    const two = (await ended()).version!
    expect(two).toBe(one + 1)
    const { models } = await call<{ models: LanguageModel[] }>(owner(), 'GET', '/models')
    expect(models.map(({ version, status }) => [version, status])).toEqual(
      expect.arrayContaining([
        [two, 'draft'],
        [one, 'draft'],
        [0, 'published'],
      ]),
    )
    const figures = models.find(({ version }) => version === two)?.figures as Figures
    expect(figures).toMatchObject({ examples: 22, intents: 5 })
    expect(figures.reliability).toHaveLength(10)
    await call(owner(), 'POST', `/models/${one}/publish`, {})
    expect(await ask('where is my parcel')).toMatchObject({ version: one, intent: 'my-where', language: 'en' })
    await call(owner(), 'POST', `/models/${two}/publish`, {})
    const verdict = await ask('please add a ribbon')
    expect(verdict).toMatchObject({ version: two, intent: 'my-gift' })
    expect(verdict.words.map(({ text }) => text)).toContain('ribbon')
    expect((await ask('where is my parcel, and refund please')).version).toBe(two)
    await call(owner(), 'POST', `/models/${one}/publish`, {})
    expect((await ask('please add a ribbon')).version).toBe(one)
    expect(await refusal(owner(), 'POST', '/models/99/publish', {})).toBe('model.not-found')
    const csv = 'please add a ribbon,my-gift\nwhere is my parcel,my-where\nx,nowhere'
    const compared = await call(owner(), 'POST', '/compare', { left: one, right: two, csv })
    expect(compared).toMatchObject({
      rows: 2,
      left: { version: one },
      right: { version: two, accuracy: 1 },
      skipped: [{ line: 3, why: 'unknown-intent' }],
    })
    // Made before neither: the sentence is kept for the comparison.
    node.clock.advance(1_000)
    await call(owner(), 'PUT', `/examples/${newId()}`, { intent: 'my-size', text: 'what size am i' })
    expect(await call(owner(), 'POST', '/compare', { left: one, right: two })).toMatchObject({ rows: 1 })
    await call(owner(), 'POST', '/models/0/publish', {})
    expect(await call(owner(), 'GET', '/intents')).toMatchObject({ inUse: 0 })
  })

  it('is heard of by another node at once', async () => {
    const { models } = await call<{ models: LanguageModel[] }>(owner(), 'GET', '/models')
    const version = models[0]!.version
    const parts = node.server.language.parts.models
    expect(await parts.inUse(shop.tenant)).toBe(0)
    node.server.bus.publish(`facts.${shop.tenant}.${shop.tenant}`, {
      facts: [{ type: 'language.published', tenant: 'not an id' }, null],
    })
    await call(owner(), 'POST', `/models/${version}/publish`, {})
    expect(await parts.inUse(shop.tenant)).toBe(version)
  })
})

describe('correcting', () => {
  const correct = (who: Browser, at: { conversationId: string; messageId: string }, intent: string) =>
    who.call('POST', `/api/conversations/${at.conversationId}/messages/${at.messageId}/meaning`, { body: { intent } })

  it('takes the stored words with personal data covered; the last word counts; erasing the person takes them away', async () => {
    const phone = '13812345678'
    const visitor = await newVisitor(node, shop.open.publicKey, { says: `call me at ${phone} about my gift` })
    const { example } = ok<{ example: { id: string; text: string } }>(
      await correct(shop.agent.browser, visitor, 'my-where'),
    )
    expect(example).toMatchObject({ intent: 'my-where', source: 'corrected' })
    expect(example.text).toContain('about my gift')
    expect(example.text).not.toContain(phone)
    const again = ok<{ example: object }>(await correct(shop.agent.browser, visitor, 'my-gift'))
    expect(again.example).toMatchObject({ id: example.id, intent: 'my-gift', source: 'corrected' })
    expect((await correct(shop.agent.browser, visitor, 'nowhere')).body.code).toBe('intent.not-found')
    expect((await correct(shop.viewer.browser, visitor, 'my-gift')).body.code).toBe('auth.forbidden')
    const ofAgent = { ...shop.visitor, messageId: shop.agentMessageId }
    expect((await correct(shop.agent.browser, ofAgent, 'my-gift')).body.code).toBe('message.not-found')
    expect((await correct(shop.outsider.browser, shop.customer, 'my-gift')).body.code).toBe('conversation.not-found')
    ok(await owner().call('DELETE', `/api/contacts/${visitor.contactId}`))
    expect(await refusal(owner(), 'DELETE', `/examples/${example.id}`)).toBe('example.not-found')
  })
})

describe('rights and rest', () => {
  it('agents read and try, managers teach, viewers neither', async () => {
    const { agent, manager, viewer } = shop
    await call(agent.browser, 'GET', '/intents')
    await call(agent.browser, 'GET', '/models')
    expect(await refusal(agent.browser, 'PUT', '/intents/theirs', { title: title('x'), on: true })).toBe(
      'auth.forbidden',
    )
    expect(await refusal(agent.browser, 'POST', '/training', {})).toBe('auth.forbidden')
    expect(await refusal(agent.browser, 'GET', '/export')).toBe('auth.forbidden')
    await call(manager.browser, 'PUT', '/intents/theirs', { title: title('x'), on: true })
    await call(manager.browser, 'DELETE', '/intents/theirs')
    expect(await refusal(viewer.browser, 'GET', '/intents')).toBe('auth.forbidden')
  })

  it('no customer’s word is readable in the database', async () => {
    const stored = await node.database.as(shop.tenant, async (tx) => {
      const { rows } = await sql<{ all: string }>`
        SELECT coalesce((SELECT string_agg(encode(body, 'escape'), '') FROM ballast.intent_examples), '') ||
          coalesce((SELECT string_agg(encode(bytes, 'escape') || figures::text, '') FROM ballast.intent_models), '')
          AS all`.execute(tx)
      return rows[0]!.all
    })
    expect(stored.length).toBeGreaterThan(10_000)
    for (const text of Object.values(SAID).flat()) expect(stored).not.toContain(text)
  })
})
