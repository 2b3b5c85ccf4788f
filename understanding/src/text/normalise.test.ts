// What is typed, what is read, and the way back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from './index.ts'

const READS: readonly (readonly [raw: string, text: string])[] = [
  ['', ''],
  ['Hello  World', 'hello world'],
  [' 我的快递\r\n\t到哪了 ', '我的快递\n到哪了'],
  ['Ｈｅｌｌｏ，１２３！', 'hello,123!'],
  ['１３８⑴❷③4️⃣🅰🔟', '1381234a10'],
  ['𝐅𝐑𝐄𝐄 ⓈⒽⒾⓅ', 'free ship'],
  ['我\u200b要\u200d退\ufeff款', '我要退款'],
  ['h̷e̷l̷l̷o̷', 'hello'],
  ['İstanbul', 'istanbul'],
  ['cafe\u0301', 'café'],
  ['ｶﾞｷﾞ', 'ガギ'],
  ['السَّلام', 'السلام'],
  ['ﻣﺮﺣﺒﺎ', 'مرحبا'],
  ['don’t', "don't"],
  // traditional
  ['我想要退貨，請問怎麼辦', '我想要退货,请问怎么办'],
  ['著名作家等著乾隆的乾淨後面', '著名作家等着乾隆的干净后面'],
  ['我嘅訂單喺邊', '我的订单在边'],
  ['後で届きますか', '後で届きますか'],
  // look-alikes
  ['pаypаl', 'paypal'],
  ['кoдa', 'кода'],
  ['привет', 'привет'],
  // digits for letters: only in watched words
  ['w3chat sc4m sh1t!!', 'wechat scam shit!!'],
  ['ab12cd iph0ne 14pro a4 mp3 b2b', 'ab12cd iph0ne 14pro a4 mp3 b2b'],
  ['a@ss.com', 'a@ss.com'],
  // pulled apart
  ['加 v 信', '加微信'],
  ['微❤信', '微信'],
  ['加Ｖ❤信 hello', '加微信 hello'],
  ['薇 信', '微信'],
  ['我 要 退 款', '我要退款'],
  ['w.e.c.h.a.t', 'wechat'],
  ['f u c k', 'fuck'],
  ['w❤e❤c❤h❤a❤t', 'wechat'],
  ['红、黄、蓝、白', '红、黄、蓝、白'],
  ['a b c', 'a b c'],
  ['好的❤谢谢', '好的❤谢谢'],
  ['退了,款呢', '退了,款呢'],
  // repeats
  ['哈哈哈哈哈哈', '哈哈哈'],
  ['sooooo coooool', 'soo cool'],
  ['hahahahahaha', 'hahaha'],
  ['快点快点快点快点快点', '快点快点快点'],
  ['！！！！！！', '!!!'],
  ['ㅋㅋㅋㅋㅋㅋ', 'ㅋㅋㅋ'],
  ['13800000000 八八八八八 138****0000', '13800000000 八八八八八 138****0000'],
  ['XXXL www.a.com xviii', 'xxxl www.a.com xviii'],
]

describe('normalise', () => {
  it.each(READS)('reads %j as %j', (raw, text) => {
    expect(normalise(raw).text).toBe(text)
  })

  it('shows where each character was typed', () => {
    const { text, at } = { text: normalise('加 v❤信 OK').text, at: (i: number) => normalise('加 v❤信 OK').at(i) }
    expect(text).toBe('加微信 ok')
    expect([0, 1, 2, 3, 4, 5, 6].map(at)).toEqual([0, 2, 4, 5, 6, 7, 8])
    const wide = normalise('我\u200b要退貨！！！！')
    expect(wide.text).toBe('我要退货!!!')
    expect(wide.at(wide.text.indexOf('货'))).toBe(4)
    expect(wide.at(wide.text.length)).toBe(9)
  })

  it('takes an index outside as the nearest inside', () => {
    const normal = normalise('abc')
    expect([normal.at(-5), normal.at(99), normal.at(Number.NaN)]).toEqual([0, 3, 0])
  })

  it('hands back the very text when nothing changes', () => {
    const raw = '我的快递到哪里了 where'
    expect(normalise(raw).text).toBe(raw)
    expect(normalise(raw).at(5)).toBe(5)
  })

  it('keeps what is said beside the words', () => {
    expect(normalise('好的😀👨‍👩‍👧🇨🇳 1️⃣ :) T_T').signals).toEqual({
      emoji: ['😀', '👨‍👩‍👧', '🇨🇳'],
      emoticons: [':)', 'T_T'],
      exclaims: 0,
      questions: 0,
      shouting: 0,
    })
    expect(normalise('(╯°□°)╯ 退款！!').signals).toMatchObject({ emoticons: ['(╯°□°)╯'], exclaims: 2 })
    expect(normalise('WHERE IS IT??').signals).toMatchObject({ shouting: 1, questions: 2 })
    expect(normalise('https://a.b/c (注: 8) 12:30').signals.emoticons).toEqual([])
  })
})

const PIECES = [
  ...'aAеа愛的著瞭乾カﾞガ가ㄱㅏ각ᄀ̷́\u200b\u200d\ufe0f①⑴❶🅰😀👨🇨1４〇 　\n\t\r.-*❤!！:()vV信微加薇ำกاًﷺ',
  '\ud83d',
  '\udc00',
  '1️⃣',
  'w3chat',
  'ffi',
  'İ',
  'ẞ',
  'Ω',
  '乾隆',
]
const messy = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
)

describe('any text at all', () => {
  it('is read without a throw, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(messy, (raw) => {
        const { text } = normalise(raw)
        expect(normalise(text).text).toBe(text)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps its offsets in order and inside', () => {
    fc.assert(
      fc.property(messy, (raw) => {
        const normal = normalise(raw)
        let last = 0
        for (let i = 0; i <= normal.text.length; i++) {
          const at = normal.at(i)
          expect(at).toBeGreaterThanOrEqual(last)
          expect(at).toBeLessThanOrEqual(raw.length)
          last = at
        }
        expect(normal.signals.shouting).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read in time however long it is', () => {
    for (const unit of ['a', '哈', '微.', 'w3', 'a b ', '(^_', '1️⃣', '\u0301', 'ab', '加v', '<3'])
      expect(normalise(unit.repeat(20_000)).text.length).toBeLessThan(80_001)
  }, 5_000)
})
