// Chinese delivery addresses by rule: 省 市 区 镇 路 号 小区 栋 单元 室 in their order, with no model and no list of streets.
import type { AddressPart, AddressSpan, PartType } from './address-span.ts'

const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门'
const MUNICIPAL = '北京|天津|上海|重庆'
/** Words of talk that no name of a place holds; a name never runs across one. */
const NAME =
  '(?:(?![我你您他她它的是了吗呢吧请把这那您给帮被]|地址|收货|快递|包裹|订单|手机|电话|谢谢|麻烦)\\p{Script=Han})'
const COUNT = '(?:\\d{1,5}|[一二三四五六七八九十百零〇]{1,5})'
const MARK = '[\\s,，、.。:：;；-]{0,2}'

interface Rule {
  readonly type: PartType
  readonly rank: number
  readonly weight: number
  readonly pattern: RegExp
}
const rule = (type: PartType, rank: number, weight: number, source: string): Rule => ({
  type,
  rank,
  weight,
  pattern: new RegExp(source, 'uy'),
})

const PLACE =
  '小区|花园|花苑|家园|公寓|大厦|广场|大楼|写字楼|商务楼|国际城|商贸城|大学|学院|中学|小学|幼儿园|医院|中心|工业园区?|工业区|科技园|产业园|创业园|软件园|园区|宿舍|公馆|商场|超市|驿站|酒店|宾馆|市场|豪庭|华府|名苑|新苑|雅苑|嘉苑|佳苑|新城|山庄|别墅|[苑庭轩阁邸郡园府湾墅](?![一-龥])|[苑庭轩阁邸郡府](?=\\d)|城(?!市|区|镇|乡|关|东|西|南|北|中)|公司|(?<!工)厂(?!区)'
const RULES: readonly Rule[] = [
  rule(
    'province',
    0,
    1.5,
    `(?:${PROVINCES})(?:维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省)|(?:${MUNICIPAL})市?|(?:${PROVINCES})(?=${NAME}{2,4}(?:市|州|地区|盟))`,
  ),
  rule('city', 1, 1, `${NAME}{2,10}?(?:自治州|地区|市(?!场|政|区|民|中心)|盟(?=${NAME}))`),
  rule(
    'district',
    2,
    1,
    `${NAME}{1,8}?(?:自治县|(?<!小|社|园|业|厂|校|库|开发|街|山|地)区(?!域)|县|自治旗|旗(?=${NAME})|市(?!场|政|区|民|中心))`,
  ),
  rule('town', 3, 1, `${NAME}{1,8}?(?:街道办事处|街道办|街道|镇|乡(?!村)|开发区|高新区|经开区)`),
  rule(
    'community',
    4,
    0.8,
    `${NAME}{1,8}?(?:社区|居委会|行政村|自然村|村(?!口)|屯|[一二三四五六七八九十\\d]组|[一二三四五六七八九十\\d]队)`,
  ),
  rule(
    'road',
    5,
    1,
    `(?:${NAME}|\\d){1,9}?(?:大道|大街|胡同|公路|环路|支路|路|街(?!道)|巷|弄(?!${COUNT})|里弄|(?<=\\d)道|(?<=\\p{Script=Han}{2})道(?=\\d))(?:[东南西北中]?[一二三四五六七八九十]?段)?`,
  ),
  rule(
    'road-number',
    6,
    1.2,
    `(?:甲|乙|附)?${COUNT}(?:[-－之]\\d{1,4})?(?:弄|巷)?(?:${COUNT})?号(?:之[一二三四五六七八九])?(?!楼|线|店|发|到|下|的|买|前|左右|之前|码)院?|${COUNT}弄${COUNT}?号?`,
  ),
  rule(
    'place',
    7,
    0.8,
    `(?:${NAME}|[a-zA-Z\\d·]){2,14}?(?:${PLACE})(?:[一二三四五六七八九十\\d]{1,2}期)?(?:[东南西北a-zA-Z]区)?`,
  ),
  rule(
    'place',
    7,
    0.6,
    `(?:${NAME}|[a-zA-Z]){2,12}?(?=(?:\\d{1,4}|[一二三四五六七八九十]{1,3}|[a-zA-Z])(?:幢|栋|座|号楼|楼|层|单元|室)|\\d{1,3}-\\d{1,4}(?:-\\d{2,4})?(?!\\d))`,
  ),
  rule(
    'building',
    8,
    1,
    `(?:第?${COUNT}|[a-zA-Z]\\d{0,2}|[东南西北])(?:号楼|幢|栋|座|号院|#楼?|号(?=\\d{1,2}(?:单元|层|楼)))|\\d{1,3}(?=[-－]\\d{1,4}(?!\\d))`,
  ),
  rule('unit', 9, 1, `[-－]?(?:${COUNT}|[a-zA-Z甲乙丙])(?:单元|梯|门(?!口))|[-－]\\d{1,2}(?=[-－]\\d{2,4})`),
  rule('floor', 10, 0.8, `(?:负)?${COUNT}(?:楼|层|f|F)`),
  rule(
    'room',
    11,
    1,
    `[-－]?(?:[a-zA-Z]?\\d{1,5}[a-zA-Z]?|[一二三四五六七八九十零〇]{2,5})(?:-\\d{1,4})?(?:室|号房|房间?|户|号铺|铺)`,
  ),
]
/** After a building or a floor, bare figures are the room. */
const BARE_ROOM = /[-－]?[a-zA-Z]?\d{2,5}(?:号(?!楼))?(?![\d元块个件双年月.:])/uy
const DETAIL = new Set<PartType>(['road-number', 'building', 'unit', 'floor', 'room'])

interface Chain {
  readonly parts: AddressPart[]
  readonly weight: number
  readonly end: number
}

const stick = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? at + match[0].length : -1
}
const SKIP = new RegExp(MARK, 'uy')

const nextPart = (
  text: string,
  at: number,
  rank: number,
  last: PartType | undefined,
): { rule: Rule; end: number } | null => {
  for (const one of RULES) {
    if (one.rank < rank && !(one.type === 'place' && rank <= 8)) continue
    const end = stick(one.pattern, text, at)
    if (end > at) return { rule: one, end }
  }
  if (last && /building|unit|floor/.test(last)) {
    const end = stick(BARE_ROOM, text, at)
    if (end > at) return { rule: RULES.at(-1)!, end }
  }
  return null
}

/** Reads parts in order from a place; a second place (a mall in a park) may follow the first. */
const chainFrom = (text: string, start: number): Chain => {
  const parts: AddressPart[] = []
  let weight = 0
  let at = start
  let rank = 0
  while (at < text.length && parts.length < 16) {
    const begin = parts.length === 0 ? at : Math.max(at, stick(SKIP, text, at))
    const found =
      nextPart(text, begin, rank, parts.at(-1)?.type) ??
      (begin > at ? nextPart(text, at, rank, parts.at(-1)?.type) : null)
    if (!found) break
    const from = found.end > begin ? begin : at
    parts.push({ type: found.rule.type, start: from, end: found.end })
    weight += found.rule.weight
    at = found.end
    rank = found.rule.type === 'place' ? Math.max(rank, 4) : found.rule.rank + 1
  }
  return { parts, weight, end: at }
}

/** A street and its number, or three names of areas; one name alone is where somebody is, not where a parcel goes. */
const isAddress = ({ parts, weight }: Chain): boolean => {
  const detailed = parts.some(({ type }) => DETAIL.has(type))
  const named = parts.filter(({ type }) => !DETAIL.has(type)).length
  if (parts.length === 2 && parts[0]!.type === 'road' && parts[1]!.type === 'road-number') return true
  return weight >= (detailed ? 1.8 : 2.8) && named >= 1
}

/** After these a name of a place begins. Some of the single ones stand in names too (成都, 到): they weigh less than a start that reads more. */
const LEAD =
  /(?:收货地址|收件地址|地址|住址|住在|人在|家在|就在|改成|改到|改为|换成|换到|寄到|寄往|发到|发往|送到|送至|寄去|寄给|搬到|填成|写成|位于|收到|我要|[:：，,。；;！!？?\s我在寄送是的到发至去成为往了])/gu
const STRONG = /^(?:..+|[:：，,。；;！!？?\s我在寄送是的])$/u
const KEYS = /[省市区县旗镇乡村路街道巷弄号室栋幢座楼苑园厦层厂城院-]/g
/** No part of an address is longer than its name and its key. */
const REACH = 18
const PROVINCE_START = new RegExp(PROVINCES, 'gu')

interface Start {
  readonly at: number
  /** What is gained by beginning here rather than earlier. */
  readonly gain: number
}
const MOST_STARTS = 250

const startsIn = (text: string): Start[] => {
  const gains = new Map<number, number>([[0, 0]])
  const gather = (pattern: RegExp, place: (match: RegExpExecArray) => Start): void => {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match && gains.size < MOST_STARTS; match = pattern.exec(text)) {
      const { at, gain } = place(match)
      gains.set(at, Math.max(gains.get(at) ?? 0, gain))
    }
  }
  gather(LEAD, (match) => ({ at: match.index + match[0].length, gain: STRONG.test(match[0]) ? 0.3 : 0 }))
  gather(PROVINCE_START, (match) => ({ at: match.index, gain: 0.2 }))
  return [...gains].map(([at, gain]) => ({ at, gain }))
}

const spanOf = (chain: Chain): AddressSpan => ({
  start: chain.parts[0]!.start,
  end: chain.end,
  style: 'chinese',
  score: Math.min(1, Math.round((chain.weight / 5) * 100) / 100),
  parts: chain.parts,
})

/** `text` must have the length of the raw text; figures in ASCII. */
export const findChineseAddresses = (text: string): AddressSpan[] => {
  const keys = [...text.matchAll(KEYS)].map(({ index }) => index)
  if (keys.length < 2) return []
  const spans: AddressSpan[] = []
  const chains = startsIn(text)
    .filter(({ at }) => keys.filter((key) => key > at && key < at + 2 * REACH).length >= 2)
    .map(({ at, gain }) => ({ chain: chainFrom(text, at), gain }))
    .filter(({ chain }) => chain.parts.length > 1 && isAddress(chain))
    .sort(
      (a, b) => b.chain.weight + b.gain - a.chain.weight - a.gain || a.chain.parts[0]!.start - b.chain.parts[0]!.start,
    )
  for (const { chain } of chains) {
    const span = spanOf(chain)
    if (spans.every((other) => other.end <= span.start || other.start >= span.end)) spans.push(span)
  }
  return spans.sort((a, b) => a.start - b.start)
}
