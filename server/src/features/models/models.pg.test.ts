// Language models over HTTP and in the books: who may set one up, what is refused, what is spent when many ask at once, and that
// the switch reaches every process, even one that hears nothing.
import type { ModelCall, ModelSettings } from '@ballast/contract/routes/models'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  type AccountsServer,
  type Browser,
  openShop,
  type Shop,
  signInWithLink,
  startAccountsServer,
} from '../../../test/accounts-server.ts'
import { begin, chunk, type ModelEndpoint, saying, startModelEndpoint } from '../../../test/model-endpoint.ts'
import { recordLog } from '../../../test/record-log.ts'
import { memoryBus } from '../../platform/bus/memory.ts'
import { systemClock } from '../../platform/clock.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { createModels, type ModelsDoor } from './index.ts'
import { modelReactions } from './reactions.ts'
import { serveModels } from './routes.ts'

let server: AccountsServer
let endpoint: ModelEndpoint
let models: ModelsDoor
let strict: ModelsDoor
let shop: Shop
let manager: Browser
let agent: Browser
let round = 0
const { log } = recordLog()
const bus = memoryBus({ log })
const metrics = createMetrics({ processMetrics: false })
const made: ModelsDoor[] = []
const node = (allowPrivate = true, firstMs = 5_000): ModelsDoor => {
  // Of a node, only what is kept in memory is its own.
  const parts = { database: server.database, secrets: server.secrets, clock: systemClock, ids: ids() }
  const one = createModels({ ...parts, bus, appendFacts, metrics, log, allowPrivate, firstMs, totalMs: 8_000 })
  made.push(one)
  return one
}
let ids = () => ({ uuid: () => '' })

beforeAll(async () => {
  endpoint = await startModelEndpoint()
  server = await startAccountsServer((http, accounts, ground) => {
    ids = () => ground.ids
    const parts = { ...ground, clock: systemClock, bus, appendFacts, metrics, log, firstMs: 5_000, totalMs: 8_000 }
    // The routes come before the secrets are known here: they are asked for when needed.
    const secrets = {
      sealForTenant: (...given: Parameters<AccountsServer['secrets']['sealForTenant']>) =>
        server.secrets.sealForTenant(...given),
      openForTenant: (...given: Parameters<AccountsServer['secrets']['openForTenant']>) =>
        server.secrets.openForTenant(...given),
    }
    models = createModels({ ...parts, secrets, allowPrivate: true })
    strict = createModels({ ...parts, secrets, allowPrivate: false })
    made.push(models, strict)
    serveModels(http, accounts.gate, models)
  })
})
afterAll(async () => {
  for (const one of made) one.close()
  await server?.stop()
  await endpoint?.stop()
})
beforeEach(async () => {
  shop = await openShop(server, `model${round++}`)
  const hire = async (role: string) => {
    const body = { name: role, email: `${role}@model${round}.example`, role, teamIds: [] }
    const reply = await shop.owner.call('POST', '/api/staff', { body })
    return signInWithLink(server, (reply.body as unknown as { link: string }).link)
  }
  ;[manager, agent] = [await hire('manager'), await hire('agent')]
  endpoint.requests.splice(0)
  endpoint.behave(saying(['Hello.'], [100, 50]))
})

const NO_LIMITS = {
  tokensPerDay: null,
  tokensPerMonth: null,
  moneyPerDay: null,
  moneyPerMonth: null,
  currency: 'CNY',
  inputPrice: 200,
  outputPrice: 800,
}
const draft = (more: object = {}) => ({
  baseVersion: 0,
  baseUrl: endpoint.url,
  model: 'small',
  on: true,
  temperature: 0.2,
  maxTokens: 100,
  budget: NO_LIMITS,
  ...more,
})
const save = (body: object, who = shop.owner) => who.call('PUT', '/api/language-model/answer', { body })
const read = async () =>
  (await manager.call('GET', '/api/language-model')).body as unknown as {
    stopped: boolean
    uses: ModelSettings[]
    spending: { day: { calls: number; tokens: number; money: number }; ended: boolean }[]
  }
const calls = async () => (await manager.call('GET', '/api/language-model/calls')).body.calls as unknown as ModelCall[]
const stop = (stopped: boolean, who = manager) => who.call('PUT', '/api/language-model-stop', { body: { stopped } })
const ask = (who = models, more: object = {}) =>
  who.ask({
    tenant: shop.tenant,
    use: 'answer',
    system: 'be kind',
    user: 'hello',
    onPiece: () => undefined,
    judge: () => ({ outcome: 'ok', cut: 0 }),
    ...more,
  })

it('is set up by owners, watched and stopped by managers, and nobody else’s business', async () => {
  expect((await save(draft(), manager)).status).toBe(403)
  expect((await save(draft({ key: 'sk-1' }))).body).toMatchObject({ hasKey: true, version: 1, on: true })
  expect((await read()).uses).toMatchObject([{ use: 'answer', hasKey: true, temperature: 0.2 }])
  for (const [method, path] of [
    ['GET', '/api/language-model'],
    ['GET', '/api/language-model/calls'],
    ['POST', '/api/language-model/answer/try'],
  ] as const)
    expect((await agent.call(method, path)).status).toBe(403)
  expect((await stop(true, agent)).status).toBe(403)
  expect((await stop(true)).body).toEqual({ stopped: true })
  const other = await openShop(server, `elsewhere${round}`)
  expect((await other.owner.call('GET', '/api/language-model')).body).toMatchObject({ stopped: false, uses: [] })
  expect((await other.owner.call('GET', '/api/language-model/calls')).body.calls).toEqual([])
  expect((await other.owner.call('POST', '/api/language-model/answer/try')).body.code).toBe('language-model.not-set')
})

it('refuses an older writer, junk, and to carry a key to another server', async () => {
  expect((await save(draft({ key: 'sk-1' }))).status).toBe(200)
  expect((await save(draft())).body.code).toBe('language-model.changed')
  const next = draft({ baseVersion: 1 })
  for (const junk of [
    { baseUrl: 'ftp://model.example' },
    { baseUrl: 'https://user:pass@model.example/v1' },
    { baseUrl: 'javascript:alert(1)' },
    { baseUrl: 'https://model.example/v1?key=1' },
    { model: '' },
    { temperature: 7 },
    { maxTokens: 1_000_000 },
    { budget: { ...NO_LIMITS, tokensPerDay: -1 } },
    { budget: { ...NO_LIMITS, moneyPerDay: 0.5 } },
    { budget: { ...NO_LIMITS, currency: 'money' } },
    { key: 'with\nnewline' },
    { key: '密钥' },
    { loud: true },
  ])
    expect((await save({ ...next, ...junk })).status, JSON.stringify(junk)).toBe(400)
  const elsewhere = { ...next, baseUrl: 'https://thief.example/v1' }
  expect((await save(elsewhere)).body).toMatchObject({ code: 'language-model.key-needed', path: '/key' })
  expect((await save({ ...next, baseUrl: `${endpoint.url}/deeper/` })).body).toMatchObject({ hasKey: true, version: 2 })
  expect((await save({ ...elsewhere, baseVersion: 2, key: null })).body).toMatchObject({ hasKey: false, version: 3 })
})

it('where the operator does not allow it, only public https addresses are taken and called', async () => {
  const by = { kind: 'staff', tenant: shop.tenant, staffId: shop.tenant } as never
  const { saveModel } = await import('./save.ts')
  for (const baseUrl of [
    'http://model.example/v1',
    'https://localhost/v1',
    'https://127.0.0.1/v1',
    'https://[::1]/v1',
    'https://10.0.0.1/v1',
    'https://169.254.169.254/latest',
    'https://2130706433/v1',
    'https://metadata.google.internal/v1',
  ]) {
    const saved = saveModel(strict.parts, by, 'answer', draft({ baseUrl }) as never)
    await expect(saved, baseUrl).rejects.toMatchObject({ code: 'language-model.address-refused' })
  }
  // Saved where it was allowed; the operator has changed their mind.
  await save(draft())
  expect(await ask(strict)).toBe('forbidden-address')
  expect(endpoint.requests).toEqual([])
})

it('tells of each call in numbers, keeps the last fifty, and counts what was spent', async () => {
  await save(draft())
  expect((await shop.owner.call('POST', '/api/language-model/answer/try')).body).toMatchObject({
    use: 'test',
    outcome: 'ok',
    tokensIn: 100,
    tokensOut: 50,
  })
  const { spending } = await read()
  expect(spending).toMatchObject([{ day: { calls: 1, tokens: 150, money: 1 }, ended: false }])
  for (let turn = 0; turn < 52; turn++) await ask()
  await expect.poll(async () => (await read()).spending[0]?.day.tokens).toBe(53 * 150)
  expect(await calls()).toHaveLength(50)
  const { text } = await metrics.render()
  expect(text).toContain('ballast_model_calls_total{use="answer",outcome="ok"}')
})

it('an endpoint that names no tokens, or absurd ones, is charged by what went over the wire', async () => {
  await save(draft())
  for (const tokens of [undefined, { prompt_tokens: -5, completion_tokens: 1e15, total_tokens: 0 }]) {
    endpoint.behave((reply) => {
      begin(reply)
      reply.write(chunk({ content: 'Hello there, my friend.' }) + chunk({}, 'stop'))
      reply.end(tokens === undefined ? '' : `data: ${JSON.stringify({ choices: [], usage: tokens })}\n\n`)
    })
    await ask()
  }
  await expect.poll(async () => (await calls()).length).toBe(2)
  for (const { tokensIn, tokensOut } of await calls()) {
    expect(tokensIn).toBeGreaterThan(0)
    expect(tokensOut).toBeGreaterThan(0)
    expect(tokensIn + tokensOut).toBeLessThan(500)
  }
})

it('of many that ask at once no more are let through than the budget has', async () => {
  // A call is charged what it may cost at most while it lasts: 100 tokens written, and what is read.
  await save(draft({ budget: { ...NO_LIMITS, tokensPerDay: 400 } }))
  const others = [models, node(), node()]
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, at) => ask(others[at % 3])))
  expect(new Set(outcomes)).toEqual(new Set(['ok', 'budget']))
  await expect.poll(async () => (await calls()).length).toBe(outcomes.filter((one) => one === 'ok').length)
  expect(endpoint.requests.length).toBeLessThanOrEqual(3)
  const [spent] = (await read()).spending
  expect(spent).toMatchObject({ ended: true })
  expect(spent?.day.tokens).toBe(endpoint.requests.length * 150)
})

it('money ends it as tokens do, and nothing is charged for what was refused', async () => {
  await save(draft({ budget: { ...NO_LIMITS, moneyPerMonth: 0 } }))
  expect(await ask()).toBe('budget')
  await save(draft({ baseVersion: 1 }))
  endpoint.behave((reply) => reply.writeHead(500).end())
  expect(await ask()).toBe('failed')
  await expect.poll(async () => (await read()).spending[0]?.day).toEqual({ calls: 1, tokens: 0, money: 0 })
})

it('the switch ends calls on another node: when it hears, and within a second when it hears nothing', async () => {
  await save(draft())
  const hears = node()
  const reaction = modelReactions({ bus, models: hears, log })
  const deaf = node()
  endpoint.behave((_reply, _request, gone) => gone)
  const asked = [ask(models), ask(hears), ask(deaf)]
  await expect.poll(() => endpoint.requests.length).toBe(3)
  await stop(true)
  expect(await Promise.all(asked)).toEqual(['stopped', 'stopped', 'stopped'])
  for (const one of [models, hears, deaf]) expect(await ask(one)).toBe('stopped')
  for (const junk of [null, {}, { facts: 7 }, { facts: [null, { type: 'model.stopped', tenant: 'x' }] }])
    bus.publish(`facts.${shop.tenant}.x`, junk)
  await stop(false)
  endpoint.behave(saying(['Hello.']))
  await expect.poll(() => ask(hears)).toBe('ok')
  await expect.poll(() => ask(deaf)).toBe('ok')
  reaction.stop()
})

it('whoever asked can end it; a judge that breaks breaks nothing; off means nobody is asked', async () => {
  await save(draft())
  const hurry = new AbortController()
  endpoint.behave((_reply, _request, gone) => gone)
  const asked = ask(models, { signal: hurry.signal })
  await expect.poll(() => endpoint.requests.length).toBe(1)
  hurry.abort()
  expect(await asked).toBe('overtaken')
  endpoint.behave(saying(['Hello.']))
  const breaks = () => {
    throw new TypeError('of a rule')
  }
  expect(await ask(models, { judge: breaks })).toBe('failed')
  expect(await ask()).toBe('ok')
  await save(draft({ baseVersion: 1, on: false }))
  expect([await models.isOn(shop.tenant, 'answer'), await ask()]).toEqual([false, null])
  expect((await shop.owner.call('POST', '/api/language-model/answer/try')).body.outcome).toBe('ok')
})
