// The bot's fixed lines. Kind, short, and honest about what it does not know.
import type { HandoverReason } from '@ballast/contract'
import type { Fetch, Line } from '../rules/known.ts'
import type { Language } from './language.ts'

type Both = Readonly<Record<Language, string>>

export const lineText = (line: Line, language: Language, botName: string): string => {
  const lines: Readonly<Record<Line, Both>> = {
    greeting: {
      zh: `您好，我是${botName}。查订单物流、退换货、尺码、优惠，都可以问我。`,
      en: `Hello, I am ${botName}. Ask me about your orders and parcels, returns, sizes or offers.`,
    },
    thanks: { zh: '不客气！还有什么可以帮您？', en: 'You are welcome! Is there anything else?' },
    bye: {
      zh: '好的，祝您生活愉快！需要时随时找我。',
      en: 'All right, have a good day! I am here whenever you need me.',
    },
    'no-orders': {
      zh: '您的账号下还没有订单。如果是用别的账号下的单，请告诉我订单号和收货手机号后四位。',
      en: 'There are no orders on your account. If you ordered with another account, tell me the order number and the last four digits of the phone.',
    },
    'no-sizes': { zh: '这款商品不分尺码，均码即可。', en: 'This item comes in one size.' },
    'fine-no-person': {
      zh: '好的，那我继续帮您。您可以换个说法再问我一次。',
      en: 'All right. Try asking me in other words.',
    },
  }
  return lines[line][language]
}

export const handOverText = (reason: HandoverReason, language: Language): string => {
  const sorry: Both = {
    zh: '非常抱歉给您带来不好的体验，我马上请同事来处理，您说过的内容都会转给 TA。',
    en: 'I am very sorry about this. I am getting a colleague for you now; everything you wrote goes along.',
  }
  const plain: Both = {
    zh: '好的，正在为您转接人工客服，您说过的内容都会转给 TA。',
    en: 'Of course, I am getting a colleague for you now; everything you wrote goes along.',
  }
  const unable: Both = {
    zh: '这个我没能帮上忙，已为您转接人工客服，您说过的内容都会转给 TA。',
    en: 'I could not help with this, so I am getting a colleague for you; everything you wrote goes along.',
  }
  const byReason: Partial<Record<HandoverReason, Both>> = { angry: sorry, complaint: sorry, asked: plain }
  return (byReason[reason] ?? unable)[language]
}

export const TEXTS = {
  unsure: {
    zh: '这个问题我不太确定，不想答错。需要我为您转人工吗？',
    en: 'I am not sure about this one and do not want to guess. Shall I get a person for you?',
  },
  near: {
    zh: '您是想问下面这些吗？如果不是，我可以为您转人工。',
    en: 'Did you mean one of these? If not, I can get a person for you.',
  },
  person: { zh: '转人工', en: 'Get a person' },
  unavailable: {
    zh: '店铺系统暂时没有响应，我现在查不到。请稍后再问我一次，或者我为您转人工。',
    en: 'The shop system is not answering right now, so I cannot look this up. Please ask again in a moment, or I can get a person for you.',
  },
  picture: {
    zh: '收到了。我还看不懂图片和文件，请用文字告诉我是什么问题，或者我为您转人工。',
    en: 'Got it. I cannot read pictures or files yet: tell me in words what it is about, or I can get a person for you.',
  },
  whichOrder: { zh: '您问的是哪个订单？', en: 'Which order do you mean?' },
  orderNumber: {
    zh: '我来帮您查。请登录后再问我，或者告诉我订单号（例如 BL 开头的编号）和收货手机号后四位。',
    en: 'I can look it up. Please sign in, or tell me the order number (it begins with two letters) and the last four digits of the phone it was ordered with.',
  },
  measuresClothes: {
    zh: '告诉我身高（厘米）和体重（公斤），我按尺码表帮您选。',
    en: 'Tell me your height in cm and weight in kg, and I will read the size table for you.',
  },
  measuresShoes: {
    zh: '告诉我脚长（厘米，从脚跟到最长脚趾），我按尺码表帮您选。',
    en: 'Tell me your foot length in cm, heel to longest toe, and I will read the size table for you.',
  },
  whichProduct: { zh: '您问的是哪件商品？告诉我名称就行。', en: 'Which product do you mean? Its name is enough.' },
} as const satisfies Readonly<Record<string, Both>>

/** Said while the shop's systems take their time. */
export const lookingUpText = (what: Fetch['kind'], language: Language): string => {
  const order: Both = { zh: '正在为您查询订单…', en: 'Looking up your order…' }
  const texts: Readonly<Record<Fetch['kind'], Both>> = {
    orders: { zh: '正在为您查询订单…', en: 'Looking up your orders…' },
    order,
    proof: order,
    products: { zh: '正在为您查询商品…', en: 'Looking up the product…' },
    coupons: { zh: '正在为您查询优惠券…', en: 'Looking up your coupons…' },
    cart: { zh: '正在为您计算购物车…', en: 'Adding up your cart…' },
  }
  return texts[what][language]
}

export const phoneText = (orderNo: string, again: boolean, language: Language): string => {
  const texts: Both = {
    zh: again
      ? `对不上。请核对订单号 ${orderNo} 和收货手机号后四位，再发我一次。`
      : `为了保护隐私，查询 ${orderNo} 前请告诉我收货手机号后四位。`,
    en: again
      ? `That does not match. Please check order number ${orderNo} and send the last four digits of the phone again.`
      : `To protect your privacy, tell me the last four digits of the phone for ${orderNo} first.`,
  }
  return texts[language]
}

export const noSuchOrderText = (orderNo: string, language: Language): string =>
  language === 'zh'
    ? `您的账号下没有订单 ${orderNo}。请核对一下订单号再发给我。`
    : `There is no order ${orderNo} on your account. Please check the number and send it again.`
