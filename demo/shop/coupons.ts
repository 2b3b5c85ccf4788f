// The shop's coupons: for whom, for what, from how much, until when, how often. Dates count from the day the shop is built.
import type { Coupon, Order } from '../../server/src/features/commerce/index.ts'
import type { DemoCustomer } from './customers.ts'
import { policies } from './policies.ts'
import { DAY, instant } from './traces.ts'

interface Rule {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly off: { readonly fen: number } | { readonly percent: number }
  /** 分 */
  readonly from: number
  readonly category?: { readonly zh: string; readonly en: string }
  readonly days: number
  readonly perCustomer: number
  readonly levels?: readonly DemoCustomer['level'][]
  readonly firstOrderOnly?: boolean
}

const { welcomeCoupon: welcome } = policies
const SHOES = { zh: '鞋类', en: 'on shoes' }
const OUTDOOR = { zh: '露营徒步', en: 'on camping and hiking' }
const YOGA = { zh: '健身', en: 'on fitness' }

const RULES: readonly Rule[] = [
  {
    code: welcome.code,
    zh: '新人首单券',
    en: 'First order',
    off: { fen: welcome.off },
    from: welcome.from,
    days: welcome.validDays,
    perCustomer: 1,
    firstOrderOnly: true,
  },
  {
    code: 'RUN50',
    zh: '跑者券',
    en: 'For runners',
    off: { fen: 5_000 },
    from: 49_900,
    category: SHOES,
    days: 21,
    perCustomer: 2,
  },
  {
    code: 'CAMP88',
    zh: '露营季',
    en: 'Camping season',
    off: { percent: 12 },
    from: 30_000,
    category: OUTDOOR,
    days: 45,
    perCustomer: 1,
  },
  {
    code: 'YOGA15',
    zh: '瑜伽月',
    en: 'Yoga month',
    off: { fen: 1_500 },
    from: 9_900,
    category: YOGA,
    days: 14,
    perCustomer: 3,
  },
  {
    code: 'SILVER30',
    zh: '银卡生日礼券',
    en: 'Silver birthday coupon',
    off: { fen: 3_000 },
    from: 29_900,
    days: 30,
    perCustomer: 1,
    levels: ['silver', 'gold'],
  },
  {
    code: 'GOLD95',
    zh: '金卡折扣',
    en: 'Gold discount',
    off: { percent: 5 },
    from: 0,
    days: 60,
    perCustomer: 6,
    levels: ['gold'],
  },
]

const couponOf = (rule: Rule, used: number, today: number): Coupon => ({
  code: rule.code,
  title: { zh: rule.zh, en: rule.en },
  off:
    'fen' in rule.off
      ? { kind: 'amount', amount: { amount: rule.off.fen, currency: 'CNY' } }
      : { kind: 'percent', percent: rule.off.percent },
  minSpend: { amount: rule.from, currency: 'CNY' },
  ...(rule.category ? { category: rule.category } : {}),
  validFrom: instant(today - 7 * DAY),
  validUntil: instant(today + rule.days * DAY - 1),
  usesLeft: rule.perCustomer - used,
})

/** What each customer can use on the day that starts at `today`, epoch ms. Somebody who ordered before has used some. */
export const couponsAsOf = (today: number, customers: readonly DemoCustomer[], orders: readonly Order[]) => {
  const people = new Map(customers.map((customer) => [customer.externalId, customer]))
  const ordered = new Map<string, number>()
  for (const { externalId } of orders) ordered.set(externalId, (ordered.get(externalId) ?? 0) + 1)
  return (externalId: string): readonly Coupon[] => {
    const person = people.get(externalId)
    if (person === undefined) return []
    const count = ordered.get(externalId) ?? 0
    return RULES.filter(
      ({ levels, firstOrderOnly }) => (levels?.includes(person.level) ?? true) && !(firstOrderOnly && count > 0),
    )
      .map((rule) => couponOf(rule, rule.firstOrderOnly ? 0 : count % (rule.perCustomer + 1), today))
      .filter(({ usesLeft }) => usesLeft > 0)
      .sort((a, b) => a.validUntil.localeCompare(b.validUntil))
  }
}
