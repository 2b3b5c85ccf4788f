// Rules from a file to a price: versions, publication on every process, what was told wrongly, and the way back.
import { randomUUID } from 'node:crypto'
import type { Principal } from '@ballast/contract'
import type { Cart, Rule } from '@ballast/contract/promotions'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { memoryBus } from '../../platform/bus/memory.ts'
import { manualClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config/read-config.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { httpConfig } from '../../platform/http/config.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import { silentLog } from '../../platform/log.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { createPromotions, noteQuote, type Promotions, priceCart, priceUnder, save } from './index.ts'
import { promotionReactions } from './reactions.ts'
import { servePromotions } from './routes.ts'
import { writeSheet } from './sheets.ts'

const clock = manualClock(Date.parse('2026-11-11T04:00:00Z'))
let tenant = randomUUID()
let database: Awaited<ReturnType<typeof newDatabase>>
let http: ReturnType<typeof createHttp>
const bus = memoryBus({ log: silentLog })
const said: { conversationId: string; key: string; text: string }[] = []
let sayTo = async (to: { conversationId: string; key: string; text: string }) => void said.push(to)
/** Two processes over one database and one bus. */
let near: Promotions
let far: Promotions
const ears: { stop(): void }[] = []

beforeAll(async () => {
  database = await newDatabase()
  const config = readConfig({ http: httpConfig }, { CHECK_REPLIES: 'true' }).http
  http = createHttp({ log: silentLog, metrics: createMetrics({ processMetrics: false }), config, clock })
  const ground = {
    database,
    clock,
    ids: { uuid: () => randomUUID() },
    appendFacts,
    bus,
    log: silentLog,
    productIds: async () => ['coat', 'shoes'],
    sayTo: (to: { conversationId: string; key: string; text: string }) => sayTo(to),
  }
  near = createPromotions(ground)
  far = createPromotions(ground)
  for (const node of [near, far]) ears.push(promotionReactions({ bus, inForce: node.parts.inForce, log: silentLog }))
  const gate = {
    admit: async (): Promise<Principal> => ({
      kind: 'key',
      tenant,
      keyId: tenant,
      permissions: ['knowledge.read', 'knowledge.write'],
    }),
  }
  servePromotions({ ...near.parts, http, gate })
})
afterAll(async () => {
  for (const ear of ears) ear.stop()
  await Promise.all([near.close(), far.close()])
  await http.close()
  await bus.close()
  await database.drop()
})
beforeEach(() => {
  tenant = randomUUID()
  said.length = 0
  sayTo = async (to) => void said.push(to)
})

const full = (minus: number): Rule => ({
  id: 'full',
  name: '满减',
  kind: 'threshold',
  tiers: [{ amount: 10_000, minus }],
})
const CART: Cart = { currency: 'CNY', lines: [{ productId: 'coat', price: 19_900, quantity: 1 }] }
const call = async (method: 'GET' | 'POST', url: string, payload?: object | Buffer) => {
  const bytes = Buffer.isBuffer(payload) ? { headers: { 'content-type': 'application/octet-stream' } } : {}
  const reply = await http.app.inject({
    method,
    url: `/api/promotions${url}`,
    ...bytes,
    ...(payload ? { payload } : {}),
  })
  return { status: reply.statusCode, body: reply.json() }
}
const saveRules = async (put: Rule[], base = 0, remove: string[] = []): Promise<number> =>
  (await call('POST', '/versions', { base, put, remove })).body.version.version
const publish = (version: number) => call('POST', `/versions/${version}/publish`)
const total = async (node = near) => (await priceCart(node.parts, tenant, { cart: CART })).price.total

test('a version is in force on every process once it is published, not before, and the one before comes back', async () => {
  expect((await call('POST', '/price', { cart: CART })).body.code).toBe('rules.none-in-force')
  const first = await saveRules([full(1_000)])
  await publish(first)
  expect([await total(), await total(far)]).toEqual([18_900, 18_900])
  const second = await saveRules([full(3_000)], first)
  expect(await total()).toBe(18_900)
  const held = await near.parts.inForce.get(tenant)
  await publish(second)
  expect(await total()).toBe(16_900)
  await expect.poll(() => total(far)).toBe(16_900)
  // Who took a reference before keeps the whole old set.
  expect(held?.version).toBe(first)
  expect((await call('POST', '/roll-back')).body.version).toMatchObject({ version: first, inForce: true })
  await expect.poll(() => total(far)).toBe(18_900)
  expect(await total()).toBe(18_900)
  const { inForce, versions } = (await call('GET', '/versions')).body
  expect([inForce, versions.map((one: { version: number; base: number }) => [one.version, one.base])]).toEqual([
    first,
    [
      [second, first],
      [first, null],
    ],
  ])
})

test('a turn keeps one version to its end, however often others come into force meanwhile', async () => {
  let version = 0
  const takesOff = new Map<number, number>()
  const publishNext = async (minus: number) => {
    version = await saveRules([full(minus)], version)
    takesOff.set(version, minus)
    await publish(version)
  }
  await publishNext(1_000)
  let running = true
  const seen = new Set<number>()
  const turn = async (node: Promotions) => {
    const rules = (await node.parts.inForce.get(tenant))!
    const asked = { cart: CART, buyer: {}, now: clock.now() }
    const before = priceUnder(rules, asked)
    await new Promise((next) => setTimeout(next, 3))
    expect(priceUnder(rules, asked)).toEqual(before)
    expect(before.price.total).toBe(19_900 - takesOff.get(before.version)!)
    seen.add(before.version)
  }
  const turns = [near, far].map(async (node) => {
    while (running) await turn(node)
  })
  for (let n = 2; n <= 8; n++) await publishNext(n * 1_000)
  running = false
  await Promise.all(turns)
  expect(seen.size).toBeGreaterThan(2)
})

test('a process that missed the poke finds out by itself, one that starts reads versions stored as changes', async () => {
  let version = await saveRules(Array.from({ length: 200 }, (_, i) => ({ ...full(i + 1), id: `r${i}`, group: 'g' })))
  for (let i = 0; i < 20; i++)
    version = await saveRules([{ ...full(5_000 + i), id: 'r7', group: 'g' }], version, [`r${i + 50}`])
  await publish(version)
  expect(await total()).toBe(19_900 - 5_019)
  const late = createPromotions({ ...near.parts })
  expect(await total(late)).toBe(19_900 - 5_019)
  const next = await saveRules([{ ...full(9_000), id: 'r8', group: 'g' }], version)
  await publish(next)
  expect(await total(late)).toBe(19_900 - 5_019)
  clock.advance(6_000)
  await expect.poll(() => total(late)).toBe(10_900)
  await late.close()
  const { body } = await call('GET', `/versions/${next}/rules?limit=3&after=r1`)
  expect(body.rules.map(({ id }: Rule) => id)).toEqual(['r10', 'r100', 'r101'])
  expect([body.total, body.more]).toEqual([180, true])
  const found = await call('GET', `/versions/${next}/rules?search=9000`)
  expect(found.body.rules.map(({ id }: Rule) => id)).toEqual(['r8'])
})

test('an import names what it cannot read; a round trip changes nothing; broken rules are not published', async () => {
  const rows = [
    ['编号', '类型', '名称', '阶梯', '减', '券码', '商品'],
    ['full', '满减', '满100减10', '满100减10', '', '', ''],
    ['vip', '优惠券', '贵宾券', '', '5', 'VIP', 'coat; gloves'],
    ['bad', '满减', '坏', '满一百', '', '', ''],
    ['empty', '优惠券', '空券', '', '', 'E', ''],
  ]
  const preview = await call('POST', '/import?preview=yes', writeSheet(rows, 'xlsx'))
  expect(preview.body).toMatchObject({ version: null, rules: 3 })
  const { body } = await call('POST', '/import', writeSheet(rows, 'xlsx'))
  expect(body.problems).toEqual([{ row: 4, code: 'cell.unreadable', column: 'tiers' }])
  expect(body.version).toMatchObject({ version: 1, rules: 3, broken: ['empty'] })
  expect((await publish(1)).body).toMatchObject({ code: 'rules.broken', detail: 'empty' })
  const { findings } = (await call('GET', '/versions/1/check')).body
  expect(findings.map(({ finding }: { finding: { code: string } }) => finding.code)).toEqual([
    'field.missing',
    'product.unknown',
  ])
  expect(findings[1].words).toEqual({
    zh: '「贵宾券」 提到的商品不存在：gloves。请核对商品编号。',
    en: '“贵宾券” names products the shop does not sell: gloves. Check the ids.',
  })
  const mended = await saveRules([], 1, ['empty'])
  expect((await publish(mended)).status).toBe(200)
  const table = await http.app.inject({ method: 'GET', url: `/api/promotions/versions/${mended}/table?format=csv` })
  expect(table.headers['content-type']).toContain('text/csv')
  const again = await call('POST', `/import?base=${mended}`, table.rawPayload)
  const compared = await call('GET', `/versions/${again.body.version.version}/compare?since=${mended}`)
  expect(compared.body.counts).toEqual({ added: 0, removed: 0, changed: 0 })
  expect((await call('GET', `/versions/${mended}/compare?since=1`)).body.removed.map(({ id }: Rule) => id)).toEqual([
    'empty',
  ])
  expect((await call('POST', '/import', Buffer.from('PK\x03\x04 not really'))).body.code).toBe('rules.file-unreadable')
})

test('the simulator says what a version not yet published would cost, in words', async () => {
  const version = await saveRules([full(1_000)])
  const { body } = await call('POST', '/price', { cart: CART, version })
  expect(body.price.total).toBe(18_900)
  expect(body.words.zh).toEqual(['满减「满减」：-¥10.00', '合计 ¥189.00'])
  const yen = await call('POST', '/price', { cart: { ...CART, currency: 'JPY' }, version })
  expect(yen.body.code).toBe('rules.currency-differs')
  expect((await call('POST', '/price', { cart: CART, version: 99 })).body.code).toBe('rules.version-unknown')
  expect((await publish(99)).body.code).toBe('rules.version-unknown')
  expect((await call('POST', '/roll-back')).body.code).toBe('rules.none-before')
})

test('prices told before a change are listed and corrected once; what is still right is left alone', async () => {
  const first = await saveRules([full(1_000)])
  await publish(first)
  const quoteOf = async (cart: Cart, conversationId: string = randomUUID()) => {
    const { price, version } = await priceCart(near.parts, tenant, { cart })
    const id = randomUUID()
    const messageId = randomUUID()
    const at = clock.now()
    const quote = { id, conversationId, messageId, locale: 'zh-CN', cart, buyer: {}, amount: price.total, version, at }
    await noteQuote(near.parts, tenant, quote)
    clock.advance(1_000)
    return quote
  }
  const cheap = { ...CART, lines: [{ productId: 'coat', price: 100, quantity: 1 }] }
  const asked = randomUUID()
  await quoteOf(CART, asked)
  const wrong = await quoteOf(CART, asked)
  const other = await quoteOf(CART)
  await quoteOf(cheap)
  const second = await saveRules([full(3_000)], first)
  await publish(second)
  const { answers } = (await call('GET', '/wrong-answers')).body
  expect(answers.map((one: { id: string; told: number; now: number }) => [one.id, one.told, one.now])).toEqual([
    [other.id, 18_900, 16_900],
    [wrong.id, 18_900, 16_900],
  ])
  sayTo = async (to) => {
    if (to.conversationId === other.conversationId) throw new Error('not taken')
    said.push(to)
  }
  const ids = [wrong.id, other.id]
  expect((await call('POST', '/wrong-answers/correct', { ids })).body).toEqual({
    corrected: [wrong.id],
    failed: [other.id],
  })
  expect(said.map(({ conversationId, key, text }) => [conversationId, key, text])).toEqual([
    [asked, wrong.id, '更正：此前告知您的合计 ¥189.00 因活动规则调整，现在为 ¥169.00。给您带来不便，非常抱歉。'],
  ])
  expect((await call('GET', '/wrong-answers')).body.answers.map(({ id }: { id: string }) => id)).toEqual([other.id])
  await publish(first)
  expect((await call('GET', '/wrong-answers')).body.answers).toEqual([])
  expect((await call('POST', '/wrong-answers/correct', { ids })).body).toEqual({ corrected: [], failed: [] })
})

test('another workspace sees nothing of it', async () => {
  await publish(await saveRules([full(1_000)]))
  tenant = randomUUID()
  expect((await call('GET', '/versions')).body).toEqual({ inForce: null, versions: [] })
  expect((await call('GET', '/versions/1/rules')).body.code).toBe('rules.version-unknown')
  expect(await near.parts.inForce.get(tenant)).toBeNull()
})

test('two who save at once get a version each', async () => {
  const rows = await Promise.all(
    [1, 2, 3].map((n) => save(near.parts, { tenant, base: 0, changes: { put: [full(n)], remove: [] } })),
  )
  expect(rows.map(({ version }) => version).sort()).toEqual([1, 2, 3])
})
