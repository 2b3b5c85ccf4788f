// Words, numbers, sounds and skeletons of a text.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOf, segment, skeletonOf, soundOf, soundsOf, withinOneEdit } from './index.ts'

describe('segment', () => {
  it.each([
    ['我要退款,谢谢', ['我要', '退款', '谢谢']],
    ['注文はどこですか', ['注文', 'は', 'どこ', 'です', 'か']],
    ['ฉันต้องการคืนสินค้า', ['ฉัน', 'ต้องการ', 'คืน', 'สินค้า']],
    ["where's my order 😀", ["where's", 'my', 'order', '😀']],
    ['', []],
    ['。。。', []],
  ])('%s', (text, words) => {
    const got = segment(text)
    // Without jieba's binding ICU cuts 我要 in two.
    expect(got.join('')).toBe(words.join(''))
    expect(got).toEqual(expect.arrayContaining(words.filter((word) => word !== '我要')))
  })

  it('takes a language the detector names, and any other', () => {
    expect(segment('快递到了', 'zh-Hant')).toContain('快递')
    expect(segment('hello there', 'unknown')).toEqual(['hello', 'there'])
    expect(segment('hello there', 'xx-nonsense')).toEqual(['hello', 'there'])
  })

  it('never throws and only gives what is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const kept = text.toWellFormed()
        for (const word of segment(kept)) expect(kept).toContain(word)
      }),
    )
  })
})

describe('digitsOf', () => {
  it.each([
    ['电话一三八零零138０００0①②', '13800138000012'],
    ['138-0000 0000', '13800000000'],
    ['1️⃣3️⃣8️⃣', ''],
    ['٣٤٥٦', '3456'],
    ['壹贰叁肆', '1234'],
    ['等了三天', ''],
  ])('%s', (raw, digits) => {
    expect(
      digitsOf(raw)
        .map((run) => run.digits)
        .join(' '),
    ).toBe(digits)
  })

  it('says where, in the raw text, and takes a smaller least', () => {
    expect(digitsOf('a 1️⃣2 b', 2)).toEqual([{ digits: '12', start: 2, end: 6 }])
  })

  it('stays inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        for (const { digits, start, end } of digitsOf(raw, 1)) {
          expect(digits).toMatch(/^\d+$/)
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(raw.length)
        }
      }),
    )
  })
})

describe('sounds', () => {
  it.each([
    ['快递到哪了', 'kuai di dao na le'],
    ['快第到那了', 'kuai di dao na le'],
    ['kuaidi dao nale', 'kuai di dao na le'],
    ['wo yao tuikuan', 'wo yao tui kuan'],
    ['shenme shihou fahuo', 'shen me shi hou fa huo'],
    ['can i change size', ''],
    ['where is my order', ''],
    ['banana', ''],
    ['我的order到哪了', 'wo de dao na le'],
  ])('%s', (text, sounds) => {
    expect(soundsOf(text).join(' ')).toBe(sounds)
  })
  it('knows the common characters and no others', () => {
    expect([soundOf('绿'), soundOf('谁'), soundOf('a'), soundOf('')]).toEqual(['lv', 'shui', undefined, undefined])
  })
})

describe('spelling', () => {
  it.each([
    ['recieve', 'receive'],
    ['delivry', 'delivery'],
    ['adress', 'address'],
    ['shiping', 'shipping'],
  ])('%s and %s share a skeleton', (wrong, right) => {
    expect(skeletonOf(wrong)).toBe(skeletonOf(right))
  })
  it('keeps other words apart', () => {
    expect(skeletonOf('order')).not.toBe(skeletonOf('return'))
    expect([skeletonOf('ad'), skeletonOf('b2b2'), skeletonOf('退款')]).toEqual(['ad', 'b2b2', '退款'])
  })
  it.each([
    ['adress', 'address', true],
    ['refnud', 'refund', true],
    ['refumd', 'refund', true],
    ['refnd', 'refund', true],
    ['rfnd', 'refund', false],
    ['cat', 'car', false],
    ['order', 'older', true],
    ['order', 'return', false],
  ])('%s ~ %s: %s', (first, second, near) => {
    expect(withinOneEdit(first, second)).toBe(near)
    expect(withinOneEdit(second, first)).toBe(near)
  })
})
