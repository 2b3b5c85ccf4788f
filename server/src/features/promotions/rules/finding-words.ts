// What `check` found, in words: what is wrong and what to do about it.
import type { Finding, FindingCode } from '@ballast/contract/promotions'
import type { NameOf, Tongue } from './words.ts'

type Template = (names: readonly string[], detail: string) => string
const list = (names: readonly string[], tongue: Tongue): string =>
  names.map((name) => (tongue === 'zh' ? `「${name}」` : `“${name}”`)).join(tongue === 'zh' ? '' : ', ')

const WORDS: Readonly<Record<FindingCode, { readonly zh: Template; readonly en: Template }>> = {
  'field.missing': {
    zh: (names, detail) => `${list(names, 'zh')} 缺少 ${detail}，规则不会生效。请补全。`,
    en: (names, detail) => `${list(names, 'en')} has no ${detail}, so it does nothing. Fill it in.`,
  },
  'window.empty': {
    zh: (names) => `${list(names, 'zh')} 的开始时间不早于结束时间。请修改时间。`,
    en: (names) => `${list(names, 'en')} ends before it begins. Correct its times.`,
  },
  'window.past': {
    zh: (names, detail) => `${list(names, 'zh')} 已于 ${detail} 结束。请删除或延长。`,
    en: (names, detail) => `${list(names, 'en')} ended at ${detail}. Remove it or extend it.`,
  },
  'product.unknown': {
    zh: (names, detail) => `${list(names, 'zh')} 提到的商品不存在：${detail}。请核对商品编号。`,
    en: (names, detail) => `${list(names, 'en')} names products the shop does not sell: ${detail}. Check the ids.`,
  },
  'scope.empty': {
    zh: (names) => `${list(names, 'zh')} 排除了自己指定的全部商品。请修改范围。`,
    en: (names) => `${list(names, 'en')} excludes everything it names. Change what it is for.`,
  },
  'threshold.unreachable': {
    zh: (names, detail) => `${list(names, 'zh')} 的门槛 ${detail} 高于任何订单。请确认单位是分。`,
    en: (names, detail) =>
      `${list(names, 'en')} asks for ${detail}, more than any order. Amounts are in cents: check it.`,
  },
  'flash.overlap': {
    zh: (names) => `${list(names, 'zh')} 在同一时间给同一商品定了限时价，只有最低价会生效。请只保留一个。`,
    en: (names) =>
      `${list(names, 'en')} set flash prices for the same goods at the same time; only the lowest counts. Keep one.`,
  },
  'group.conflict': {
    zh: (names, detail) => `${list(names, 'zh')} 同属互斥组「${detail}」且优先级相同，同时满足。请设置不同的优先级。`,
    en: (names, detail) =>
      `${list(names, 'en')} exclude each other (group “${detail}”) at one priority. Give them different priorities.`,
  },
  'beaten.always': {
    zh: ([name, by]) => `「${name}」永远不会生效：「${by}」同组、范围相同且总是优先。请删除或调整优先级。`,
    en: ([name, by]) =>
      `“${name}” can never apply: “${by}” of the same group always comes first. Remove it or raise its priority.`,
  },
  'campaign.gap': {
    zh: (_, detail) => `承诺的活动有空档：${detail}（UTC）没有任何规则。请补上规则或修改承诺的时间。`,
    en: (_, detail) => `A promised campaign has a gap: no rule covers ${detail}. Add a rule or change the promise.`,
  },
  'coupon.code-shared': {
    zh: (names, detail) => `券码 ${detail} 同时属于 ${list(names, 'zh')}。请确认是否有意共用。`,
    en: (names, detail) =>
      `The code ${detail} belongs to ${list(names, 'en')} at the same time. Make sure that is meant.`,
  },
  'nothing.saved': {
    zh: (names) => `${list(names, 'zh')} 不减任何金额（按 1000‰ 支付）。请填写折扣。`,
    en: (names) => `${list(names, 'en')} takes nothing off (1000 thousandths are paid). Enter a discount.`,
  },
  'deposit.windows': {
    zh: (names) => `${list(names, 'zh')} 的定金与尾款时间或抵扣金额不合理：尾款应在定金结束后开始，抵扣不低于定金。`,
    en: (names) =>
      `${list(names, 'en')}: the balance must begin after deposits end, and a deposit is worth at least itself. Correct it.`,
  },
}

export const findingWords = (finding: Finding, tongue: Tongue, nameOf: NameOf): string =>
  WORDS[finding.code][tongue](
    finding.rules.map((rule) => nameOf(rule, tongue)),
    finding.detail ?? '',
  )
