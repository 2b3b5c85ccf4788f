// Order and parcel numbers, the carriers named, and four digits standing alone. Mobile phone numbers are left to privacy.
import { CARRIERS } from './carriers.ts'
import type { Finds, Reading } from './entity.ts'
import { CARRIER, DIGIT, eachMatch, LATIN } from './reading.ts'

/** Runs of letters, digits and inner dashes that hold a digit; at least four characters. */
const RUN = /(?<![a-z0-9.])[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){3,39}(?![a-z0-9])/g
const SPACED =
  /(?<![a-z0-9.])(?:1z(?: [a-z0-9]{2,6}){3,8}|[a-z]{2} \d{3} \d{3} \d{3} [a-z]{2}|\d{4}(?: \d{4}){2,4}(?: \d{2})?)(?![a-z0-9])/g
const MOBILE = /^(?:86)?1[3-9]\d{9}$/
const IDENTITY = /^\d{17}[\dx]$/
const ORDER_WORD =
  /(?:订单|单号|订单编号|交易号|order|purchase|注文|订购)[^a-z0-9]{0,8}(?:(?:number|no|id|is|num|nr|was|for)[^a-z0-9]{0,4}){0,2}$/
const PARCEL_WORD =
  /(?:快递|物流|运单|包裹|面单|快件|追踪|寄回|退货|tracking|track|parcel|shipment|waybill|package|awb)[^a-z0-9]{0,8}(?:单号|号)?[^a-z0-9]{0,6}(?:(?:number|no|id|is|num|nr|code|was)[^a-z0-9]{0,4}){0,2}$/
const PHONE_WORD = /(?:手机|电话|联系|phone|mobile|tel|call)[^0-9]{0,8}$/
const ACCOUNT_WORD = /(?:身份证|银行卡|卡号|护照|passport|card|iban)[^0-9]{0,10}$/
/** The house pattern: two letters and six to eight digits, as the demo shop numbers its orders. */
const HOUSE = /^[a-z]{2}\d{6,8}$/
const MARKETPLACE =
  /^(?:\d{3}-\d{7}-\d{7}|#?\d{16,19}|#?\d{4,10}|[a-z]{1,5}-?\d{5,16}|[a-z]{2,4}-\d{4,8}-\d{3,10}|20\d{12,16}[a-z]?)$/
const WINDOW = 28

interface Judged {
  readonly carriers: readonly string[]
  readonly checked: boolean
}

/** Carriers that number parcels like this; one whose check digit holds comes first. */
export const carriersOf = (number: string): Judged => {
  const sound: string[] = []
  const likely: string[] = []
  for (const carrier of CARRIERS) {
    if (!carrier.numbers.some((pattern) => pattern.test(number))) continue
    if (carrier.check?.(number)) sound.push(carrier.key)
    else if (!carrier.strict) likely.push(carrier.key)
  }
  return { carriers: [...sound, ...likely], checked: sound.length > 0 }
}

/** Bare digits are ten or twelve long for much else too: a check digit or the words around must speak for them. */
const parcelByShape = (number: string, { carriers, checked }: Judged): boolean => {
  if (carriers.length === 0) return /^[a-z]{2}\d{10,13}$/.test(number) || /^\d{12,15}$/.test(number)
  return checked ? !/^\d{10}$/.test(number) : number.length >= 12
}

const judge = (value: string, before: string, { options }: Reading): 'order' | 'parcel' | null => {
  if (options.orderPatterns?.some((pattern) => pattern.test(value))) return 'order'
  if (MOBILE.test(value) || PHONE_WORD.test(before) || ACCOUNT_WORD.test(before)) return null
  const parcel = carriersOf(value)
  const lettered = parcel.carriers.length > 0 && /^[a-z]|^1z/.test(value)
  if (lettered) return 'parcel'
  if (PARCEL_WORD.test(before) && value.length >= 8) return 'parcel'
  if (ORDER_WORD.test(before) && MARKETPLACE.test(value)) return 'order'
  if (HOUSE.test(value)) return 'order'
  if (/^\d{3}-\d{7}-\d{7}$/.test(value)) return 'order'
  if (IDENTITY.test(value) && !parcel.checked && /^[1-8]/.test(value) && plausibleBirth(value)) return null
  if (parcelByShape(value, parcel)) return 'parcel'
  return /^\d{16,19}$/.test(value) && !luhn(value) ? 'order' : null
}

const plausibleBirth = (value: string): boolean => {
  const month = Number(value.slice(10, 12))
  const day = Number(value.slice(12, 14))
  return /^(?:19|20)/.test(value.slice(6)) && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** What passes as a bank card is not taken for an order. */
const luhn = (value: string): boolean => {
  let sum = 0
  for (let at = 0; at < value.length; at++) {
    const digit = Number(value[value.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const addNumber = (reading: Reading, finds: Finds, written: string, start: number): void => {
  const { text, options } = reading
  if (!finds.free(start, start + written.length)) return
  const value = written.replaceAll(' ', '')
  const before = text.slice(Math.max(0, start - WINDOW), start)
  const kind = judge(value, before, reading)
  if (!kind) return
  const place = { start, end: start + written.length, value: value.toUpperCase() }
  const told = (kind === 'order' ? ORDER_WORD : PARCEL_WORD).test(before)
  const shop = kind === 'order' && options.orderPatterns?.some((pattern) => pattern.test(value))
  if (kind === 'order') {
    finds.add({ kind, ...place, ground: told || shop ? 'context' : 'shape' })
    return
  }
  const { carriers, checked } = carriersOf(value)
  finds.add({ kind, ...place, carriers, ground: checked ? 'check-digit' : told ? 'context' : 'shape' })
}

export const findNumbers = (reading: Reading, finds: Finds): void => {
  if (!(reading.flags & DIGIT) || reading.text.length < 4) return
  if (reading.text.includes(' '))
    eachMatch(SPACED, reading.text, (match) => addNumber(reading, finds, match[0], match.index))
  eachMatch(RUN, reading.text, (match) => {
    if (/\d{3}/.test(match[0])) addNumber(reading, finds, match[0], match.index)
  })
}

const LAST_FOUR = /(?<![a-z0-9.\-:/])(\d{4})(?![a-z0-9.\-:/]|\s?(?:元|块|cm|kg|米|斤|年|个|件|双|w|万))/
export const findLastFour = ({ text, flags }: Reading, finds: Finds): void => {
  if (!(flags & DIGIT)) return
  const match = LAST_FOUR.exec(text)
  if (match && finds.free(match.index, match.index + 4))
    finds.add({ kind: 'last-four', start: match.index, end: match.index + 4, value: match[1]! })
}

const NAMES = CARRIERS.flatMap(({ key, names }) => names.map((name) => [name, key] as const))
const KEY_OF = new Map(NAMES)
/** 京东 alone is the shop more often than its couriers. */
const JD = '(?<=[发走用寄是])京东'
const escaped = (name: string): string =>
  name === '京东' ? JD : /^[a-z]/.test(name) ? `(?<![a-z0-9])${name}(?![a-z0-9])` : name
const NAMED = new RegExp(
  NAMES.map(([name]) => name)
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|'),
  'g',
)

export const findCarriers = ({ text, flags }: Reading, finds: Finds): void => {
  if (!(flags & (CARRIER | LATIN))) return
  eachMatch(NAMED, text, ({ 0: name, index }) => {
    const end = index + name.length
    if (finds.free(index, end)) finds.add({ kind: 'carrier', start: index, end, value: KEY_OF.get(name)! })
  })
}
