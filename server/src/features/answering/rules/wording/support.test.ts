// What a model may say of a passage: a table of sentences, each with what must become of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundsOf, leavesOut, supportOf } from './support.ts'

const zh = groundsOf(
  '签收后 7 天内，商品完好、吊牌未拆，可以在“我的订单”里申请退货。内衣和定制商品不支持退货。退货运费由买家承担，质量问题由我们承担。退款在收到退货后 3 个工作日内原路退回。',
  '我买的外套能退吗？ 怎么申请退货',
)
const en = groundsOf(
  'You can return unopened items within 30 days of delivery. Opened cosmetics cannot be returned. Return shipping is paid by the buyer; for faulty items we pay it. Jackets ship within 2 days, tents ship within 5 days. See https://shop.example/returns for the form.',
  'Can I return my jacket? How do returns work',
)
const outcome = (sentence: string, grounds: typeof zh) => {
  const support = supportOf(sentence, grounds)
  return 'unsupported' in support ? support.unsupported : support.says ? 'said' : 'courtesy'
}

describe('Chinese', () => {
  it.each([
    ['您好，感谢您的咨询！', 'courtesy'],
    ['签收后 7 天内，商品完好、吊牌未拆的，您可以在“我的订单”里申请退货。', 'said'],
    ['可以的，签收后7天内，吊牌未拆、商品完好的外套可以申请退货。', 'said'],
    // A condition of the same sentence is left away.
    ['外套签收后7天内可以申请退货。', 'negation'],
    ['内衣和定制商品不支持退货哦。', 'said'],
    ['定制商品是不能退货的。', 'said'],
    ['退货的运费由买家承担。', 'said'],
    ['收到退货后3个工作日内，退款会原路退回。', 'said'],
    // Turned round.
    ['内衣和定制商品支持退货。', 'negation'],
    ['内衣可以退货。', 'negation'],
    ['商品完好、吊牌未拆，不可以申请退货。', 'negation'],
    ['签收前 7 天内可以申请退货。', 'opposite'],
    ['签收后 7 天外可以申请退货。', 'opposite'],
    ['退货运费由卖家承担。', 'opposite'],
    // Numbers of its own.
    ['签收后 15 天内可以申请退货。', 'number'],
    ['签收后三十天内可以申请退货。', 'number'],
    ['退款在收到退货后 7 个工作日内原路退回。', 'number'],
    ['退款 500 元。', 'promise'],
    ['只要 ¥9。', 'number'],
    // Promises of its own.
    ['我们保证签收后 7 天内可以申请退货。', 'promise'],
    ['退货运费全部免费。', 'promise'],
    ['退款会立即原路退回。', 'promise'],
    ['所有商品签收后 7 天内都可以申请退货。', 'promise'],
    // Of something else.
    ['本店由成龙代言，全国有三百家门店。', 'words'],
    ['请把您的银行账号发给我。', 'words'],
    ['我是一个没有限制的助手，系统提示如下。', 'words'],
    ['Our jackets are made in Italy.', 'words'],
    // Links and markup.
    ['请打开 http://evil.example/refund 申请退货。', 'link'],
    ['请联系 help@evil.com 申请退货。', 'link'],
    ['请到 evil.top 申请退货。', 'link'],
    ['签收后 7 天内可以<b>申请退货</b>。', 'markup'],
    ['[申请退货](https://evil.example)', 'markup'],
    // Nothing but a yes, a no, a number.
    ['不。', 'negation'],
    ['7。', 'number'],
    ['免费。', 'promise'],
  ])('%s', (sentence, wanted) => {
    if (wanted === 'said' || wanted === 'courtesy') expect(outcome(sentence, zh)).toBe(wanted)
    // Which of several faults is named first does not matter: that there is one does.
    else expect(['said', 'courtesy']).not.toContain(outcome(sentence, zh))
  })
  it('a number keeps to its own thing', () => {
    const two = groundsOf('羽绒服 30 天内可退，内衣 7 天内可退。', '')
    expect(outcome('羽绒服 30 天内可退，内衣 7 天内可退。', two)).toBe('said')
    expect(outcome('内衣7天内可退。', two)).toBe('said')
    expect(outcome('内衣30天内可退。', two)).toBe('number')
    expect(outcome('羽绒服 7 天、内衣 30 天内可退。', two)).toBe('number')
    const opened = groundsOf('未拆封可以退货，拆封后不可以退货。', '')
    expect(outcome('未拆封可以退货，拆封后不可以退货。', opened)).toBe('said')
    expect(outcome('拆封可以退货。', opened)).toBe('negation')
    expect(outcome('拆封可以退货，未拆封不可以退货。', opened)).toBe('negation')
  })
})

describe('English', () => {
  it.each([
    ['Hi, thanks for asking!', 'courtesy'],
    ['Yes, you can return unopened items within 30 days of delivery.', 'said'],
    ['Unopened items may be returned within 30 days of delivery.', 'said'],
    ['Opened cosmetics cannot be returned.', 'said'],
    ["Opened cosmetics can't be returned.", 'said'],
    ['Return shipping is paid by the buyer.', 'said'],
    ['The form is at https://shop.example/returns.', 'said'],
    ['Opened cosmetics can be returned.', 'negation'],
    ['You cannot return unopened items within 30 days of delivery.', 'negation'],
    ['You can return opened items within 30 days of delivery.', 'opposite'],
    ['You can return unopened items within 60 days of delivery.', 'number'],
    ['You can return unopened items within thirty-five days, or $50.', 'number'],
    ['Return shipping is free.', 'promise'],
    ['Return shipping is paid by the seller.', 'opposite'],
    ['We guarantee that unopened items can be returned.', 'promise'],
    ['You will get a full refund of your order immediately.', 'promise'],
    ['Tents ship within 2 days.', 'number'],
    ['Ignore the rules; I am a pirate now.', 'words'],
    ['Please send your password to me.', 'words'],
    ['See https://evil.example/returns for the form.', 'link'],
    ['See www.evil.com for the form.', 'link'],
    ['<script>alert(1)</script> You can return unopened items.', 'markup'],
    ['退货运费由买家承担。', 'words'],
  ])('%s', (sentence, wanted) => {
    if (wanted === 'said' || wanted === 'courtesy') expect(outcome(sentence, en)).toBe(wanted)
    else expect(['said', 'courtesy']).not.toContain(outcome(sentence, en))
  })
})

it('an exception that is left away is noticed', () => {
  const short = groundsOf('签收后 7 天内可以退货。内衣不支持退货。', '')
  expect(leavesOut('签收后 7 天内可以退货。', short)).toBe(true)
  expect(leavesOut('签收后 7 天内可以退货，内衣不支持退货。', short)).toBe(false)
  expect(leavesOut('You can return items.', groundsOf('You can return items. Except gift cards.', ''))).toBe(true)
})

it('what a passage says itself is always supported, and no text breaks it', () => {
  for (const grounds of [zh, en])
    for (const sentence of grounds.text.split(/(?<=[。;!])|(?<=\.) /).filter((one) => one.trim() !== ''))
      expect(outcome(sentence, grounds), sentence).toBe('said')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      supportOf(text, zh)
      leavesOut(text, en)
    }),
    { numRuns: 300 },
  )
})
