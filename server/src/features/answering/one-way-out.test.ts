// Nothing the bot says goes past the guard: every way a turn can end, with a shop and a knowledge base that say one thing
// to the code that writes and another to whoever checks.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problem } from '@ballast/contract/problems'
import { PLAIN_VOICE } from '@ballast/contract/routes/voice'
import { claimsIn, settled } from '@ballast/understanding/claims'
import { expect, test } from 'vitest'
import { heard, memoryParts } from '../../../../demo/evaluation/evaluate.ts'
import { afterFailure } from '../intake/rules/after-failure.ts'
import { correctionText, sumsOf } from '../promotions/rules/quotes.ts'
import { composeHandOver, composeSilence, composeUnavailable, composeUnreadable } from './compose/reply.ts'
import { type AnsweringParts, type TurnInput, type TurnResult, takeTurn } from './index.ts'
import { faultsOf } from './rules/guard/guard.ts'
import { say, sayLine } from './say.ts'
import type { Caught } from './turn.ts'

const NOW = Date.parse('2026-03-10T04:00:00Z')
const ID = '00000000-0000-7000-8000-000000000009'
const WHEN = { now: NOW, timeZone: 'Asia/Shanghai' }

const turn = (more: Partial<TurnInput> = {}): TurnInput => {
  const text = more.text ?? 'hello'
  return {
    tenant: ID,
    inbox: { id: ID, locale: 'zh', botName: '小石' },
    contact: { id: ID, externalId: 'demo-001', verified: true, name: null, level: null },
    locale: null,
    dialog: null,
    recent: [],
    text,
    verdict: heard(text, NOW),
    parts: text === '' ? [] : [{ kind: 'text', text }],
    now: NOW,
    ...more,
  }
}

/** The same value with every sum, stock and text in it another one each time it is read. */
const shifty = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value
  let reads = 0
  return new Proxy(value as object, {
    get: (target, key) => {
      const own = Reflect.get(target, key)
      if (key === 'amount' || key === 'stock' || key === 'percent') return Number(own) + 100 * ++reads
      if (key === 'answer') return `只要 ¥${1000 + ++reads}`
      return typeof own === 'object' && own !== null ? shifty(own) : own
    },
  }) as T
}
const honest = memoryParts(NOW)
const shiftyParts = (): { parts: AnsweringParts; caught: Caught[] } => {
  const caught: Caught[] = []
  const commerce = new Proxy(honest.commerce, {
    get: (target, key) => {
      const own = Reflect.get(target, key) as (...given: unknown[]) => Promise<unknown>
      return async (...given: unknown[]) => shifty(await own.apply(target, given))
    },
  })
  const knowledge = { search: async (question: never) => (await honest.knowledge.search(question)).map(shifty) }
  return { parts: { commerce, knowledge, onFaults: (one) => void caught.push(one) } as AnsweringParts, caught }
}
const HANDED_OVER = { outcome: 'handed-over', handover: 'bot-unsure', sources: [], action: null }

test.each([
  ['an order', { text: '我的快递到哪了' }],
  ['a price', { text: '冲锋衣多少钱' }],
  ['stock', { text: '冲锋衣有 M 码吗' }],
  ['coupons', { text: '我有哪些优惠券' }],
  ['an answer from the knowledge', { text: '怎么申请退货' }],
])('%s whose values change under the hand is not said', async (_, more) => {
  const { parts, caught } = shiftyParts()
  const result = await takeTurn(parts, turn(more))
  expect(result).toMatchObject(HANDED_OVER)
  expect(result.parts).toHaveLength(1)
  expect(claimsIn(settled(JSON.stringify(result.parts)), WHEN)).toEqual([])
  expect(caught).toMatchObject([{ tenant: ID, became: 'handed-over' }])
  expect(JSON.stringify(caught)).not.toMatch(/¥|只要/)
})

test('honest ones are said, and nothing is caught', async () => {
  const caught: Caught[] = []
  const parts = { ...honest, onFaults: (one: Caught) => void caught.push(one) }
  for (const text of [
    '我的快递到哪了',
    '冲锋衣多少钱',
    '冲锋衣有 M 码吗',
    '我有哪些优惠券',
    '怎么申请退货',
    '你好',
    '175 70 公斤穿几码',
  ])
    expect((await takeTurn(parts, turn({ text }))).handover, text).toBeUndefined()
  expect(caught).toEqual([])
})

test('a text under way is read as well: what nobody computed is not shown', async () => {
  const shown: string[] = []
  const onText = (soFar: string) => void shown.push(soFar)
  await takeTurn(honest, turn({ text: '我的快递到哪了', onText }))
  expect(shown).toEqual(['正在为您查询订单…'])
  const telling = { ...honest.commerce, findOrders: async () => [] }
  const input = turn({ text: '我的快递到哪了', onText })
  await takeTurn({ ...honest, commerce: telling }, input)
  for (const text of shown) expect(claimsIn(settled(text), WHEN)).toEqual([])
})

test('a shop that does not answer, a picture, silence: said by the same way', async () => {
  const away = async () => {
    throw problem('commerce.unavailable')
  }
  const parts = { ...honest, commerce: { ...honest.commerce, findOrders: away } }
  expect(await takeTurn(parts, turn({ text: '我的快递到哪了' }))).toMatchObject({ outcome: 'unsure' })
  const picture: TurnInput = turn({ text: '', parts: [{ kind: 'image', url: 'https://shop.example/1.png' }] })
  expect(await takeTurn(parts, picture)).toMatchObject({ outcome: 'asked' })
  expect(await takeTurn(parts, turn({ text: '' }))).toMatchObject({ outcome: 'silent' })
})

test('every draft is guarded by what it carries itself, whoever composed it', () => {
  for (const language of ['zh', 'en'] as const) {
    const drafts = [
      composeUnavailable(language),
      composeUnreadable(language),
      composeSilence(),
      composeHandOver('asked', language),
    ]
    for (const draft of drafts) {
      expect(faultsOf(draft.parts, { ...WHEN, computed: [], cited: [] })).toEqual([])
      const spoilt = { ...draft, parts: [...draft.parts, { kind: 'text' as const, text: 'only $5 today' }] }
      const result: TurnResult = say(
        {},
        {
          input: turn(),
          voice: PLAIN_VOICE,
          language,
          draft: spoilt,
          dialog: { pending: null, failures: 0, wrongProofs: 0 },
        },
      )
      expect(result).toMatchObject(HANDED_OVER)
    }
  }
  for (const locale of ['zh', 'en'])
    for (const dialog of [null, { turnFailures: 1 }])
      expect(faultsOf(afterFailure(dialog, locale).parts, { ...WHEN, computed: [], cited: [] })).toEqual([])
})

test('a result of a turn is made in one place, and texts under way leave through one listener', () => {
  const here = dirname(fileURLToPath(import.meta.url))
  const sources = readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.ts') && !one.name.endsWith('.test.ts'))
    .map((one) => ({ name: one.name, text: readFileSync(join(one.parentPath, one.name), 'utf8') }))
  const having = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)
  // Who composes, who may hand a result out, who may speak to the listener.
  expect(having(/from '(?:\.\/|\.\/compose\/)reply\.ts'/).sort()).toEqual(['say.ts', 'take-turn.ts', 'word.ts'])
  expect(having(/: (?:Promise<)?TurnResult\b/).sort()).toEqual(['say.ts', 'take-turn.ts'])
  expect(having(/\bonText\b/).sort()).toEqual(['say.ts', 'take-turn.ts', 'turn.ts'])
  const takeTurnSource = sources.find(({ name }) => name === 'take-turn.ts')!.text
  const door = takeTurnSource.slice(takeTurnSource.indexOf('export const takeTurn'))
  expect(door.match(/\breturn\b[^\n]*/g)).toEqual([expect.stringMatching(/^return say\(/)])
  expect(door).toMatch(/const show = [^\n]*guardedText\(/)
  expect(door).toMatch(/onText: show\b/)
})

test('outside a turn the bot speaks through the same guard: corrections of prices are the only such messages', () => {
  const caught: Caught[] = []
  const parts = { onFaults: (one: Caught) => void caught.push(one) }
  const cart = { currency: 'CNY', lines: [] }
  for (const locale of ['zh', 'en'])
    for (const now of [null, 129_950]) {
      const wrong = { quote: { locale, cart, amount: 19_900 }, now } as unknown as Parameters<typeof correctionText>[0]
      const line = { tenant: ID, text: correctionText(wrong), sums: sumsOf(wrong), now: NOW }
      expect(sayLine(parts, line)).toEqual([{ kind: 'text', text: line.text }])
      expect(sayLine(parts, { ...line, sums: [] })).toBeNull()
    }
  expect(caught.every(({ became }) => became === 'unsaid')).toBe(true)
  const server = join(dirname(fileURLToPath(import.meta.url)), '../..')
  const speakers = readdirSync(server, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /(?<!test)\.ts$/.test(one.name))
    .filter((one) => /conversations\.answer\(/.test(readFileSync(join(one.parentPath, one.name), 'utf8')))
  expect(speakers.map(({ name }) => name).sort()).toEqual(['slow-turn.ts', 'wire-promotions.ts'])
})
