// Personal codes of letters and digits: IBAN, IP address, passport, travel permit, number plate, card expiry and code,
// birth date, WeChat and QQ ids. Every pattern is bounded, so each start costs a constant.

import type { Finding } from './candidate.ts'
import { isDate, isHongKongId, isIban } from './checks.ts'
import { meaningBefore } from './context.ts'
import type { PersonalType } from './span.ts'

type Accept = (match: RegExpExecArray, text: string, at: number) => number

interface Pattern {
  readonly type: PersonalType
  /** Group 1 is the span. */
  readonly form: RegExp
  /** How sure, 0 for no. */
  readonly accept: Accept
}
const always =
  (score: number): Accept =>
  () =>
    score

const iban: Accept = (match, text) => {
  const code = match[1]!.replace(/ /g, '').toUpperCase()
  if (isIban(code)) return 0.99
  return /iban\W{0,4}$/i.test(text.slice(Math.max(0, match.index - 10), match.index)) && code.length >= 15 ? 0.8 : 0
}
const PRIVATE = /^(?:10|127|0|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./
const VERSION = /(?:版本|固件|驱动|系统|\bv|version|firmware|build|release|update)\D{0,8}$/i
const ip4: Accept = (match, text) => {
  const address = match[1]!
  if (PRIVATE.test(address) || address.split('.').some((part) => Number(part) > 255)) return 0
  return VERSION.test(text.slice(Math.max(0, match.index - 24), match.index)) ? 0 : 0.9
}
const ip6: Accept = (match) => {
  const parts = match[1]!.split(':')
  const groups = parts.filter((part) => part !== '').length
  if (!parts.some((part) => part.length > 2)) return 0
  return (parts.length === 8 && groups === 8) || (match[1]!.includes('::') && groups >= 2) ? 0.95 : 0
}
const hongKong: Accept = (match) =>
  isHongKongId(match[2]!.toUpperCase(), match[3]!, match[4]!.toUpperCase()) ? 0.95 : 0
const passport: Accept = (match, text, at) => {
  if (!/\d.*\d.*\d.*\d/.test(match[1]!)) return 0
  const before = meaningBefore(text, at, 0)
  if (before === 'passport') return 0.95
  return /^[，, ]{0,2}是我?的?护照|^ is my passport/i.test(text.slice(at + match[1]!.length)) ? 0.9 : 0
}
const permit: Accept = (_match, text, at) => (meaningBefore(text, at, Math.max(0, at - 14)) === 'permit' ? 0.92 : 0)

const BY_SHAPE: readonly Pattern[] = [
  {
    type: 'iban',
    form: /(?<![A-Z0-9])([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?![A-Z0-9])/gi,
    accept: iban,
  },
  { type: 'ip', form: /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d]|\.\d)/g, accept: ip4 },
  { type: 'ip', form: /(?<![\w:])([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?![\w:])/gi, accept: ip6 },
  { type: 'permit', form: /(?<![A-Z0-9])(([A-Z]{1,2})(\d{6})\(([0-9A])\))/gi, accept: hongKong },
  { type: 'permit', form: /(?<![A-Z0-9])([CHMWT]?\d{8}(?:\d{2})?)(?![A-Z0-9])/gi, accept: permit },
  { type: 'passport', form: /(?<![A-Z0-9])([A-Z0-9]{7,10})(?![A-Z0-9])/gi, accept: passport },
  {
    type: 'plate',
    form: /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-Z][· -]?(?=[A-Z]{0,4}\d)[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳][A-HJ-NP-Z0-9]?)(?![A-Z0-9])/gi,
    accept: always(0.93),
  },
]

const DATE =
  '((?:19|20)\\d\\d[-./年] ?\\d{1,2}[-./月] ?\\d{1,2}(?:日|号)?|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)?\\d\\d|(?:19|20)\\d{6}|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6},? (?:19|20)\\d\\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d)'
const whole: Accept = (match) => {
  const digits = match[1]!
  if (!/^\d{8}$/.test(digits)) return 0.9
  return isDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))) ? 0.9 : 0
}
const CARD_WORDS = /信用卡|储蓄卡|银行卡|卡号|安全码|\bcards?\b|visa|mastercard|amex|cvv|cvc|\d{4}[ -]?\d{4}[ -]?\d{4}/i
const GOODS = /优惠|活动|保质|券|奶|食|生产|会员|warranty|coupon|best before|subscription|offer|sale|milk|membership/i
/** A card's expiry: the message speaks of a card, or says nothing else. */
const expiry: Accept = (match, text) => {
  if (GOODS.test(text)) return 0
  return CARD_WORDS.test(text) || match[0].trim().length + 2 >= text.trim().length ? 0.85 : 0
}

const IN_WORDS: readonly Pattern[] = [
  {
    type: 'birth-date',
    form: new RegExp(
      `(?:生日|出生(?:年月日|日期|于|日)?|\\bdob\\b|\\bdate of birth|\\bbirth ?(?:day|date)|\\bborn|geburtsdatum|geboren|fecha de nacimiento|né\\(?e?\\)? le)(?:是|为|在|于| is| on| am| in)?[:： ]{0,3}${DATE}`,
      'gi',
    ),
    accept: whole,
  },
  { type: 'birth-date', form: new RegExp(`${DATE}(?:出生|生日|生的)`, 'gi'), accept: whole },
  {
    type: 'card-code',
    form: /(?:\bcvv2?|\bcvc2?|\bcsc|安全码|security code|卡(?:号|片)?(?:背面|后面|的)?后?三位|后三码)(?:是|为|:| is| code| number){0,2} {0,2}(\d{3,4})(?!\d| ?digits)/gi,
    accept: always(0.93),
  },
  {
    type: 'card-expiry',
    form: /(?:有效期至?|到期日?|\bexp(?:ir(?:y|es|ation))?(?: date)?\.?|valid (?:thru|until))(?:是|为|到|:| is| on)?[: ]{0,2}((?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?\d\d|20\d\d年(?:0?[1-9]|1[0-2])月)(?!\d|[/-]\d)/gi,
    accept: expiry,
  },
  {
    type: 'card-code',
    form: /\d{4}[,， ]{1,3}(?:0[1-9]|1[0-2])\/(?:20)?\d\d[,， ]{1,3}(\d{3})(?![\d元块])/g,
    accept: always(0.9),
  },
  {
    type: 'card-expiry',
    form: /(?:\d{4}[ -]?){3}\d{1,7}[,， ]{1,3}((?:0[1-9]|1[0-2])\/(?:20)?\d\d)(?!\d|\/)/g,
    accept: always(0.9),
  },
  {
    type: 'account',
    form: /(?:微信(?:号|id|[账帐]号)?(?:加我|加)?|\b[vw]x(?:id)?(?:号)?|加v|v信|wechat(?: id)?|line id|telegram)(?:是|为|:| is)?[: ]{0,2}(?=[a-z_-]*\d|[a-z]+[_-])([a-z][a-z0-9_-]{5,19})(?![a-z0-9_@.-])/gi,
    accept: always(0.92),
  },
  {
    type: 'account',
    form: /(?:qq(?:号码?)?|扣扣号?|企鹅号?)(?:是|为|:| is)?[: ]{0,2}([1-9]\d{4,10})(?![\d@])/gi,
    accept: always(0.93),
  },
]

const apply = (patterns: readonly Pattern[], text: string): Finding[] => {
  const found: Finding[] = []
  for (const { type, form, accept } of patterns)
    for (const match of text.matchAll(form)) {
      const at = match.index + match[0].lastIndexOf(match[1]!)
      const score = accept(match as RegExpExecArray, text, at)
      if (score > 0) found.push({ from: at, to: at + match[1]!.length, type, score })
    }
  return found
}

const DIGITS_ONLY = BY_SHAPE.filter(({ type }) => type === 'ip' || type === 'permit' || type === 'passport')
/** One cheap look before the patterns that need their words. */
const HINT =
  /生日|出生|生的|dob|birth|born|geb|nacimiento|né|cv[vc]|csc|安全码|security|三位|三码|有效|到期|exp|valid|\d\/\d|微信|[vw]x|加v|v信|wechat|line|telegram|qq|扣扣|企鹅/i

/** Codes of the message; `lead` is the tail of the last message, which may say what this one is. */
export const codesIn = (text: string, lead: string): Finding[] => {
  const found = [
    ...apply(/[a-z]/i.test(text) ? BY_SHAPE : DIGITS_ONLY, text),
    ...(HINT.test(text) ? apply(IN_WORDS, text) : []),
  ]
  if (lead === '' || text.length > 40) return found
  const skip = lead.length + 1
  const joined = apply(IN_WORDS, `${lead} ${text}`).filter((one) => one.from >= skip)
  return [...found, ...joined.map((one) => ({ ...one, from: one.from - skip, to: one.to - skip }))]
}
