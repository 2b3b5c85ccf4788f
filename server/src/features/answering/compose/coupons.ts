// Replies about a customer's own coupons: what each takes off, what it asks for, until when.
import type { Part } from '@ballast/contract'
import type { Coupon } from '../../commerce/index.ts'
import { dayText, inLanguage, type Language, moneyText } from './language.ts'

const MOST_SHOWN = 6

const offText = ({ off }: Coupon, language: Language): string => {
  if (off.kind === 'amount') return language === 'zh' ? `减 ${moneyText(off.amount)}` : `${moneyText(off.amount)} off`
  // Chinese shops say what is left to pay: 10 % off is 9 折.
  return language === 'zh' ? `${(100 - off.percent) / 10} 折` : `${off.percent} % off`
}

const couponText = (coupon: Coupon, language: Language): string => {
  const { code, minSpend, category, validUntil } = coupon
  const off = offText(coupon, language)
  const until = dayText(validUntil, language)
  if (language === 'zh') {
    const scope = category ? `限${inLanguage(category, 'zh')}，` : ''
    return `${code}：${scope}满 ${moneyText(minSpend)} ${off}，${until}前有效`
  }
  const scope = category ? `${inLanguage(category, 'en')} ` : ''
  return `${code}: ${off} ${scope}from ${moneyText(minSpend)}, valid until ${until}`
}

const NONE = {
  zh: '您的账号下现在没有可用的优惠券。',
  en: 'There are no coupons on your account that you can use right now.',
} as const
const HEAD = {
  zh: '您现在可用的优惠券（每单限用一张）：',
  en: 'Coupons you can use now, one per order:',
} as const

/** Everything as the shop reports it at this moment. */
export const couponsReply = (coupons: readonly Coupon[], language: Language): Part[] => {
  const lines = coupons.slice(0, MOST_SHOWN).map((coupon) => couponText(coupon, language))
  return [{ kind: 'text', text: lines.length > 0 ? [HEAD[language], ...lines].join('\n') : NONE[language] }]
}
