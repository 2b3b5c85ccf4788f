import { Part } from '@ballast/contract/parts'
import { problem } from '@ballast/contract/problems'
import Value from 'typebox/value'
import { expect, test } from 'vitest'
import { heard, memoryParts } from '../../../../demo/evaluation/evaluate.ts'
import { type AnsweringParts, type Dialog, type TurnInput, type TurnResult, takeTurn } from './index.ts'

const NOW = Date.parse('2026-03-10T04:00:00Z')
const ID = '00000000-0000-7000-8000-000000000009'
/** Made here and not within a test: its classifier is taught for seconds. */
const SHOP = memoryParts(NOW)

/** A conversation that remembers, as intake does: the dialog goes through JSON between turns. */
const conversation = (externalId: string | null, more: Partial<AnsweringParts> = {}) => {
  const parts = { ...SHOP, ...more }
  let dialog: Dialog | null = null
  return async (text: string, extra: Partial<TurnInput> = {}): Promise<TurnResult> => {
    const result = await takeTurn(parts, {
      tenant: ID,
      inbox: { id: ID, locale: 'en', botName: 'Ridge' },
      contact: { id: ID, externalId, verified: externalId !== null, name: null, level: null },
      locale: null,
      dialog,
      recent: [],
      text,
      verdict: heard(text, NOW),
      parts: text ? [{ kind: 'text', text }] : [],
      now: NOW,
      ...extra,
    })
    dialog = JSON.parse(JSON.stringify(result.dialog))
    for (const part of result.parts) expect(Value.Check(Part, part), JSON.stringify(part)).toBe(true)
    return result
  }
}
const words = (result: TurnResult) => JSON.stringify(result.parts)

test('one order is shown at once, with its parcel, in the customer’s language', async () => {
  const say = conversation('demo-001')
  const result = await say('我的快递到哪了')
  expect(result).toMatchObject({ outcome: 'acted', action: 'order.read' })
  expect(result.parts[1]).toMatchObject({
    kind: 'order-card',
    status: 'shipped',
    parcel: { trackingNo: 'SF1407200001' },
  })
})

test('says what it is looking up before it looks, in the customer’s language; never for what needs no looking up', async () => {
  const heard: string[] = []
  const say = conversation('demo-001')
  const onText = (soFar: string) => void heard.push(soFar)
  await say('我的快递到哪了', { onText })
  expect(heard).toEqual(['正在为您查询订单…'])
  await say('which coupons do I have', { onText })
  expect(heard.slice(1)).toEqual(['Looking up your coupons…'])
  await say('hello', { onText })
  expect(heard).toHaveLength(2)
})

test('several orders: asks which, understands the answer, remembers it, moves to the other', async () => {
  const say = conversation('demo-003')
  expect(await say('where is my parcel')).toMatchObject({ outcome: 'asked' })
  expect(words(await say('the hoodie'))).toContain('BL200004')
  const again = await say('when will it arrive?')
  expect(again.outcome).toBe('acted')
  expect(words(again)).toContain('BL200004')
  expect(words(await say('and the rain jacket?'))).toContain('BL200003')
  expect(await say('and can I return it?')).toMatchObject({ outcome: 'answered' })
})

test('a visitor proves an order by phone; three wrong answers bring a person; nothing leaks', async () => {
  const say = conversation(null)
  expect(await say('where is order BL200001')).toMatchObject({ outcome: 'asked' })
  for (const guess of ['1111', '2222']) {
    const wrong = await say(guess)
    expect(wrong.outcome).toBe('asked')
    expect(words(wrong)).not.toContain('SF1407200001')
  }
  expect(await say('3333')).toMatchObject({ outcome: 'handed-over', handover: 'rule' })
  const honest = conversation(null)
  await honest('track BL200001')
  expect(words(await honest('1037'))).toContain('SF1407200001')
  expect(words(await honest('when will it arrive'))).toContain('BL200001')
})

test('an unverified contact that claims an external id is not believed', async () => {
  const say = conversation(null)
  const result = await say('where is my order', {
    contact: { id: ID, externalId: 'demo-001', verified: false, name: null, level: null },
  })
  expect(result.outcome).toBe('asked')
  expect(words(result)).not.toContain('BL200001')
})

test('somebody else’s order looks like one that does not exist', async () => {
  const [other, none] = await Promise.all([
    conversation('demo-001')('status of BL200002'),
    conversation('demo-001')('status of BL999999'),
  ])
  expect(words(other).replace('BL200002', '')).toBe(words(none).replace('BL999999', ''))
})

test('two turns in a row without sense bring a person; a good answer between them does not', async () => {
  const say = conversation(null)
  expect(await say('blorp fnord')).toMatchObject({ outcome: 'unsure' })
  expect(await say('wibble wobble')).toMatchObject({ outcome: 'handed-over', handover: 'bot-unsure' })
  const better = conversation(null)
  await better('blorp fnord')
  await better('is shipping free?')
  expect(await better('wibble wobble')).toMatchObject({ outcome: 'unsure' })
})

test('yes to "shall I get a person" gets one; no does not', async () => {
  const yes = conversation(null)
  await yes('blorp fnord')
  expect(await yes('yes please')).toMatchObject({ outcome: 'handed-over', handover: 'asked' })
  const no = conversation(null)
  await no('blorp fnord')
  expect(await no('no thanks')).toMatchObject({ outcome: 'answered' })
})

test('a complaint and an angry customer get a person at once', async () => {
  expect(await conversation(null)('I want to make a complaint')).toMatchObject({ handover: 'complaint' })
  expect(await conversation(null)('you idiots, this is garbage')).toMatchObject({ handover: 'angry' })
})

test('a shop system that does not answer becomes an honest line', async () => {
  const { commerce } = memoryParts(NOW)
  const down = { ...commerce, findOrders: () => Promise.reject(problem('commerce.unavailable')) }
  const say = conversation('demo-001', { commerce: down })
  const result = await say('where is my order')
  expect(result.outcome).toBe('unsure')
  expect(words(result)).toContain('not answering')
  expect(await say('yes')).toMatchObject({ outcome: 'handed-over' })
})

test('an error that is not an outage is not hidden', async () => {
  const search = () => Promise.reject(new Error('index broken'))
  await expect(conversation(null, { knowledge: { search } })('is shipping free')).rejects.toThrow('index broken')
})

test('price and stock follow the product of the page and the one spoken of', async () => {
  const say = conversation(null)
  const context = { productId: 'RL20' }
  expect(words(await say('how much is it?', { context }))).toContain('899')
  expect(words(await say('is the backpack in grey in stock'))).toContain('15 left')
  expect(words(await say('and navy?'))).toContain('out of stock')
})

test('a colour or size that does not exist is said, not answered with another', async () => {
  expect(words(await conversation(null)('do you have the down jacket in pink'))).toContain('does not come in pink')
  expect(words(await conversation(null)('轻羽跑鞋 46 码有货吗'))).toContain('没有 46 码')
})

test('size advice reads the table and admits where it ends', async () => {
  expect(words(await conversation(null)('我身高175体重80公斤穿什么码'))).toContain('建议选 XL 码')
  expect(words(await conversation(null)('what size for 205 cm and 130 kg'))).toContain('no size')
  expect(words(await conversation(null)('my feet are 26.1 cm, what shoe size'))).toContain('43')
})

test('answers name their source; a picture without words is not ignored; silence stays silent', async () => {
  const answered = await conversation(null)('do you accept alipay')
  expect(answered.sources).toHaveLength(1)
  expect(answered.parts.at(-1)).toMatchObject({ kind: 'sources' })
  expect(await conversation(null)('', { parts: [{ kind: 'image', url: '/x.png' }] })).toMatchObject({
    outcome: 'asked',
  })
  expect(await conversation(null)('  ')).toMatchObject({ outcome: 'silent', parts: [] })
  expect(await conversation(null)('👍')).toMatchObject({ outcome: 'silent' })
})

test('the order on view is the one that is asked about, until another is named', async () => {
  const say = conversation('demo-003')
  expect(words(await say('到哪了', { context: { orderNo: 'BL200004' } }))).toContain('BL200004')
  const other = conversation('demo-003')
  expect(words(await other('冲锋衣到哪了', { context: { orderNo: 'BL200004' } }))).toContain('BL200003')
  const foreign = conversation('demo-003')
  expect(await foreign('where is my order', { context: { orderNo: 'BL200001' } })).toMatchObject({ outcome: 'asked' })
})

test('"this one" is the product on view, and the next one after the customer walked on', async () => {
  const say = conversation(null)
  const [shoes, hoodie] = [{ context: { productId: 'RL03' } }, { context: { productId: 'RL07' } }]
  expect(words(await say('这双有 44 码吗', shoes))).toContain('主场一号篮球鞋（44）')
  expect(words(await say('这件有 M 码吗', hoodie))).toContain('云朵连帽卫衣（M）')
  expect(words(await say('冲锋衣有 M 码吗', hoodie))).toContain('峰顶冲锋衣（M）')
  expect(words(await say('那它多少钱', hoodie))).toContain('峰顶冲锋衣')
})

test('a customer’s own coupons are read; a stranger hears how coupons work', async () => {
  const own = await conversation('demo-005')('我有哪些优惠券')
  expect(own).toMatchObject({ outcome: 'acted', action: 'coupons.read' })
  expect(words(own)).toContain('WELCOME20')
  expect(words(await conversation('demo-003')('which coupons do I have?'))).toContain('5 % off')
  expect(await conversation(null)('我有哪些优惠券')).not.toMatchObject({ action: 'coupons.read' })
})

test.each([
  ['有登山靴吗', '北坡防水登山靴'],
  ['Do you sell trekking poles?', 'Foothold carbon trekking poles'],
  ['睡袋有吗', '静夜羽绒睡袋'],
])('"%s" is answered with what the shop has', async (text, title) => {
  const result = await conversation(null)(text)
  expect(result.action).toBe('product.read')
  expect(words(result)).toContain(title)
})

test('size advice is for the garment on view, and not for a bottle or shoes that happen to be', async () => {
  const body = '我身高175体重70公斤穿几码'
  expect(words(await conversation(null)(body, { context: { productId: 'RL07' } }))).toContain('云朵连帽卫衣建议选 L 码')
  for (const productId of ['RL19', 'RL01']) {
    expect(words(await conversation(null)(body, { context: { productId } }))).toContain('建议选 L 码')
  }
  expect(words(await conversation(null)('这个要选什么尺码', { context: { productId: 'RL19' } }))).toContain('不分尺码')
})
