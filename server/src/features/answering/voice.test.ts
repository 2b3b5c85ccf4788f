// Turns in the brand's voice: what is said changes its clothes and never its figures.
import type { Part } from '@ballast/contract'
import { PLAIN_VOICE, type Voice } from '@ballast/contract/routes/voice'
import { expect, test } from 'vitest'
import { heard, memoryParts } from '../../../../demo/evaluation/evaluate.ts'
import { type TurnInput, type TurnResult, takeTurn } from './index.ts'
import type { Caught } from './turn.ts'

const NOW = Date.parse('2026-03-10T04:00:00Z')
const ID = '00000000-0000-7000-8000-000000000009'
const honest = memoryParts(NOW)

const ask = async (text: string, more: Partial<Voice> | null, extra: Partial<TurnInput> = {}) => {
  const caught: Caught[] = []
  const asked: object[] = []
  const voices = {
    of: async (place: object) => {
      asked.push(place)
      return { ...PLAIN_VOICE, ...more }
    },
  }
  const result: TurnResult = await takeTurn(
    { ...honest, onFaults: (one) => void caught.push(one), ...(more === null ? {} : { voices }) },
    {
      tenant: ID,
      inbox: { id: ID, locale: 'zh', botName: '小舟' },
      contact: { id: ID, externalId: 'demo-001', verified: true, name: null, level: null },
      locale: null,
      dialog: null,
      recent: [],
      text,
      verdict: heard(text, NOW),
      parts: [{ kind: 'text', text }],
      channel: 'web',
      now: NOW,
      ...extra,
    },
  )
  return { result, caught, asked }
}
const words = (parts: readonly Part[]): string => parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
const QUESTIONS = [
  '你好',
  '我的快递到哪了',
  '冲锋衣多少钱',
  '我有哪些优惠券',
  '怎么申请退货',
  '今天天气怎么样',
  '谢谢，再见',
  '转人工',
]

test('no voice and the plain voice say the same, byte for byte', async () => {
  for (const text of QUESTIONS) expect((await ask(text, {})).result).toEqual((await ask(text, null)).result)
})

test('the voice of this inbox on this channel is asked for; its nickname greets and signs', async () => {
  const { result, asked } = await ask('你好', { nickname: '山脊小助手' })
  expect(asked).toEqual([{ tenant: ID, inboxId: ID, channel: 'web' }])
  expect(words(result.parts)).toContain('我是山脊小助手')
  expect(result.botName).toBe('山脊小助手')
})

test('greeting and script stand before and after the first answer only; every figure is as it was', async () => {
  const scripts = [
    { language: 'zh' as const, text: '女神节快乐！', from: '2026-03-09T00:00:00Z', to: '2026-03-16T00:00:00Z' },
  ]
  const more = { greeting: { zh: '欢迎光临！', en: '' }, scripts, tone: 'formal' as const }
  const plain = (await ask('冲锋衣多少钱', null)).result
  const { result, caught } = await ask('冲锋衣多少钱', more)
  expect(words(result.parts)).toBe(`欢迎光临！\n${words(plain.parts)}\n女神节快乐！`)
  expect(result.parts.slice(1)).toEqual(plain.parts.slice(1))
  expect(caught).toEqual([])
  const recent = [{ author: 'bot' as const, text: '…' }]
  expect(words((await ask('冲锋衣多少钱', more, { recent })).result.parts)).toBe(words(plain.parts))
})

test('a forbidden word hands over rather than be said, in the answer, under way, and in the line that hands over', async () => {
  const forbidden = (word: string) => ({ forbidden: [{ word, instead: null }] })
  const { result, caught } = await ask('冲锋衣多少钱', forbidden('现价'))
  expect(result).toMatchObject({ outcome: 'handed-over', handover: 'bot-unsure' })
  expect(caught).toMatchObject([{ faults: ['word'], became: 'handed-over' }])
  const shown: string[] = []
  await ask('我的快递到哪了', forbidden('查询'), { onText: (soFar) => void shown.push(soFar) })
  expect(shown).toEqual([])
  const short = await ask('转人工', forbidden('同事'))
  expect(
    words(
      (
        await ask('冲锋衣多少钱', {
          forbidden: [
            { word: '现价', instead: null },
            { word: '人工客服', instead: null },
          ],
        })
      ).result.parts,
    ),
  ).toBe('转人工')
  expect(words(short.result.parts)).not.toContain('同事')
})

test('what a voice would state is undone by the guard: it was computed by nobody', async () => {
  const lying = { greeting: { zh: '全场 1 折！', en: '' } }
  const { result, caught } = await ask('冲锋衣多少钱', {
    ...lying,
    forbidden: [{ word: '现价', instead: '只要 ¥1，现价' }],
  })
  expect(words(result.parts)).not.toContain('¥1，')
  expect(caught.length).toBeGreaterThan(0)
})
