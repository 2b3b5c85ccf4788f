// The proof in words, Chinese and English: which rule did what to the price, or why it did nothing.
import type { Priced, RuleKind, Step } from '@ballast/contract/promotions'
import { moneyText } from './money.ts'

export type Tongue = 'zh' | 'en'
/** A rule's name as the reader of this language knows it; its id when the rule is gone. */
export type NameOf = (rule: string, tongue: Tongue) => string

const KINDS: Readonly<Record<RuleKind, { readonly zh: string; readonly en: string }>> = {
  flash: { zh: '限时价', en: 'flash price' },
  member: { zh: '会员价', en: 'member price' },
  percent: { zh: '折扣', en: 'discount' },
  nth: { zh: '第 N 件优惠', en: 'n-th item offer' },
  deposit: { zh: '预售定金', en: 'presale deposit' },
  threshold: { zh: '满减', en: 'spend-and-save' },
  every: { zh: '每满减', en: 'save on every amount' },
  'cross-shop': { zh: '跨店满减', en: 'cross-shop saving' },
  gift: { zh: '赠品', en: 'gift' },
  coupon: { zh: '优惠券', en: 'coupon' },
  shipping: { zh: '运费', en: 'shipping' },
  duty: { zh: '跨境税', en: 'import duty' },
  protection: { zh: '价保', en: 'price protection' },
}

interface Said {
  readonly name: string
  readonly amount: string
  readonly by: string
  readonly missing: string
}
type Template = (said: Said) => string
const OUTCOMES: Readonly<Record<Step['outcome'], { readonly zh: Template; readonly en: Template }>> = {
  applied: { zh: ({ name, amount }) => `${name}：${amount}`, en: ({ name, amount }) => `${name}: ${amount}` },
  beaten: {
    zh: ({ name, by }) => `${name}：未使用，「${by}」更合适`,
    en: ({ name, by }) => `${name}: not used, “${by}” is better or comes first`,
  },
  taken: {
    zh: ({ name, by }) => `${name}：不能与「${by}」同享`,
    en: ({ name, by }) => `${name}: cannot be combined with “${by}”`,
  },
  below: {
    zh: ({ name, missing }) => `${name}：还差 ${missing}`,
    en: ({ name, missing }) => `${name}: ${missing} short of it`,
  },
  level: { zh: ({ name }) => `${name}：仅限其他会员等级`, en: ({ name }) => `${name}: for other member levels` },
  region: { zh: ({ name }) => `${name}：不适用于该地区`, en: ({ name }) => `${name}: not for this region` },
  channel: { zh: ({ name }) => `${name}：不适用于该渠道`, en: ({ name }) => `${name}: not on this channel` },
  'used-up': { zh: ({ name }) => `${name}：已达使用次数上限`, en: ({ name }) => `${name}: used as often as allowed` },
  'not-now': {
    zh: ({ name }) => `${name}：定金未付或不在尾款时间内`,
    en: ({ name }) => `${name}: no deposit was paid, or the balance is not due now`,
  },
  nothing: { zh: ({ name }) => `${name}：没有可减的金额`, en: ({ name }) => `${name}: nothing to take off` },
}

const amountWords = ({ kind, amount }: Step, currency: string, tongue: Tongue): string => {
  const money = moneyText(amount, currency)
  if (kind === 'shipping' || kind === 'duty') {
    if (amount > 0) return `+${money}`
    return tongue === 'zh' ? (kind === 'shipping' ? '免运费' : '免税') : kind === 'shipping' ? 'free' : 'none due'
  }
  if (kind === 'gift') return tongue === 'zh' ? '赠送' : 'added'
  if (kind === 'protection') return tongue === 'zh' ? '享受价保' : 'covered'
  return amount === 0 ? (tongue === 'zh' ? '已生效' : 'applies') : `-${money}`
}

const missingWords = ({ missing }: Step, currency: string, tongue: Tongue): string => {
  const parts: string[] = []
  if (missing?.amount !== undefined) parts.push(moneyText(missing.amount, currency))
  if (missing?.pieces !== undefined)
    parts.push(
      tongue === 'zh' ? `${missing.pieces} 件` : `${missing.pieces} ${missing.pieces === 1 ? 'piece' : 'pieces'}`,
    )
  return parts.join(tongue === 'zh' ? '、' : ' and ')
}

export const stepWords = (step: Step, currency: string, tongue: Tongue, nameOf: NameOf): string =>
  OUTCOMES[step.outcome][tongue]({
    name: `${tongue === 'zh' ? `${KINDS[step.kind].zh}「${nameOf(step.rule, 'zh')}」` : `${nameOf(step.rule, 'en')} (${KINDS[step.kind].en})`}`,
    amount: amountWords(step, currency, tongue),
    by: step.by === undefined ? '' : nameOf(step.by, tongue),
    missing: missingWords(step, currency, tongue),
  })

/** One line a rule, then what it comes to. */
export const proofWords = (priced: Priced, tongue: Tongue, nameOf: NameOf): string[] => {
  const zh = tongue === 'zh'
  const money = (amount: number) => moneyText(amount, priced.currency)
  const lines = priced.proof.map((step) => stepWords(step, priced.currency, tongue, nameOf))
  const { deposit, balance, duty } = priced
  if (duty.over !== undefined) {
    const quota =
      duty.over === 'order' ? (zh ? '单次' : 'the quota of one order') : zh ? '年度' : 'the quota of the year'
    const refused = duty.refused ? (zh ? '，不能按跨境商品下单' : '; it cannot be ordered this way') : ''
    lines.push(zh ? `超过${quota}限额，按一般贸易全额计税${refused}` : `Above ${quota}: taxed in full${refused}`)
  }
  lines.push(zh ? `合计 ${money(priced.total)}` : `Total ${money(priced.total)}`)
  if (deposit !== undefined && balance !== undefined)
    lines.push(
      zh
        ? `定金 ${money(deposit.amount)}${deposit.paid ? '（已付）' : ''}，尾款 ${money(balance.amount)}`
        : `Deposit ${money(deposit.amount)}${deposit.paid ? ' (paid)' : ''}, balance ${money(balance.amount)}`,
    )
  return lines
}
