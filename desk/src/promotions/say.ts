// A rule in the words of who wrote it: what it does, for what, for whom.
import type { Rule, RuleKind, RuleOf } from '@ballast/contract/promotions'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { useTimes } from '../app/times.ts'
import { moneyText, type Tongue, writePay, writeRate } from './amounts.ts'

export interface Say {
  readonly t: TFunction
  readonly tongue: Tongue
  money(amount: number): string
  /** `8.5折`, `15 % off`, `free`. */
  pay(thousandths: number): string
  time(instant: string): string
}
export const useTongue = (): Tongue => (usePreferences().language === 'zh-CN' ? 'zh' : 'en')

export const useSay = (currency: string): Say => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const tongue = useTongue()
  const times = useTimes()
  return {
    t,
    tongue,
    money: (amount) => moneyText(amount, currency, language),
    pay: (pay) =>
      pay === 0 ? t('promotions.free') : t('promotions.pay', { value: writePay(pay, { currency, tongue }) }),
    time: times.full,
  }
}

const joined = (parts: readonly (string | undefined)[], { t }: Say): string =>
  parts.filter((part) => part !== undefined && part !== '').join(t('promotions.and'))

const off = ({ minus, pay }: { minus?: number; pay?: number }, say: Say): string =>
  minus === undefined ? say.pay(pay ?? 1000) : say.t('promotions.minus', { money: say.money(minus) })

const tier = (each: RuleOf<'threshold'>['tiers'][number], say: Say): string => {
  const amount = each.amount === undefined ? undefined : say.money(each.amount)
  const pieces = each.pieces === undefined ? undefined : say.t('promotions.pieces', { count: each.pieces })
  return say.t('promotions.says.tier', { from: joined([amount, pieces], say), off: off(each, say) })
}
const capped = (text: string, cap: number | undefined, say: Say): string =>
  cap === undefined ? text : joined([text, say.t('promotions.says.cap', { money: say.money(cap) })], say)

const everyWords = ({ every, minus, cap }: RuleOf<'every'> | RuleOf<'cross-shop'>, say: Say): string =>
  capped(say.t('promotions.says.every', { every: say.money(every), minus: say.money(minus) }), cap, say)

const shippingWords = (rule: RuleOf<'shipping'>, say: Say): string =>
  joined(
    [
      rule.fee === 0
        ? say.t('promotions.says.shipFree')
        : say.t('promotions.says.ship', { money: say.money(rule.fee) }),
      rule.stepFee === undefined ? undefined : say.t('promotions.says.step', { money: say.money(rule.stepFee) }),
      rule.freeFrom === undefined ? undefined : say.t('promotions.says.freeFrom', { money: say.money(rule.freeFrom) }),
    ],
    say,
  )
const dutyWords = (rule: RuleOf<'duty'>, say: Say): string =>
  joined(
    [
      say.t('promotions.says.duty', { vat: writeRate(rule.otherwise.vat), factor: writeRate(rule.factor) }),
      rule.quotaOrder === undefined ? undefined : say.t('promotions.says.quota', { money: say.money(rule.quotaOrder) }),
    ],
    say,
  )

const DEEDS: { readonly [K in RuleKind]: (rule: RuleOf<K>, say: Say) => string } = {
  flash: ({ price }, say) => say.t('promotions.says.flash', { money: say.money(price) }),
  member: ({ prices }, say) =>
    prices
      .map(({ level, price, pay }) =>
        say.t('promotions.says.member', {
          level,
          price: price === undefined ? say.pay(pay ?? 1000) : say.money(price),
        }),
      )
      .join(say.t('promotions.or')),
  percent: ({ pay }, say) => say.pay(pay),
  nth: ({ n, pay }, say) => say.t('promotions.says.nth', { n, off: say.pay(pay) }),
  deposit: ({ deposit, worth }, say) =>
    say.t('promotions.says.deposit', { deposit: say.money(deposit), worth: say.money(worth) }),
  threshold: ({ tiers }, say) => tiers.map((each) => tier(each, say)).join(say.t('promotions.or')),
  every: everyWords,
  'cross-shop': everyWords,
  gift: ({ gifts }, say) =>
    say.t('promotions.says.gift', {
      gifts: gifts.map(({ productId, quantity }) => `${productId} × ${quantity}`).join(say.t('promotions.and')),
    }),
  coupon: (rule, say) =>
    capped(say.t('promotions.says.coupon', { code: rule.code, off: off(rule, say) }), rule.cap, say),
  shipping: shippingWords,
  duty: dutyWords,
  protection: ({ days }, say) => say.t('promotions.says.protection', { count: days }),
}
const deed = <K extends RuleKind>(rule: RuleOf<K>, say: Say): string => DEEDS[rule.kind as K](rule, say)

const FOR = [
  'products',
  'categories',
  'notProducts',
  'notCategories',
  'shops',
  'levels',
  'regions',
  'channels',
] as const
const SHOWN = 4
const named = (names: readonly string[], { t }: Say): string =>
  names.length <= SHOWN
    ? names.join(t('promotions.and'))
    : t('promotions.more', { names: names.slice(0, SHOWN).join(t('promotions.and')), count: names.length - SHOWN })

/** What it does, in one line. */
export const deedWords = (rule: Rule, say: Say): string => deed(rule, say)

/** For what and for whom, each in a few words; empty: for everything and everybody. */
export const scopeWords = (rule: Rule, say: Say): string[] => [
  ...FOR.flatMap((name) =>
    rule[name]?.length ? [say.t(`promotions.for.${name}`, { names: named(rule[name], say) })] : [],
  ),
  ...(rule.leastAmount === undefined
    ? []
    : [say.t('promotions.for.leastAmount', { money: say.money(rule.leastAmount) })]),
  ...(rule.leastPieces === undefined ? [] : [say.t('promotions.for.leastPieces', { count: rule.leastPieces })]),
  ...(rule.perCustomer === undefined ? [] : [say.t('promotions.for.perCustomer', { count: rule.perCustomer })]),
]

export const nameOf = (rule: Rule, tongue: Tongue): string =>
  (tongue === 'en' && rule.nameEn ? rule.nameEn : rule.name) || rule.id
