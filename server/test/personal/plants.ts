// Personal data that exists nowhere else: one sheet for each way into the product, so that a find says how it came in. Every
// value is a true one of its kind (check digits hold), and begins like no other text of the program.
import { createHash } from 'node:crypto'

export const KINDS = [
  'word', // stands in every text: whatever part of a text gets out, it shows
  'name',
  'mobile',
  'mobile-spaced',
  'mobile-wide',
  'mobile-han',
  'mobile-keycaps',
  'mobile-split',
  'fixed-line',
  'email',
  'identity-card',
  'bank-card',
  'passport',
  'plate',
  'address-han',
  'address-latin',
] as const
export type Kind = (typeof KINDS)[number]

export interface Sheet {
  readonly way: string
  /** As the hunter writes them: folded, without separators. */
  readonly values: Readonly<Record<Kind, string>>
  /** Everything in one text, as customers write it; the split number is in two further ones. */
  readonly text: string
  readonly halves: readonly [string, string]
  /** The word and the mobile, for fields that hold a few characters. */
  readonly short: string
  readonly name: string
  readonly mobile: string
  readonly email: string
  readonly address: string
}

const HAN_DIGITS = '零一二三四五六七八九'
const SURNAMES = '欧阳'
const RARE = '翀赟昶晟璟琚珩翊旻煊彧玥筱淼堃垚犇鑫焱骉'

const draw = (way: string, kind: string): Buffer => createHash('sha256').update(`${way} ${kind}`).digest()
const digits = (way: string, kind: string, length: number): string =>
  [...draw(way, kind)]
    .map((byte) => byte % 10)
    .join('')
    .slice(0, length)
/** Of letters that no hexadecimal number has. */
const letters = (way: string, kind: string, length: number): string =>
  [...draw(way, kind)]
    .map((byte) => 'ghijklmnopqrstuvwxyz'[byte % 20])
    .join('')
    .slice(0, length)

export const withCheckDigit = (seventeen: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((so, weight, at) => so + weight * Number(seventeen[at]), 0)
  return `${seventeen}${'10x98765432'[sum % 11]}`
}
export const withLuhn = (rest: string): string => {
  const sum = [...rest].reverse().reduce((so, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return so + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return `${rest}${(10 - (sum % 10)) % 10}`
}

const spaced = (mobile: string): string => `${mobile.slice(0, 3)} ${mobile.slice(3, 7)}-${mobile.slice(7)}`
const wide = (text: string): string =>
  [...text].map((char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0)).join('')
const han = (number: string): string => [...number].map((digit) => HAN_DIGITS[Number(digit)]).join('')
const keycaps = (number: string): string => [...number].map((digit) => `${digit}\ufe0f\u20e3`).join('')

/** Mobiles begin with 13800, which no clock and no counter of ours shows. */
const mobileOf = (way: string, kind: Kind): string => `13800${digits(way, kind, 6)}`

const valuesOf = (way: string): Record<Kind, string> => {
  const given = [...draw(way, 'name')].slice(0, 2).map((byte) => RARE[byte % RARE.length])
  const birth = `19${7 + (draw(way, 'birth')[0]! % 3)}0${String(1 + (draw(way, 'month')[0]! % 9)).padStart(2, '0')}15`
  return {
    word: `zqx${letters(way, 'word', 9)}`,
    name: `${SURNAMES}${given.join('')}${digits(way, 'name', 3)}`,
    mobile: mobileOf(way, 'mobile'),
    'mobile-spaced': mobileOf(way, 'mobile-spaced'),
    'mobile-wide': mobileOf(way, 'mobile-wide'),
    'mobile-han': mobileOf(way, 'mobile-han'),
    'mobile-keycaps': mobileOf(way, 'mobile-keycaps'),
    'mobile-split': mobileOf(way, 'mobile-split'),
    'fixed-line': `0216431${digits(way, 'fixed-line', 4)}`,
    email: `zqm${letters(way, 'email', 8)}@zqpost.example`,
    'identity-card': withCheckDigit(`310104${birth}${digits(way, 'identity-card', 3)}`),
    'bank-card': withLuhn(`622588${digits(way, 'bank-card', 12)}`),
    passport: `ek77${digits(way, 'passport', 5)}`,
    plate: `沪ad7${digits(way, 'plate', 4)}`,
    'address-han': `漕溪北路${digits(way, 'lane', 3)}弄${digits(way, 'house', 2)}号${digits(way, 'room', 4)}室`,
    'address-latin': `marigoldlane${digits(way, 'address-latin', 4)}`,
  }
}

const textOf = (value: Record<Kind, string>): string =>
  [
    `${value.word} 我叫${value.name}，手机${value.mobile}，备用 +86 ${spaced(value['mobile-spaced'])}`,
    `${wide(value['mobile-wide'])} ${han(value['mobile-han'])} ${keycaps(value['mobile-keycaps'])}`,
    `座机021-${value['fixed-line'].slice(3)} 邮箱${value.email} 身份证${value['identity-card'].toUpperCase()}`,
    `银行卡${value['bank-card'].replace(/(.{4})(?=.)/g, '$1 ')} 护照${value.passport.toUpperCase()}`,
    `车牌${value.plate.toUpperCase().replace('D', '·D')} 地址：上海市徐汇区${value['address-han']}`,
    `or 12 Marigold Lane ${value['address-latin'].slice(-4)}`,
  ].join(' ')

export const sheetOf = (way: string): Sheet => {
  const values = valuesOf(way)
  const split = values['mobile-split']
  return {
    way,
    values,
    text: textOf(values),
    halves: [`${values.word} 电话${split.slice(0, 6)}`, `${values.word} ${split.slice(6)}`],
    short: `${values.word} ${values.mobile}`,
    name: values.name,
    mobile: values.mobile,
    email: values.email,
    address: `上海市徐汇区${values['address-han']}`,
  }
}
