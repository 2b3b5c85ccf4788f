// Sums and ranges of money, as whole minor units: ¥99, 一千二百块, 12块5, $10-$20, 100到200元, under £50.
import type { Finds, MoneyEntity, Reading } from './entity.ts'
import { NUMBER, numberOf } from './numerals.ts'
import { DIGIT, eachMatch, LATIN, MONEY } from './reading.ts'

const SIGNS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  '￥': 'CNY',
  $: 'USD',
  us$: 'USD',
  hk$: 'HKD',
  nt$: 'TWD',
  a$: 'AUD',
  c$: 'CAD',
  s$: 'SGD',
  r$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₽': 'RUB',
  '₹': 'INR',
  '฿': 'THB',
  '₫': 'VND',
  rmb: 'CNY',
  cny: 'CNY',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  jpy: 'JPY',
  krw: 'KRW',
  hkd: 'HKD',
  aud: 'AUD',
  cad: 'CAD',
}
const WORDS: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  元: 'CNY',
  块钱: 'CNY',
  块: 'CNY',
  圆: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  刀: 'USD',
  欧元: 'EUR',
  英镑: 'GBP',
  镑: 'GBP',
  日元: 'JPY',
  円: 'JPY',
  韩元: 'KRW',
  원: 'KRW',
  港币: 'HKD',
  港元: 'HKD',
  新台币: 'TWD',
  台币: 'TWD',
  dollars: 'USD',
  dollar: 'USD',
  bucks: 'USD',
  buck: 'USD',
  euros: 'EUR',
  euro: 'EUR',
  pounds: 'GBP',
  quid: 'GBP',
  yuan: 'CNY',
  kuai: 'CNY',
  yen: 'JPY',
  won: 'KRW',
  rupees: 'INR',
  rmb: 'CNY',
  cny: 'CNY',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  jpy: 'JPY',
  krw: 'KRW',
  hkd: 'HKD',
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  '₫': 'VND',
  '₽': 'RUB',
}
const WHOLE = new Set(['JPY', 'KRW', 'VND'])
const escaped = (sign: string): string => sign.replaceAll('$', '\\$')
const sign = `(?:${Object.keys(SIGNS)
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')})`
const words = Object.keys(WORDS).sort((a, b) => b.length - a.length)
/** 两块手表 and 三块香皂 are counts, not sums. */
const word = `(?:${words.map((one) => (/^[a-z]/.test(one) ? `${one}(?![a-z])` : one === '块' ? '块(?!手?表|布|香?皂|肥皂|肉|地|板|砖|面|屏|电池|毛巾|桌|橡皮|巧克力)' : one === '元' ? '元(?!旦|宵|素|件)' : one === '刀' ? '刀(?!具|片|叉)' : escaped(one))).join('|')})`
const BETWEEN = '\\s?(?:-|~|—|–|到|至|to|and)\\s?'
const SMALL = '(?<mao>[\\d一二两三四五六七八九]+)(?:毛|角)(?:(?<fen>[\\d一二两三四五六七八九])分?)?'

const SIGNED = new RegExp(
  `(?<![a-z])(?<sign>${sign})\\s?(?<a>${NUMBER})(?:${BETWEEN}(?:${sign})?\\s?(?<b>${NUMBER})(?!\\d))?(?:\\s?(?:元|块))?`,
  'g',
)
const WORDED = new RegExp(
  `(?<![\\da-z.])(?<a>${NUMBER})(?:\\s?(?:元|块)?${BETWEEN}(?<b>${NUMBER}))?(?<more>多|几|来)?\\s?(?<word>${word})(?:(?:${SMALL})|(?<tail>[\\d一二两三四五六七八九](?:\\d)?)(?![\\d个件双条只天号月年码张单瓶盒包十百千万折%])|钱)?|(?<![\\da-z.])(?<jiao>[\\d一二两三四五六七八九]+)(?:毛钱?|角钱|(?<=\\d)角)(?![巾衣线绒])(?:(?<jfen>[\\d一二两三四五六七八九])分)?|(?<![\\da-z.])(?<cents>\\d{1,3})\\s?cents?(?![a-z])`,
  'g',
)
const UPTO = /^(?:以内|之内|以下|内|左右以内)|^\s?or (?:less|under|below)/
const ATLEAST = /^(?:以上|起)|^\s?or more|^\s?(?:and )?(?:up|over)(?![a-z])/
const BEFORE_UPTO = /(?:不超过|低于|少于|不到|最多|under|below|less than|up to|at most|max)\s?$/
const BEFORE_ATLEAST = /(?:超过|高于|至少|over|above|more than|at least)\s?$/

const minor = (amount: number, currency: string): number => Math.round(amount * (WHOLE.has(currency) ? 1 : 100))

type Sides = Pick<MoneyEntity, 'from' | 'to'>
const sides = (text: string, [start, end]: readonly [number, number], from: number, to: number): Sides => {
  const after = text.slice(end, end + 10)
  const before = text.slice(Math.max(0, start - 12), start)
  if (from === to && (UPTO.test(after) || BEFORE_UPTO.test(before))) return { from: null, to }
  if (from === to && (ATLEAST.test(after) || BEFORE_ATLEAST.test(before))) return { from, to: null }
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

const add = (
  finds: Finds,
  text: string,
  match: RegExpExecArray,
  amounts: readonly [number, number],
  currency: string,
): void => {
  const start = match.index
  const end = start + match[0].trimEnd().length
  if (!amounts.every((one) => Number.isFinite(one) && one < 1e12) || !finds.free(start, end)) return
  const [from, to] = amounts.map((one) => minor(one, currency)) as [number, number]
  finds.add({ kind: 'money', start, end, ...sides(text, [start, end], from, to), currency })
}

/** 100-200 shares the scale of its second half: 1-2万. */
const pair = (a: string, b: string | undefined): [number, number] | undefined => {
  const from = numberOf(a)
  const to = b === undefined ? from : numberOf(b)
  if (from === undefined || to === undefined) return undefined
  const scaled =
    b && /[万w千k]$/.test(b) && !/[万w千k百]$/.test(a) && from < 100 ? from * (/[万w]$/.test(b) ? 10_000 : 1000) : from
  return [scaled, to]
}

/** 12块5 is 12.50, 12块8毛5 is 12.85, 12块50 is 12.50. */
const small = (groups: Record<string, string | undefined>): number => {
  if (groups.mao) return (numberOf(groups.mao) ?? 0) / 10 + (groups.fen ? (numberOf(groups.fen) ?? 0) / 100 : 0)
  if (groups.tail) return (numberOf(groups.tail) ?? 0) / (groups.tail.length === 2 ? 100 : 10)
  return 0
}

/** 一块去 is going together, 一刀切 a clean cut: one of these alone is a sum only at the end or before a mark. */
const isTogether = (text: string, match: RegExpExecArray): boolean =>
  /^一\s?[块刀]$/.test(match[0]) && /^\p{Script=Han}/u.test(text.slice(match.index + match[0].length))

const addWorded = ({ text, options }: Reading, finds: Finds, match: RegExpExecArray): void => {
  const groups = match.groups!
  if (groups.cents)
    return void add(
      finds,
      text,
      match,
      [Number(groups.cents) / 100, Number(groups.cents) / 100],
      options.dollar ?? 'USD',
    )
  if (groups.jiao) {
    const sum = (numberOf(groups.jiao) ?? Number.NaN) / 10 + (groups.jfen ? (numberOf(groups.jfen) ?? 0) / 100 : 0)
    add(finds, text, match, [sum, sum], 'CNY')
    return
  }
  const amounts = pair(groups.a!, groups.b)
  if (!amounts || isTogether(text, match)) return
  const currency = /^(?:dollars?|bucks?|\$)$/.test(groups.word!) ? (options.dollar ?? 'USD') : WORDS[groups.word!]!
  const extra = small(groups)
  add(finds, text, match, [amounts[0] + (groups.b ? 0 : extra), amounts[1] + extra], currency)
}

export const findMoney = (reading: Reading, finds: Finds): void => {
  const { text, flags, options } = reading
  if (!(flags & (MONEY | LATIN))) return
  if (!(flags & DIGIT) && !(flags & MONEY)) return
  const japanese = /[ぁ-ヶ]/.test(text)
  eachMatch(SIGNED, text, (match) => {
    const amounts = pair(match.groups!.a!, match.groups!.b)
    const written = match.groups!.sign!
    const currency =
      written === '$' ? (options.dollar ?? 'USD') : /[¥￥]/.test(written) && japanese ? 'JPY' : SIGNS[written]!
    if (amounts) add(finds, text, match, amounts, currency)
  })
  eachMatch(WORDED, text, (match) => addWorded(reading, finds, match))
}
