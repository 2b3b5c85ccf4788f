// Masked messages keep their length, their format and everything that is not personal.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal } from './find-personal.ts'
import { mask } from './mask.ts'
import type { PersonalSpan, PersonalType } from './span.ts'

const masked = (text: string, previous: readonly string[] = []) => mask(text, findPersonal(text, previous))
const TYPES: PersonalType[] = ['phone', 'email', 'name', 'address', 'bank-card', 'account', 'birth-date', 'ip']

describe('mask', () => {
  it.each([
    ['手机13800138000', '手机138****8000'],
    ['电话138 0013 8000', '电话138 **** 8000'],
    ['+8613800138000', '+86138****8000'],
    ['邮箱wang@shop.cn', '邮箱w***@shop.cn'],
    ['卡号6222 0200 0000 0000 125', '卡号6222 **** **** ***0 125'],
    ['card 4111 1111 1111 1111', 'card 4111 **** **** 1111'],
    ['身份证110100199003071237', '身份证110***********1237'],
    ['我叫王小燕', '我叫王**'],
    ['车牌沪A·12345', '车牌沪A·****5'],
    ['my name is Jane Doe', 'my name is J*** ***'],
    ['cvv 789', 'cvv ***'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN DE89 **** **** **** **30 00'],
    ['订单号13812345678901', '订单号13812345678901'],
  ])('%s', (text, expected) => expect(masked(text)).toBe(expected))

  it('covers keycap digits whole', () => {
    const text = `打${[...'13800138000'].map((digit) => `${digit}\u{fe0f}\u{20e3}`).join('')}`
    expect(masked(text)).toHaveLength(text.length)
    expect(masked(text)).toContain('*'.repeat(12))
  })
  it('leaves nothing of the second half of a split number', () => {
    expect(masked('8000', ['手机号是1380013'])).toBe('****')
  })
  it('never cuts a surrogate pair or a combining mark', () => {
    const text = '👍🏽é王'
    const spans: PersonalSpan[] = [{ start: 1, end: 5, type: 'name', score: 1 }]
    const covered = mask(text, spans)
    expect(covered).toHaveLength(text.length)
    expect(covered.isWellFormed()).toBe(true)
  })
  it('keeps length and what is outside, for any text and spans', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...TYPES),
        (text, from, size, type) => {
          const start = text.length === 0 ? 0 : from % text.length
          const end = Math.min(text.length, start + (size % 20))
          const covered = mask(text, [{ start, end, type, score: 1 }])
          expect(covered).toHaveLength(text.length)
          expect(covered.isWellFormed()).toBe(text.isWellFormed())
        },
      ),
    )
  })
  it('masking twice shows no more than masking once', () => {
    for (const text of ['手机13800138000', 'my card is 4111111111111111'])
      expect(masked(masked(text))).toBe(masked(text))
  })
})
