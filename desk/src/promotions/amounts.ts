// Amounts as people write them: units of the currency, 8.5折 or 15 % off; kept as integers, never through a fraction.
import { digitsOf, MOST_AMOUNT } from '@ballast/contract/promotions'

export type Tongue = 'zh' | 'en'
/** In what an amount is written. */
export interface Terms {
  readonly currency: string
  readonly tongue: Tongue
}

/** `digits` behind the point at most; undefined: not a number written so. */
const fixed = (text: string, digits: number): number | undefined => {
  const found = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d+))?$/.exec(text.replace(/[\s¥￥$€£]/g, ''))
  const [, whole, behind = ''] = found ?? []
  if (whole === undefined || behind.length > digits) return undefined
  return Number(whole.replaceAll(',', '') + behind.padEnd(digits, '0'))
}
const written = (value: number, digits: number): string => {
  const text = String(value).padStart(digits + 1, '0')
  const behind = text.slice(text.length - digits)
  return digits === 0 || Number(behind) === 0
    ? text.slice(0, text.length - digits)
    : `${text.slice(0, -digits)}.${behind}`
}
const within = (value: number | undefined, most: number): number | undefined =>
  value === undefined || value > most ? undefined : value

/** `12.50` -> 1250. undefined: more digits than the currency has, or no number. */
export const readMoney = (text: string, { currency }: Terms): number | undefined =>
  within(fixed(text, digitsOf(currency)), MOST_AMOUNT)
export const writeMoney = (amount: number, { currency }: Terms): string => written(amount, digitsOf(currency))

/** Thousandths that are paid: written as 8.5 (折) in Chinese, as 15 (% off) elsewhere. */
export const readPay = (text: string, { tongue }: Terms): number | undefined => {
  if (tongue === 'zh') return within(fixed(text.replace(/折$/, ''), 2), 1000)
  const off = within(fixed(text.replace(/\s*%.*$/, ''), 1), 1000)
  return off === undefined ? undefined : 1000 - off
}
export const writePay = (pay: number, { tongue }: Terms): string => {
  const text = tongue === 'zh' ? (pay / 100).toFixed(2) : ((1000 - pay) / 10).toFixed(1)
  return text.replace(/\.?0+$/, '')
}

/** Ten-thousandths, written as percent: `13` is 1300. */
export const readRate = (text: string): number | undefined => within(fixed(text.replace(/\s*%$/, ''), 2), 100_000)
export const writeRate = (rate: number): string => written(rate, 2).replace(/(\.\d*?)0+$/, '$1')

/** The value of a `datetime-local` field in the reader's zone. */
export const writeTime = (instant: string): string => {
  const at = new Date(instant)
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString()
  return local.slice(0, at.getSeconds() === 0 ? 16 : 19)
}
export const readTime = (local: string): string | undefined => {
  const at = new Date(local).getTime()
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

/** Times in a table have no zone: they are the reader's own, on the way out and in. */
export const minutesAhead = (): string => String(-new Date().getTimezoneOffset())

/** `a; b，c` */
export const readNames = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;；,，、\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

/** `¥1,234.50`, from the integer's digits. The sign of 元 is written as in the server's proofs, in every language. */
export const moneyText = (amount: number, currency: string, language: string): string => {
  const digits = digitsOf(currency)
  const exact = `${amount}E-${digits}` as Intl.StringNumericLiteral
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'CNY' ? 'narrowSymbol' : 'symbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(exact)
}
