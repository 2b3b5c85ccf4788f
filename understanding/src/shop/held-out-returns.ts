// Sentences about returns and refunds that are for measuring only: no model is trained on them.
import type { Sayings } from './sayings.ts'

export const heldOutReturns: Sayings = {
  return: {
    zh: ['这个我想退掉', '能不能退货退钱', '退货怎么弄', '用过了还可以退吗', '不满意，申请退'],
    en: [
      'I would like to send this back',
      "can I return something I've used",
      "what's your returns process",
      'need to return a sweater',
      'is it possible to return after 10 days',
    ],
  },
  exchange: {
    zh: ['能换个码吗', '我要换小一号', '换成白色的可以么', '不合身 想换', '帮我办换货'],
    en: [
      'can this be exchanged for a different colour',
      'i need a smaller size instead',
      'exchange request',
      'swap the shoes for size 43',
      'wanna exchange my order',
    ],
  },
  'refund-progress': {
    zh: ['退的钱何时到账', '退款多少天了还没收到', '帮我查下退款到哪个环节', '钱怎么还不退给我', '退款批了没'],
    en: [
      'when do I get my refund',
      "refund still hasn't arrived",
      'has the refund gone through',
      "how's my refund coming along",
      "I'm waiting on my money back",
    ],
  },
  'refund-where': {
    zh: [
      '退款会退去哪个账号',
      '钱退到哪张卡了',
      '可否改退到别的卡',
      '退款是退零钱还是退卡里',
      '当初别人帮付的，钱退谁',
    ],
    en: [
      'to which card will the refund be paid',
      'can the money go to another account instead',
      'does the refund go to my wallet or my bank',
      'my card expired, where will you refund',
      'who gets refunded if a friend paid',
    ],
  },
  'return-shipping-fee': {
    zh: [
      '寄回的运费谁承担',
      '退货要我自己出钱寄吗',
      '我退货垫的邮费怎么报',
      '有没有退货运费险',
      '你们的问题 为啥我付退货快递费',
    ],
    en: [
      'do I have to pay for return shipping',
      'who covers the postage for returns',
      'refund my return shipping cost',
      'is there a free return label',
      "return postage is too expensive, it's your fault anyway",
    ],
  },
  'return-address': {
    zh: ['要退的东西往哪里寄', '发下你们收退货的地址', '退货写谁的名字和电话', '换货寄回的地址是', '退货仓在哪'],
    en: [
      'which address do I return this to',
      'where should I mail the return',
      'give me the returns warehouse address',
      'who do I address the return parcel to',
      'I need the address for sending it back',
    ],
  },
  pickup: {
    zh: ['叫快递来家里拿退货', '预约取件', '取件的人怎么还没来', '改下上门取的时间', '可不可以来公司收退货'],
    en: [
      'can a courier come collect the return',
      'book a home pickup',
      'nobody showed up to collect my return',
      'move my collection to another day',
      'I want the return picked up from my house',
    ],
  },
}
