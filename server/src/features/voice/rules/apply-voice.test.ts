import type { Part } from '@ballast/contract'
import { PLAIN_VOICE, type Voice } from '@ballast/contract/routes/voice'
import { claimsIn, settled } from '@ballast/understanding/claims'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyVoice, type Speaking } from './apply-voice.ts'
import { decideVoice, voiceFor } from './decide-voice.ts'

const NOW = Date.parse('2026-11-09T04:00:00Z')
const ZH: Speaking = { language: 'zh', now: NOW, moment: 'later' }
const EN: Speaking = { ...ZH, language: 'en' }
const voice = (more: Partial<Voice>): Voice => ({ ...structuredClone(PLAIN_VOICE), ...more })
const text = (words: string): Part => ({ kind: 'text', text: words })
const said = (words: string, more: Partial<Voice>, speaking = ZH): string | null => {
  const voiced = applyVoice([text(words)], voice(more), speaking)
  if ('refused' in voiced) return null
  const [part] = voiced.parts
  return part?.kind === 'text' ? part.text : null
}

test('the plain voice changes no byte of anything, and cards and sources pass every voice as they are', () => {
  const card: Part = { kind: 'product-card', productId: 'p', title: '你好！😀', price: { amount: 1, currency: 'CNY' } }
  const sources: Part = { kind: 'sources', sources: [{ id: 'a', title: '最低价！你', version: 1 }] }
  const formal = voice({
    tone: 'formal',
    manner: 'phone',
    emoji: { use: 'off', which: [] },
    forbidden: [{ word: '最低价', instead: null }],
  })
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('greeting', 'first', 'later', 'bye'),
      (words, moment) => {
        const parts = [text(words), card, sources]
        expect(applyVoice(parts, voice({}), { ...ZH, moment: moment as Speaking['moment'] })).toEqual({ parts })
        expect(applyVoice([card, sources], formal, ZH)).toEqual({ parts: [card, sources] })
      },
    ),
  )
})

test('tones say the same otherwise', () => {
  expect(said('你可以退货哦！', { tone: 'formal' })).toBe('您可以退货。')
  expect(said("Hi, we can't do that, it's sold!", { tone: 'formal' }, EN)).toBe('Hello, we cannot do that, it is sold.')
  expect(said('您好，我是小石。', { tone: 'warm' })).toBe('亲，您好呀，我是小石。')
  expect(said('You are welcome!', { tone: 'warm' }, EN)).toBe('You are very welcome!')
})

test('emoji: none, only the brand’s own, or as written; digits and signs stay', () => {
  const words = '好的😀，#1 订单已发出 🚚®'
  expect(said(words, { emoji: { use: 'off', which: [] } })).toBe('好的，#1 订单已发出®')
  expect(said(words, { emoji: { use: 'on', which: ['🚚'] } })).toBe('好的，#1 订单已发出 🚚®')
  expect(said('好的', { emoji: { use: 'on', which: ['🌿'] } })).toBe('好的 🌿')
  expect(said('😀', { emoji: { use: 'off', which: [] } })).toBe('😀')
})

test('a forbidden word is replaced, or nothing is said; what a claim holds is never touched', () => {
  const forbidden = [
    { word: '最便宜', instead: '实惠' },
    { word: 'guarantee', instead: null },
    { word: '99', instead: '88' },
  ]
  expect(said('这是最便宜的。', { forbidden })).toBe('这是实惠的。')
  expect(said('We GUARANTEE it.', { forbidden }, EN)).toBeNull()
  expect(said('guaranteed quality', { forbidden }, EN)).toBe('guaranteed quality')
  expect(said('只要 99 元', { forbidden })).toBeNull()
  const replies: Part = { kind: 'quick-replies', replies: [{ label: '最便宜的' }] }
  expect(applyVoice([replies], voice({ forbidden }), ZH)).toEqual({
    parts: [{ kind: 'quick-replies', replies: [{ label: '实惠的' }] }],
  })
})

test('greeting, closing and the script of the week stand where they belong', () => {
  const more: Partial<Voice> = {
    greeting: { zh: '欢迎光临山脊！', en: '' },
    closing: { zh: '祝您出行愉快。', en: '' },
    scripts: [
      { language: 'zh', text: '双十一快乐！', from: '2026-11-09T00:00:00Z', to: '2026-11-16T00:00:00Z' },
      { language: 'zh', text: '过期了。', from: '2026-11-01T00:00:00Z', to: '2026-11-09T04:00:00Z' },
    ],
  }
  expect(said('您好，我是小石。', more, { ...ZH, moment: 'greeting' })).toBe('欢迎光临山脊！\n双十一快乐！')
  expect(said('可以退货。', more, { ...ZH, moment: 'first' })).toBe('欢迎光临山脊！\n可以退货。\n双十一快乐！')
  expect(said('可以退货。', more)).toBe('可以退货。')
  expect(said('再见。', more, { ...ZH, moment: 'bye' })).toBe('再见。\n祝您出行愉快。')
  expect(said('Yes.', more, { ...EN, moment: 'first' })).toBe('Yes.')
  const over = { ...ZH, moment: 'first' as const, now: Date.parse('2026-11-16T00:00:00Z') }
  expect(said('可以退货。', more, over)).toBe('欢迎光临山脊！\n可以退货。')
})

test('spoken it is short, yet no condition is cut from what it bounds', () => {
  const long = '可以的。我们的面料来自高山牧场。它柔软又耐穿。很多顾客都喜欢这款面料。它在风里也保持温暖。'.repeat(3)
  const live = said(long, { manner: 'live' })!
  expect(live.length).toBeLessThan(80)
  expect(live).toMatch(/^可以的。.*详细的可以再问我。$/)
  expect(said(long, { manner: 'phone' })!.length).toBeGreaterThan(live.length)
  const bound = `可以退货。${'我们的面料来自高山牧场。'.repeat(8)}特价商品除外。`
  expect(said(bound, { manner: 'live' })).toBe(bound)
  expect(said('- **可以**退\n- 寄回', { manner: 'phone' })).toBe('可以退寄回')
})

test('whatever a voice does, the claims of a text come out as they went in', () => {
  const claims = (words: string) =>
    claimsIn(settled(words), { now: NOW, timeZone: 'Asia/Shanghai' }).map(({ start, end, ...claim }) => claim)
  const pieces = [
    '你们',
    '哦！',
    '满300减40',
    '¥199',
    '，',
    '。',
    '7 天',
    ' 8 折 ',
    '明天',
    '😀',
    "can't",
    '最便宜',
    '11月11日',
    ' 20% off ',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('plain', 'warm', 'formal'),
      fc.constantFrom('as-written', 'off', 'on'),
      (words, tone, use) => {
        const joined = words.join('。')
        const more = {
          tone,
          emoji: { use, which: ['🌿'] },
          forbidden: [{ word: '最便宜', instead: '实惠' }],
        } as Partial<Voice>
        expect(claims(said(joined, more)!)).toEqual(claims(joined))
      },
    ),
    { numRuns: 500 },
  )
})

test('a voice that states facts is not saved; a feast may be wished', () => {
  const greeting = (zh: string) => decideVoice(voice({ greeting: { zh, en: '' } }))
  for (const words of ['全场8折！', '满300减40', '24 小时内发货', '免运费'])
    expect(greeting(words)).toEqual({ refused: 'voice.states-facts' })
  expect(greeting('双十一快乐！')).toBeNull()
  expect(decideVoice(voice({ nickname: '007 号客服' }))).toBeNull()
  expect(decideVoice(voice({ nickname: '全场5折' }))).toEqual({ refused: 'voice.states-facts' })
  const script = { language: 'zh' as const, text: '新品上架', from: '2026-11-16T00:00:00Z', to: '2026-11-09T00:00:00Z' }
  expect(decideVoice(voice({ scripts: [script] }))).toEqual({ refused: 'voice.script-ends-first' })
})

test('the most particular voice speaks', () => {
  const named = (nickname: string) => voice({ nickname })
  const voices = new Map([
    ['all', named('a')],
    ['channel:web', named('c')],
    ['inbox:1', named('i')],
  ])
  expect(voiceFor(voices, { inboxId: '1', channel: 'web' }).nickname).toBe('i')
  expect(voiceFor(voices, { inboxId: '2', channel: 'web' }).nickname).toBe('c')
  expect(voiceFor(voices, { inboxId: '2', channel: 'live' }).nickname).toBe('a')
  expect(voiceFor(new Map(), { inboxId: '2' })).toBe(PLAIN_VOICE)
})
