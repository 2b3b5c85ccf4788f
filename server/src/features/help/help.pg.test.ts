// Product help on the whole server: what a scan shows and to whom, what it does not, floods, junk, and the chat's answers.

import { join } from 'node:path'
import { type Client, createClient } from '@ballast/contract/client'
import type { Part } from '@ballast/contract/parts'
import { problem } from '@ballast/contract/problems'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../test/change-sets.ts'
import { mp4, pdf, png } from '../../../test/sample-files.ts'
import { startWholeServer, type WholeServer } from '../../../test/whole-server.ts'
import { openTwin, postFrames, type Twin, text, visit } from '../../../test/whole-tenants.ts'
import { noCommerce, type Product } from '../commerce/index.ts'
import { openDisk, sweep } from '../files/index.ts'

const thing = (id: string, zh: string, en: string): Product => ({
  id,
  title: { zh, en },
  aliases: [zh, en.toLowerCase()],
  price: { amount: 100_000, currency: 'CNY' },
  variants: [],
  sizing: 'none',
})
const shelf = new Map([
  ['washer', thing('washer', '滚筒洗衣机', 'Washing machine')],
  ['fridge', thing('fridge', '冰箱', 'Fridge')],
])
let silent = false
const commerce = {
  ...noCommerce(),
  getProducts: async (ids: readonly string[]) => {
    if (silent) throw problem('commerce.unavailable')
    return ids.flatMap((id) => shelf.get(id) ?? [])
  },
  getProduct: async (id: string) => shelf.get(id) ?? null,
}
let node: WholeServer
let shop: Twin
let other: Twin
let client: Client
const clientOf = (twin: Twin) =>
  createClient({ baseUrl: node.url, headers: { authorization: `Bearer ${twin.key.secret}` } })

const write = (more: object, as = client) => {
  const body = { locale: 'zh-CN', title: '', questions: [], answer: '好的。', topic: '', baseVersion: 0, ...more }
  return as.saveKnowledge({ params: { entryId: newId() }, body: body as never })
}
const about = (...products: string[]) => ({ audience: { levels: [], regions: [], products } })
const make = async (productId: string, twin = shop): Promise<string> => {
  const { codes } = await clientOf(twin).makeHelpCodes({ body: { inboxId: twin.open.id, productIds: [productId] } })
  return codes[0]!.code
}
const open = async (path: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => {
  const reply = await node.app.inject({
    method,
    url: `/h/${path}`,
    headers: { 'accept-language': 'zh-CN', ...headers },
  })
  return { status: reply.statusCode, page: reply.body, headers: reply.headers }
}
const useOf = async (code: string) => {
  const found = (await client.listHelpCodes({ query: { search: code } })).codes[0]!
  return [found.scans, found.questions, found.unknown]
}
let washer: string

beforeAll(async () => {
  node = await startWholeServer({ commerce })
  shop = await openTwin(node, 'alpha')
  other = await openTwin(node, 'beta')
  client = clientOf(shop)
  const steps = [
    { text: '关水，拔掉电源。', medium: { kind: 'picture', fileId: shop.mediumId, alt: '水龙头' } },
    { text: '拧开滤网。' },
  ]
  await write({ title: 'E1 不排水', kind: 'solution', answer: '多半是滤网堵了。', steps, ...about('washer') })
  await write({ title: 'F05 门没关好', kind: 'solution', answer: '重新关门。', ...about('washer') })
  await write({ title: '怎么清洗筒槽', questions: ['筒自洁怎么用'], answer: '选筒自洁程序。', ...about('washer') })
  await write({ locale: 'en', title: 'E1 does not drain', answer: 'Clean the filter.', ...about('washer') })
  await write({ title: 'E1 制冷异常', kind: 'solution', answer: '冰箱的答案。', ...about('fridge') })
  await write({ title: 'E1 不排水', answer: '别家的答案。', ...about('washer') }, clientOf(other))
  await write({
    title: '会员专享说明',
    answer: '只给金卡。',
    audience: { levels: ['gold'], regions: [], products: ['washer'] },
  })
  const draft = { locale: 'zh-CN', title: '还没写完', questions: [], answer: '草稿。', topic: '', baseVersion: 0 }
  await client.draftKnowledge({ params: { entryId: newId() }, body: { ...draft, ...about('washer') } })
  washer = await make('washer')
})
afterAll(() => node?.stop())

it('shows the product and what anybody may know of it, in the reader’s language', async () => {
  const { status, page, headers } = await open(washer)
  expect(status).toBe(200)
  expect(page).toContain('<h1>滚筒洗衣机</h1>')
  expect(page).toContain('E1 不排水')
  for (const foreign of ['冰箱的答案', '别家的答案', '只给金卡', '草稿', 'does not drain', '制冷异常'])
    expect(page).not.toContain(foreign)
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const english = (await open(washer, { 'accept-language': 'fr, en;q=0.8' })).page
  expect(english).toContain('<h1>Washing machine</h1>')
  expect(english).toContain('E1 does not drain')
  expect((await open(`${washer}?lang=zh`, { 'accept-language': 'en' })).page).toContain('滚筒洗衣机')
})

it.each(['E1', 'e1', 'e-01', 'Ｅ１', '洗衣机报E1怎么办'])('answers %s with steps and their picture', async (typed) => {
  const { page } = await open(`${washer}?q=${encodeURIComponent(typed)}`)
  expect(page).toContain('多半是滤网堵了。')
  expect(page).toMatch(/<ol[^>]*>.*关水.*<\/ol>/s)
  expect(page).toContain(`src="/media/${shop.mediumId}"`)
  expect(page).not.toContain('重新关门')
})

it('says so when it does not know a code, and finds other questions by their words', async () => {
  expect((await open(`${washer}?q=E9`)).page).toContain('没有找到本商品“E9”的说明')
  expect((await open(`${washer}?q=${encodeURIComponent('筒自洁怎么用')}`)).page).toContain('选筒自洁程序')
  expect((await open(`${washer}?q=${encodeURIComponent('你们几点开门')}`)).page).toContain('没有找到')
})

it('takes what is typed as text', async () => {
  const { page } = await open(`${washer}?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(page).not.toContain('<script>alert')
  for (const junk of ['?q=', '?q=%00', '?q=a&q=b', '?lang=xx', '?e=nothing', `?q=${'长'.repeat(3000)}`])
    expect([200, 400, 414]).toContain((await open(`${washer}${junk}`)).status)
})

it.each(['aaaaaaaa', 'short', 'x'.repeat(500), '%00', '%3Cb%3E', "a'OR'1'='1", '01234567', '%F0%9F%98%80'])(
  'knows no code %s',
  async (code) => {
    const { status, page } = await open(code)
    expect([400, 404, 414]).toContain(status)
    expect(page).not.toContain('滚筒')
    expect(page).not.toContain('<b>')
  },
)

it('is one code a product and inbox for ever, read in capitals too', async () => {
  expect(await make('washer')).toBe(washer)
  expect((await open(washer.toUpperCase())).status).toBe(200)
  expect(await make('washer', other)).not.toBe(washer)
  await expect(make('nothing')).rejects.toMatchObject({ code: 'product.not-found' })
  const foreign = { inboxId: other.open.id, productIds: ['washer'] }
  await expect(client.makeHelpCodes({ body: foreign })).rejects.toMatchObject({ code: 'inbox.unknown' })
})

it('keeps helping when the product has left the shop, or its systems are silent', async () => {
  const code = await make('fridge')
  shelf.delete('fridge')
  const gone = await open(code)
  expect(gone.page).toContain('<h1>冰箱</h1>')
  expect(gone.page).toContain('已下架')
  silent = true
  const mute = await open(`${code}?q=E1`)
  silent = false
  expect(mute.page).toContain('冰箱的答案')
  expect(mute.page).not.toContain('已下架')
})

it('counts scans and questions, not robots, look-aheads or what is looked at again', async () => {
  const before = await useOf(washer)
  await open(washer)
  await open(`${washer}?q=E1`)
  await open(`${washer}?q=E9`)
  await open(washer, {}, 'HEAD')
  await open(washer, { 'sec-purpose': 'prefetch' })
  const after = await useOf(washer)
  expect(after.map((count, at) => count - before[at]!)).toEqual([1, 2, 1])
})

it('is turned off and on', async () => {
  await client.switchHelpCode({ params: { code: washer }, body: { on: false } })
  const off = await open(washer)
  expect([off.status, off.page.includes('滚筒')]).toEqual([410, false])
  await client.switchHelpCode({ params: { code: washer }, body: { on: true } })
  expect((await open(washer)).status).toBe(200)
})

it('has no chat while its inbox is off', async () => {
  expect((await open(washer)).page).toContain(`data-inbox="${shop.open.publicKey}"`)
  await client.changeInbox({ params: { inboxId: shop.open.id }, body: { enabled: false } })
  const { page } = await open(washer)
  expect(page).not.toContain(shop.open.publicKey)
  expect(page).toContain('E1 不排水')
  await client.changeInbox({ params: { inboxId: shop.open.id }, body: { enabled: true } })
})

it('weighs less than 30 KB at first, however much is written about the product', async () => {
  shelf.set('manual', thing('manual', '说明书很厚的机器', 'Thick manual'))
  for (let n = 0; n < 40; n++)
    await write({ title: `第 ${n} 章`, answer: '很长的说明。'.repeat(300), ...about('manual') })
  const { page } = await open(await make('manual'))
  const files = await Promise.all(['style.css', 'page.js'].map((name) => open(name)))
  const bytes = [page, ...files.map((file) => file.page)].reduce((sum, one) => sum + Buffer.byteLength(one), 0)
  expect(bytes).toBeLessThan(30_000)
  expect(page.match(/第 \d+ 章/g)).toHaveLength(40)
})

it('a flood is told to wait, as a page', async () => {
  const busy = await startWholeServer({ commerce, env: { PUBLIC_RATE: '1', PUBLIC_BURST: '5' } })
  const replies = []
  for (let n = 0; n < 8; n++) replies.push(await busy.app.inject({ url: '/h/aaaaaaaa' }))
  await busy.stop()
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 429, 429, 429])
  expect(Number(replies[7]!.headers['retry-after'])).toBeGreaterThan(0)
  expect(replies[7]!.headers['content-type']).toContain('text/html')
})

it('labels and pictures are for colleagues alone, and no more than a sheet', async () => {
  const ask = (url: string, key = shop.key.secret) =>
    node.app.inject({ url, headers: { authorization: `Bearer ${key}` } })
  const sheet = await ask(`/api/help/sheet?codes=${washer}&copies=3&locale=zh-CN`)
  expect(sheet.body.match(/<svg/g)).toHaveLength(3)
  expect((await ask(`/api/help/sheet?codes=${washer}`, other.key.secret)).json()).toMatchObject({
    code: 'help.not-found',
  })
  expect((await node.app.inject({ url: `/api/help/codes/${washer}/qr` })).statusCode).toBe(401)
  expect((await ask(`/api/help/codes/${washer}/qr?as=png`)).rawPayload.subarray(1, 4).toString()).toBe('PNG')
})

it('pictures and videos of answers: checked, served safely, not swept away', async () => {
  const send = (payload: Buffer, type: string) =>
    node.app.inject({
      method: 'POST',
      url: '/api/media',
      headers: { authorization: `Bearer ${shop.key.secret}`, 'content-type': type },
      payload,
    })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const [bytes, type] of [
    [pdf(), 'application/pdf'],
    [svg, 'image/svg+xml'],
    [svg, 'image/png'],
  ] as const)
    expect((await send(bytes, type)).json()).toMatchObject({ code: 'file.type-refused' })
  expect((await send(Buffer.alloc(0), 'image/png')).statusCode).toBeGreaterThanOrEqual(400)
  const { fileId: film } = (await send(mp4(), 'video/mp4')).json() as { fileId: string }
  const { fileId } = (await send(png(40, 30), 'image/png')).json() as { fileId: string }
  node.clock.advance(3 * 86_400_000)
  await sweep({ database: node.database, disk: openDisk(join(node.dataDir, 'files')), clock: node.clock })
  const shown = await node.app.inject({ url: `/media/${fileId}` })
  expect(shown.rawPayload.equals(png(40, 30))).toBe(true)
  expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(shown.headers['content-security-policy']).toContain('sandbox')
  const part = await node.app.inject({ url: `/media/${film}`, headers: { range: 'bytes=4-7' } })
  expect([part.statusCode, part.body]).toEqual([206, 'ftyp'])
  for (const id of [newId(), shop.fileId]) expect((await node.app.inject({ url: `/media/${id}` })).statusCode).toBe(404)
})

/** What the bot says to it with a product on view. */
const asked = async (said: string, productId?: string): Promise<{ parts: Part[]; words: string }> => {
  const { token } = await visit(node, shop.open.publicKey)
  const context = productId === undefined ? {} : { context: { productId } }
  const frame = { t: 'send', id: newId(node.clock.now()), parts: text(said), ...context }
  const { frames } = await postFrames(node, token, [frame])
  const { conversationId } = frames.find(({ t }) => t === 'ack') as unknown as { conversationId: string }
  const { messages } = await client.listMessages({ params: { conversationId }, query: {} })
  const parts = messages.filter(({ author }) => author.kind === 'bot').flatMap((message) => message.parts)
  return { parts, words: JSON.stringify(parts) }
}

it('in the chat the product on view answers its own code first, with steps and picture; an unknown one is not guessed', async () => {
  const { parts, words } = await asked('报E1了怎么办', 'washer')
  expect(words).toContain('多半是滤网堵了')
  expect(words).toContain('1. 关水')
  expect(parts).toContainEqual({ kind: 'image', url: `/media/${shop.mediumId}`, alt: '水龙头' })
  expect((await asked('报E1了怎么办', 'fridge')).words).toContain('冰箱的答案')
  const unknown = (await asked('显示E7', 'washer')).words
  for (const answer of ['滤网', '冰箱', '重新关门']) expect(unknown).not.toContain(answer)
  expect(unknown).toContain('人工')
})
