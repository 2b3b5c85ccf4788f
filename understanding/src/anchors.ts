// Words that settle what a question can be about: with "refund" in it, it is not about delivery times.
const ANCHORS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/发票|开票|报销|invoice|receipt|\bbill\b|accountant/, ['invoice']],
  [/券|优惠码|折扣码|coupon|voucher|promo|discount code/, ['coupon']],
  [
    /退款|打款|退钱|退的钱|把钱退|钱.{0,4}退|refund|money back|my cash/,
    ['refund-progress', 'return', 'cancel-order', 'complaint', 'person'],
  ],
  [/退.{0,4}(?:运费|邮费)|(?:运费|邮费).{0,4}退/, ['return']],
  [/退/, ['return', 'refund-progress', 'cancel-order', 'exchange', 'complaint', 'outside']],
  [/运费|包邮|邮费|postage|free shipping|shipping (?:cost|fee)|delivery (?:cost|fee)/, ['shipping-fee', 'return']],
  [/取消|撤单|\bcancel/, ['cancel-order', 'order-status', 'refund-progress']],
  [/地址|门牌|收件人|收货人|\baddress/, ['change-address', 'return', 'hours']],
  [/换货|换码|换.{0,3}[大小长短]|换.{0,3}(?:尺码|颜色)|\bexchange|\bswap/, ['exchange', 'return']],
]

/** The intents a text with such a word can have; undefined: any. `folded` as `fold` gives it. */
export const anchoredIntents = (folded: string): readonly string[] | undefined =>
  ANCHORS.find(([pattern]) => pattern.test(folded))?.[1]
