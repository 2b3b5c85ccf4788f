import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RepeatSketch } from './abuse/index.ts'
import { shippedFromBytes, shopSayingsHash } from './shipped.ts'
import { verdictOf } from './verdict.ts'

const { intents, sayings } = shippedFromBytes(readFileSync(new URL('../models/shipped.bin', import.meta.url)))
const NOW = Date.UTC(2026, 10, 20)
const hearing = { intents, now: NOW }

it('ships the intents its sayings teach; otherwise run `npm run understand:train`', () => {
  expect(sayings).toBe(shopSayingsHash())
})

describe('the whole verdict', () => {
  it.each([
    ['我的快递到哪里了', 'zh-Hans', 'order-where'],
    ['轉人工', 'zh-Hant', 'person'],
    ['let me talk to a person', 'en', 'person'],
    ['i want to cancel my order', 'en', 'cancel-order'],
  ])('%s', (text, language, intent) => {
    const verdict = verdictOf(text, hearing)
    expect(verdict.language.language).toBe(language)
    expect(verdict.intents[0]!.label).toBe(intent)
    expect(verdict.model).toBe(intents.version)
  })

  it('keeps places in the raw message, and personal numbers out of the wishes', () => {
    const text = 'ＸＬ码，我的电话是13812345678，订单号 20261118001234 怎么取消订单'
    const verdict = verdictOf(text, hearing)
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
    expect(verdict.personal.map(cut)).toEqual(['13812345678'])
    expect(verdict.entities.filter(({ kind }) => kind === 'order').map(cut)).toEqual(['20261118001234'])
    expect(verdict.intents.map(({ label }) => label)).toContain('cancel-order')
    for (const intent of verdict.intents) expect(cut(intent)).not.toBe('')
  })

  it('says the same however personal numbers run', () => {
    const labels = ['13812345678', '13900001111'].map((phone) =>
      verdictOf(`我电话${phone}，什么时候发货`, hearing).intents.map(({ label }) => label),
    )
    expect(labels[0]).toEqual(labels[1])
  })

  it('hears anger rise, whether told texts or feelings', () => {
    const previous = ['你好，我的订单还没发货', '怎么还没发货，都三天了', '你们到底发不发货？太差劲了！']
    const last = '垃圾店铺！骗子！我要投诉你们！！！'
    const risen = verdictOf(last, { ...hearing, previous })
    expect(risen.feeling.emotion).toBe('angry')
    expect(risen.trajectory.alarm).toBe(true)
    const feelings = previous.map((text) => verdictOf(text, hearing).feeling)
    expect(verdictOf(last, { ...hearing, previous, feelings }).trajectory).toEqual(risen.trajectory)
    expect(verdictOf('好的，谢谢！', hearing).trajectory.alarm).toBe(false)
  })

  it('finds a repeated message where it is told to remember', () => {
    const sketch = new RepeatSketch()
    const text = '全场特价，加微信 abc12345 领取优惠，名额有限'
    expect(verdictOf(text, { ...hearing, repeats: { sketch, id: 'a' } }).abuse.repeatOf).toBeUndefined()
    expect(verdictOf(text, { ...hearing, repeats: { sketch, id: 'b' } }).abuse.repeatOf).toBe('a')
  })
})

describe('any text', () => {
  const check = (text: string, previous: string[] = []) => {
    const verdict = verdictOf(text, { ...hearing, previous })
    expect(verdict.intents.length).toBeGreaterThan(0)
    for (const { start, end } of [...verdict.intents, ...verdict.personal, ...verdict.entities]) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThanOrEqual(start)
      expect(end).toBeLessThanOrEqual(text.length)
    }
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
  }
  it('is read without a throw, offsets inside', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
        check,
      ),
      { numRuns: 60 },
    )
  })
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t'],
    ['one emoji', '😡'],
    ['half a surrogate', '\ud83d'],
    ['thirty thousand digits', '1'.repeat(30_000)],
    ['thirty thousand Han', '退'.repeat(30_000)],
    ['marks upon marks', `a${'\u0301'.repeat(5_000)}`],
    ['clauses without end', '我要退款，'.repeat(4_000)],
  ])('%s is read soon', (_, text) => {
    const began = performance.now()
    check(text)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
